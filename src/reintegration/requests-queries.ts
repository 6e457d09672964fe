import { appendMany } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import type { IsoDate } from '../days.ts'
import { NotFound } from '../errors.ts'
import type { DataKey } from '../vault/index.ts'
import { casesForReview } from './emergencies.ts'
import type { Trajectory } from './open-trajectory.ts'
import type {
  Extension,
  RequestDecision,
  RequestKind,
  RequestStage,
  RequestWay,
  Verification,
} from './requests.ts'
import { stageOf } from './requests.ts'

export type SubjectRequest = {
  id: number
  trajectoryId: number | null
  /** Null when nobody knows whose case it is yet. */
  number: string | null
  kind: RequestKind
  way: RequestWay
  receivedOn: IsoDate
  rule: string
  dueOn: IsoDate
  extendedTo: IsoDate | null
  extendedBecause: Extension | null
  extendedToldOn: IsoDate | null
  messageId: number | null
  verifiedHow: Verification | null
  verifiedBy: string | null
  verifiedAt: Date | null
  decision: RequestDecision | null
  ground: string | null
  decidedBy: string | null
  decidedAt: Date | null
  doneOn: IsoDate | null
  doneBy: string | null
  stage: RequestStage
  /** The day by which it must be answered. */
  lastDay: IsoDate
  version: number
}

const select = (ctx: CaseCtx) =>
  ctx.tx
    .selectFrom('reintegration.subject_request as request')
    .leftJoin('gate.account as verifier', 'verifier.id', 'request.verified_by')
    .leftJoin('gate.account as decider', 'decider.id', 'request.decided_by')
    .leftJoin('gate.account as doer', 'doer.id', 'request.done_by')
    .selectAll('request')
    .select(['verifier.name as verifier', 'decider.name as decider', 'doer.name as doer'])

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

function shaped(row: Row, number: string | null): SubjectRequest {
  const [verifiedAt, decision, doneOn] = [row.verified_at, row.decision, row.done_on]
  return {
    id: row.id,
    trajectoryId: row.trajectory_id,
    number,
    kind: row.kind,
    way: row.way,
    receivedOn: row.received_on,
    rule: row.rule,
    dueOn: row.due_on,
    extendedTo: row.extended_to,
    extendedBecause: row.extended_because,
    extendedToldOn: row.extended_told_on,
    messageId: row.message_id,
    verifiedHow: row.verified_how,
    verifiedBy: row.verifier,
    verifiedAt,
    decision,
    ground: row.ground,
    decidedBy: row.decider,
    decidedAt: row.decided_at,
    doneOn,
    doneBy: row.doer,
    stage: stageOf({ verifiedAt, decision, doneOn }),
    lastDay: row.extended_to ?? row.due_on,
    version: row.version,
  }
}

/** For a privacy officer: what runs, the first to be late first; or what was done, the last first. At most 200. */
export async function requestsHere(ctx: CaseCtx, { done = false } = {}): Promise<SubjectRequest[]> {
  const rows = await select(ctx)
    .where('request.done_on', done ? 'is not' : 'is', null)
    .orderBy((eb) => eb.fn.coalesce('request.extended_to', 'request.due_on'), done ? 'desc' : 'asc')
    .orderBy('request.id')
    .limit(200)
    .execute()
  const cases = await casesForReview(
    ctx,
    rows.flatMap(({ trajectory_id }) => trajectory_id ?? []),
  )
  return rows.map((row) => shaped(row, cases.get(row.trajectory_id ?? 0)?.number ?? null))
}

/**
 * One request with what was written of it; that it was read stands in the trail.
 * @throws {NotFound} none of this number here
 */
export async function requestNamed(
  ctx: CaseCtx,
  id: number,
): Promise<SubjectRequest & { words: string | null; state: string | null }> {
  const row = await select(ctx).where('request.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound()
  const about = (await casesForReview(ctx, row.trajectory_id === null ? [] : [row.trajectory_id])).get(
    row.trajectory_id ?? 0,
  )
  const key = row.words && about ? await ctx.vault.keyOf(about.person_id) : null
  await logRead(ctx, [row])
  return {
    ...shaped(row, about?.number ?? null),
    words: key ? wordsOf(row, key) : null,
    state: about?.state ?? null,
  }
}

/** The requests of one case, the last first, for whoever works with her. */
export async function requestsOf(
  ctx: CaseCtx,
  trajectory: Trajectory,
): Promise<(SubjectRequest & { words: string | null })[]> {
  const rows = await select(ctx)
    .where('request.trajectory_id', '=', trajectory.id)
    .orderBy('request.received_on', 'desc')
    .orderBy('request.id', 'desc')
    .execute()
  await logRead(ctx, rows)
  return rows.map((row) => ({ ...shaped(row, trajectory.number), words: wordsOf(row, trajectory.key) }))
}

/** How many requests of a case are not done, without what is in them. */
export async function countOpenRequests(
  ctx: CaseCtx,
  trajectory: Pick<Trajectory, 'id'>,
): Promise<{ count: number; lastDay: IsoDate | null }> {
  const row = await ctx.tx
    .selectFrom('reintegration.subject_request')
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.min(eb.fn.coalesce('extended_to', 'due_on')).as('lastDay'),
    ])
    .where('trajectory_id', '=', trajectory.id)
    .where('done_on', 'is', null)
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), lastDay: row.lastDay }
}

export type OwnRequest = Pick<
  SubjectRequest,
  'id' | 'kind' | 'receivedOn' | 'dueOn' | 'extendedTo' | 'extendedBecause' | 'decision' | 'doneOn'
>

/** Her own requests, the last first: for the person whose case it is. */
export async function myRequests(ctx: CaseCtx): Promise<OwnRequest[]> {
  const rows = await ctx.tx
    .selectFrom('reintegration.subject_request')
    .select(['id', 'kind', 'received_on', 'due_on', 'extended_to', 'extended_because', 'decision', 'done_on'])
    .orderBy('received_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    receivedOn: row.received_on,
    dueOn: row.due_on,
    extendedTo: row.extended_to,
    extendedBecause: row.extended_because,
    decision: row.decision,
    doneOn: row.done_on,
  }))
}

export const placeOfWords = (id: number) => ({
  table: 'reintegration.subject_request',
  row: String(id),
  column: 'words',
  version: 1,
})

function wordsOf(row: { id: number; words: Buffer | null }, key: DataKey): string | null {
  return row.words && key.openText(placeOfWords(row.id), row.words)
}

async function logRead(
  ctx: CaseCtx,
  rows: readonly { id: number; trajectory_id: number | null }[],
): Promise<void> {
  await appendMany(
    ctx,
    rows.map(({ id, trajectory_id }) => ({
      event: 'request.read',
      action: 'R' as const,
      purpose: 'data-subject-request' as const,
      parts: { request: id },
      ...(trajectory_id === null ? {} : { trajectory: trajectory_id }),
    })),
  )
}

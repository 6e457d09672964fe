import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import type { IsoDate } from '../days.ts'
import { dayOf } from '../days.ts'
import type { Tables } from '../db/tables.ts'
import { type FieldError, Invalid, NotFound, Refused } from '../errors.ts'
import { erasePerson } from '../vault/index.ts'
import { casesForReview } from './emergencies.ts'
import type { Trajectory } from './open-trajectory.ts'
import type { RequestStage } from './requests.ts'
import {
  daysOfTerm,
  extensions,
  requestDecisions,
  requestGroundsOn,
  requestTermNamed,
  stageOf,
  verifications,
} from './requests.ts'

type Row = Selectable<Tables['reintegration.subject_request']>
type Wanted = {
  id: number
  /** The version that the form showed. */
  version: number
  /** Where it is done from the page of a case: the request must be of that case. */
  trajectory?: Trajectory
}

/** @throws {NotFound} none within reach; @throws {Invalid} `changed-by-other`; @throws {Refused} at another stage */
async function hold(ctx: CaseCtx, wanted: Wanted, stages: readonly RequestStage[]): Promise<Row> {
  const row = await ctx.tx
    .selectFrom('reintegration.subject_request')
    .selectAll()
    .where('id', '=', wanted.id)
    .forUpdate()
    .executeTakeFirst()
  if (!row || (wanted.trajectory && row.trajectory_id !== wanted.trajectory.id)) throw new NotFound()
  if (row.version !== wanted.version) throw new Invalid('changed-by-other')
  const stage = stageOf({ verifiedAt: row.verified_at, decision: row.decision, doneOn: row.done_on })
  if (!stages.includes(stage)) throw new Refused('move-not-possible')
  return row
}

async function change(
  ctx: CaseCtx,
  row: Row,
  event: string,
  fields: readonly string[],
  set: Record<string, unknown>,
): Promise<void> {
  await ctx.tx
    .updateTable('reintegration.subject_request')
    .set({ ...set, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  await append(ctx, {
    event,
    action: 'U',
    purpose: 'data-subject-request',
    parts: { request: row.id },
    fields,
    ...(row.trajectory_id === null ? {} : { trajectory: row.trajectory_id }),
  })
}

const me = ({ actor }: CaseCtx) => (actor.kind === 'staff' ? actor.accountId : null)

/** It was seen who she is, by whoever acts, now. Before this nothing is decided and nothing is given. @throws {Invalid} `how` */
export async function verifyIdentity(ctx: CaseCtx, input: Wanted & { how: string }): Promise<void> {
  const how = verifications.find((one) => one === input.how)
  if (!how) throw new Invalid('form-invalid', [{ field: 'how', code: 'needed' }])
  const row = await hold(ctx, input, ['identity'])
  await change(ctx, row, 'request.identified', ['verified'], {
    verified_how: how,
    verified_by: me(ctx),
    verified_at: sql`meta.clock()`,
  })
}

/**
 * More time, once: she was told of it, and why, within the first term.
 * @throws {Invalid} `because` needed; `toldOn` after the first term or today, or before the request
 * @throws {Refused} when it was extended or decided already
 */
export async function extendRequest(
  ctx: CaseCtx,
  input: Wanted & { because: string; toldOn: IsoDate },
): Promise<void> {
  const because = extensions.find((one) => one === input.because)
  const row = await hold(ctx, input, ['identity', 'decision'])
  if (row.extended_to) throw new Refused('move-not-possible')
  const errors: FieldError[] = []
  if (!because) errors.push({ field: 'because', code: 'needed' })
  if (input.toldOn > row.due_on) errors.push({ field: 'toldOn', code: 'told-too-late' })
  else if (input.toldOn > dayOf(ctx.now)) errors.push({ field: 'toldOn', code: 'in-future' })
  else if (input.toldOn < row.received_on) errors.push({ field: 'toldOn', code: 'before-start' })
  if (errors.length > 0) throw new Invalid('form-invalid', errors)
  await change(ctx, row, 'request.extended', ['extended', 'because', 'told'], {
    extended_to: daysOfTerm(row.received_on, requestTermNamed(row.rule)).longestOn,
    extended_because: because,
    extended_told_on: input.toldOn,
  })
}

/**
 * What is decided, and on what ground. Without knowing who she is only that can be decided.
 * @throws {Invalid} `decision`, `ground` needed, or not of this decision
 */
export async function decideRequest(
  ctx: CaseCtx,
  input: Wanted & { decision: string; ground: string },
): Promise<void> {
  const row = await hold(ctx, input, ['identity', 'decision'])
  const decision = requestDecisions.find((one) => one === input.decision)
  const errors: FieldError[] = []
  if (!decision) errors.push({ field: 'decision', code: 'needed' })
  if (decision && row.verified_at === null && decision !== 'not-identified') {
    errors.push({ field: 'decision', code: 'identity-first' })
  }
  if (decision === 'not-identified' && row.verified_at !== null) {
    errors.push({ field: 'decision', code: 'identity-known' })
  }
  const ground = requestGroundsOn(dayOf(ctx.now), row.kind).find(({ id }) => id === input.ground)
  if (!ground) errors.push({ field: 'ground', code: 'needed' })
  else if (decision && !ground.decisions.includes(decision)) {
    errors.push({ field: 'ground', code: 'ground-of-other' })
  }
  if (errors.length > 0) throw new Invalid('form-invalid', errors)
  await change(ctx, row, 'request.decided', ['decision', 'ground'], {
    decision,
    ground: ground?.id,
    decided_by: me(ctx),
    decided_at: sql`meta.clock()`,
  })
}

/** Whether carrying it out takes somebody who works with her. */
export const takesCare = (row: { decision: string | null; trajectoryId: number | null }): boolean =>
  row.trajectoryId !== null && (row.decision === 'granted' || row.decision === 'partly')

/**
 * It was done: given, corrected, limited, or answered that it is not. What is granted on a case, whoever coordinates it carries out;
 * erasing is a step of its own.
 * @throws {Invalid} `doneOn` later than today, or before the request
 * @throws {Refused} for others
 */
export async function finishRequest(ctx: CaseCtx, input: Wanted & { doneOn: IsoDate }): Promise<void> {
  const row = await hold(ctx, input, ['doing'])
  if (takesCare({ decision: row.decision, trajectoryId: row.trajectory_id })) {
    if (row.kind === 'erasure' && row.decision === 'granted') throw new Refused('move-not-possible')
    if (!coordinates(input.trajectory)) throw new Refused('move-not-possible')
  }
  const errors: FieldError[] = []
  if (input.doneOn > dayOf(ctx.now)) errors.push({ field: 'doneOn', code: 'in-future' })
  if (input.doneOn < row.received_on) errors.push({ field: 'doneOn', code: 'before-start' })
  if (errors.length > 0) throw new Invalid('form-invalid', errors)
  await change(ctx, row, 'request.done', ['done'], { done_on: input.doneOn, done_by: me(ctx) })
}

/** Whoever coordinates her care, or stands in for who does. */
export const coordinates = (trajectory: Trajectory | undefined): boolean =>
  trajectory?.access.by === 'relation' && trajectory.access.part !== 'worker'

/**
 * Erases her, as was granted: a privacy officer does this, when the case is closed. It cannot be undone.
 * @param input.journal the file of erasures outside the database
 * @throws {Refused} before it was granted, or while the case is open
 */
export async function eraseOnRequest(ctx: CaseCtx, input: Wanted & { journal: string }): Promise<void> {
  const row = await hold(ctx, input, ['doing'])
  if (row.kind !== 'erasure' || row.decision !== 'granted' || row.trajectory_id === null) {
    throw new Refused('move-not-possible')
  }
  const about = (await casesForReview(ctx, [row.trajectory_id])).get(row.trajectory_id)
  if (about?.state !== 'closed' || about.erased) throw new Refused('move-not-possible')
  await change(ctx, row, 'request.done', ['done'], { done_on: dayOf(ctx.now), done_by: me(ctx) })
  await erasePerson(ctx, { personId: about.person_id, because: 'request', journal: input.journal })
}

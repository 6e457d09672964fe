import type { Selectable, Updateable } from 'kysely'
import { record } from '../../audit/index.ts'
import type { Ctx, Role } from '../../ctx.ts'
import { Denied, Invalid, NotFound, Refused } from '../../errors.ts'
import { byWhom } from '../by-whom.ts'
import { isIsoDate } from '../check-review.ts'
import type { At, IsoDate } from '../read/reading.ts'
import { redact } from '../redact.ts'
import { toJson } from '../save-reading.ts'
import type { CommitmentTable } from '../tables.ts'
import type { CommitmentFacts } from './commitment.ts'
import { dayOf } from './days.ts'
import { isRefused, type RefusedMove } from './machine.ts'
import type { Matter, ReopenCause, SettlementOutcome } from './matter.ts'
import type { ProposalState } from './proposal.ts'
import type { CommitmentBefore, MatterBefore, MatterTable } from './tables.ts'
import type { CommitmentStep, MatterStep } from './undo.ts'

/** A step's place in the histories, and the version that the next step must name. */
export type Step = { version: number; history: number }
export type MatterRow = Selectable<MatterTable>
export type CommitmentRow = Selectable<CommitmentTable>

/** `FieldError.code` of the commands in this folder. */
export const lifeFieldCodes = [
  'needed',
  'not-a-choice',
  'date-invalid',
  'date-in-future',
  'date-too-early',
  'passage-missing',
  'motion-not-withdrawn',
  'goes-in-a-circle',
] as const
export type LifeFieldCode = (typeof lifeFieldCodes)[number]

/** Who takes which steps. Deciding has rules of its own (`mayDecide`). */
const takers: Readonly<Record<string, readonly Role[]>> = {
  object: ['clerk', 'councillor'],
  hold: ['clerk', 'portfolio-holder'],
  'set-check-date': ['clerk'],
  'agree-term': ['clerk', 'portfolio-holder', 'policy-officer'],
}
const staff: readonly Role[] = ['clerk', 'portfolio-holder', 'policy-officer']

/** Whether people in this role take this step. */
export const takesStep = (step: MatterStep | CommitmentStep, role: Role) =>
  (takers[step] ?? staff).includes(role)

/** @throws Denied when this step is not for this role */
export function checkRole({ actor }: Ctx, step: MatterStep | CommitmentStep): void {
  if (actor.kind === 'person' && !takesStep(step, actor.role)) {
    throw new Denied(`role ${actor.role} does not ${step}`)
  }
}

/** What a pure rule returned, or its refusal as an error. @throws Refused */
export function allowed<T extends object>(result: T | RefusedMove): T {
  if (isRefused(result)) throw new Refused(result.refused)
  return result
}

/** What a person wrote, without e-mail addresses and mobile numbers: it will be public. Null when blank. */
export function publicText(typed: string | null | undefined): string | null {
  const text = typed?.normalize('NFC').replace(/\s+/g, ' ').trim() ?? ''
  return text === '' ? null : redact([], []).text(text)
}

/** @throws Invalid when nothing was written */
export function neededText(typed: string | null | undefined, field: string): string {
  const text = publicText(typed)
  if (text === null) throw new Invalid('form-invalid', [{ field, code: 'needed' }])
  return text
}

/**
 * The day that a step counts from: today unless an earlier one is given.
 * @throws Invalid for a day to come, or one before `earliest`
 */
export function stepDay(ctx: Ctx, on: IsoDate | undefined, earliest: IsoDate | null = null): IsoDate {
  const today = dayOf(ctx.now)
  const day = on ?? today
  checkDay(day, 'on')
  if (day > today) throw new Invalid('form-invalid', [{ field: 'on', code: 'date-in-future' }])
  if (earliest && day < earliest) throw new Invalid('form-invalid', [{ field: 'on', code: 'date-too-early' }])
  return day
}

/** @throws Invalid when this is no day of the calendar */
export function checkDay(day: string, field: string): void {
  if (!isIsoDate(day)) throw new Invalid('form-invalid', [{ field, code: 'date-invalid' }])
}

/**
 * Holds a matter at the version that the caller saw.
 * @throws NotFound; Refused `changed-by-other`
 */
export async function lockMatter(ctx: Ctx, input: { matter: number; version: number }): Promise<MatterRow> {
  const row = await ctx.tx
    .selectFrom('council.matter')
    .selectAll()
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', input.matter)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  if (row.version !== input.version) throw new Refused('changed-by-other')
  return row
}

export const matterOfRow = (row: MatterRow): Matter => ({
  state: row.state,
  outcome: row.outcome,
  decision: row.decision_id,
  proposal: row.proposal_id,
  held: row.held,
})
export const matterColumns = (matter: Matter) => ({
  state: matter.state,
  outcome: matter.outcome,
  decision_id: matter.decision,
  proposal_id: matter.proposal,
  held: matter.held,
})

export type MatterStepFacts = {
  step: MatterStep
  on: IsoDate
  reason?: string | null
  cause?: ReopenCause
  outcome?: SettlementOutcome | null
  commitment?: number
  place?: { document: number; at: At } | null
  undoes?: number
  /** Event of the audit log. */
  event: string
  fields?: readonly string[]
}

const roleOf = ({ actor }: Ctx) => (actor.kind === 'person' ? actor.role : 'program')
const publicName = ({ actor }: Ctx) =>
  actor.kind === 'person' && (actor.role === 'councillor' || actor.role === 'portfolio-holder')
    ? actor.name
    : null

/** Adds the history row of a step, with who took it and what was before it kept apart. @returns its id */
export async function addMatterHistory(
  ctx: Ctx,
  row: MatterRow,
  to: Matter,
  facts: MatterStepFacts,
): Promise<number> {
  const { municipality } = ctx.actor
  const before = await matterBefore(ctx, row)
  const { id } = await ctx.tx
    .insertInto('council.matter_history')
    .values({
      municipality,
      motion_id: row.motion_id,
      matter_id: row.id,
      step: facts.step,
      from_state: row.state,
      to_state: to.state,
      moved_at: ctx.now,
      moved_on: facts.on,
      by_role: roleOf(ctx),
      by_name: publicName(ctx),
      cause: facts.cause ?? null,
      reason: facts.reason ?? null,
      outcome: facts.outcome ?? null,
      commitment_id: facts.commitment ?? null,
      document_id: facts.place?.document ?? null,
      at: facts.place ? toJson(facts.place.at) : null,
      undoes: facts.undoes ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const who = byWhom(ctx)
  await ctx.tx
    .insertInto('council.matter_history_detail')
    .values({
      municipality,
      history_id: id,
      actor_id: who.id,
      actor_name: who.name,
      before: toJson(before),
    })
    .execute()
  await record(ctx, facts.event, { matter: String(row.id) }, facts.fields ? { fields: facts.fields } : {})
  return id
}

/** Writes the new state of a locked matter and counts its version. */
export async function updateMatter(
  ctx: Ctx,
  row: MatterRow,
  change: Updateable<MatterTable>,
): Promise<number> {
  const version = row.version + 1
  await ctx.tx
    .updateTable('council.matter')
    .set({ ...change, version })
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', row.id)
    .execute()
  return version
}

/** A step that changes nothing but the matter itself: history and row. */
export async function stepMatter(
  ctx: Ctx,
  row: MatterRow,
  to: Matter,
  facts: MatterStepFacts,
  change: Updateable<MatterTable> = {},
): Promise<Step> {
  const history = await addMatterHistory(ctx, row, to, facts)
  return { history, version: await updateMatter(ctx, row, { ...matterColumns(to), ...change }) }
}

async function matterBefore(ctx: Ctx, row: MatterRow): Promise<MatterBefore> {
  const { municipality } = ctx.actor
  const official = await ctx.tx
    .selectFrom('council.matter_official')
    .select(['account_id', 'name'])
    .where('municipality', '=', municipality)
    .where('matter_id', '=', row.id)
    .executeTakeFirst()
  const proposal = row.proposal_id === null ? null : await proposalOf(ctx, row.proposal_id)
  return {
    state: row.state,
    outcome: row.outcome,
    decision_id: row.decision_id,
    proposal_id: row.proposal_id,
    held: row.held,
    portfolio_holder_id: row.portfolio_holder_id,
    term_source: row.term_source,
    term_text: row.term_text,
    term_not_before: row.term_not_before,
    term_not_after: row.term_not_after,
    term_basis: row.term_basis,
    official: official ?? null,
    proposal: proposal && { id: proposal.id, state: proposal.state },
  }
}

/** A proposal with the account of whoever made it; the matter is locked, so it does not change. */
export async function proposalOf(ctx: Ctx, id: number) {
  return ctx.tx
    .selectFrom('council.settlement_proposal as proposal')
    .innerJoin('council.matter_history_detail as detail', (join) =>
      join
        .onRef('detail.municipality', '=', 'proposal.municipality')
        .onRef('detail.history_id', '=', 'proposal.history_id'),
    )
    .selectAll('proposal')
    .select('detail.actor_id')
    .where('proposal.municipality', '=', ctx.actor.municipality)
    .where('proposal.id', '=', id)
    .executeTakeFirstOrThrow()
}

export async function setProposalState(ctx: Ctx, id: number, state: ProposalState): Promise<void> {
  await ctx.tx
    .updateTable('council.settlement_proposal')
    .set({ state })
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', id)
    .execute()
}

/** Holds a commitment at the version that the caller saw. @throws NotFound; Refused `changed-by-other` */
export async function lockCommitment(
  ctx: Ctx,
  input: { commitment: number; version: number },
): Promise<CommitmentRow> {
  const row = await findCommitment(ctx, input.commitment)
  if (!row) throw new NotFound()
  if (row.version !== input.version) throw new Refused('changed-by-other')
  return row
}

/** Holds a commitment as it is now. */
export async function findCommitment(ctx: Ctx, id: number): Promise<CommitmentRow | undefined> {
  return ctx.tx
    .selectFrom('council.commitment')
    .selectAll()
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export const commitmentOfRow = (
  row: Pick<CommitmentRow, 'state' | 'due_not_after' | 'check_on' | 'extended_to' | 'missed_on'>,
): CommitmentFacts => ({
  state: row.state,
  notAfter: row.due_not_after,
  checkOn: row.check_on,
  extendedTo: row.extended_to,
  missedOn: row.missed_on,
})

export type CommitmentStepFacts = {
  step: CommitmentStep
  on: IsoDate
  reason?: string | null
  undoes?: number
  event: string
}

/** A step of a locked commitment: history, who and what was before, row, audit line. */
export async function stepCommitment(
  ctx: Ctx,
  row: CommitmentRow,
  to: CommitmentFacts,
  facts: CommitmentStepFacts,
  change: Updateable<CommitmentTable> = {},
): Promise<Step> {
  const { municipality } = ctx.actor
  const { id: history } = await ctx.tx
    .insertInto('council.commitment_history')
    .values({
      municipality,
      commitment_id: row.id,
      step: facts.step,
      from_state: row.state,
      to_state: to.state,
      moved_at: ctx.now,
      moved_on: facts.on,
      by_role: roleOf(ctx),
      by_name: publicName(ctx),
      reason: facts.reason ?? null,
      undoes: facts.undoes ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const who = byWhom(ctx)
  const before: CommitmentBefore = {
    state: row.state,
    check_on: row.check_on,
    check_source: row.check_source,
    extended_to: row.extended_to,
    missed_on: row.missed_on,
  }
  await ctx.tx
    .insertInto('council.commitment_history_detail')
    .values({
      municipality,
      history_id: history,
      actor_id: who.id,
      actor_name: who.name,
      before: toJson(before),
    })
    .execute()
  const version = row.version + 1
  await ctx.tx
    .updateTable('council.commitment')
    .set({ state: to.state, extended_to: to.extendedTo, missed_on: to.missedOn, ...change, version })
    .where('municipality', '=', municipality)
    .where('id', '=', row.id)
    .execute()
  await record(ctx, facts.event, { commitment: String(row.id) })
  return { history, version }
}

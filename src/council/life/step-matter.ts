import type { Selectable, Updateable } from 'kysely'
import { record } from '../../audit/index.ts'
import type { Ctx } from '../../ctx.ts'
import { NotFound, Refused } from '../../errors.ts'
import { byWhom } from '../by-whom.ts'
import type { At, IsoDate } from '../read/reading.ts'
import { refreshStanding } from '../refresh-register.ts'
import { toJson } from '../save-reading.ts'
import { checkAssigned } from './assigned.ts'
import type { Matter, ReopenCause, SettlementOutcome } from './matter.ts'
import { publicName, roleOf, type Step } from './moving.ts'
import type { ProposalState } from './proposal.ts'
import type { MatterBefore, MatterTable } from './tables.ts'
import type { MatterStep } from './undo.ts'

export type MatterRow = Selectable<MatterTable>

/**
 * Holds a matter at the version that the caller saw.
 * @throws NotFound; Denied `not-assigned`; Refused `changed-by-other`, `course-set-aside`
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
  await checkAssigned(ctx, input)
  if (row.aside_for !== null) throw new Refused('course-set-aside')
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

/** Writes the new state of a locked matter, after its history row; counts its version; the register shows it. */
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
  await refreshStanding(ctx, [row.motion_id])
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

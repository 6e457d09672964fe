import { sql } from 'kysely'
import { recordMany } from '../../audit/index.ts'
import type { Ctx } from '../../ctx.ts'
import { byWhom } from '../by-whom.ts'
import { type SettlementOutcome, settlementOutcomes } from '../life/matter.ts'
import { roleOf } from '../life/moving.ts'
import type { MatterRow } from '../life/step-matter.ts'
import type { MatterBefore } from '../life/tables.ts'
import type { IsoDate } from '../read/reading.ts'
import { toJson } from '../save-reading.ts'
import type { RowFields } from './fields.ts'

export type ImportedSettlement = {
  matter: MatterRow
  outcome: SettlementOutcome
  on: IsoDate
  /** What the list says about it; public. */
  text: string | null
  body: 'college' | 'council'
}

/** What an old register says about a settlement, or null when the row says that nothing is settled. */
export function settlementOf(
  fields: RowFields,
  decidedBy: 'college' | 'council' | null,
): Omit<ImportedSettlement, 'matter'> | null {
  const known = (settlementOutcomes as readonly string[]).includes(fields.settlement)
  if (fields.status !== 'settled' || !known || fields.settledOn === '' || decidedBy === null) return null
  return {
    outcome: fields.settlement as SettlementOutcome,
    on: fields.settledOn as IsoDate,
    text: fields.settlementText || null,
    body: decidedBy,
  }
}

/** Where a list gives no words with a settlement on an announcement alone: its decision must say something. */
const takenOver = 'Overgenomen uit het oude register.'

/**
 * Settles matters as an old register says: a proposal whose evidence is unknown, visibly, and the decision. All of them at once: a
 * matter must be open or in progress.
 */
export async function settleImported(ctx: Ctx, settlements: readonly ImportedSettlement[]): Promise<void> {
  if (settlements.length === 0) return
  const { municipality } = ctx.actor
  const proposed = await addSteps(ctx, settlements, 'propose')
  const proposals = await ctx.tx
    .insertInto('council.settlement_proposal')
    .values(
      settlements.map(({ matter, outcome, on, text }) => ({
        municipality,
        motion_id: matter.motion_id,
        matter_id: matter.id,
        history_id: proposed.get(matter.id)!,
        state: 'decided' as const,
        outcome,
        explanation: text,
        proposed_on: on,
        objection_until: null,
        origin: 'imported' as const,
      })),
    )
    .returning(['id', 'matter_id'])
    .execute()
  const proposalOf = new Map(proposals.map((row) => [row.matter_id, row.id]))
  await ctx.tx
    .insertInto('council.settlement_evidence')
    .values(
      settlements.map(({ matter }) => ({
        municipality,
        motion_id: matter.motion_id,
        proposal_id: proposalOf.get(matter.id)!,
        position: 0,
        kind: 'unknown' as const,
        document_id: null,
        at: null,
        quotation: null,
      })),
    )
    .execute()
  const decisions = await ctx.tx
    .insertInto('council.settlement_decision')
    .values(
      settlements.map(({ matter, outcome, on, text, body }) => ({
        municipality,
        motion_id: matter.motion_id,
        matter_id: matter.id,
        proposal_id: proposalOf.get(matter.id)!,
        verdict: 'accept' as const,
        outcome,
        body,
        decided_on: on,
        meeting_id: null,
        reason: outcome === 'announced' ? (text ?? takenOver) : null,
        corrects: null,
      })),
    )
    .returning(['id', 'matter_id'])
    .execute()
  const decisionOf = new Map(decisions.map((row) => [row.matter_id, row.id]))
  await addSteps(ctx, settlements, 'accept', proposalOf)
  const settled = settlements.map(({ matter, outcome }) => ({
    id: matter.id,
    outcome,
    decision_id: decisionOf.get(matter.id)!,
  }))
  await sql`
    update council.matter m
       set state = 'settled', outcome = s.outcome, decision_id = s.decision_id, proposal_id = null, held = false,
           version = m.version + 2
      from jsonb_to_recordset(${toJson(settled)}::jsonb) as s(id integer, outcome text, decision_id integer)
     where m.municipality = ${municipality} and m.id = s.id`.execute(ctx.tx)
  await recordMany(
    ctx,
    'settlement.imported',
    settlements.map(({ matter }) => ({ matter: String(matter.id) })),
  )
}

/** The history of both steps, with what was before kept apart. @returns matter → history row */
async function addSteps(
  ctx: Ctx,
  settlements: readonly ImportedSettlement[],
  step: 'propose' | 'accept',
  proposalOf?: ReadonlyMap<number, number>,
): Promise<Map<number, number>> {
  const { municipality } = ctx.actor
  const rows = await ctx.tx
    .insertInto('council.matter_history')
    .values(
      settlements.map(({ matter, outcome, on, text }) => ({
        municipality,
        motion_id: matter.motion_id,
        matter_id: matter.id,
        step,
        from_state: step === 'propose' ? matter.state : ('proposed' as const),
        to_state: step === 'propose' ? ('proposed' as const) : ('settled' as const),
        moved_at: ctx.now,
        moved_on: on,
        by_role: roleOf(ctx),
        by_name: null,
        cause: null,
        reason: step === 'propose' ? text : null,
        outcome,
        commitment_id: null,
        document_id: null,
        at: null,
        undoes: null,
      })),
    )
    .returning(['id', 'matter_id'])
    .execute()
  const historyOf = new Map(rows.map((row) => [row.matter_id, row.id]))
  const who = byWhom(ctx)
  await ctx.tx
    .insertInto('council.matter_history_detail')
    .values(
      settlements.map(({ matter }) => {
        const proposal = proposalOf?.get(matter.id)
        const before = matterBefore(matter)
        return {
          municipality,
          history_id: historyOf.get(matter.id)!,
          actor_id: who.id,
          actor_name: who.name,
          before: toJson(
            proposal === undefined
              ? before
              : {
                  ...before,
                  state: 'proposed',
                  proposal_id: proposal,
                  proposal: { id: proposal, state: 'proposed' },
                },
          ),
        }
      }),
    )
    .execute()
  return historyOf
}

/** What an undo would put back; matters that a list settles have no proposal. */
export const matterBefore = (row: MatterRow): MatterBefore => ({
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
  official: null,
  proposal: null,
})

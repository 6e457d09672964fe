import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import type { Fallen } from './facts.ts'

/** Whether the settlement of `matter` rests on something that no longer stands: a withdrawn letter, a milestone or report taken back. */
export const restsOnWithdrawn = () => sql<boolean>`exists (
  select from council.settlement_decision decision
  join council.fallen_settlement_evidence fallen
    on fallen.municipality = decision.municipality and fallen.proposal_id = decision.proposal_id
  where decision.municipality = matter.municipality and decision.id = matter.decision_id)`

/** Settled, or proposed, on what no longer stands: since when and why, and by whom it was decided. */
export type Withdrawn = Fallen & { decider: { body: 'college' | 'council'; name: string } | null }

type Resting = { id: number; decision_id: number | null; proposal_id: number | null }

/** Of these matters, those whose settlement or waiting proposal rests on something that no longer stands. */
export async function loadWithdrawn(ctx: Ctx, matters: readonly Resting[]): Promise<Map<number, Withdrawn>> {
  const fallen = await loadFallen(ctx, matters)
  const deciders = await decidersOf(ctx, [...fallen.keys()])
  return new Map(
    [...fallen].map(([id, { body, ...why }]) => [
      id,
      { ...why, decider: body && { body, name: deciders.get(id)?.name ?? '' } },
    ]),
  )
}

/** The same without who decided; `body`: null while it is proposed. */
export async function loadFallen(
  ctx: Ctx,
  matters: readonly Resting[],
): Promise<Map<number, Fallen & { body: 'college' | 'council' | null }>> {
  const resting = matters
    .filter((one) => one.decision_id !== null || one.proposal_id !== null)
    .map((one) => one.id)
  if (resting.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('council.matter as matter')
    .leftJoin('council.settlement_decision as decision', (join) =>
      join
        .onRef('decision.municipality', '=', 'matter.municipality')
        .onRef('decision.id', '=', 'matter.decision_id'),
    )
    .innerJoin('council.fallen_settlement_evidence as fallen', (join) =>
      join
        .onRef('fallen.municipality', '=', 'matter.municipality')
        .on('fallen.proposal_id', '=', sql<number>`coalesce(decision.proposal_id, matter.proposal_id)`),
    )
    .select(['matter.id', 'decision.body', 'fallen.cause', 'fallen.moved_on as on', 'fallen.reason'])
    .where('matter.municipality', '=', ctx.actor.municipality)
    .where(sql<boolean>`matter.id = any(${resting}::int[])`)
    .orderBy('fallen.moved_on', 'desc')
    .execute()
  // The first day on which anything fell is the one that counts.
  return new Map(rows.map(({ id, ...why }) => [id, why]))
}

/** Who entered the decision that each of these settled matters rests on. Names of officials: for the desk only. */
export async function decidersOf(
  ctx: Ctx,
  matters: readonly number[],
): Promise<Map<number, { account: string | null; name: string }>> {
  if (matters.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('council.matter_history as step')
    .innerJoin('council.matter_history_detail as detail', (join) =>
      join.onRef('detail.municipality', '=', 'step.municipality').onRef('detail.history_id', '=', 'step.id'),
    )
    .select(['step.matter_id', 'detail.actor_id', 'detail.actor_name'])
    .where('step.municipality', '=', ctx.actor.municipality)
    .where(sql<boolean>`step.matter_id = any(${[...matters]}::int[])`)
    .where('step.step', 'in', ['accept', 'correct'])
    .orderBy('step.id')
    .execute()
  return new Map(rows.map((row) => [row.matter_id, { account: row.actor_id, name: row.actor_name }]))
}

import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import type { IsoDate } from '../read/reading.ts'

/** Whether the settlement of `matter` rests on words of a letter that was withdrawn. */
export const restsOnWithdrawn = () => sql<boolean>`exists (
  select from council.settlement_decision decision
  join council.settlement_evidence evidence on evidence.municipality = decision.municipality and evidence.proposal_id = decision.proposal_id
  join council.letter letter on letter.municipality = evidence.municipality and letter.document_id = evidence.document_id
  where decision.municipality = matter.municipality and decision.id = matter.decision_id and letter.withdrawn_on is not null)`

/** Of these matters, those that were settled on words of a withdrawn letter: since when, and why. */
export async function loadWithdrawn(
  ctx: Ctx,
  matters: readonly { id: number; decision_id: number | null }[],
): Promise<Map<number, { on: IsoDate; reason: string | null }>> {
  const settled = matters.filter((one) => one.decision_id !== null).map((one) => one.id)
  if (settled.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('council.matter as matter')
    .innerJoin('council.settlement_decision as decision', (join) =>
      join
        .onRef('decision.municipality', '=', 'matter.municipality')
        .onRef('decision.id', '=', 'matter.decision_id'),
    )
    .innerJoin('council.settlement_evidence as evidence', (join) =>
      join
        .onRef('evidence.municipality', '=', 'decision.municipality')
        .onRef('evidence.proposal_id', '=', 'decision.proposal_id'),
    )
    .innerJoin('council.letter as letter', (join) =>
      join
        .onRef('letter.municipality', '=', 'evidence.municipality')
        .onRef('letter.document_id', '=', 'evidence.document_id')
        .on('letter.withdrawn_on', 'is not', null),
    )
    .innerJoin('council.letter_withdrawal as step', (join) =>
      join
        .onRef('step.municipality', '=', 'letter.municipality')
        .onRef('step.letter_id', '=', 'letter.id')
        .on('step.step', '=', 'withdraw'),
    )
    .select(['matter.id', 'step.moved_on as on', 'step.reason'])
    .where('matter.municipality', '=', ctx.actor.municipality)
    .where('matter.id', 'in', settled)
    .orderBy('step.id')
    .execute()
  return new Map(rows.map(({ id, on, reason }) => [id, { on, reason }]))
}

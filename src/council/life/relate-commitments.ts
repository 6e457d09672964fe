import { sql } from 'kysely'
import { publicText } from '../../cover.ts'
import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { Invalid } from '../../errors.ts'
import { isRefused } from '../../machine.ts'
import { checkCommitmentAssigned } from './assigned.ts'
import { type CommitmentRelation, commitmentRelations, moveCommitment } from './commitment.ts'
import { checkRole, type Step } from './moving.ts'
import { commitmentOfRow, findCommitment, lockCommitment, stepCommitment } from './step-commitment.ts'

export type RelateCommitments = { commitment: number; version: number; note?: string | null } & (
  | { kind: Exclude<CommitmentRelation, 'replaces-motion'>; other: number }
  | { kind: 'replaces-motion'; motion: number }
)

/**
 * Says that a commitment repeats, amends or replaces an earlier one, or replaces a motion that was withdrawn for it. A replaced
 * commitment lapses, and what rested on it rests on the new one.
 * @throws Invalid (`other`, `motion`); Refused `changed-by-other`; Denied; NotFound
 */
export async function relateCommitments(ctx: Ctx, input: RelateCommitments): Promise<Step> {
  checkRole(ctx, 'relate')
  const { municipality } = ctx.actor
  const row = await lockCommitment(ctx, input)
  const other = input.kind === 'replaces-motion' ? null : input.other
  const motion = input.kind === 'replaces-motion' ? input.motion : null
  if (other !== null) await checkOther(ctx, row.id, other)
  // The replaced one lapses by it: a step of its own.
  if (input.kind === 'replaces') await checkCommitmentAssigned(ctx, { commitment: input.other })
  if (motion !== null) {
    const found = await ctx.tx
      .selectFrom('council.motion')
      .select('outcome')
      .where('municipality', '=', municipality)
      .where('id', '=', motion)
      .executeTakeFirst()
    if (!found) throw new Invalid('form-invalid', [{ field: 'motion', code: 'not-a-choice' }])
    if (found.outcome !== 'withdrawn') {
      throw new Invalid('form-invalid', [{ field: 'motion', code: 'motion-not-withdrawn' }])
    }
  }
  const step = await stepCommitment(ctx, row, commitmentOfRow(row), {
    step: 'relate',
    on: dayOf(ctx.now),
    reason: publicText(input.note),
    event: 'commitment.related',
  })
  await ctx.tx
    .insertInto('council.commitment_relation')
    .values({
      municipality,
      commitment_id: row.id,
      history_id: step.history,
      kind: input.kind,
      other_id: other,
      motion_id: motion,
    })
    .execute()
  if (input.kind === 'replaces') await lapseReplaced(ctx, input.other)
  return step
}

async function lapseReplaced(ctx: Ctx, id: number): Promise<void> {
  const row = await findCommitment(ctx, id)
  if (!row) return
  const to = moveCommitment(commitmentOfRow(row), { move: 'lapse' })
  if (isRefused(to)) return
  await stepCommitment(ctx, row, to, { step: 'lapse', on: dayOf(ctx.now), event: 'commitment.lapsed' })
}

async function checkOther(ctx: Ctx, id: number, other: number): Promise<void> {
  const invalid = (code: string) => new Invalid('form-invalid', [{ field: 'other', code }])
  const known = await ctx.tx
    .selectFrom('council.commitment')
    .select('id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', other)
    .executeTakeFirst()
  if (!known || other === id) throw invalid('not-a-choice')
  if ((await earlierThan(ctx, other)).includes(id)) throw invalid('goes-in-a-circle')
}

/** The commitments that this one repeats, amends or replaces, directly or by way of others. */
export async function earlierThan(
  ctx: Ctx,
  id: number,
  kinds: readonly CommitmentRelation[] = commitmentRelations,
): Promise<number[]> {
  const { municipality } = ctx.actor
  const { rows } = await sql<{ id: number }>`
    with recursive relation as (
      select commitment_id, other_id from council.standing_relation
       where municipality = ${municipality} and kind = any (${[...kinds]}) and other_id is not null
    ), earlier (id) as (
      select other_id from relation where commitment_id = ${id}
      union
      select relation.other_id from relation join earlier on relation.commitment_id = earlier.id
    )
    select id from earlier`.execute(ctx.tx)
  return rows.map((row) => row.id)
}

import type { Selectable, Updateable } from 'kysely'
import { record } from '../../audit/index.ts'
import type { Ctx } from '../../ctx.ts'
import { NotFound, Refused } from '../../errors.ts'
import { byWhom } from '../by-whom.ts'
import type { IsoDate } from '../read/reading.ts'
import { refreshCommitment } from '../refresh-register.ts'
import { toJson } from '../save-reading.ts'
import type { CommitmentTable } from '../tables.ts'
import { checkCommitmentAssigned } from './assigned.ts'
import type { CommitmentFacts } from './commitment.ts'
import { publicName, roleOf, type Step } from './moving.ts'
import type { CommitmentBefore } from './tables.ts'
import type { CommitmentStep } from './undo.ts'

export type CommitmentRow = Selectable<CommitmentTable>

/** Holds a commitment at the version that the caller saw. @throws NotFound; Denied `not-assigned`; Refused `changed-by-other` */
export async function lockCommitment(
  ctx: Ctx,
  input: { commitment: number; version: number },
): Promise<CommitmentRow> {
  const row = await findCommitment(ctx, input.commitment)
  if (!row) throw new NotFound()
  await checkCommitmentAssigned(ctx, input)
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
  await refreshCommitment(ctx, row.id)
  return { history, version }
}

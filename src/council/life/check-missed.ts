import { type ExpressionBuilder, sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { addDays } from '../../days.ts'
import type { Tables } from '../../db/tables.ts'
import type { IsoDate } from '../read/reading.ts'
import type { InTransaction } from '../receive-document.ts'
import { lifeSettings } from '../set-up-municipality.ts'
import { dueOn, missed, moveCommitment } from './commitment.ts'
import { moveMatter } from './matter.ts'
import { allowed } from './moving.ts'
import { earlierThan } from './relate-commitments.ts'
import { commitmentOfRow, findCommitment, stepCommitment } from './step-commitment.ts'
import { type MatterRow, matterOfRow, stepMatter } from './step-matter.ts'

export type MissedCommitment = { commitment: number; reopened: number[] }

/**
 * Notes for one municipality every commitment whose day has passed, and reopens what was settled on it (unless the municipality's
 * settings say otherwise). One transaction for each commitment, so that a run that is killed has done some wholly and the rest not at
 * all; the next run, also after days, does the rest. Safe to repeat and to run twice at once.
 * @param inTransaction opens a transaction as the program, at the municipality
 */
export async function checkMissed(
  inTransaction: InTransaction,
  input: { today: IsoDate },
): Promise<MissedCommitment[]> {
  const waiting = await inTransaction((ctx) => missedCommitments(ctx, input.today))
  const noted: MissedCommitment[] = []
  for (const commitment of waiting) {
    const one = await inTransaction((ctx) => noteMissed(ctx, { commitment, today: input.today }))
    if (one) noted.push(one)
  }
  return noted
}

/** Open commitments whose day has passed, longest ago first. */
export async function missedCommitments(ctx: Ctx, today: IsoDate): Promise<number[]> {
  const day = sql<IsoDate>`coalesce(extended_to, due_not_after, check_on)`
  const rows = await ctx.tx
    .selectFrom('council.commitment')
    .select('id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('state', '=', 'open')
    .where(day, '<', today)
    .orderBy(day)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Notes one; null when it is not missed, or was noted already. Matters are held before the commitment, as by a decision. */
export async function noteMissed(
  ctx: Ctx,
  input: { commitment: number; today: IsoDate },
): Promise<MissedCommitment | null> {
  await restingMatters(ctx, input.commitment)
  const row = await findCommitment(ctx, input.commitment)
  if (!row || !missed(commitmentOfRow(row), input.today)) return null
  const commitment = commitmentOfRow(row)
  const on = addDays(dueOn(commitment)!.on, 1)
  await stepCommitment(ctx, row, allowed(moveCommitment(commitment, { move: 'miss', today: input.today })), {
    step: 'miss',
    on,
    event: 'commitment.missed',
  })
  if (!(await lifeSettings(ctx, input.today)).reopenOnMissed) return { commitment: row.id, reopened: [] }
  const matters = await restingMatters(ctx, row.id)
  for (const matter of matters) {
    await stepMatter(ctx, matter, allowed(moveMatter(matterOfRow(matter), { move: 'reopen' })), {
      step: 'reopen',
      on,
      cause: 'commitment-missed',
      outcome: matter.outcome,
      commitment: row.id,
      event: 'matter.reopened',
    })
  }
  return { commitment: row.id, reopened: matters.map((matter) => matter.id) }
}

/** Holds the matters that are settled on the announcement of this commitment, or of one that it replaces. */
async function restingMatters(ctx: Ctx, commitment: number): Promise<MatterRow[]> {
  const carried = [commitment, ...(await earlierThan(ctx, commitment, ['replaces']))]
  return ctx.tx
    .selectFrom('council.matter')
    .selectAll()
    .where('municipality', '=', ctx.actor.municipality)
    .where('state', '=', 'settled')
    .where('outcome', '=', 'announced')
    .where('aside_for', 'is', null)
    .where((eb) => eb('decision_id', 'in', decisionsOn(eb, ctx.actor.municipality, carried)))
    .orderBy('id')
    .forUpdate()
    .execute()
}

function decisionsOn(
  eb: ExpressionBuilder<Tables, 'council.matter'>,
  municipality: string,
  commitments: number[],
) {
  return eb
    .selectFrom('council.settlement_decision as decision')
    .innerJoin('council.settlement_commitment as link', (join) =>
      join
        .onRef('link.municipality', '=', 'decision.municipality')
        .onRef('link.proposal_id', '=', 'decision.proposal_id'),
    )
    .select('decision.id')
    .where('decision.municipality', '=', municipality)
    .where('link.commitment_id', 'in', commitments)
}

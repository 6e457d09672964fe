import type { Ctx } from '../../ctx.ts'
import type { InTransaction } from '../receive-document.ts'
import { refreshStanding } from '../refresh-register.ts'
import { beginCommitment, beginFollowing } from './begin-following.ts'

/**
 * Begins to follow what earlier versions registered, a few at a time, so that people can go on working: one transaction for each batch.
 * A run that is killed has done some batches wholly; the next does the rest. @returns how many matters and commitments were new
 */
export async function followEarlier(
  inTransaction: InTransaction,
  input: { batch?: number } = {},
  signal?: AbortSignal,
): Promise<{ matters: number; commitments: number }> {
  const { batch = 25 } = input
  const done = { matters: 0, commitments: 0 }
  for (let after: number | undefined = 0; after !== undefined && !signal?.aborted; ) {
    after = await inTransaction(async (ctx) => {
      const motions = await motionsNotFollowed(ctx, after!, batch)
      done.matters += await beginFollowing(ctx, motions)
      await refreshStanding(ctx, motions)
      return motions.at(-1)
    })
  }
  for (let more = true; more && !signal?.aborted; ) {
    more = await inTransaction(async (ctx) => {
      const commitments = await commitmentsNotFollowed(ctx, batch)
      for (const id of commitments) await beginCommitment(ctx, id)
      done.commitments += commitments.length
      return commitments.length > 0
    })
  }
  return done
}

async function motionsNotFollowed(ctx: Ctx, after: number, limit: number): Promise<number[]> {
  const rows = await ctx.tx
    .selectFrom('council.motion as motion')
    .select('motion.id')
    .where('motion.municipality', '=', ctx.actor.municipality)
    .where('motion.id', '>', after)
    .where('motion.kind', '=', 'motion')
    .where('motion.outcome', 'in', ['adopted', 'taken-over'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('council.request as request')
          .leftJoin('council.request_part as part', (join) =>
            join
              .onRef('part.municipality', '=', 'request.municipality')
              .onRef('part.request_id', '=', 'request.id'),
          )
          .leftJoin('council.matter as matter', (join) =>
            join
              .onRef('matter.municipality', '=', 'request.municipality')
              .onRef('matter.request_id', '=', 'request.id')
              .on((on) =>
                on.or([
                  on('matter.part_id', '=', on.ref('part.id')),
                  on('matter.part_id', 'is', null),
                  on('part.id', 'is', null),
                ]),
              ),
          )
          .select('request.id')
          .whereRef('request.municipality', '=', 'motion.municipality')
          .whereRef('request.motion_id', '=', 'motion.id')
          .where('matter.id', 'is', null),
      ),
    )
    .orderBy('motion.id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

async function commitmentsNotFollowed(ctx: Ctx, limit: number): Promise<number[]> {
  const rows = await ctx.tx
    .selectFrom('council.commitment as commitment')
    .leftJoin('council.commitment_history as history', (join) =>
      join
        .onRef('history.municipality', '=', 'commitment.municipality')
        .onRef('history.commitment_id', '=', 'commitment.id'),
    )
    .select('commitment.id')
    .where('commitment.municipality', '=', ctx.actor.municipality)
    .where('history.id', 'is', null)
    .orderBy('commitment.id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

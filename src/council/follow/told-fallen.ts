import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'

/** A piece of evidence that fell away, for whoever hears of it. `what`: which piece, under what. */
export type FallenPiece = { account: string; what: string }

/** Notes that these accounts are told of these pieces. @returns those that they were not told of before, each once */
export async function notToldYet<T extends FallenPiece>(ctx: Ctx, pieces: readonly T[]): Promise<T[]> {
  if (pieces.length === 0) return []
  const { rows } = await sql<FallenPiece>`
    insert into council.told_fallen (municipality, account_id, what, told_at)
    select ${ctx.actor.municipality}, account, what, ${ctx.now}
    from unnest(${pieces.map(({ account }) => account)}::uuid[], ${pieces.map(({ what }) => what)}::text[]) as piece (account, what)
    on conflict do nothing returning account_id as account, what`.execute(ctx.tx)
  const fresh = new Set(rows.map(keyOf))
  return pieces.filter((piece) => fresh.delete(keyOf(piece)))
}

const keyOf = ({ account, what }: FallenPiece): string => `${account} ${what}`

/**
 * Which piece fell away. A letter that is withdrawn again is another one; of a milestone that is taken back the day is left out, since
 * that is the day of its last step, which may come later.
 */
export const fallenPiece = (under: 'matter' | 'commitment', owner: string) => sql<string>`
  concat_ws(' ', ${under}::text, ${sql.ref(`${under}.id`)}, ${sql.ref(owner)}, fallen.position, fallen.cause,
    case when fallen.cause <> 'taken-back' or evidence.milestone_id is null then fallen.moved_on end)`

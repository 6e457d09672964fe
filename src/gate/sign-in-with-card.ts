/** She signs in: with the code on her card and the PIN that she chose. What is unknown, wrong, locked or ended answers alike. */
import { sql } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { indexOfCode } from './card.ts'
import { readCardCode, readPin } from './card-code.ts'
import { hashPin, isPin, newSalt } from './pin.ts'
import { openSession } from './session.ts'
import { countTry } from './tally.ts'

/** The token of a session; or null, whatever was wrong. */
type Tried = Promise<string | null>
type Typed = { code: string; pin: string; network: string; device?: string }

const noCard = '00000000-0000-0000-0000-000000000000'

/** Five misses lock a card; whoever coordinates her care unlocks it. */
export const mostMisses = 5

/**
 * Signs in. Runs the same statements and hashes once, whatever is wrong. The transaction must be kept also when it answers null:
 * it counts the try.
 */
export async function signInWithCard(ctx: CaseCtx, typed: Typed): Tried {
  const allowed = await countTry(ctx, 'card', typed.network)
  const pin = readPin(typed.pin)
  const card = await findCard(ctx, typed.code)
  const right = await isPin(ctx.vault, card, pin ?? '')
  const usable = card !== undefined && card.ended_at === null && card.account_ended === null
  const open = usable && card.misses < mostMisses
  const fits = allowed && open && right && pin !== null
  // A try beyond the limit of the network does not count against her card: nobody locks it from afar by trying fast.
  const misses = fits ? 0 : Math.min(mostMisses, (card?.misses ?? 0) + (allowed && open ? 1 : 0))
  await ctx.tx
    .updateTable('gate.card')
    .set({ misses })
    .where('id', '=', card?.id ?? noCard)
    .execute()
  await append(ctx, {
    event: 'session.opened',
    action: 'E',
    purpose: 'own',
    ...(usable ? { account: card.account_id, parts: { card: card.id } } : {}),
    ...(fits ? {} : { reason: allowed ? 'not-known' : 'too-often' }),
  })
  return fits ? openSession(ctx, { accountId: card.account_id, method: 'card', ...deviceOf(typed) }) : null
}

/** Chooses the PIN of a new card, once, and signs in. @param typed.pin six figures that `isEasyPin` found fit */
export async function choosePin(ctx: CaseCtx, typed: Typed): Tried {
  const allowed = await countTry(ctx, 'card', typed.network)
  const pin = readPin(typed.pin)
  const card = await findCard(ctx, typed.code)
  const salt = newSalt()
  const hash = await hashPin(ctx.vault, card?.id ?? 'nobody', pin ?? '', salt)
  const usable = card !== undefined && card.ended_at === null && card.account_ended === null
  const fits = allowed && usable && card.fresh && pin !== null
  await ctx.tx
    .updateTable('gate.card')
    .set({ salt, pin_hash: hash, chosen_at: sql<Date>`meta.clock()`, misses: 0 })
    .where('id', '=', fits ? card.id : noCard)
    .execute()
  await append(ctx, {
    event: 'card.chosen',
    action: 'U',
    purpose: 'own',
    ...(usable ? { account: card.account_id, parts: { card: card.id } } : {}),
    ...(fits ? {} : { reason: allowed ? 'not-known' : 'too-often' }),
  })
  return fits ? openSession(ctx, { accountId: card.account_id, method: 'card', ...deviceOf(typed) }) : null
}

/** Locked until the transaction ends: tries at the same moment count one after another. */
function findCard(ctx: CaseCtx, code: string) {
  return ctx.tx
    .selectFrom('gate.card as card')
    .innerJoin('gate.account as account', 'account.id', 'card.account_id')
    .select([
      'card.id',
      'card.account_id',
      'card.salt',
      'card.pin_hash',
      'card.misses',
      'card.ended_at',
      'account.ended_at as account_ended',
      sql<boolean>`card.chosen_at is null and card.use_before > meta.clock()`.as('fresh'),
    ])
    .where('card.code_index', '=', indexOfCode(ctx, readCardCode(code) ?? ''))
    .forUpdate('card')
    .executeTakeFirst()
}

const deviceOf = ({ device }: Typed) => (device ? { device } : {})

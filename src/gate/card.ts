/** Her card, as whoever coordinates her care keeps it. Functions of the database decide who may; see 0065-sign-in.sql. */
import { sql } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { Refused } from '../errors.ts'
import { newCardCode } from './card-code.ts'

/** A case that was opened. */
type Opened = { readonly id: number }

export type CardState = {
  /** Null: there is no card. */
  givenAt: Date | null
  /** Until when she can choose a PIN. */
  useBefore: Date | null
  state: 'none' | 'given' | 'lapsed' | 'chosen' | 'locked'
  /** Browsers that are signed in as her now. */
  sessions: number
  lastSeen: Date | null
}

/** What a code is found by. */
export const indexOfCode = (ctx: Pick<CaseCtx, 'vault'>, code: string): Buffer =>
  ctx.vault.blind('card-code', code)

export async function cardOf(ctx: CaseCtx, { id }: Opened): Promise<CardState> {
  const { rows } = await sql<{
    given_at: Date | null
    use_before: Date | null
    chosen: boolean
    locked: boolean
    lapsed: boolean
    sessions: number
    last_seen: Date | null
  }>`select * from gate.card_of(${id})`.execute(ctx.tx)
  const row = rows[0]
  if (!row) return { givenAt: null, useBefore: null, state: 'none', sessions: 0, lastSeen: null }
  const { given_at: givenAt, use_before: useBefore, last_seen: lastSeen, sessions } = row
  const state = !givenAt
    ? 'none'
    : row.locked
      ? 'locked'
      : row.chosen
        ? 'chosen'
        : row.lapsed
          ? 'lapsed'
          : 'given'
  return { givenAt, useBefore, state, sessions, lastSeen }
}

/**
 * Makes a card. Any earlier one ends, with all her sessions. @returns its code, which is shown once and kept nowhere
 * @throws {Refused} `move-not-possible` for anyone but who coordinates her care or stands in
 */
export async function giveCard(ctx: CaseCtx, trajectory: Opened): Promise<string> {
  const code = newCardCode()
  const { rows } = await sql<{ id: string | null }>`
    select gate.give_card(${trajectory.id}, ${indexOfCode(ctx, code)}) as id`.execute(ctx.tx)
  const card = rows[0]?.id
  if (!card) throw new Refused('move-not-possible')
  await append(ctx, {
    event: 'card.given',
    action: 'C',
    purpose: 'care',
    trajectory: trajectory.id,
    parts: { card },
  })
  return code
}

/** @throws {Refused} when it is not locked, or for anyone but who coordinates her care or stands in */
export async function unlockCard(ctx: CaseCtx, trajectory: Opened): Promise<void> {
  const { rows } = await sql<{ id: string | null }>`select gate.unlock_card(${trajectory.id}) as id`.execute(
    ctx.tx,
  )
  const card = rows[0]?.id
  if (!card) throw new Refused('move-not-possible')
  await append(ctx, {
    event: 'card.unlocked',
    action: 'U',
    purpose: 'care',
    trajectory: trajectory.id,
    parts: { card },
  })
}

/** Ends her card and all her sessions, at once. Whoever works with her may. @throws {Refused} for anyone else */
export async function endHerAccess(ctx: CaseCtx, trajectory: Opened): Promise<void> {
  const { rows } = await sql<{ ended: number | null }>`
    select gate.end_access(${trajectory.id}) as ended`.execute(ctx.tx)
  if (rows[0]?.ended == null) throw new Refused('move-not-possible')
  await append(ctx, { event: 'card.ended', action: 'U', purpose: 'care', trajectory: trajectory.id })
}

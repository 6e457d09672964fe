/** A chain partner's side: what was shared with its organisation and still runs, and nothing beside it. */
import { sql } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { NotFound, Refused } from '../errors.ts'
import { CaseRefused } from './refused.ts'
import type { CaseKey } from './rows.ts'
import { accountOf } from './rows.ts'
import { type ShareMessage, shareMessages, writeShareMessage } from './share-messages.ts'
import { itemsOf } from './shares-queries.ts'
import type { SharePurpose, ShareState } from './tables.ts'

export type SharedWithUs = {
  id: number
  purpose: SharePurpose
  state: ShareState
  from: Date
  until: Date
  /** Something was answered after the last thing we wrote. */
  answered: boolean
}

/** What runs of what was shared with us: references and days, no contents. */
export async function sharedWithUs(ctx: CaseCtx): Promise<SharedWithUs[]> {
  return ctx.tx
    .selectFrom('reintegration.share as share')
    .select([
      'share.id',
      'share.purpose',
      'share.state',
      'share.from_at as from',
      'share.until_at as until',
      sql<boolean>`coalesce((select message.kind = 'answer' from reintegration.share_message message
        where message.share_id = share.id order by message.id desc limit 1), false)`.as('answered'),
    ])
    .orderBy('share.id', 'desc')
    .execute()
}

/** A share that was opened by a partner. Only `openShared` makes one. */
export type Shared = Omit<SharedWithUs, 'answered'> & {
  /** Opens what was shared; the case itself stays out of reach. */
  readonly case: CaseKey
}

/** Opens a share for the partner that it runs for, and writes that down. @throws {CaseRefused} also when it stopped or expired: shown as not found */
export async function openShared(ctx: CaseCtx, id: number): Promise<Shared> {
  const row = await ctx.tx
    .selectFrom('reintegration.share')
    .select(['id', 'purpose', 'state', 'from_at as from', 'until_at as until'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new CaseRefused(null, 'no-such-case')
  const { rows } = await sql<{ trajectory_id: number; person_id: string }>`
    select * from reintegration.share_key(${id})`.execute(ctx.tx)
  const of = rows[0]
  const key = of && (await ctx.vault.keyOf(of.person_id))
  if (!key) throw new CaseRefused(null, 'erased')
  await append(ctx, {
    event: 'share.opened',
    action: 'R',
    purpose: 'share',
    trajectory: of.trajectory_id,
    parts: { share: id },
  })
  return { ...row, case: { id: of.trajectory_id, key } }
}

/** Exactly what was shared, and what was asked and answered about it. */
export async function contentsOfShared(
  ctx: CaseCtx,
  shared: Shared,
): Promise<{ items: { category: string; text: string }[]; messages: ShareMessage[] }> {
  const items = await itemsOf(ctx, shared.case, shared.id)
  return { items, messages: await shareMessages(ctx, shared.case, shared.id) }
}

export async function askBack(ctx: CaseCtx, shared: Shared, text: string): Promise<number> {
  return writeShareMessage(ctx, shared.case, { share: shared.id, kind: 'question', text })
}

const moves: Readonly<Record<ShareState, readonly ShareState[]>> = {
  shared: ['started', 'declined'],
  started: ['completed', 'declined'],
  completed: [],
  declined: [],
}

/** What a partner can do next with a share. Pure. */
export const movesOf = (state: ShareState): readonly ShareState[] => moves[state]

/**
 * Starts, completes or declines. Completing and declining say why, in a report to whoever coordinates; who declines sees nothing of it
 * any more.
 * @throws {Refused} `move-not-possible`
 * @throws {Invalid} `text` needed
 */
export async function moveShared(
  ctx: CaseCtx,
  shared: Shared,
  input: { to: 'started' | 'completed' | 'declined'; text?: string },
): Promise<void> {
  const row = await ctx.tx
    .selectFrom('reintegration.share')
    .select('state')
    .where('id', '=', shared.id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  if (!movesOf(row.state).includes(input.to)) throw new Refused('move-not-possible')
  if (input.to !== 'started') {
    await writeShareMessage(ctx, shared.case, { share: shared.id, kind: 'report', text: input.text ?? '' })
  }
  await append(ctx, {
    event: `share.${input.to}`,
    action: 'U',
    purpose: 'share',
    trajectory: shared.case.id,
    parts: { share: shared.id },
    fields: ['state'],
  })
  await ctx.tx
    .updateTable('reintegration.share')
    .set(
      input.to === 'declined'
        ? { state: input.to, stopped_at: sql<Date>`meta.clock()`, stopped_by: accountOf(ctx) }
        : { state: input.to },
    )
    .where('id', '=', shared.id)
    .execute()
}

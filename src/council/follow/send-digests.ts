import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { addDays } from '../../days.ts'
import { mailableAccounts } from '../../identity/index.ts'
import type { IsoDate } from '../read/reading.ts'
import type { InTransaction } from '../receive-document.ts'
import { type EventsByMotion, eventsBetween } from './events.ts'
import { type FollowKeys, tokenHash } from './keys.ts'
import { queueMail } from './queue-mail.ts'
import type { WatchSettings } from './settings.ts'

/** The newest day for weekly mail that is not after this day; `weekday` 1 is Monday. Pure. */
export function digestDay(today: IsoDate, weekday: number): IsoDate {
  const dayOfWeek = new Date(`${today}T00:00:00Z`).getUTCDay() || 7
  return addDays(today, -((dayOfWeek - weekday + 7) % 7))
}

/**
 * Weekly mail for every follower and councillor to whom something is owed: what happened to what they follow, up to the newest day for
 * weekly mail. Where nothing happened there is no mail. After days of being down everything is told in one mail. One transaction for
 * each reader; safe to repeat and to run twice at once.
 * @returns how many mails were made
 */
export async function sendDigests(
  inTransaction: InTransaction,
  input: { today: IsoDate; settings: Pick<WatchSettings, 'digestWeekday'> },
  keys: FollowKeys,
  signal?: AbortSignal,
): Promise<number> {
  const until = digestDay(input.today, input.settings.digestWeekday)
  const readers = await inTransaction((ctx) => readersOwed(ctx, until, keys))
  const events = new Map<IsoDate, EventsByMotion>()
  let made = 0
  for (const reader of readers) {
    if (signal?.aborted) break
    made += await inTransaction(async (ctx) => {
      const from = await holdReader(ctx, reader, until)
      if (from === null) return 0
      const happened = events.get(from) ?? (await eventsBetween(ctx, { from, until }))
      events.set(from, happened)
      return writeDigest(ctx, { reader, from, until, happened })
    })
  }
  return made
}

type Reader =
  | { kind: 'follower'; id: string; language: 'nl' | 'en' }
  | { kind: 'councillor'; id: string; name: string }

async function readersOwed(ctx: Ctx, until: IsoDate, keys: FollowKeys): Promise<Reader[]> {
  const { municipality } = ctx.actor
  const followers = await ctx.tx
    .selectFrom('council.follower')
    .select(['id', 'language'])
    .where('municipality', '=', municipality)
    .where('confirmed_at', 'is not', null)
    .where('told_until', '<', until)
    .orderBy('id')
    .execute()
  const accounts = (await mailableAccounts(ctx)).filter(({ roles }) => roles.includes('councillor'))
  await addWatchers(ctx, accounts, until, keys)
  const watchers = await ctx.tx
    .selectFrom('council.watcher')
    .select('account_id')
    .where('municipality', '=', municipality)
    .where('told_until', '<', until)
    .orderBy('account_id')
    .execute()
  const names = new Map(accounts.map(({ account, name }) => [account, name]))
  return [
    ...followers.map(({ id, language }) => ({ kind: 'follower', id, language }) as const),
    ...watchers.flatMap(({ account_id: id }) => {
      const name = names.get(id)
      return name === undefined ? [] : [{ kind: 'councillor', id, name } as const]
    }),
  ]
}

/** Whoever is new is told of what happens from now on. */
async function addWatchers(
  ctx: Ctx,
  accounts: readonly { account: string }[],
  until: IsoDate,
  keys: FollowKeys,
): Promise<void> {
  const { municipality } = ctx.actor
  for (const { account } of accounts) {
    const token = tokenHash(keys.token('watcher', `${municipality} ${account}`))
    await ctx.tx
      .insertInto('council.watcher')
      .values({ municipality, account_id: account, token_hash: token, told_until: until })
      .onConflict((conflict) =>
        conflict
          .columns(['municipality', 'account_id'])
          .doUpdateSet({ token_hash: token })
          .where('council.watcher.token_hash', 'is', null),
      )
      .execute()
  }
}

/** Holds the reader until the end of the transaction. @returns the day from which to tell; null when nothing is owed (any more) */
async function holdReader(ctx: Ctx, reader: Reader, until: IsoDate): Promise<IsoDate | null> {
  const { municipality } = ctx.actor
  const row =
    reader.kind === 'follower'
      ? await ctx.tx
          .selectFrom('council.follower')
          .select('told_until')
          .where('municipality', '=', municipality)
          .where('id', '=', reader.id)
          .forUpdate()
          .executeTakeFirst()
      : await ctx.tx
          .selectFrom('council.watcher')
          .select('told_until')
          .where('municipality', '=', municipality)
          .where('account_id', '=', reader.id)
          .forUpdate()
          .executeTakeFirst()
  return row && row.told_until < until ? row.told_until : null
}

async function writeDigest(
  ctx: Ctx,
  input: { reader: Reader; from: IsoDate; until: IsoDate; happened: EventsByMotion },
): Promise<number> {
  const { reader, from, until, happened } = input
  const followed = await followedAmong(ctx, reader, [...happened.keys()])
  const motions = followed.map((id) => happened.get(id)!)
  await tellUntil(ctx, reader, until)
  if (motions.length === 0 || (reader.kind === 'councillor' && !(await wants(ctx, reader.id)))) return 0
  return queueMail(ctx, [
    {
      key: `digest ${reader.kind} ${reader.id} ${until}`,
      to: reader.kind === 'follower' ? { follower: reader.id } : { account: reader.id },
      language: reader.kind === 'follower' ? reader.language : 'nl',
      facts: {
        kind: 'digest',
        from,
        until: addDays(until, -1),
        motions,
        name: reader.kind === 'councillor' ? reader.name : null,
      },
    },
  ])
}

async function wants(ctx: Ctx, account: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('council.watcher')
    .select('digest')
    .where('municipality', '=', ctx.actor.municipality)
    .where('account_id', '=', account)
    .executeTakeFirstOrThrow()
  return row.digest
}

async function tellUntil(ctx: Ctx, reader: Reader, until: IsoDate): Promise<void> {
  const { municipality } = ctx.actor
  if (reader.kind === 'follower') {
    await ctx.tx
      .updateTable('council.follower')
      .set({ told_until: until })
      .where('municipality', '=', municipality)
      .where('id', '=', reader.id)
      .execute()
  } else {
    await ctx.tx
      .updateTable('council.watcher')
      .set({ told_until: until })
      .where('municipality', '=', municipality)
      .where('account_id', '=', reader.id)
      .execute()
  }
}

/** Which of these motions the reader follows, newest first. */
async function followedAmong(ctx: Ctx, reader: Reader, motions: readonly number[]): Promise<number[]> {
  if (motions.length === 0) return []
  const { municipality } = ctx.actor
  const mine =
    reader.kind === 'councillor'
      ? sql<boolean>`exists (
          select from council.motion_submitter submitter
          join council.person_account account
            on account.municipality = submitter.municipality and account.person_id = submitter.person_id
          where submitter.municipality = motion.municipality and submitter.motion_id = motion.id
            and account.account_id = ${reader.id})`
      : sql<boolean>`exists (
          select from council.follow follow
          where follow.municipality = motion.municipality and follow.follower_id = ${reader.id}
            and follow.confirmed_at is not null and ${followCovers})`
  const { rows } = await sql<{ id: number }>`
    select motion.id from council.motion motion
    where motion.municipality = ${municipality} and motion.id = any(${motions}) and ${mine}
    order by motion.dated desc nulls last, motion.id desc`.execute(ctx.tx)
  return rows.map((row) => row.id)
}

/** Whether a row `follow` covers a row `motion`. */
export const followCovers = sql<boolean>`(
  follow.motion_id = motion.id
  or (follow.party_id is not null and exists (
    select from council.motion_submitter submitter
    where submitter.municipality = motion.municipality and submitter.motion_id = motion.id
      and submitter.party_id = follow.party_id))
  or (follow.domain is not null and (
    exists (
      select from council.request request
      where request.municipality = motion.municipality and request.motion_id = motion.id
        and request.domain = follow.domain)
    or exists (
      select from council.request_part part
      where part.municipality = motion.municipality and part.motion_id = motion.id
        and part.domain = follow.domain))))`

/** Following by e-mail: asking, confirming, stopping; and what the database keeps of it. */
import { sql } from 'kysely'
import { expect } from 'vitest'
import { setUpTestTown } from '../../../test/council.ts'
import { actAs, test, testActor } from '../../../test/database.ts'
import { follow, keys } from '../../../test/follow.ts'
import { on, registerSample } from '../../../test/life.ts'
import type { Ctx } from '../../ctx.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { askToFollow, questionsPerDay } from './ask-to-follow.ts'
import { confirmFollow, stopFollowing, stopMail, toConfirm, tokenHolder } from './follower.ts'
import { moveFollows } from './move-follows.ts'
import { prune } from './prune.ts'

const address = 'inwoner@voorbeeld.example'
const mails = (ctx: Ctx) =>
  ctx.tx.selectFrom('council.mail').select(['kind', 'natural_key', 'facts']).orderBy('id').execute()
const count = async (ctx: Ctx, table: 'follower' | 'follow' | 'mail') =>
  (await sql`select from ${sql.table(`council.${table}`)}`.execute(ctx.tx)).rows.length

test('nobody gets more than the question to confirm until the mailbox says yes', async ({ ctx }) => {
  const { motion } = await registerSample(ctx)
  const topic = { kind: 'motion', motion: motion.id } as const
  await askToFollow(ctx, { address, topic, language: 'nl' }, keys)
  expect(await mails(ctx)).toMatchObject([
    { kind: 'confirm', facts: { topic: { kind: 'motion', motion: { title: 'Banken in het park' } } } },
  ])
  const { stop, token } = await follow(ctx, address, topic)
  expect(await toConfirm(ctx, { token })).toMatchObject({ confirmed: true })
  expect(await tokenHolder(ctx, { token: stop })).toMatchObject({
    kind: 'follower',
    follows: [{ topic: { kind: 'motion' } }],
  })
})

test('what is not confirmed is not followed, and is forgotten', async ({ ctx }) => {
  await setUpTestTown(ctx)
  const topic = { kind: 'domain', domain: 'housing' } as const
  const day = on(ctx, '2026-03-02')
  await askToFollow(day, { address, topic, language: 'nl' }, keys)
  const settings = { confirmWithinDays: 7, mailKeptDays: 90, draftsKeptDays: 90 }
  await prune(on(ctx, '2026-03-08'), { settings })
  expect(await count(ctx, 'follow')).toBe(1)
  await prune(on(ctx, '2026-03-10'), { settings })
  expect(await count(ctx, 'follow')).toBe(0)
  expect(await count(ctx, 'follower')).toBe(0)
  expect(await count(ctx, 'mail')).toBe(0)
})

test('asking again gives the mailbox one answer a day for each thing, and five in all', async ({ ctx }) => {
  await setUpTestTown(ctx)
  const ask = (domain: 'housing' | 'debt' | 'work' | 'health' | 'safety' | 'legal', at = ctx) =>
    askToFollow(at, { address, topic: { kind: 'domain', domain }, language: 'nl' }, keys)
  await ask('housing')
  await ask('housing')
  expect(await count(ctx, 'mail')).toBe(1)
  for (const domain of ['debt', 'work', 'health', 'safety', 'legal'] as const) await ask(domain)
  expect(await count(ctx, 'mail')).toBe(questionsPerDay)
  await ask('legal', { ...ctx, now: new Date(ctx.now.getTime() + 25 * 3_600_000) })
  expect(await count(ctx, 'mail')).toBe(questionsPerDay + 1)
})

test('who follows already is told so in the mailbox, whatever capitals were typed', async ({ ctx }) => {
  await setUpTestTown(ctx)
  const topic = { kind: 'party', party: 'nieuw-dorp' } as const
  await follow(ctx, address, topic)
  await askToFollow(ctx, { address: 'Inwoner@VOORBEELD.example', topic, language: 'nl' }, keys)
  expect((await mails(ctx)).map(({ kind }) => kind)).toEqual(['confirm', 'known'])
  expect(await count(ctx, 'follower')).toBe(1)
})

test('stopping the last thing, or all mail, forgets everything; a token holds in its own municipality only', async ({
  ctx,
}) => {
  await setUpTestTown(ctx)
  const one = await follow(ctx, address, { kind: 'domain', domain: 'housing' })
  const two = await follow(ctx, address, { kind: 'domain', domain: 'debt' })
  const elsewhere = await actAs(ctx, { ...testActor, municipality: 'elders' })
  expect(await tokenHolder(elsewhere, { token: one.stop })).toBeNull()
  expect(await confirmFollow(elsewhere, { token: two.token })).toBeNull()
  await stopMail(elsewhere, { token: one.stop })
  await actAs(ctx, testActor)
  await stopFollowing(ctx, { token: one.stop, follow: one.follow })
  expect(await tokenHolder(ctx, { token: one.stop })).toMatchObject({ follows: [{ follow: two.follow }] })
  await stopFollowing(ctx, { token: one.stop, follow: two.follow })
  expect([await count(ctx, 'follower'), await count(ctx, 'follow'), await count(ctx, 'mail')]).toEqual([
    0, 0, 0,
  ])
  await follow(ctx, address, { kind: 'domain', domain: 'housing' })
  const again = await follow(ctx, address, { kind: 'domain', domain: 'debt' })
  await stopMail(ctx, { token: again.stop })
  await stopMail(ctx, { token: again.stop })
  expect([await count(ctx, 'follower'), await count(ctx, 'follow'), await count(ctx, 'mail')]).toEqual([
    0, 0, 0,
  ])
})

test('the database holds neither the address nor a token that works', async ({ ctx }) => {
  await setUpTestTown(ctx)
  const { stop, token } = await follow(ctx, address, { kind: 'domain', domain: 'housing' })
  const { rows } = await sql<{ all: string }>`
    select string_agg(row::text, ' ') as all from (
      select to_jsonb(t)::text from council.follower t union all select to_jsonb(t)::text from council.follow t
      union all select to_jsonb(t)::text from council.mail t union all select to_jsonb(t)::text from audit.entry t) row`.execute(
    ctx.tx,
  )
  const everything = rows[0]!.all
  for (const secret of [address, 'voorbeeld.example', stop, token, Buffer.from(address).toString('hex')])
    expect(everything).not.toContain(secret)
  expect(everything).toContain('housing')
})

test.for([
  '',
  'geen adres',
  'a@b',
  'een@twee@drie.example\nBcc: x@y.example',
  'naam <a@b.example>',
  'a@b.example,c@d.example',
  `${'a'.repeat(65)}@b.example`,
  'a..b@c.example',
  'a@1.2',
])('no address: %j', async (typed, { ctx }) => {
  await setUpTestTown(ctx)
  const asked = askToFollow(
    ctx,
    { address: typed, topic: { kind: 'domain', domain: 'work' }, language: 'nl' },
    keys,
  )
  await expect(asked).rejects.toThrow(Invalid)
  expect(await count(ctx, 'follower')).toBe(0)
})

test('an unpublished motion, an unknown party and a strange domain cannot be followed', async ({ ctx }) => {
  const { motion } = await registerSample(ctx)
  await ctx.tx.updateTable('council.motion').set({ published_at: null }).execute()
  for (const topic of [
    { kind: 'motion', motion: motion.id },
    { kind: 'party', party: 'bestaat-niet' },
    { kind: 'domain', domain: 'x' as 'work' },
  ] as const)
    await expect(askToFollow(ctx, { address, topic, language: 'nl' }, keys)).rejects.toThrow(NotFound)
})

test('followers of a motion that is merged follow the one that stays, once', async ({ ctx }) => {
  const { motion } = await registerSample(ctx)
  const { rows } = await sql<{ id: number }>`
    insert into council.motion (municipality, kind, year, slug, title, outcome, published_at, created_at)
    values ('testdorp', 'motion', 2024, 'dubbel', 'Dubbel', 'adopted', ${ctx.now}, ${ctx.now}) returning id`.execute(
    ctx.tx,
  )
  const double = rows[0]!.id
  const one = await follow(ctx, address, { kind: 'motion', motion: double })
  const both = await follow(ctx, 'beide@b.example', { kind: 'motion', motion: double })
  await askToFollow(
    ctx,
    { address: 'beide@b.example', topic: { kind: 'motion', motion: motion.id }, language: 'nl' },
    keys,
  )
  for (let n = 0; n < 2; n += 1) await moveFollows(ctx, { from: double, to: motion.id })
  const left = await ctx.tx
    .selectFrom('council.follow')
    .select(['follower_id', 'motion_id', 'confirmed_at'])
    .orderBy('follower_id')
    .execute()
  expect(left).toHaveLength(2)
  expect(left.map((row) => row.follower_id)).toEqual([one.follower, both.follower].sort())
  expect(left.every((row) => row.motion_id === motion.id && row.confirmed_at !== null)).toBe(true)
})

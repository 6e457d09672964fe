/** Sending over a real mail server, as the login that sends. */
import { sql } from 'kysely'
import { afterEach, expect } from 'vitest'
import { test as base, cloneDatabase, testActor } from '../../test/database.ts'
import { follow, keys, watchedSample } from '../../test/follow.ts'
import { headerOf, type MailServer, startMailServer } from '../../test/mail-server.ts'
import { mostAttempts, type NamedTopic } from '../council/index.ts'
import type { Ctx } from '../ctx.ts'
import { transact } from '../db/transact.ts'
import { sendWaiting } from './send-waiting.ts'
import { smtpTransport } from './transport.ts'

type Own = Awaited<ReturnType<typeof cloneDatabase>>
const test = base.extend<{ own: Own }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the pattern
  own: async ({}, use) => {
    const own = await cloneDatabase()
    await use(own)
    await own.drop()
  },
})
const servers: MailServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})
async function server(options: Parameters<typeof startMailServer>[0] = {}): Promise<MailServer> {
  const started = await startMailServer(options)
  servers.push(started)
  return started
}

const start = new Date('2026-03-02T09:00:00Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const from = 'schakel@testdorp.example'
const atDesk = <T>(own: Own, work: (ctx: Ctx) => Promise<T>) =>
  transact(own.databases.desk, testActor, work, start)

async function send(own: Own, url: string, now = start) {
  const transport = smtpTransport({ smtp: url, from })
  const counts = await sendWaiting({
    inTransaction: (work) => transact(own.databases.worker, testActor, work, now),
    keys,
    transport,
    from,
    place: {
      municipality: { slug: 'testdorp', name: 'Testdorp aan de Één' },
      baseUrl: 'https://schakel.example',
      demo: false,
      confirmWithinDays: 7,
    },
  })
  transport.close()
  return counts
}

type Row = { state: string; attempts: number; error_code: string | null; wait: number }
const rows = (own: Own) =>
  atDesk(
    own,
    async (ctx) =>
      (
        await sql<Row>`select state, attempts, error_code,
        round(extract(epoch from next_at - ${start}::timestamptz) / 60)::int as wait from council.mail order by id`.execute(
          ctx.tx,
        )
      ).rows,
  )

const domain = (name: 'work' | 'debt' | 'housing'): NamedTopic & { kind: 'domain' } => ({
  kind: 'domain',
  domain: name,
})
/** Followers, each with the question to confirm. */
const followers = (own: Own, addresses: readonly string[]) =>
  atDesk(own, async (ctx) => {
    await watchedSample(ctx)
    for (const address of addresses) await follow(ctx, address, domain('work'))
  })

test('a mail arrives whole: names, headers, links, both forms', async ({ own }) => {
  await followers(own, ['inwoner@b.example'])
  await atDesk(own, async (ctx) => {
    const account = await ctx.tx
      .selectFrom('identity.person')
      .select('id')
      .where('name', '=', 'Kanarie Ambtenaar')
      .executeTakeFirstOrThrow()
    await sql`insert into council.mail (municipality, natural_key, kind, account_id, language, facts, made_at, next_at)
      values ('testdorp', 'reminder x', 'reminder', ${account.id}, 'nl', ${JSON.stringify({
        kind: 'reminder',
        name: 'Łucja Çelik',
        items: [
          {
            about: 'matter',
            id: 7,
            text: 'de “vijver”',
            motions: [],
            due: '2026-03-01',
            stage: 'passed',
            owedOn: '2026-03-02',
          },
        ],
      })}, ${start}, ${start})`.execute(ctx.tx)
  })
  const { url, received } = await server()
  expect(await send(own, url)).toEqual({ sent: 2, failed: 0, waiting: 0 })
  const [confirm, reminder] = received as [(typeof received)[0], (typeof received)[0]]
  expect(confirm).toMatchObject({ to: ['inwoner@b.example'], from })
  expect(headerOf(confirm.raw, 'To')).toBe('inwoner@b.example')
  expect(headerOf(confirm.raw, 'From')).toMatch(/^=\?UTF-8\?.*<schakel@testdorp\.example>$/)
  expect(headerOf(confirm.raw, 'Subject')).toMatch(/=\?UTF-8\?/)
  expect(headerOf(confirm.raw, 'List-Unsubscribe')).toMatch(
    /^<https:\/\/schakel\.example\/testdorp\/volgen\/afmelden\/[\w-]{43}>$/,
  )
  expect(headerOf(confirm.raw, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
  expect(headerOf(confirm.raw, 'Auto-Submitted')).toBe('auto-generated')
  expect(headerOf(confirm.raw, 'Message-ID')).toMatch(/^<[0-9a-f]{40}@testdorp\.example>$/)
  expect(headerOf(confirm.raw, 'Content-Type')).toMatch(/^multipart\/alternative/)
  expect(confirm.raw).not.toMatch(/image\//)
  expect(reminder.to).toEqual(['policy-officer@testdorp.example'])
  expect(headerOf(reminder.raw, 'List-Unsubscribe')).toBeNull()
  expect(await send(own, url)).toEqual({ sent: 0, failed: 0, waiting: 0 })
  expect(received).toHaveLength(2)
})

test('refused for good is never tried again; refused for now is, later and later', async ({ own }) => {
  await followers(own, ['weg@b.example', 'vol@b.example', 'goed@b.example'])
  let full = true
  const { url, received } = await server({
    recipient: (address) =>
      address === 'weg@b.example'
        ? { code: 550 }
        : address === 'vol@b.example' && full
          ? { code: 452 }
          : null,
  })
  expect(await send(own, url)).toEqual({ sent: 1, failed: 1, waiting: 1 })
  expect(await rows(own)).toEqual([
    { state: 'failed', attempts: 1, error_code: '550', wait: 0 },
    { state: 'waiting', attempts: 1, error_code: '452', wait: 1 },
    { state: 'sent', attempts: 1, error_code: null, wait: 0 },
  ])
  expect(await send(own, url)).toEqual({ sent: 0, failed: 0, waiting: 0 })
  expect(await send(own, url, later(1))).toEqual({ sent: 0, failed: 0, waiting: 1 })
  expect((await rows(own))[1]).toMatchObject({ attempts: 2, wait: 3 })
  full = false
  expect(await send(own, url, later(3))).toEqual({ sent: 1, failed: 0, waiting: 0 })
  expect(received.map(({ to }) => to[0])).toEqual(['goed@b.example', 'vol@b.example'])
})

test('given up after days, visibly', async ({ own }) => {
  await followers(own, ['vol@b.example'])
  const { url } = await server({ recipient: () => ({ code: 451 }) })
  let now = start
  for (let n = 0; n < mostAttempts + 3; n += 1) {
    await send(own, url, now)
    now = new Date(now.getTime() + 240 * 60_000)
  }
  expect(await rows(own)).toMatchObject([{ state: 'given-up', attempts: mostAttempts, error_code: '451' }])
})

test('when the server cannot be reached one is tried and the rest waits', async ({ own }) => {
  await followers(own, ['a@b.example', 'c@b.example', 'd@b.example'])
  expect(await send(own, 'smtp://127.0.0.1:1')).toEqual({ sent: 0, failed: 0, waiting: 1 })
  expect((await rows(own)).map(({ attempts }) => attempts)).toEqual([1, 0, 0])
})

test('whoever stops before it is sent gets nothing', async ({ own }) => {
  await followers(own, ['a@b.example'])
  await atDesk(own, (ctx) => sql`delete from council.follower`.execute(ctx.tx))
  const { url, received } = await server()
  await send(own, url)
  expect(received).toEqual([])
})

test('the login that sends reads no more than it needs, and changes only how a mail stands', async ({
  own,
}) => {
  await followers(own, ['a@b.example'])
  const worker = (statement: string) =>
    transact(own.databases.worker, testActor, (ctx) => sql.raw(statement).execute(ctx.tx))
  for (const statement of [
    'select 1 from council.document',
    'select 1 from council.motion',
    'select 1 from council.follow',
    'select 1 from identity.person',
    'select 1 from identity.session',
    'select 1 from audit.entry',
    "update council.mail set facts = '{}'",
    'delete from council.mail',
    'update council.follower set address_sealed = address_key',
  ])
    await expect(worker(statement), statement).rejects.toThrow('permission denied')
  const seen = await transact(own.databases.worker, { ...testActor, municipality: 'elders' }, (ctx) =>
    sql`select 1 from council.mail`.execute(ctx.tx),
  )
  expect(seen.rows).toEqual([])
  const desk = (statement: string) => atDesk(own, (ctx) => sql.raw(statement).execute(ctx.tx))
  await expect(desk('select address from identity.address')).rejects.toThrow('permission denied')
})

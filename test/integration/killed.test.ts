/** Real processes killed with SIGKILL while they watch or send: effects once, mail once but for one window, where it can be recognised. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, expect, inject } from 'vitest'
import {
  type InTransaction,
  remindOwners,
  sendDigests,
  startMatter,
  watchMissed,
  watchSettings,
} from '../../src/council/index.ts'
import type { Ctx } from '../../src/ctx.ts'
import type { Databases } from '../../src/db/connect.ts'
import { transact } from '../../src/db/transact.ts'
import { sendWaiting, smtpTransport } from '../../src/mail/index.ts'
import { root } from '../../src/root.ts'
import { test as base, cloneDatabase, testActor } from '../database.ts'
import { follow, followSecret, keys, settleOnAnnouncement, watchedSample } from '../follow.ts'
import { as, matterNow, on } from '../life.ts'
import { headerOf, type MailServer, type Received, startMailServer } from '../mail-server.ts'
import type { ChildTask } from '../watch-child.ts'

/** A database for each test: killed processes have kept what they kept. */
const test = base.extend<{ own: Awaited<ReturnType<typeof cloneDatabase>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the pattern
  own: async ({}, use) => {
    const own = await cloneDatabase()
    await use(own)
    await own.drop()
  },
})
const children: ChildProcess[] = []
const servers: MailServer[] = []
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const server of servers.splice(0)) await server.close()
})

type Own = Awaited<ReturnType<typeof cloneDatabase>>
const atDesk = <T>(databases: Databases, work: (ctx: Ctx) => Promise<T>, day = '2024-12-09') =>
  transact(databases.desk, testActor, work, new Date(`${day}T10:00:00Z`))

type Child = { ended: Promise<number | null>; gone(): boolean; kill(): Promise<void> }
function run(own: Own, task: Partial<ChildTask> & Pick<ChildTask, 'action'>): Child {
  const full: ChildTask = {
    owner: own.owner,
    secret: inject('testServer').secret,
    followSecret,
    today: '2024-12-09',
    smtp: 'smtp://127.0.0.1:1',
    leaseSeconds: 1,
    ...task,
  }
  const child = spawn(process.execPath, [join(root, 'test/watch-child.ts')], {
    env: { PATH: process.env.PATH, CHILD_TASK: JSON.stringify(full) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  children.push(child)
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  return {
    ended,
    gone: () => child.exitCode !== null,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

const readers = 20

/** One motion with a settlement that reopens, many commitments that are missed, many followers. */
async function scene(own: Own, followers = readers): Promise<void> {
  await atDesk(own.databases, async (ctx) => {
    const sample = await watchedSample(ctx)
    await settleOnAnnouncement(ctx, sample, sample.matters[0]!)
    const second = sample.matters[1]!
    const { version } = await matterNow(ctx, second)
    await startMatter(await as(ctx, 'clerk', '2024-11-26'), { matter: second, version })
    await sql`insert into council.commitment
        (municipality, text, made_on, document_id, at, published_at, check_on, check_source)
      select municipality, text || n, made_on, document_id, at, published_at, check_on, check_source
      from council.commitment, generate_series(1, ${readers}) n where id = ${sample.commitment}`.execute(
      ctx.tx,
    )
    for (let n = 0; n < followers; n += 1) {
      await follow(on(ctx, '2024-11-20'), `volger${n}@b.example`, {
        kind: 'motion',
        motion: sample.motion.id,
      })
    }
    await sql`delete from council.mail`.execute(ctx.tx)
  })
}

const counts = (own: Own, query: ReturnType<typeof sql<{ key: string; n: number }>>) =>
  atDesk(own.databases, async (ctx) => (await query.execute(ctx.tx)).rows)
const missed = (own: Own) =>
  counts(
    own,
    sql`select commitment_id::text as key, count(*)::int as n from council.commitment_history where step = 'miss' group by 1`,
  )
const mails = (own: Own) =>
  counts(own, sql`select kind as key, count(*)::int as n from council.mail group by 1 order by 1`)
const digests = async (own: Own) => (await mails(own)).find(({ key }) => key === 'digest')?.n ?? 0

async function watchHere(own: Own): Promise<void> {
  const today = '2024-12-09'
  const settings = watchSettings('testdorp', today)
  const inTransaction: InTransaction = (work) => atDesk(own.databases, work)
  await watchMissed(inTransaction, { today })
  await inTransaction((ctx) => remindOwners(ctx, { today, settings }))
  await sendDigests(inTransaction, { today, settings }, keys)
}

test('killed again and again while it watches, everything happens once', async ({ own }) => {
  await scene(own)
  const halfway: [string, () => Promise<boolean>][] = [
    ['commitments', async () => (await missed(own)).length >= 5],
    ['weekly mail', async () => (await digests(own)) >= 5],
  ]
  for (const [what, reached] of halfway) {
    const child = run(own, { action: 'watch' })
    while (!(await reached()) && !child.gone()) await wait(2)
    await child.kill()
    const done = what === 'commitments' ? (await missed(own)).length : await digests(own)
    expect(done, `killed half-way through ${what}`).toBeGreaterThanOrEqual(5)
    expect(done, `killed half-way through ${what}`).toBeLessThan(readers)
  }
  await watchHere(own)
  await watchHere(own)
  const noted = await missed(own)
  expect(noted).toHaveLength(readers + 1)
  expect(noted.every(({ n }) => n === 1)).toBe(true)
  expect(
    await counts(
      own,
      sql`select event as key, count(*)::int as n from audit.entry where event in ('commitment.missed', 'matter.reopened') group by 1 order by 1`,
    ),
  ).toEqual([
    { key: 'commitment.missed', n: readers + 1 },
    { key: 'matter.reopened', n: 1 },
  ])
  expect(await mails(own)).toEqual([
    { key: 'digest', n: readers },
    { key: 'reopened', n: readers },
  ])
})

/** Sends five mails with a process that is killed at the second, then, when its lease is over, with one that is not. */
async function killedAt(own: Own, moment: 'connected' | 'accepted'): Promise<MailServer> {
  await scene(own, 5)
  await atDesk(own.databases, (ctx) =>
    sql`insert into council.mail (municipality, natural_key, kind, follower_id, language, facts, made_at, next_at)
      select municipality, 'known ' || id, 'known', id, 'nl',
        '{"kind":"known","topic":{"kind":"domain","domain":"work"}}', now(), now() - interval '1 minute'
      from council.follower`.execute(ctx.tx),
  )
  let victim: Child | null = null
  let happened = 0
  const strike = async () => {
    happened += 1
    if (happened === 2) await victim?.kill()
  }
  const server = await startMailServer(
    moment === 'connected' ? { connected: () => void strike() } : { accepted: strike },
  )
  servers.push(server)
  victim = run(own, { action: 'send', smtp: server.url, leaseSeconds: 2 })
  await victim.ended
  expect(await states(own)).toEqual([
    { key: 'sending', n: 1 },
    { key: 'sent', n: 1 },
    { key: 'waiting', n: 3 },
  ])
  expect(await sendHere(own, server)).toMatchObject({ sent: 3 })
  await wait(2_000)
  expect(await sendHere(own, server)).toMatchObject({ sent: 1 })
  expect(await states(own)).toEqual([{ key: 'sent', n: 5 }])
  return server
}

const states = (own: Own) =>
  counts(own, sql`select state as key, count(*)::int as n from council.mail group by 1 order by 1`)

async function sendHere(own: Own, server: MailServer) {
  const transport = smtpTransport({ smtp: server.url, from: 'schakel@testdorp.example' })
  const sent = await sendWaiting({
    inTransaction: (work) => transact(own.databases.worker, testActor, work),
    keys,
    transport,
    from: 'schakel@testdorp.example',
    place: {
      municipality: { slug: 'testdorp', name: 'Testdorp' },
      baseUrl: 'https://schakel.example',
      demo: false,
      confirmWithinDays: 7,
    },
  })
  transport.close()
  return sent
}

const idOf = ({ raw }: Received) => headerOf(raw, 'Message-ID')

test('killed before the mail server has the mail: it comes once', async ({ own }) => {
  const { received } = await killedAt(own, 'connected')
  expect(received).toHaveLength(5)
  expect(new Set(received.map(idOf)).size).toBe(5)
})

test('killed after the mail server took it and before it was written down: it comes again, under the same Message-ID', async ({
  own,
}) => {
  const { received } = await killedAt(own, 'accepted')
  expect(received).toHaveLength(6)
  expect(new Set(received.map(idOf)).size).toBe(5)
  const again = received.filter(
    (mail, index) => received.findIndex((one) => idOf(one) === idOf(mail)) < index,
  )
  expect(again).toHaveLength(1)
  expect(received.filter(({ to }) => to[0] === again[0]!.to[0])).toHaveLength(2)
})

/** Following by e-mail over a real database, as a visitor and as a mail program: forms, links, and what gives nothing away. */
import { sql } from 'kysely'
import { beforeEach, expect } from 'vitest'
import { motionPaper, readDocument } from '../../../../test/council.ts'
import { test as base, cloneDatabase, testActor } from '../../../../test/database.ts'
import { keys } from '../../../../test/follow.ts'
import { registerSample } from '../../../../test/life.ts'
import {
  mergeMotions,
  motionToMerge,
  registerDocument,
  reviewOf,
  saveReview,
} from '../../../council/index.ts'
import { transact } from '../../../db/transact.ts'
import { createApp } from '../../app.ts'
import { webDeps } from '../../deps.ts'
import type { LogLine } from '../../log.ts'
import type { MailState } from '../../page.ts'

type Own = Awaited<ReturnType<typeof cloneDatabase>>
const test = base.extend<{ own: Own }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the pattern
  own: async ({}, use) => {
    const own = await cloneDatabase()
    await transact(own.databases.desk, testActor, (ctx) => registerSample(ctx))
    await use(own)
    await own.drop()
  },
})

const host = 'http://schakel.example'
const lines: LogLine[] = []
let nudges = 0
beforeEach(() => {
  lines.length = 0
  nudges = 0
})

function site(own: Own, mail: MailState = 'on', proxies = 0) {
  const app = createApp(
    webDeps({
      mode: 'production',
      baseUrl: null,
      databases: own.databases,
      assets: { url: (name) => `/assets/${name}`, find: () => null },
      follow: { mail, keys, mailWaits: () => void nudges++ },
      proxies,
      log: (line) => lines.push(line),
    }),
  )
  const here = { origin: host, 'sec-fetch-site': 'same-origin' }
  const ask = async (path: string, form?: Record<string, string>, headers: Record<string, string> = here) => {
    const answer = await app.request(host + path, {
      method: form ? 'POST' : 'GET',
      headers: form ? { 'content-type': 'application/x-www-form-urlencoded', ...headers } : headers,
      ...(form ? { body: new URLSearchParams(form).toString() } : {}),
    })
    return {
      status: answer.status,
      location: answer.headers.get('location'),
      caching: answer.headers.get('cache-control'),
      html: await answer.text(),
    }
  }
  return ask
}

const rows = async (own: Own, query: string) =>
  transact(
    own.databases.desk,
    testActor,
    async (ctx) => (await sql.raw<Record<string, string>>(query).execute(ctx.tx)).rows,
  )
const motionId = async (own: Own) => String((await rows(own, 'select id from council.motion'))[0]!.id)
const followers = async (own: Own) => (await rows(own, 'select id from council.follower')).length
/** The tokens that the newest mail holds. */
async function tokens(own: Own) {
  const [row] = await rows(own, 'select id, follower_id from council.follow order by id desc limit 1')
  return {
    confirm: keys.token('follow', `testdorp ${row!.id} ${row!.follower_id}`),
    stop: keys.token('follower', row!.follower_id!),
  }
}

test('a motion that was merged into another is followed as that one', async ({ own }) => {
  const ask = site(own)
  const kept = Number(await motionId(own))
  const gone = await transact(own.databases.desk, testActor, async (ctx) => {
    const paper = motionPaper({
      number: 'K.9',
      title: 'Herdruk',
      date: '2024-04-04',
      outcome: 'adopted',
      request: 'te wachten',
    })
    const document = await readDocument(ctx, paper, 'herdruk.txt')
    const review = reviewOf(paper.reading)
    review.motions[0]!.match = { choice: 'new' }
    await saveReview(ctx, { document, version: 0, review })
    const { id, year, slug } = (await registerDocument(ctx, { document, version: 1 })).motions[0]!
    const { pairs, kept: stays } = await motionToMerge(ctx, {
      year: 2024,
      slug: 'h-4-banken-in-het-park',
      other: id,
    })
    expect([stays.id, year, slug]).toEqual([kept, 2024, 'k-9-herdruk'])
    const versions = { keptVersion: stays.version, goneVersion: 1 }
    await mergeMotions(ctx, { kept, gone: id, ...versions, fields: {}, pairs })
    return String(id)
  })
  const form = await ask(`/testdorp/volgen?motie=${gone}`)
  expect(form.html).toContain('Banken in het park')
  expect(form.html).toContain(`name="motie" value="${kept}"`)
  expect((await ask('/testdorp/volgen', { motie: gone, email: 'late@b.example' })).status).toBe(303)
  expect(await rows(own, 'select motion_id from council.follow order by id desc limit 1')).toEqual([
    { motion_id: kept },
  ])
})

test('from the form to the last goodbye', async ({ own }) => {
  const ask = site(own)
  const motie = await motionId(own)
  const form = await ask(`/testdorp/volgen?motie=${motie}`)
  expect(form.html).toContain('Banken in het park')
  expect(form.caching).toBe('no-store')
  const asked = await ask('/testdorp/volgen', { motie, email: 'inwoner@b.example' })
  expect(asked).toMatchObject({ status: 303, location: '/testdorp/volgen/verstuurd' })
  expect(nudges).toBe(1)
  expect((await ask(asked.location!)).html).toContain('Kijk in je mailbox')
  const { confirm, stop } = await tokens(own)

  const looked = await ask(`/testdorp/volgen/bevestigen/${confirm}`)
  expect(looked.html).toContain('Banken in het park')
  expect(await rows(own, 'select id from council.follow where confirmed_at is not null')).toEqual([])
  const confirmed = await ask(`/testdorp/volgen/bevestigen/${confirm}`, {})
  expect(confirmed).toMatchObject({ status: 303, location: `/testdorp/volgen/mijn/${stop}?nieuw=1` })
  const mine = await ask(confirmed.location!)
  expect(mine.html).toContain('Je volgt dit nu.')
  expect(mine.html).not.toContain('inwoner@')

  for (const path of [`/testdorp/volgen/afmelden/${stop}`, `/testdorp/volgen/mijn/${stop}`]) {
    expect((await ask(path)).status).toBe(200)
    expect(await followers(own)).toBe(1)
  }
  const [follow] = await rows(own, 'select id from council.follow')
  const gone = await ask(`/testdorp/volgen/mijn/${stop}`, { stop: String(follow!.id) })
  expect(gone.html).toContain('Alles wat wij van je hadden, is gewist.')
  expect(await followers(own)).toBe(0)
  expect((await ask(`/testdorp/volgen/mijn/${stop}`)).status).toBe(404)
  expect((await ask(`/testdorp/volgen/bevestigen/${confirm}`)).status).toBe(404)
  expect(JSON.stringify(lines)).not.toContain(stop)
  expect(JSON.stringify(lines)).not.toContain('inwoner')
})

test('a mail program unsubscribes by itself, from elsewhere, as often as it likes; nothing else opens so', async ({
  own,
}) => {
  const ask = site(own)
  await ask('/testdorp/volgen', { domein: 'work', email: 'a@b.example' })
  const { confirm, stop } = await tokens(own)
  const elsewhere = {}
  expect((await ask(`/testdorp/volgen/bevestigen/${confirm}`, {}, elsewhere)).status).toBe(403)
  expect((await ask(`/testdorp/volgen/mijn/${stop}`, { alles: '1' }, elsewhere)).status).toBe(403)
  expect((await ask('/testdorp/volgen', { domein: 'work', email: 'c@b.example' }, elsewhere)).status).toBe(
    403,
  )
  expect(await followers(own)).toBe(1)
  for (const path of [`/testdorp/volgen/afmelden/${stop}`, `/en/testdorp/volgen/afmelden/${stop}`]) {
    expect((await ask(path, { 'List-Unsubscribe': 'One-Click' }, elsewhere)).status).toBe(200)
    expect(await followers(own)).toBe(0)
  }
})

test('a known and an unknown address get the same answer', async ({ own }) => {
  const ask = site(own)
  const form = { domein: 'work', email: 'a@b.example' }
  await ask('/testdorp/volgen', form)
  await ask(`/testdorp/volgen/bevestigen/${(await tokens(own)).confirm}`, {})
  const known = await ask('/testdorp/volgen', form)
  const unknown = await ask('/testdorp/volgen', { ...form, email: 'nieuw@b.example' })
  expect(known).toEqual(unknown)
})

test('what was typed stays; no address, nothing to follow', async ({ own }) => {
  const ask = site(own)
  const wrong = await ask('/testdorp/volgen', { domein: 'work', email: 'geen "adres" <x' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('geen &quot;adres&quot; &lt;x')
  expect(wrong.html).toContain('Dit is geen e-mailadres')
  for (const nothing of ['motie=999', 'fractie=geen', 'domein=x', 'motie=1;drop']) {
    expect((await ask(`/testdorp/volgen?${nothing}`)).status, nothing).toBe(404)
  }
  expect((await ask('/testdorp/volgen', { motie: '999', email: 'a@b.example' })).status).toBe(422)
  expect((await ask('/testdorp/volgen')).html).toContain('Nieuw Dorp')
  expect(await followers(own)).toBe(0)
})

test('too often from one place is refused there, and not elsewhere', async ({ own }) => {
  const ask = site(own, 'on', 1)
  const from = (address: string, n: number) =>
    ask(
      '/testdorp/volgen',
      { domein: 'work', email: `m${n}@b.example` },
      { origin: host, 'x-forwarded-for': `9.9.9.9, ${address}` },
    )
  for (let n = 0; n < 10; n += 1) expect((await from('1.1.1.1', n)).status).toBe(303)
  const refused = await from('1.1.1.1', 10)
  expect(refused.status).toBe(429)
  expect(refused.html).toContain('m10@b.example')
  expect((await from('2.2.2.2', 11)).status).toBe(303)
  expect(await followers(own)).toBe(11)
  for (let n = 20; n < 30; n += 1) await from(`2001:db8:1:2:${n}::1`, n)
  expect((await from('2001:db8:1:2:ffff::1', 30)).status).toBe(429)
})

test('without mail nobody can ask, and whoever follows can still stop', async ({ own }) => {
  await site(own)('/testdorp/volgen', { domein: 'work', email: 'a@b.example' })
  const { stop } = await tokens(own)
  const ask = site(own, 'off')
  expect((await ask('/testdorp/volgen?domein=work')).html).toContain('verstuurt geen e-mail')
  expect((await ask('/testdorp/volgen', { domein: 'work', email: 'c@b.example' })).html).toContain(
    'verstuurt geen e-mail',
  )
  expect(await followers(own)).toBe(1)
  expect((await ask(`/testdorp/volgen/afmelden/${stop}`, {})).status).toBe(200)
  expect(await followers(own)).toBe(0)
})

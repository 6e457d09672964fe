/** Feeds and calendars over a real database, as a reader of news or a calendar gets them. */
import { DOMParser } from '@xmldom/xmldom'
import ICAL from 'ical.js'
import { describe, expect } from 'vitest'
import { test, testActor, testNow } from '../../../../test/database.ts'
import { accounts, as, registerSample, words } from '../../../../test/life.ts'
import {
  agreeTerm,
  assignOwner,
  calendarOf,
  decideSettlement,
  extendCommitment,
  noteProgress,
  proposeSettlement,
  startMatter,
  undoLastStep,
} from '../../../council/index.ts'
import type { Databases } from '../../../db/connect.ts'
import { transact } from '../../../db/transact.ts'
import { createApp } from '../../app.ts'
import { webDeps } from '../../deps.ts'

const host = 'http://schakel.example'
const motion = '/testdorp/moties/2024/h-4-banken-in-het-park'
const scopes = ['/testdorp', motion, '/testdorp/fracties/dorpsbelang', '/testdorp/domeinen/housing']
let app: ReturnType<typeof createApp> | undefined
let sample: Awaited<ReturnType<typeof registerSample>>

/** The sample motion: the first part decided, work on the second begun and taken back, the third with another term. */
async function site(databases: Databases): Promise<NonNullable<typeof app>> {
  if (app) return app
  await transact(
    databases.desk,
    testActor,
    async (ctx) => {
      sample = await registerSample(ctx)
      const [first, second, third] = sample.matters as [number, number, number]
      const officer = await as(ctx, 'policy-officer', '2024-07-08')
      const mine = await assignOwner(officer, {
        matter: first,
        version: 1,
        official: { account: accounts['policy-officer'], name: 'Kanarie Ambtenaar' },
      })
      const { proposal, version } = await proposeSettlement(officer, {
        matter: first,
        version: mine.version,
        outcome: 'carried-out',
        evidence: [words(sample.document, 'De secretaris')],
        explanation: 'De banken <staan> er & zijn mooi. Mail kanarie@testdorp.example of bel 06 8765 4321.',
      })
      const clerk = await as(ctx, 'clerk', '2024-09-05')
      await decideSettlement(clerk, { matter: first, version, proposal, verdict: 'accept' })
      await noteProgress(clerk, { matter: third, version: 1, text: 'Het hek; de "poort", en meer.' })
      await agreeTerm(clerk, {
        matter: third,
        version: 2,
        notAfter: '2027-02-01',
        reason: 'Er komt onderzoek.',
      })
      await startMatter(clerk, { matter: second, version: 1 })
      await undoLastStep(await as(ctx, 'clerk', '2024-09-06'), { matter: second, version: 2 })
    },
    testNow,
  )
  app = createApp(
    webDeps({
      mode: 'demo',
      baseUrl: null,
      databases,
      assets: { url: (name) => `/assets/${name}`, find: () => null },
      clock: () => testNow,
      log: () => {},
    }),
  )
  return app
}

const ask = async (databases: Databases, path: string, headers: Record<string, string> = {}) =>
  (await site(databases)).request(host + path, { headers })

async function entries(databases: Databases, path: string) {
  const text = await (await ask(databases, path)).text()
  const problems: string[] = []
  const errorHandler = (level: string, problem: string) => problems.push(`${level}: ${problem}`)
  const document = new DOMParser({ errorHandler }).parseFromString(text, 'application/xml')
  expect(problems).toEqual([])
  const textIn = (element: Element, name: string) => element.getElementsByTagName(name)[0]?.textContent ?? ''
  return {
    text,
    feed: document.documentElement,
    entries: Array.from(document.getElementsByTagName('entry'), (entry) => ({
      id: textIn(entry, 'id'),
      title: textIn(entry, 'title'),
      updated: textIn(entry, 'updated'),
      content: textIn(entry, 'content'),
    })),
  }
}

async function days(databases: Databases, path: string) {
  const text = await (await ask(databases, path)).text()
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => ({
    uid: String(event.getFirstPropertyValue('uid')),
    on: String(event.getFirstPropertyValue('dtstart')),
    summary: String(event.getFirstPropertyValue('summary')),
    status: event.getFirstPropertyValue('status'),
    sequence: Number(event.getFirstPropertyValue('sequence')),
    stamp: String(event.getFirstPropertyValue('dtstamp')),
  }))
  return { text, events }
}

describe('what happened, as a feed', () => {
  test('tells of a motion what was entered, newest first, each under a name of its own', async ({
    databases,
  }) => {
    const answer = await ask(databases, `${motion}/feed.atom`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const { feed, entries: found } = await entries(databases, `${motion}/feed.atom`)
    expect(feed.getElementsByTagName('title')[0]?.textContent).toBe('Motie H.4: Banken in het park')
    expect(found.map(({ title }) => title.replace('Motie H.4: Banken in het park: ', ''))).toEqual(
      expect.arrayContaining([
        'Opgenomen in het register',
        'Brief van het college: Afdoening motie Banken in het park',
        'Voorgesteld om dit af te doen als uitgevoerd',
        'Besloten: afgedaan als uitgevoerd',
        'Tussenbericht',
        'De termijn gewijzigd',
        'Toezegging van het college',
        'Teruggenomen: In behandeling genomen',
      ]),
    )
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
    for (const { id } of found) expect(id).toMatch(/^tag:schakel\.example,2026:testdorp\/nl\/[a-z-]+\/\d+/)
    expect(
      [...found].sort((a, b) => b.updated.localeCompare(a.updated)).map(({ updated }) => updated),
    ).toEqual(found.map(({ updated }) => updated))
    const proposal = found.find(({ title }) => title.includes('Voorgesteld'))
    expect(proposal?.content).toContain('De banken &lt;staan&gt; er &amp; zijn mooi.')
    expect(proposal?.content).toContain('█')
  })

  test('what was taken back says so, on the moment that it was', async ({ databases }) => {
    const { entries: found } = await entries(databases, `${motion}/feed.atom`)
    const undone = found.filter(({ title }) => title.startsWith('Teruggenomen'))
    expect(undone).toHaveLength(1)
    expect(undone[0]).toMatchObject({ updated: '2024-09-06T10:00:00Z' })
    expect(undone[0]?.content).toContain('later ongedaan gemaakt')
  })

  test('a party and everything tell the same; a subject tells only its own; English tells it in English', async ({
    databases,
  }) => {
    const { entries: one } = await entries(databases, `${motion}/feed.atom`)
    for (const scope of ['/testdorp', '/testdorp/fracties/dorpsbelang']) {
      const { entries: found } = await entries(databases, `${scope}/feed.atom`)
      expect(found.map(({ id }) => id)).toEqual(one.map(({ id }) => id))
    }
    expect((await entries(databases, '/testdorp/domeinen/housing/feed.atom')).entries).toEqual([])
    const english = await entries(databases, `/en${motion}/feed.atom`)
    expect(english.feed.getAttribute('xml:lang')).toBe('en')
    expect(english.text).toContain('href="http://schakel.example/en/testdorp/moties/2024/')
    expect(english.entries[0]?.id).toContain('/en/')
  })
})

describe('days, as a calendar', () => {
  test('terms, and the check date as ours; what is decided need not be waited for', async ({ databases }) => {
    const answer = await ask(databases, `${motion}/agenda.ics`)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const { events } = await days(databases, `${motion}/agenda.ics`)
    const [first, second, third] = sample.matters
    const of = (id: string) => events.find(({ uid }) => uid === `${id}.testdorp.nl@schakel.example`)
    expect(events).toHaveLength(4)
    expect(of(`matter-${second}`)).toMatchObject({
      on: '2024-07-04',
      summary: 'Termijn: De speeltuin',
      status: 'CONFIRMED',
    })
    expect(of(`matter-${first}`)).toMatchObject({ on: '2024-07-04', status: 'CONFIRMED' })
    expect(of(`matter-${third}`)).toMatchObject({ on: '2027-02-01', status: 'CONFIRMED' })
    expect(of(`commitment-${sample.commitment}`)).toMatchObject({
      on: '2024-12-02',
      summary: 'Controledatum, van ons: Het college stuurt na het zomerreces een plan voor de banken',
    })
    const { events: all } = await days(databases, '/testdorp/agenda.ics')
    expect(all.map(({ on }) => on)).toEqual(['2027-02-01'])
    expect((await days(databases, '/en/testdorp/agenda.ics')).events[0]?.summary).toBe('Term: Het hek')
  })

  test('days to come stand first, and stay where there are more than fit', async ({ databases }) => {
    await site(databases)
    const calendar = async (most?: number) => {
      const scope = { kind: 'motion', year: 2024, slug: 'h-4-banken-in-het-park' } as const
      const input = { municipality: 'testdorp', scope, today: '2026-03-02' as const }
      const found = await calendarOf(databases.public, most === undefined ? input : { ...input, most })
      return found.days.map(({ kind, on }) => `${kind} ${on}`)
    }
    const [coming, check, past] = ['term 2027-02-01', 'check 2024-12-02', 'term 2024-07-04']
    expect(await calendar()).toEqual([coming, check, past, past])
    expect(await calendar(2)).toEqual([coming, check, past])
    expect(await calendar(1)).toEqual([coming, check])
  })

  test('a day that moves keeps its name, and counts its change; another calendar asks only when something changed', async ({
    databases,
  }) => {
    const uid = `commitment-${sample.commitment}.testdorp.nl@schakel.example`
    const found = async () =>
      (await days(databases, `${motion}/agenda.ics`)).events.find((one) => one.uid === uid)
    const before = await found()
    const { headers } = await ask(databases, `${motion}/agenda.ics`)
    const unchanged = await ask(databases, `${motion}/agenda.ics`, {
      'if-none-match': headers.get('etag') ?? '',
    })
    expect(unchanged.status).toBe(304)
    await transact(
      databases.desk,
      testActor,
      async (ctx) =>
        extendCommitment(await as(ctx, 'clerk', '2024-09-10'), {
          commitment: sample.commitment,
          version: (before?.sequence ?? 0) + 1,
          to: '2025-03-01',
          reason: 'De banken zijn laat besteld.',
        }),
      testNow,
    )
    const after = await found()
    expect(before).toMatchObject({ on: '2024-12-02' })
    expect(after).toMatchObject({ on: '2025-03-01', stamp: '2024-09-10T10:00:00Z' })
    expect(after?.summary).toContain('na verlenging')
    expect(after!.sequence).toBeGreaterThan(before!.sequence)
    const changed = await ask(databases, `${motion}/agenda.ics`, {
      'if-none-match': headers.get('etag') ?? '',
    })
    expect(changed.status).toBe(200)
    const { entries: told } = await entries(databases, `${motion}/feed.atom`)
    expect(told.some(({ title }) => title.endsWith('Verlengd tot en met 1 maart 2025'))).toBe(true)
  })
})

test('no feed and no calendar names an official, an address or a number of theirs', async ({ databases }) => {
  for (const language of ['', '/en']) {
    for (const scope of scopes) {
      for (const name of ['feed.atom', 'agenda.ics']) {
        const answer = await ask(databases, `${language}${scope}/${name}`)
        expect(answer.status, `${scope}/${name}`).toBe(200)
        // A calendar names its events like addresses; the host in them is ours.
        const text = (await answer.text()).replaceAll('\r\n ', '').replaceAll('@schakel.example', '')
        expect(text).not.toMatch(/Kanarie|kanarie|Goede-Proef|degoedeproef|@|12345678|8765 4321/)
      }
    }
  }
})

test('what does not exist has no feed', async ({ databases }) => {
  for (const path of [
    '/testdorp/moties/2024/niets/feed.atom',
    '/testdorp/moties/1e3/h-4-banken-in-het-park/agenda.ics',
    '/testdorp/fracties/geen/feed.atom',
    "/testdorp/fracties/'%00/agenda.ics",
    '/testdorp/domeinen/niets/agenda.ics',
    '/elders/feed.atom',
  ]) {
    expect((await ask(databases, path)).status, path).toBe(404)
  }
})

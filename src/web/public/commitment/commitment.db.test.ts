/** The page of one commitment as a visitor reads it. */
import { describe, expect } from 'vitest'
import { test, testActor, testNow } from '../../../../test/database.ts'
import { textOf } from '../../../../test/desk-site.ts'
import { announcement, as, registerSample, words } from '../../../../test/life.ts'
import {
  checkMissed,
  decideSettlement,
  extendCommitment,
  keepCommitment,
  proposeSettlement,
  relateCommitments,
} from '../../../council/index.ts'
import type { Ctx } from '../../../ctx.ts'
import type { Databases } from '../../../db/connect.ts'
import { transact } from '../../../db/transact.ts'
import { createApp } from '../../app.ts'
import { webDeps } from '../../deps.ts'

let sample: Awaited<ReturnType<typeof registerSample>> & { again: number }
const motion = '/testdorp/moties/2024/h-4-banken-in-het-park'

/** Settled on the announcement, missed, extended, kept late; and repeated by a later one. */
async function site(databases: Databases) {
  const run = <T>(work: (ctx: Ctx) => Promise<T>) => transact(databases.desk, testActor, work, testNow)
  sample ??= await run(async (ctx) => {
    const registered = await registerSample(ctx)
    const { commitment, document, matters } = registered
    const matter = matters[0]!
    const officer = await as(ctx, 'policy-officer', '2024-07-08')
    const evidence = [words(document, announcement)]
    const step = { matter, version: 1, outcome: 'announced' as const, evidence }
    const { proposal, version } = await proposeSettlement(officer, step)
    const clerk = await as(ctx, 'clerk', '2024-09-12')
    await decideSettlement(clerk, { matter, version, proposal, verdict: 'accept', reason: 'Wij wachten af' })
    await checkMissed((work) => work(ctx), { today: '2024-12-03' })
    const now = () =>
      ctx.tx
        .selectFrom('council.commitment')
        .select('version')
        .where('id', '=', commitment)
        .executeTakeFirstOrThrow()
    await extendCommitment(await as(ctx, 'clerk', '2024-12-10'), {
      commitment,
      ...(await now()),
      to: '2025-04-01',
      reason: 'Er was te weinig personeel; mail kanarie@testdorp.example',
    })
    await keepCommitment(await as(ctx, 'clerk', '2025-03-20'), {
      commitment,
      ...(await now()),
      how: 'partly-kept',
      evidence,
      reason: 'Het hek ontbreekt nog',
    })
    const { id } = await ctx.tx
      .insertInto('council.commitment')
      .values({
        municipality: 'testdorp',
        text: 'Ook het hek komt er',
        made_on: '2025-03-20',
        document_id: document,
        at: '[]',
        published_at: ctx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const relation = { commitment: id, version: 1, kind: 'repeats' as const, other: commitment }
    await relateCommitments(await as(ctx, 'clerk', '2025-03-21'), relation)
    return { ...registered, again: id }
  })
  const app = createApp(
    webDeps({
      mode: 'demo',
      baseUrl: null,
      databases,
      assets: { url: (name) => `/assets/${name}`, find: () => null },
      clock: () => new Date('2025-06-01T10:00:00Z'),
      log: () => {},
    }),
  )
  return async (path: string) => {
    const answer = await app.request(`http://schakel.example${path}`)
    const html = await answer.text()
    return { status: answer.status, html, text: textOf(html) }
  }
}

describe('a commitment on its own page', () => {
  test('says what was promised and where, whose day it was, how it was extended, and how it ended', async ({
    databases,
  }) => {
    const get = await site(databases)
    const page = await get(`/testdorp/toezeggingen/${sample.commitment}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Het college zegde dit toe op 2 juli 2024.')
    expect(page.text).toContain(
      'In het stuk staat dat het na 2 september 2024 komt; een laatste dag staat er niet.',
    )
    expect(page.text).toContain(
      'Op 2 december 2024, onze controledatum, stond er in dit register nog niets over.',
    )
    expect(page.text).toContain('De dag ging van 2 december 2024 naar 1 april 2025.')
    expect(page.text).toContain('Op 20 maart 2025 is het deels nagekomen.')
    expect(page.text).toContain('Het hek ontbreekt nog')
    expect(page.text).toContain('Er was te weinig personeel')
    expect(page.text).toContain('Controledatum 2 december 2024: nog niets bekend')
    expect(page.text).toContain('Na verlenging 1 april 2025')
    expect(page.html).toMatch(/href="\/testdorp\/stukken\/2024\/[^"]+#p2-\d+-\d+"/)
    expect(page.html).toContain(`href="${motion}"`)
    expect(page.text).toContain('Op deze toezegging rustten eerder: De vijver nu weer open')
    expect(page.html).toContain(`href="/testdorp/toezeggingen/${sample.again}"`)
    expect(page.text).toContain('Is herhaald in Ook het hek komt er')
    expect(page.text).not.toMatch(/kanarie/i)
  })

  test('the other one says what it repeats; English says the same', async ({ databases }) => {
    const get = await site(databases)
    const page = await get(`/en/testdorp/toezeggingen/${sample.again}`)
    expect(page.status).toBe(200)
    expect(page.html).toContain(`href="/en/testdorp/toezeggingen/${sample.commitment}"`)
    expect(page.text).toContain('The document names no last day.')
    expect(page.text).toContain('Repeats')
  })

  test('lists, the motion, feeds and calendars lead to it', async ({ databases }) => {
    const get = await site(databases)
    const here = `/testdorp/toezeggingen/${sample.commitment}`
    for (const path of ['/testdorp/toezeggingen', motion])
      expect((await get(path)).html, path).toContain(`href="${here}"`)
    for (const path of ['/testdorp/feed.atom', `${motion}/feed.atom`, `${here}/feed.atom`])
      expect((await get(path)).html, path).toContain(`href="http://schakel.example${here}"`)
    const calendar = (await get(`${here}/agenda.ics`)).html.replace(/\r\n /g, '')
    expect(calendar).toContain(`URL:http://schakel.example${here}`)
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    const own = (await get(`${here}/feed.atom`)).html
    expect(own).toContain('Toezegging: ')
    expect(own).not.toContain('matter-step')
    expect(own).not.toContain('<id>tag:schakel.example,2026:testdorp/nl/motion/')
  })

  test('what is not there is not found', async ({ databases }) => {
    const get = await site(databases)
    for (const wrong of ['999999', '0', 'x', '1.5', '12345678901'])
      for (const rest of ['', '/feed.atom', '/agenda.ics'])
        expect((await get(`/testdorp/toezeggingen/${wrong}${rest}`)).status, wrong + rest).toBe(404)
  })
})

/** The page of wishes and its files over a real database, as a visitor gets them. */
import { parse } from 'csv-parse/sync'
import { describe, expect } from 'vitest'
import { test, testActor, testNow } from '../../../../test/database.ts'
import { as, registerSample, words } from '../../../../test/life.ts'
import { decideSettlement, proposeSettlement } from '../../../council/index.ts'
import type { Databases } from '../../../db/connect.ts'
import { transact } from '../../../db/transact.ts'
import { createApp } from '../../app.ts'
import { webDeps } from '../../deps.ts'
import { wishTables } from './tables.ts'

let app: ReturnType<typeof createApp> | undefined

/** The sample motion of 4 April 2024; its first part is settled after 154 days. */
async function ask(databases: Databases, path: string): Promise<Response> {
  if (!app) {
    await transact(
      databases.desk,
      testActor,
      async (ctx) => {
        const sample = await registerSample(ctx)
        const matter = sample.matters[0]!
        const { proposal, version } = await proposeSettlement(await as(ctx, 'policy-officer', '2024-07-08'), {
          matter,
          version: 1,
          outcome: 'carried-out',
          evidence: [words(sample.document, 'De secretaris')],
        })
        const clerk = await as(ctx, 'clerk', '2024-09-05')
        await decideSettlement(clerk, { matter, version, proposal, verdict: 'accept' })
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
  }
  return app.request(`http://schakel.example${path}`)
}
const csv = async (databases: Databases, path: string) =>
  parse(await (await ask(databases, path)).text()) as string[][]

describe('how the wishes fare', () => {
  test('the page answers first, and each chart has a name, a sentence and a table', async ({ databases }) => {
    const answer = await ask(databases, '/testdorp/wensen')
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain('Van de 3 onderdelen is er 1 afgedaan en staan er 2 nog open.')
    expect(page).toContain('De helft is nog niet bereikt: 66,7 % is nog niet afgedaan')
    const charts = page.match(/<svg[^>]*role="img"[^>]*>/g) ?? []
    expect(charts).toHaveLength(6)
    for (const chart of charts) {
      const [title, description] = /aria-labelledby="(\S+) (\S+)"/.exec(chart)?.slice(1) ?? []
      expect(page).toMatch(
        new RegExp(`<title id="${title}">[^<]+</title><desc id="${description}">[^<]+</desc>`),
      )
    }
    expect(page.match(/<table/g)).toHaveLength(6)
    expect(page).not.toMatch(/\sstyle=/)
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('choices narrow it and are said; the first page leads to it; English is complete', async ({
    databases,
  }) => {
    const chosen = await (await ask(databases, '/testdorp/wensen?jaar=2024&fractie=dorpsbelang')).text()
    expect(chosen).toContain('Alleen: 2024 en Dorpsbelang.')
    expect(chosen).toContain('href="/testdorp/fracties/dorpsbelang/feed.atom"')
    expect(chosen).toContain('/testdorp/wensen/stand.csv?jaar=2024&amp;fractie=dorpsbelang')
    expect(await (await ask(databases, '/testdorp/wensen?jaar=2019')).text()).toContain('niets te tellen')
    const start = await (await ask(databases, '/testdorp')).text()
    expect(start).toContain(
      'Van de 3 onderdelen die de raad vroeg, is er 1 afgedaan. Van 1 toezegging is de dag voorbij.',
    )
    expect(start).toContain('href="/testdorp/wensen"')
    const english = await (await ask(databases, '/en/testdorp/wensen')).text()
    expect(english).toContain('Of the 3 matters, 1 is settled and 2 are still open.')
  })
})

describe('its tables as files', () => {
  test('hold what the page counts', async ({ databases }) => {
    const answer = await ask(databases, '/testdorp/wensen/stand.csv')
    expect(answer.headers.get('content-type')).toContain('text/csv')
    expect(answer.headers.get('content-disposition')).toContain('testdorp-wensen-stand.csv')
    const [head, ...rows] = await csv(databases, '/testdorp/wensen/stand.csv')
    expect(head).toEqual(['Stand', 'Onderdelen'])
    expect(rows.find(([stand]) => stand === 'afgedaan: uitgevoerd')).toEqual(['afgedaan: uitgevoerd', '1'])
    expect(rows.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(3)
    expect(await csv(databases, '/testdorp/wensen/duur.csv')).toEqual([
      [
        'Dagen na de motie',
        'Nog gevolgd en niet afgedaan',
        'Afgedaan op die dag',
        'Deel dat nog niet is afgedaan',
      ],
      ['154', '3', '1', '0.6667'],
    ])
    const [, party] = await csv(databases, '/testdorp/wensen/partijen.csv')
    expect(party).toEqual(['Dorpsbelang', '1', '0', '0', '0', '0', '2', '3'])
    for (const name of wishTables) {
      expect((await ask(databases, `/en/testdorp/wensen/${name}.csv`)).status, name).toBe(200)
    }
  })
  test('others do not exist', async ({ databases }) => {
    for (const name of ['stand', 'niets.csv', 'stand.csv.csv']) {
      expect((await ask(databases, `/testdorp/wensen/${name}`)).status, name).toBe(404)
    }
  })
})

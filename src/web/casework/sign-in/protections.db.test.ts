/** What keeps a session from being taken, forged, framed, kept or guessed; each driven over the whole app. */
import pg from 'pg'
import { expect } from 'vitest'
import { caseBrowser } from '../../../../test/case-browser.ts'
import { type CaseSite, caseSite, type Someone } from '../../../../test/case-site.ts'
import { test as base } from '../../../../test/database.ts'
import { mostTries, openSession, sessionLimits } from '../../../gate/index.ts'
import { caseHref } from '../page.ts'
import { caseRoutes } from '../routes.ts'

type Ask = (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>
const test = base.extend<{ site: CaseSite; ask: Ask }>({
  site: [async ({ caseDbs }, use) => use(await caseSite(caseDbs)), { scope: 'file' }],
  ask: async ({ owner }, use) => {
    const client = new pg.Client(owner)
    await client.connect()
    await client.query('delete from gate.tally')
    await use(async (sql, values) => (await client.query(sql, values)).rows)
    await client.query(`update meta.installation set clock_ahead = '0'`)
    await client.end()
  },
})
const origin = 'http://zorg.example'
const ahead = (ask: Ask, minutes: number) =>
  ask(`update meta.installation set clock_ahead = make_interval(secs => $1)`, [Math.round(minutes * 60)])

async function someone(site: CaseSite, kind: 'staff' | 'partner' | 'survivor'): Promise<Someone> {
  if (kind === 'partner') return site.partner()
  const sara = await site.staff(['care-coordinator'])
  return kind === 'staff' ? sara : site.survivor((await site.openCase(sara)).id)
}
const lives = async (site: CaseSite, who: Someone) => (await site.get(who, '/sessies')).status === 200

test.for(['staff', 'partner', 'survivor'] as const)(
  'a session of %s ends when it goes unused, and however much it is used',
  async (kind, { site, ask }) => {
    const { idle, most } = sessionLimits[kind]
    const unused = await someone(site, kind)
    await ahead(ask, idle - 0.5)
    expect(await lives(site, unused)).toBe(true)
    // That was use: it goes on from there.
    await ahead(ask, 2 * idle - 1)
    expect(await lives(site, unused)).toBe(true)
    await ahead(ask, 3 * idle)
    expect(await lives(site, unused)).toBe(false)
    await ahead(ask, 0)
    const used = await someone(site, kind)
    const step = idle - 1
    for (let at = step; at < most; at += step) {
      await ahead(ask, at)
      expect(await lives(site, used), `${at} of ${most} minutes`).toBe(true)
    }
    await ahead(ask, most - 0.1)
    expect(await lives(site, used)).toBe(true)
    await ahead(ask, most + 0.1)
    expect(await lives(site, used)).toBe(false)
    // Inside the database too, for whoever would skip the edge.
    const { sql } = await import('kysely')
    const { rows } = await site.as(used, ({ tx }) =>
      sql<{ actor: string | null }>`select gate.actor() as actor`.execute(tx),
    )
    expect(rows).toEqual([{ actor: null }])
  },
)

test('one sees and ends one’s own sessions, and nobody else’s', async ({ site, ask }) => {
  const noor = await site.staff(['care-worker'], 'Noor Kok')
  const other = await site.staff(['care-worker'], 'Iris de Wit')
  const tokens = await site.gate(async (ctx) => {
    const { accountId } = noor
    const method = 'demo' as const
    return [
      await openSession(ctx, { accountId, method, device: 'firefox/windows' }),
      await openSession(ctx, { accountId, method, device: 'safari/iphone' }),
    ]
  })
  const [one, two] = tokens.map((token) => ({ ...noor, token }))
  if (!one || !two) throw new Error('no sessions')
  const page = await site.get(one, '/sessies')
  expect(page.text).toContain('Dit apparaat: Firefox op een Windows-computer')
  expect(page.text).toContain('Safari op een iPhone')
  for (const token of [...tokens, noor.token]) expect(page.html).not.toContain(token)
  const [{ id = '' } = {}] = await ask(`select id from gate.session where device = 'safari/iphone'`)
  expect((await site.post(other, '/sessies', [['sessie', String(id)]])).status).toBe(404)
  expect((await site.post(one, '/sessies', [['sessie', 'onzin']])).status).toBe(404)
  expect(await lives(site, two)).toBe(true)
  expect((await site.post(one, '/sessies', [['sessie', String(id)]])).status).toBe(303)
  expect(await lives(site, two)).toBe(false)
  expect((await site.post(one, '/sessies', [['alle', 'andere']])).status).toBe(303)
  expect([await lives(site, one), await lives(site, noor), await lives(site, other)]).toEqual([
    true,
    false,
    true,
  ])
})

const posts = caseRoutes.filter(({ method }) => method === 'POST')
const address = (path: string) => path.replace(/:number/g, 'T-1001').replace(/:\w+/g, '1')

test('nothing is changed from another site, wherever it is posted to', async ({ site }) => {
  const sara = await site.staff(['care-coordinator', 'administrator'])
  const from = [
    { 'sec-fetch-site': 'cross-site', origin: 'https://elders.example' },
    { 'sec-fetch-site': 'same-site', origin: 'http://buur.zorg.example' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://elders.example' },
    { origin: 'null' },
    {},
  ]
  let refused = 0
  for (const route of posts) {
    if ('fromElsewhere' in route && route.fromElsewhere) continue
    for (const language of ['nl', 'en'] as const) {
      for (const headers of language === 'nl' ? from : from.slice(0, 1)) {
        const answer = await site.app.request(origin + caseHref({ language }, address(route.path)), {
          method: 'POST',
          body: 'x=1',
          headers: {
            cookie: `schakel-zorg=${sara.token}`,
            'content-type': 'application/x-www-form-urlencoded',
            ...(headers as Record<string, string>),
          },
        })
        expect(answer.status, `${route.path} ${JSON.stringify(headers)}`).toBe(403)
        refused++
      }
    }
  }
  expect(refused).toBeGreaterThan(100)
  expect(posts.filter((route) => 'fromElsewhere' in route).map(({ path }) => path)).toEqual([
    '/aanmelden/organisatie/uit',
  ])
})

test('no page can be framed, kept or named to another site', async ({ site }) => {
  const sara = await site.staff(['care-coordinator', 'administrator'])
  const { number } = await site.openCase(sara)
  for (const [who, path] of [
    [null, '/aanmelden'],
    [null, '/aanmelden/sleutel'],
    [null, '/kaart'],
    [null, '/kaart/nieuw'],
    [null, '/uitnodiging'],
    [null, '/bestaat-niet'],
    [sara, '/sessies'],
    [sara, '/sleutels'],
    [sara, '/beheer'],
    [sara, `/trajecten/${number}`],
    [sara, `/trajecten/${number}/kaart`],
    [sara, '/trajecten/T-9999'],
  ] as const) {
    const { headers, html } = await site.get(who, path)
    expect(headers.get('x-frame-options'), path).toBe('DENY')
    expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'")
    expect(headers.get('content-security-policy'), path).not.toMatch(/unsafe|\*|https?:/)
    expect(headers.get('cache-control'), path).toBe('no-store')
    expect(headers.get('referrer-policy'), path).toBe('same-origin')
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin')
    expect(headers.get('x-robots-tag'), path).toContain('noindex')
    expect(html, path).not.toMatch(/<script(?![^>]* src=)|<style|\son[a-z]+=|style="/)
  }
})

test('cookies are for this host alone, unseen by scripts, and gone with the browser', async ({
  caseDbs,
  site,
}) => {
  const sara = await site.staff(['care-coordinator'])
  await site.gate(({ tx }) =>
    tx.updateTable('gate.account').set({ demonstration: true }).where('id', '=', sara.accountId).execute(),
  )
  const secure = await caseSite(caseDbs, { vault: site.vault, baseUrl: 'https://zorg.example' })
  for (const [where, address, prefix] of [
    [secure, 'https://zorg.example', '__Host-'],
    [site, origin, ''],
  ] as const) {
    const browser = caseBrowser(where, address)
    const begun = (await browser.get('/aanmelden/sleutel')).headers.getSetCookie()
    const opened = (await browser.post('/aanmelden', { account: sara.accountId })).headers.getSetCookie()
    const ended = (await browser.post('/afmelden', {})).headers
    const tail = prefix ? '; Secure' : ''
    expect(begun).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${prefix}schakel-zorg-stap=[\\w-]{43}; Path=/; HttpOnly; SameSite=Lax${tail}; Max-Age=600$`,
        ),
      ),
    ])
    expect(opened).toEqual([
      expect.stringMatching(
        new RegExp(`^${prefix}schakel-zorg=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict${tail}$`),
      ),
    ])
    expect(ended.getSetCookie()[0]).toContain('Max-Age=0')
    expect(ended.get('clear-site-data')).toBe('"cache", "storage"')
  }
})

test('signing in takes the place of the session that a browser had: nobody is given one that another knows', async ({
  site,
}) => {
  const [noor, iris] = [
    await site.staff(['care-worker'], 'Noor Kok'),
    await site.staff(['care-worker'], 'Iris de Wit'),
  ]
  const browser = caseBrowser(site)
  browser.jar.set('schakel-zorg', noor.token)
  await browser.post('/aanmelden', { account: iris.accountId })
  expect(browser.jar.get('schakel-zorg')).not.toBe(noor.token)
  expect((await browser.get('/sessies')).text).toContain('Iris de Wit')
})

test('what can be guessed is limited per network: an invitation, and beginning with a passkey', async ({
  site,
  ask,
}) => {
  const browser = caseBrowser(site)
  const statuses = []
  for (let i = 0; i <= mostTries.passkey; i++) statuses.push((await browser.get('/aanmelden/sleutel')).status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(mostTries.passkey)
  expect(statuses.at(-1)).toBe(429)
  const guesses = []
  for (let i = 0; i <= mostTries.invitation; i++) {
    guesses.push(await browser.post('/uitnodiging', { code: 'AAAA-AAAA-AAAA-AAAA-AAAA' }))
  }
  for (const guess of guesses) expect([guess.status, guess.html]).toEqual([422, guesses[0]?.html])
  const rows = await ask(
    `select body::json->>'reason' as reason, count(*)::int as n from audit.line where event = 'passkey.invited' group by 1 order by 1`,
  )
  expect(rows).toEqual([
    { reason: 'not-known', n: mostTries.invitation },
    { reason: 'too-often', n: 1 },
  ])
})

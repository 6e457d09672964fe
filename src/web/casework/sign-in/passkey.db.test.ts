import pg from 'pg'
import { expect } from 'vitest'
import { authenticator } from '../../../../test/authenticator.ts'
import { caseBrowser } from '../../../../test/case-browser.ts'
import { type CaseSite, caseSite } from '../../../../test/case-site.ts'
import { test as base } from '../../../../test/database.ts'
import { invite } from '../../../gate/index.ts'

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
const invited = (site: CaseSite, accountId: string) =>
  site.gate((ctx) => invite(ctx, { accountId, because: 'enrolment', madeBy: null }))

/** The options that a page gives to its script. */
function optionsIn(html: string): { challenge: string; user: { id: string }; excludeCredentials: unknown[] } {
  const found = /data-options="([^"]*)"/.exec(html)?.[1]
  if (!found) throw new Error('no options on the page')
  return JSON.parse(found.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&#x27;', "'"))
}

async function enrolled(site: CaseSite, accountId: string) {
  const [key, browser] = [authenticator(origin), caseBrowser(site)]
  const page = await browser.post('/uitnodiging', { code: await invited(site, accountId) })
  const options = optionsIn(page.html)
  const done = await browser.post('/uitnodiging/sleutel', { answer: key.create(options) })
  expect(done.location).toBe('/')
  return { key, browser }
}

test('an invitation makes one passkey, which signs in, in another browser too', async ({ site, ask }) => {
  const noor = await site.staff(['care-worker'], 'Noor Kok')
  const [key, browser] = [authenticator(origin), caseBrowser(site)]
  const code = await invited(site, noor.accountId)
  expect((await browser.get('/uitnodiging')).text).toContain('Code van je uitnodiging')
  const page = await browser.post('/uitnodiging', { code: code.toLowerCase() })
  expect(page.text).toContain('Noor Kok')
  const options = optionsIn(page.html)
  expect(options).toMatchObject({
    rp: { id: 'zorg.example' },
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  expect((await browser.post('/uitnodiging/sleutel', { answer: key.create(options) })).location).toBe('/')
  expect((await browser.get('/sessies')).text).toMatch(
    /Firefox op een Linux-computer.*met een toegangssleutel/,
  )
  expect((await browser.post('/uitnodiging', { code })).status).toBe(422)

  const other = caseBrowser(site)
  const asked = optionsIn((await other.get('/aanmelden/sleutel')).html)
  const came = await other.post('/aanmelden/sleutel', { answer: key.get(asked) })
  expect(came.location).toBe('/')
  expect((await other.get('/sessies')).status).toBe(200)
  const [kept] = await ask('select * from gate.passkey where account_id = $1', [noor.accountId])
  expect(kept).toMatchObject({ rp_id: 'zorg.example', counter: '2', synced: true, backed_up: true })
  const [used] = await ask('select used_at from gate.invitation where account_id = $1', [noor.accountId])
  expect(used?.used_at).not.toBeNull()
})

test('what is not as asked is refused, alike for every reason', async ({ site, ask }) => {
  const noor = await site.staff(['care-worker'], 'Noor Kok')
  const { key } = await enrolled(site, noor.accountId)
  const stranger = authenticator(origin)
  const attempts = {
    'wrong origin': (o: { challenge: string }) =>
      key.get(o, { origin: 'http://zorg.example.elders.example' }),
    'other RP id': (o: { challenge: string }) => key.get(o, { rpId: 'elders.example' }),
    'no user verification': (o: { challenge: string }) => key.get(o, { verified: false }),
    'other challenge': (o: { challenge: string }) => key.get(o, { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }),
    'made, not signed': (o: { challenge: string }) => key.get(o, { type: 'webauthn.create' }),
    'counter that did not rise': (o: { challenge: string }) => key.get(o, { counter: 1 }),
    'unknown passkey': (o: { challenge: string }) => stranger.get(o),
    'broken signature': (o: { challenge: string }) => {
      const answer = JSON.parse(key.get(o))
      answer.response.signature = JSON.parse(stranger.get(o)).response.signature
      return JSON.stringify(answer)
    },
    'handle of another': (o: { challenge: string }) => {
      const answer = JSON.parse(key.get(o))
      answer.response.userHandle = Buffer.alloc(16, 7).toString('base64url')
      return JSON.stringify(answer)
    },
    'no answer': () => '',
    'no JSON': () => '{',
    'not an object': () => '"x"',
  }
  const seen = new Set<string>()
  for (const [name, attempt] of Object.entries(attempts)) {
    const browser = caseBrowser(site)
    const got = await browser.post('/aanmelden/sleutel', {
      answer: attempt(optionsIn((await browser.get('/aanmelden/sleutel')).html)),
    })
    expect(got.status, name).toBe(422)
    expect(browser.jar.has('schakel-zorg'), name).toBe(false)
    seen.add(got.html)
  }
  expect(seen.size).toBe(1)
  // The same passkey, as asked, still does.
  const browser = caseBrowser(site)
  const options = optionsIn((await browser.get('/aanmelden/sleutel')).html)
  const answer = key.get(options)
  const step = browser.jar.get('schakel-zorg-stap') ?? ''
  expect((await browser.post('/aanmelden/sleutel', { answer })).location).toBe('/')
  // And its answer counts once, with the same cookie too.
  const replay = caseBrowser(site)
  replay.jar.set('schakel-zorg-stap', step)
  expect((await replay.post('/aanmelden/sleutel', { answer })).status).toBe(422)
  // Nor in a browser that did not ask.
  expect((await caseBrowser(site).post('/aanmelden/sleutel', { answer: key.get(options) })).status).toBe(422)
  const refused = await ask(
    `select count(*)::int as n from audit.line where event = 'session.opened' and outcome = 'refused'`,
  )
  expect(refused[0]?.n).toBeGreaterThanOrEqual(12)
})

test('making one is refused for the same reasons; an invitation is used only by what succeeds', async ({
  site,
}) => {
  const noor = await site.staff(['care-worker'], 'Noor Kok')
  const code = await invited(site, noor.accountId)
  for (const wrong of [
    { origin: 'http://elders.example' },
    { rpId: 'elders.example' },
    { verified: false },
    { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' },
  ]) {
    const [key, browser] = [authenticator(origin), caseBrowser(site)]
    const options = optionsIn((await browser.post('/uitnodiging', { code })).html)
    const got = await browser.post('/uitnodiging/sleutel', { answer: key.create(options, wrong) })
    expect(got.status, JSON.stringify(wrong)).toBe(422)
    expect(browser.jar.has('schakel-zorg')).toBe(false)
  }
  const [key, browser] = [authenticator(origin), caseBrowser(site)]
  const options = optionsIn((await browser.post('/uitnodiging', { code })).html)
  const answer = key.create(options)
  const step = browser.jar.get('schakel-zorg-stap') ?? ''
  expect((await browser.post('/uitnodiging/sleutel', { answer })).status).toBe(303)
  const replay = caseBrowser(site)
  replay.jar.set('schakel-zorg-stap', step)
  expect((await replay.post('/uitnodiging/sleutel', { answer })).status).toBe(422)
})

test('an invitation ends after seven days, when another is made, and with the account', async ({
  site,
  ask,
}) => {
  const noor = await site.staff(['care-worker'], 'Noor Kok')
  const begin = async (code: string) => (await caseBrowser(site).post('/uitnodiging', { code })).status
  const first = await invited(site, noor.accountId)
  const second = await invited(site, noor.accountId)
  expect([await begin(first), await begin(second)]).toEqual([422, 200])
  await ask(`update meta.installation set clock_ahead = '7 days 1 minute'`)
  expect(await begin(second)).toBe(422)
  await ask(`update meta.installation set clock_ahead = '0'`)
  await ask('update gate.account set ended_at = now() where id = $1', [noor.accountId])
  expect(await begin(second)).toBe(422)
})

test('one adds a second passkey, takes the first away, and never the last', async ({ site }) => {
  const joost = await site.partner('school', 'Joost Bakker')
  const { key, browser } = await enrolled(site, joost.accountId)
  const options = optionsIn((await browser.post('/sleutels', { form: 'erbij' })).html)
  expect(options.excludeCredentials).toMatchObject([{ id: key.id }])
  const second = authenticator(origin)
  // A sign-in that was begun by one is not finished by another.
  const stranger = caseBrowser(site)
  stranger.jar.set('schakel-zorg-stap', browser.jar.get('schakel-zorg-stap') ?? '')
  expect((await stranger.post('/uitnodiging/sleutel', { answer: second.create(options) })).status).toBe(422)
  expect((await browser.post('/sleutels/nieuw', { answer: second.create(options) })).location).toBe(
    '/sleutels?gedaan=sleutel',
  )
  const page = await browser.get('/sleutels')
  const ids = [...page.html.matchAll(/name="sleutel" value="([^"]*)"/g)].map((match) => match[1] ?? '')
  expect(ids).toHaveLength(2)
  expect((await browser.post('/sleutels', { form: 'weg', sleutel: ids[1] ?? '' })).status).toBe(303)
  expect((await browser.post('/sleutels', { form: 'weg', sleutel: ids[0] ?? '' })).status).toBe(409)
  const other = caseBrowser(site)
  const asked = () => other.get('/aanmelden/sleutel').then(({ html }) => optionsIn(html))
  expect((await other.post('/aanmelden/sleutel', { answer: key.get(await asked()) })).status).toBe(422)
  expect((await other.post('/aanmelden/sleutel', { answer: second.get(await asked()) })).status).toBe(303)
  // Nobody takes away another's.
  const noor = await site.staff(['care-worker'], 'Noor Kok')
  expect(
    (
      await site.post(noor, '/sleutels', [
        ['form', 'weg'],
        ['sleutel', ids[0] ?? ''],
      ])
    ).status,
  ).toBe(404)
})

import { generateKeyPairSync } from 'node:crypto'
import { type JWK, SignJWT } from 'jose'
import pg from 'pg'
import { expect } from 'vitest'
import { caseBrowser } from '../../../../test/case-browser.ts'
import { type CaseSite, caseSite } from '../../../../test/case-site.ts'
import { test as base } from '../../../../test/database.ts'
import { realProvider } from '../../../../test/real-provider.ts'
import { rogueProvider } from '../../../../test/rogue-provider.ts'
import type { CaseRole } from '../../../case-ctx.ts'
import { openProvider } from '../../../sign-in/oidc.ts'

type Ask = (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>
type Real = { site: CaseSite; provider: Awaited<ReturnType<typeof realProvider>> }
const origin = 'http://zorg.example'
const key = String(
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
)
const settings = {
  clientId: 'schakel',
  key,
  acr: ['urn:example:loa:high'],
  roleClaim: 'roles',
  scope: 'openid',
}
const rules = {
  municipality: 'testdorp',
  roles: new Map<string, CaseRole>([
    ['ZORG-C', 'care-coordinator'],
    ['ZORG-B', 'care-worker'],
  ]),
}

const test = base.extend<{ real: Real; ask: Ask }>({
  real: [
    async ({ caseDbs }, use) => {
      const { keys } = await openProvider({ ...settings, issuer: 'http://127.0.0.1:9' }).keys()
      const provider = await realProvider({
        redirectUri: `${origin}/aanmelden/organisatie/terug`,
        logoutUri: `${origin}/aanmelden/organisatie/uit`,
        keys: keys as JWK[],
      })
      const client = openProvider({ ...settings, issuer: provider.issuer })
      await use({ site: await caseSite(caseDbs, { provider: { client, rules } }), provider })
      await provider.close()
    },
    { scope: 'file' },
  ],
  ask: async ({ owner }, use) => {
    const client = new pg.Client(owner)
    await client.connect()
    await use(async (sql, values) => (await client.query(sql, values)).rows)
    await client.end()
  },
})

/** Leaves for the provider and comes to its answer; `back` is the path with its code. */
async function away({ site, provider }: Real) {
  const browser = caseBrowser(site)
  const left = await browser.get('/aanmelden/organisatie')
  expect(left.status).toBe(303)
  const back = (await provider.walk(left.location ?? '')).slice(origin.length)
  return { browser, back }
}

test('somebody whom a real provider vouches for comes in, with the roles of their claims', async ({
  real,
  ask,
}) => {
  real.provider.state.person = { subject: 'noor', name: 'Noor Kok', roles: ['ZORG-B', 'IETS-ANDERS'] }
  const { browser, back } = await away(real)
  const came = await browser.get(back)
  expect(came.status).toBe(200)
  expect(came.html).toContain('url=/')
  expect((await browser.get('/sessies')).text).toContain('via je organisatie')
  expect((await browser.get('/')).location).toBe('/vandaag')
  const accounts = () => ask(`select id, name, municipality from gate.account where subject = 'noor'`)
  const roles = () =>
    ask(
      `select role from gate.role r join gate.account a on a.id = r.account_id where a.subject = 'noor' and r.ended_at is null`,
    )
  expect(await accounts()).toMatchObject([{ name: 'Noor Kok', municipality: 'testdorp' }])
  expect(await roles()).toEqual([{ role: 'care-worker' }])

  // Her claims change: so do her roles, and it stays one account.
  real.provider.state.person = { subject: 'noor', name: 'Noor Kok', roles: ['ZORG-C'] }
  const again = await away(real)
  expect((await again.browser.get(again.back)).status).toBe(200)
  expect(await roles()).toEqual([{ role: 'care-coordinator' }])
  expect(await accounts()).toHaveLength(1)
  expect(JSON.stringify(real.site.logged)).not.toMatch(/code=|state=/)
})

test('a code counts once, in the browser that asked for it', async ({ real }) => {
  real.provider.state.person = { subject: 'bo', name: 'Bo Smit', roles: ['ZORG-B'] }
  const { browser, back } = await away(real)
  // In a browser that did not ask: nothing begun. In the one that did, with the cookie of another sign-in: another state.
  const stranger = caseBrowser(real.site)
  expect((await stranger.get(back)).status).toBe(422)
  const second = await away(real)
  const step = browser.jar.get('schakel-zorg-stap') ?? ''
  expect((await second.browser.get(back)).status).toBe(422)
  expect((await browser.get(back)).status).toBe(200)
  // The same once more, with the same cookie, and with a sign-in of its own.
  const replay = caseBrowser(real.site)
  replay.jar.set('schakel-zorg-stap', step)
  expect((await replay.get(back)).status).toBe(422)
  for (const who of [stranger, second.browser, replay]) expect(who.jar.has('schakel-zorg')).toBe(false)
})

test.for([[null], ['urn:example:loa:low']] as const)(
  'a sign-in at level %s is refused',
  async ([acr], { real }) => {
    const before = real.provider.state.acr
    real.provider.state.acr = acr
    real.provider.state.person = { subject: 'laag', name: 'Laag Niveau', roles: ['ZORG-B'] }
    const { browser, back } = await away(real)
    expect((await browser.get(back)).status).toBe(422)
    expect(browser.jar.has('schakel-zorg')).toBe(false)
    real.provider.state.acr = before
  },
)

test('without a claim that gives a role nobody comes in, and no account is made', async ({ real, ask }) => {
  real.provider.state.person = { subject: 'niemand', name: 'Iemand Anders', roles: ['IETS-ANDERS'] }
  const { browser, back } = await away(real)
  expect((await browser.get(back)).status).toBe(422)
  expect(await ask(`select from gate.account where subject = 'niemand'`)).toHaveLength(0)
})

test('somebody whose account was ended here does not come in', async ({ real, ask }) => {
  real.provider.state.person = { subject: 'weg', name: 'Weg Gegaan', roles: ['ZORG-B'] }
  const first = await away(real)
  await first.browser.get(first.back)
  await ask(`update gate.account set ended_at = now() where subject = 'weg'`)
  expect((await first.browser.get('/sessies')).location).toBe('/aanmelden')
  const { browser, back } = await away(real)
  expect((await browser.get(back)).status).toBe(422)
})

test('the provider ends a session, once for each token, and nobody else does', async ({ caseDbs, ask }) => {
  const rogue = await rogueProvider()
  const client = openProvider({ ...settings, issuer: rogue.issuer })
  const site = await caseSite(caseDbs, { provider: { client, rules } })
  const now = Math.floor(Date.now() / 1000)
  const claims = { iss: rogue.issuer, aud: 'schakel', sub: 'iris', iat: now, exp: now + 300 }
  const browser = caseBrowser(site)
  const left = new URL((await browser.get('/aanmelden/organisatie')).location ?? '')
  const nonce = left.searchParams.get('nonce') ?? ''
  rogue.give(
    await rogue.sign({
      ...claims,
      nonce,
      acr: 'urn:example:loa:high',
      sid: 's1',
      name: 'Iris',
      roles: ['ZORG-B'],
    }),
  )
  const back = `/aanmelden/organisatie/terug?code=c&state=${left.searchParams.get('state')}`
  expect((await browser.get(back)).status).toBe(200)
  expect((await browser.get('/sessies')).status).toBe(200)
  const logout = async (token: string) =>
    (
      await site.app.request(`${origin}/aanmelden/organisatie/uit`, {
        method: 'POST',
        body: new URLSearchParams({ logout_token: token }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
    ).status
  const events = { 'http://schemas.openid.net/event/backchannel-logout': {} }
  const token = (sid: string, jti: string) =>
    rogue.sign({ ...claims, sid, jti, events }, { typ: 'logout+jwt' })
  expect(await logout(await token('s2', 'j0'))).toBe(200)
  expect((await browser.get('/sessies')).status).toBe(200)
  const forged = await new SignJWT({ ...claims, sid: 's1', jti: 'j9', events })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode('schakel'.padEnd(32, '0')))
  expect(await logout(forged)).toBe(400)
  expect((await browser.get('/sessies')).status).toBe(200)
  const once = await token('s1', 'j1')
  expect(await logout(once)).toBe(200)
  expect((await browser.get('/sessies')).location).toBe('/aanmelden')
  expect(await logout(once)).toBe(400)
  expect(await ask(`select ended_because from gate.session where provider_session = 's1'`)).toEqual([
    { ended_because: 'by-provider' },
  ])
  await rogue.close()
})

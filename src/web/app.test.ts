import { beforeEach, describe, expect, test } from 'vitest'
import { createApp, type Deps } from './app.ts'
import type { LogLine } from './log.ts'
import type { PersonActor, Sessions } from './page.ts'
import { contentSecurityPolicy } from './security.ts'

const host = 'http://schakel.example'
const clerk: PersonActor = {
  kind: 'person',
  personId: '1',
  name: 'N. de Wit',
  role: 'clerk',
  municipality: 'waterstad',
}
const open = new Map<string, PersonActor>()
const sessions: Sessions = {
  demoPeople: async () => [{ key: 'k1', name: 'N. de Wit', role: 'clerk', municipality: 'waterstad' }],
  open: async (key) => {
    if (key !== 'k1') return null
    const token = 't'.repeat(43)
    open.set(token, clerk)
    return token
  },
  find: async (token) => open.get(token) ?? null,
  close: async (token) => {
    open.delete(token)
  },
}
const lines: LogLine[] = []
function appWith(change: Partial<Deps> = {}) {
  return createApp({
    mode: 'demo',
    baseUrl: null,
    publicDb: new Proxy({} as Deps['publicDb'], {
      get: () => {
        throw Object.assign(new Error('duplicate key: Jan Geheim, Dorpsstraat 1'), { code: '23505' })
      },
    }),
    transact: () => Promise.reject(new Error('no database')),
    sessions,
    municipalities: async () => [{ slug: 'waterstad', name: 'Waterstad', theme: 'schakel' }],
    assets: {
      url: (name) => `/assets/${name}`,
      find: (file) =>
        file === 'schakel.css' ? { body: new TextEncoder().encode('a{}'), type: 'text/css' } : null,
    },
    clock: () => new Date('2026-11-24T09:00:00Z'),
    log: (line) => lines.push(line),
    ...change,
  })
}
const app = appWith()
const get = (path: string, headers: Record<string, string> = {}) => app.request(host + path, { headers })
const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  app.request(host + path, {
    method: 'POST',
    headers: { origin: host, ...headers },
    body: new URLSearchParams(form),
  })

beforeEach(() => {
  lines.length = 0
  open.clear()
})

describe('every answer', () => {
  test.each([
    '/',
    '/en',
    '/waterstad/uitleg',
    '/nergens',
    '/waterstad/moties',
    '/assets/schakel.css',
    '/assets/x',
    '/robots.txt',
  ])('%s carries the security headers and its reference', async (path) => {
    const { headers } = await get(path)
    expect(headers.get('content-security-policy')).toBe(contentSecurityPolicy)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{13}$/)
    expect(headers.get('x-robots-tag')).toBe('noindex')
  })

  test('the policy has no hole for inline or foreign code', () => {
    expect(contentSecurityPolicy).not.toMatch(/unsafe|https:|data:|\*/)
    expect(contentSecurityPolicy).toContain("default-src 'none'")
    expect(contentSecurityPolicy).toContain("frame-ancestors 'none'")
  })

  test('in production search engines may come, and nothing is a demonstration', async () => {
    const production = appWith({ mode: 'production' })
    const answer = await production.request(`${host}/`)
    expect(answer.headers.get('x-robots-tag')).toBe(null)
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000')
    expect(await answer.text()).not.toContain('Demonstratie')
  })
})

describe('an error', () => {
  test('that nobody expected shows a reference; the log has where, never what', async () => {
    const answer = await get('/waterstad/moties?zoek=Jan+Geheim')
    const page = await answer.text()
    expect(answer.status).toBe(500)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(page).toContain(lines[0]?.id)
    expect(page).not.toMatch(/Dorpsstraat|duplicate|23505/)
    expect(lines[0]).toMatchObject({ route: '/:municipality/moties', status: 500, error: 'Error 23505' })
    expect(lines[0]?.reason).toContain('at ')
    expect(JSON.stringify(lines)).not.toMatch(/Geheim|zoek|duplicate/)
  })

  test('without a database the error page still comes', async () => {
    const down = appWith({ municipalities: () => Promise.reject(new Error('connection refused')) })
    const answer = await down.request(`${host}/en/waterstad`)
    expect(answer.status).toBe(500)
    expect(await answer.text()).toContain('Something went wrong')
  })

  test('is told in the language of the address', async () => {
    expect(await (await get('/nergens')).text()).toContain('Deze pagina bestaat niet')
    expect(await (await get('/en/nowhere')).text()).toContain('This page does not exist')
  })

  test('a motion of an impossible year is not found', async () => {
    expect((await get('/waterstad/moties/abc/x')).status).toBe(404)
  })

  test('a form that is none is refused with a sentence', async () => {
    const answer = await app.request(`${host}/aanmelden`, {
      method: 'POST',
      headers: { origin: host, 'content-type': 'multipart/form-data' },
      body: 'not a form',
    })
    expect(answer.status).toBe(422)
    expect(lines[0]?.error).toBe('form-invalid')
  })
})

describe('addresses', () => {
  test('a slash too many leads on, and never to another site', async () => {
    const answer = await get('/waterstad/uitleg/?a=b')
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/waterstad/uitleg?a=b'])
    expect((await get('//elders.example/')).headers.get('location')).toBe(null)
  })
  test('the language switch keeps page and query', async () => {
    const page = await (await get('/waterstad/uitleg?a=b')).text()
    expect(page).toContain('href="/en/waterstad/uitleg?a=b"')
    const english = await (await get('/en/waterstad/uitleg?a=b')).text()
    expect(english).toContain('<html lang="en"')
    expect(english).toContain('href="/waterstad/uitleg?a=b"')
  })
  test('HEAD answers without a body, and an unchanged page is not sent again', async () => {
    expect(await (await app.request(`${host}/waterstad/uitleg`, { method: 'HEAD' })).text()).toBe('')
    const first = await get('/waterstad/uitleg')
    const etag = first.headers.get('etag') ?? ''
    expect(etag).not.toBe('')
    expect((await get('/waterstad/uitleg', { 'if-none-match': etag })).status).toBe(304)
  })
  test('assets last, pages are asked for again, a desk is never kept', async () => {
    expect((await get('/assets/schakel.css')).headers.get('cache-control')).toContain('immutable')
    expect((await get('/waterstad/uitleg')).headers.get('cache-control')).toBe('public, no-cache')
    expect((await get('/aanmelden')).headers.get('cache-control')).toBe('no-store')
  })
})

describe('signing in', () => {
  async function cookieOf(answer: Response): Promise<string> {
    return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  }
  test('in the demonstration, as one of its people', async () => {
    const page = await (await get('/aanmelden')).text()
    expect(page).toContain('Verder als N. de Wit')
    const answer = await post('/aanmelden', { person: 'k1' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/waterstad/bureau')
    expect(answer.headers.get('set-cookie')).toContain('HttpOnly; SameSite=Lax')
    const signedIn = await get('/aanmelden', { cookie: await cookieOf(answer) })
    expect(await signedIn.text()).toContain('N. de Wit')
  })
  test('leads back to where one was going, within one’s own desk', async () => {
    const back = await get('/en/waterstad/bureau')
    expect(back.headers.get('location')).toBe('/en/aanmelden?naar=%2Fen%2Fwaterstad%2Fbureau')
    const there = await post('/aanmelden', { person: 'k1', naar: '/en/waterstad/bureau' })
    expect(there.headers.get('location')).toBe('/en/waterstad/bureau')
    for (const naar of [
      '//elders.example',
      'https://elders.example',
      '/bergdam/bureau',
      '/waterstad/bureau.x',
    ]) {
      const answer = await post('/aanmelden', { person: 'k1', naar })
      expect(answer.headers.get('location')).toBe('/waterstad/bureau')
    }
  })
  test('as nobody is refused', async () => {
    const answer = await post('/aanmelden', { person: 'k2' })
    expect(answer.status).toBe(403)
    expect(answer.headers.get('set-cookie')).toBe(null)
  })
  test('in production is not there yet, and says so', async () => {
    const production = appWith({ mode: 'production' })
    const page = await (await production.request(`${host}/aanmelden`)).text()
    expect(page).toContain('Aanmelden kan hier nog niet')
    expect(page).not.toContain('<button')
    const answer = await production.request(`${host}/aanmelden`, {
      method: 'POST',
      headers: { origin: host },
      body: new URLSearchParams({ person: 'k1' }),
    })
    expect(answer.status).toBe(403)
  })
  test('and out again', async () => {
    const cookie = await cookieOf(await post('/aanmelden', { person: 'k1' }))
    expect(open.size).toBe(1)
    const answer = await post('/afmelden', {}, { cookie })
    expect(answer.headers.get('location')).toBe('/waterstad')
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0')
    expect(open.size).toBe(0)
  })
  test('changes nothing on public pages, which set no cookie', async () => {
    const cookie = await cookieOf(await post('/aanmelden', { person: 'k1' }))
    const plain = await get('/waterstad/uitleg')
    const signedIn = await get('/waterstad/uitleg', { cookie })
    expect(await signedIn.text()).toBe(await plain.text())
    expect(plain.headers.get('set-cookie')).toBe(null)
  })
})

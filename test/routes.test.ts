/** Walks every route: declared access, refusals, nothing outside the table. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../src/ctx.ts'
import { roles } from '../src/ctx.ts'
import { createApp, type Deps } from '../src/web/app.ts'
import type { LogLine } from '../src/web/log.ts'
import type { DeskRoute, PersonActor, Route } from '../src/web/page.ts'
import { routes } from '../src/web/routes.ts'

const tokens = new Map<string, PersonActor>()
function person(role: Role, municipality: string): string {
  const token = `token-of-${role}-${municipality}`.padEnd(43, '0')
  tokens.set(token, { kind: 'person', personId: '1', name: 'N. de Wit', role, municipality })
  return token
}
const lines: LogLine[] = []
const noDatabase = () => {
  throw new Error('the guard asked the database')
}
const deps: Deps = {
  mode: 'demo',
  baseUrl: null,
  publicDb: new Proxy({} as Deps['publicDb'], { get: noDatabase }),
  transact: noDatabase,
  sessions: {
    demoPeople: async () => [],
    open: async () => null,
    find: async (token) => tokens.get(token) ?? null,
    close: async () => {},
  },
  municipalities: async () => [
    { slug: 'waterstad', name: 'Waterstad', theme: 'schakel' },
    { slug: 'bergdam', name: 'Bergdam', theme: 'ma' },
  ],
  follow: {
    mail: 'on',
    at: () => ({
      mail: 'on',
      ask: async () => 'asked',
      toConfirm: async () => null,
      confirm: async () => null,
      holder: async () => null,
      stopFollowing: async () => {},
      stopMail: async () => {},
    }),
    preview: async () => null,
  },
  assets: { url: (name) => `/assets/${name}`, find: () => null },
  clock: () => new Date('2026-11-24T09:00:00Z'),
  log: (line) => lines.push(line),
}
const app = createApp(deps)
const host = 'http://schakel.example'
const own = { origin: host, 'sec-fetch-site': 'same-origin' }

function address(route: Route, prefix = ''): string {
  return host + prefix + route.path.replace(':municipality', 'waterstad').replace(/:\w+(\{[^}]*\})?/g, '1')
}
function ask(
  route: Route,
  options: { token?: string; headers?: Record<string, string>; prefix?: string } = {},
) {
  const headers: Record<string, string> = { ...(options.headers ?? own) }
  if (options.token) headers.cookie = `schakel=${options.token}`
  if (route.method === 'POST') headers['content-type'] = 'application/x-www-form-urlencoded'
  return app.request(address(route, options.prefix), {
    method: route.method,
    headers,
    ...(route.method === 'POST' ? { body: 'a=b' } : {}),
  })
}
const name = (route: Route) => `${route.method} ${route.path}`
const desk = routes.filter((route): route is DeskRoute => typeof route.access !== 'string')

describe('the table of routes', () => {
  test('has routes, each once, and each says who may enter', () => {
    expect(routes.length).toBeGreaterThan(3)
    expect(new Set(routes.map(name)).size).toBe(routes.length)
    for (const route of routes) {
      const { access } = route
      const declared = ['public', 'signed-out', 'by-mail'].includes(access as string) || access.length > 0
      expect(declared, name(route)).toBe(true)
      if (typeof access !== 'string') expect(access.every((role) => roles.includes(role))).toBe(true)
    }
  })

  test('public routes only read', () => {
    for (const route of routes) if (route.access === 'public') expect(route.method, name(route)).toBe('GET')
  })

  test('following by e-mail stands below its own address, and only its way out takes posts from elsewhere', () => {
    for (const route of routes) {
      const below = /^\/:municipality\/volgen(\/|$)/.test(route.path)
      expect(below, name(route)).toBe(route.access === 'by-mail')
      const open = 'oneClick' in route && route.oneClick === true
      expect(open, name(route)).toBe(name(route) === 'POST /:municipality/volgen/afmelden/:token')
    }
  })

  test('desk routes stand below the desk of a municipality, and nothing else does', () => {
    for (const route of routes) {
      const below = /^\/:municipality\/bureau(\/|$)/.test(route.path)
      expect(below, name(route)).toBe(typeof route.access !== 'string')
    }
  })

  test('everything that is registered stands in the table, in both languages', () => {
    const house = new Set(['GET /assets/:file', 'GET /favicon.ico', 'GET /robots.txt', 'ALL /*'])
    const registered = new Set(app.routes.map((route) => `${route.method} ${route.path}`))
    const declared = new Set(
      routes.flatMap((route) => [name(route), `${route.method} /en${route.path === '/' ? '' : route.path}`]),
    )
    expect([...registered].filter((entry) => !declared.has(entry) && !house.has(entry))).toEqual([])
    expect([...declared].filter((entry) => !registered.has(entry))).toEqual([])
  })
})

describe('who may enter', () => {
  beforeAll(() => {
    lines.length = 0
  })

  test.each(desk.map((route) => [name(route), route] as const))('%s refuses a visitor', async (_, route) => {
    for (const prefix of ['', '/en']) {
      const answer = await ask(route, { prefix })
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toMatch(/^(\/en)?\/aanmelden(\?naar=|$)/)
    }
  })

  test.each(desk.map((route) => [name(route), route] as const))(
    '%s refuses a session that does not exist',
    async (_, route) => {
      expect((await ask(route, { token: 'x'.repeat(43) })).status).toBe(303)
    },
  )

  test.each(desk.map((route) => [name(route), route] as const))(
    '%s refuses other roles',
    async (_, route) => {
      const others = roles.filter((role) => !route.access.includes(role))
      for (const role of others) {
        expect((await ask(route, { token: person(role, 'waterstad') })).status, role).toBe(403)
      }
    },
  )

  test.each(desk.map((route) => [name(route), route] as const))(
    '%s does not exist for the desk of another municipality',
    async (_, route) => {
      const answer = await ask(route, { token: person(route.access[0] as Role, 'bergdam') })
      expect(answer.status).toBe(404)
    },
  )

  test('an unknown municipality is not found', async () => {
    expect((await app.request(`${host}/nergens`)).status).toBe(404)
    expect((await app.request(`${host}/en/nergens`)).status).toBe(404)
  })
})

describe('what changes something comes from this site', () => {
  const posts = routes.filter((route) => route.method === 'POST' && !('oneClick' in route))
  const foreign: [string, Record<string, string>][] = [
    ['neither header', {}],
    ['another origin', { origin: 'https://elders.example' }],
    ['another site', { origin: host, 'sec-fetch-site': 'cross-site' }],
    ['a sibling', { 'sec-fetch-site': 'same-site' }],
    ['an opaque origin', { origin: 'null' }],
    [
      'a foreign origin that claims to be here',
      { origin: 'https://elders.example', 'sec-fetch-site': 'same-origin' },
    ],
    ['another port', { origin: 'http://schakel.example:8080' }],
  ]
  test('there are posts to check', () => expect(posts.length).toBeGreaterThan(0))

  test.each(
    posts.flatMap((route) => foreign.map(([why, headers]) => [name(route), why, route, headers] as const)),
  )('%s is refused from %s', async (_, _why, route, headers) => {
    const token = typeof route.access === 'string' ? undefined : person(route.access[0] as Role, 'waterstad')
    const answer = await ask(route, { headers, ...(token ? { token } : {}) })
    expect(answer.status).toBe(403)
  })

  test.each(posts.map((route) => [name(route), route] as const))(
    '%s is let in from here',
    async (_, route) => {
      for (const headers of [own, { origin: host }]) {
        const answer = await ask(route, { headers })
        expect(answer.status).not.toBe(500)
        expect(await answer.text()).not.toContain('kwam niet van deze website')
      }
    },
  )

  test.each(posts.map((route) => [name(route), route] as const))('%s limits its body', async (_, route) => {
    const token = typeof route.access === 'string' ? '' : person(route.access[0] as Role, 'waterstad')
    const answer = await app.request(address(route), {
      method: 'POST',
      headers: {
        ...own,
        cookie: `schakel=${token}`,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(2 ** 40),
      },
      body: 'a=b',
    })
    expect(answer.status).toBe(413)
  })
})

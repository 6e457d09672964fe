/**
 * Every address of the confidential side, as everyone: who is not meant finds nothing, whatever is filled in; what is answered is never
 * kept by a browser; and no form of anybody's, filled with anything, makes the program err.
 */
import fc from 'fast-check'
import { expect } from 'vitest'
import type { CaseRoute } from '../src/web/casework/page.ts'
import { caseRoutes } from '../src/web/casework/routes.ts'
import { type CaseGot, type CaseSite, caseSite, type Someone } from './case-site.ts'
import { test as base } from './database.ts'

const canary = 'Kanariegeel'
type World = {
  site: CaseSite
  number: string
  everyone: Record<
    | 'nobody'
    | 'colleague'
    | 'elsewhere'
    | 'officer'
    | 'administrator'
    | 'partner'
    | 'herself'
    | 'coordinator',
    Someone | null
  >
}

const test = base.extend<{ world: World }>({
  world: [
    async ({ caseDbs }, use) => {
      const site = await caseSite(caseDbs)
      const coordinator = await site.staff(['care-coordinator'])
      const begun = await site.post(coordinator, '/trajecten/nieuw', [
        ['called', canary],
        ['ground', 'wmo-2.3.2'],
        ['caution', `${canary} belt na zes uur`],
        ['title', `${canary} wil een deur`],
      ])
      const number = /T-\d+/.exec(begun.location ?? '')?.[0] ?? ''
      await site.post(coordinator, `/trajecten/${number}/plaatsen`, [
        ['kind', 'stay'],
        ['text', `${canary}laan 3`],
      ])
      await use({
        site,
        number,
        everyone: {
          nobody: null,
          coordinator,
          colleague: await site.staff(['care-worker'], 'Iris de Wit'),
          elsewhere: await site.staff(['care-coordinator'], 'Bo Smit', 'elders'),
          officer: await site.staff(['privacy-officer'], 'Pim Vonk'),
          administrator: await site.staff(['administrator'], 'Noor Kok'),
          partner: await site.partner(),
          herself: await site.survivor(Number(number.slice(2)) - 1000),
        },
      })
    },
    { scope: 'file' },
  ],
})

/** Whether a kind of account may come in at an address at all. */
function isFor({ access }: CaseRoute, who: keyof World['everyone']): boolean {
  if (access === 'open') return true
  if (access === 'signed-in') return who !== 'nobody'
  if (access === 'partner') return who === 'partner'
  if (access === 'survivor') return who === 'herself'
  if (access === 'administer') return who === 'administrator'
  // Whoever may say that somebody is who they are.
  if (access === 'recover') return ['administrator', 'coordinator', 'elsewhere'].includes(who)
  const roles: Partial<Record<keyof World['everyone'], string>> = {
    coordinator: 'care-coordinator',
    elsewhere: 'care-coordinator',
    colleague: 'care-worker',
    officer: 'privacy-officer',
    administrator: 'administrator',
  }
  return access.some((role) => role === roles[who])
}

const fill = (path: string, number: string, rest = '1') =>
  path.replace(':number', encodeURIComponent(number)).replace(/:\w+/g, encodeURIComponent(rest))

function send(
  site: CaseSite,
  who: Someone | null,
  route: CaseRoute,
  path: string,
  fields: [string, string][],
) {
  return route.method === 'GET' ? site.get(who, path) : site.post(who, path, fields)
}

test('who is not meant finds nothing, at no address; and what is answered is not kept', async ({ world }) => {
  const { site, number, everyone } = world
  const told: string[] = []
  for (const route of caseRoutes) {
    for (const [who, someone] of Object.entries(everyone)) {
      const name = who as keyof World['everyone']
      // What ends sessions would end those of this test.
      if (isFor(route, name) && (route.method === 'POST' || route.path === '/weg')) continue
      const got = await send(site, someone, route, fill(route.path, number), [])
      const say = (what: string) => told.push(`${route.method} ${route.path} as ${who}: ${what}`)
      if (!isFor(route, name)) {
        const sentAway =
          someone === null && got.status === 303 && /^\/(aanmelden|kaart)$/.test(got.location ?? '')
        if (got.status !== 404 && !sentAway) say(`status ${got.status}`)
      }
      if (name !== 'coordinator' && name !== 'herself' && got.html.includes(canary)) say('a secret')
      if (got.html.includes(`${canary}laan`) && !route.path.includes(':place')) say('a place')
      told.push(...headersOf(got).map((problem) => `${route.method} ${route.path} as ${who}: ${problem}`))
    }
  }
  expect(told).toEqual([])
  expect(JSON.stringify(site.logged)).not.toContain(canary)
})

function headersOf({ status, headers }: CaseGot): string[] {
  const policy = headers.get('content-security-policy') ?? ''
  return [
    ...(headers.get('cache-control') === 'no-store' ? [] : ['may be kept']),
    ...(policy.includes("default-src 'none'") && !policy.includes('unsafe') ? [] : ['no policy']),
    ...(policy.includes("frame-ancestors 'none'") || policy.includes('sandbox') ? [] : ['may be framed']),
    ...(headers.get('x-content-type-options') === 'nosniff' ? [] : ['may be sniffed']),
    ...(headers.get('x-frame-options') === 'DENY' ? [] : ['may be framed by old browsers']),
    ...(status >= 500 ? [`status ${status}`] : []),
  ]
}

test('what comes from another site is refused, wherever it is posted', async ({ world }) => {
  const { site, number, everyone } = world
  const open: string[] = []
  for (const route of caseRoutes.filter(({ method }) => method === 'POST')) {
    if ('fromElsewhere' in route && route.fromElsewhere) continue
    const answer = await site.app.request(`http://zorg.example${fill(route.path, number)}`, {
      method: 'POST',
      body: 'a=b',
      headers: {
        cookie: `schakel-zorg=${everyone.coordinator?.token}`,
        origin: 'https://elders.example',
        'sec-fetch-site': 'cross-site',
        'content-type': 'application/x-www-form-urlencoded',
      },
    })
    if (answer.status !== 403) open.push(`${route.path}: ${answer.status}`)
  }
  expect(open).toEqual([])
})

const hostile = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    "' or 1=1 --",
    '<script>alert(1)</script>',
    '\u0000',
    '-1',
    '9'.repeat(30),
    '1e9',
    '0x10',
    'NaN',
  ),
  fc.constantFrom(
    '../../etc/passwd',
    '%00',
    '{{7*7}}',
    '31-02-2026',
    '😀'.repeat(40),
    'a'.repeat(5000),
    '\ud800',
    '\r\nset-cookie: a=b',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.uuid(),
)

test('no form and no address errs, whatever is filled in', { timeout: 240_000 }, async ({ world }) => {
  const { site, number, everyone } = world
  const names = await fieldNames(world)
  const failures: string[] = []
  for (const route of caseRoutes) {
    for (const [who, someone] of Object.entries(everyone)) {
      const name = who as keyof World['everyone']
      if (!isFor(route, name) || ['elsewhere', 'colleague'].includes(who)) continue
      if (route.access === 'open' && name !== 'nobody') continue
      for (const [parameter, value] of fc.sample(fc.tuple(hostile, hostile), { numRuns: 3, seed: 7 })) {
        const path = fill(route.path, route.method === 'GET' ? parameter || 'x' : number, parameter || 'x')
        const fields = names.map((field): [string, string] => [field, value])
        const got = await send(site, someone, route, path, fields)
        if (got.status >= 500)
          failures.push(
            `${route.method} ${route.path} as ${who} with ${JSON.stringify(value.slice(0, 20))}: ${JSON.stringify(site.logged.at(-1))}`,
          )
        if (got.headers.get('set-cookie')?.includes('a=b'))
          failures.push(`${route.path}: a header of another's`)
        if (got.html.includes('<script>alert')) failures.push(`${route.path}: a script of another's`)
      }
    }
  }
  expect(failures).toEqual([])
})

/** The names of all fields that the pages of whoever coordinates draw, and some that pages read without drawing. */
async function fieldNames({ site, number, everyone }: World): Promise<string[]> {
  const names = new Set(['account', 'version', 'form', 'naar', 'id', 'kind', 'body', 'at', 'on'])
  for (const route of caseRoutes.filter(({ method, access }) => method === 'GET' && Array.isArray(access))) {
    const { html } = await site.get(everyone.coordinator, fill(route.path, number))
    for (const [, field] of html.matchAll(/\bname="([^"]+)"/g))
      if (field && field !== 'viewport') names.add(field)
  }
  return [...names]
}

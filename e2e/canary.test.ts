/**
 * The running program with its invented cases: no name, place or caution of one of them is on a public page, in what the processes say,
 * in the log of the database, or in what a machine shows of a process. The same words are found where they belong, by the same search.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect } from 'vitest'
import { cautions, streets, surnames } from '../seed/casework/invented.ts'
import { inventPeople } from '../seed/casework/plan.ts'
import { caseRoutes } from '../src/web/casework/routes.ts'
import { routes } from '../src/web/routes.ts'
import { test as base } from '../test/browser.ts'
import { type Site, startSite } from '../test/site.ts'

const people = inventPeople(new Date())
const places = [...streets, 'Nergenshuizen']
const names: readonly string[] = surnames
const secrets = [...names, ...places, ...cautions, ...people.map(({ phone }) => phone)]

const found = (text: string, words: readonly string[] = secrets) => {
  const plain = text.replaceAll('&#x27;', "'").replaceAll('&amp;', '&').toLowerCase()
  return words.filter((word) => plain.includes(word.toLowerCase()))
}

let running: Site | undefined
const test = base.extend<{ program: Site }>({
  program: async ({ data }, use) => {
    running = await startSite({
      SCHAKEL_TEST: '1',
      SCHAKEL_CLOCK: '2026-11-30T09:00:00Z',
      SCHAKEL_DATA: data,
    })
    await use(running)
    await running.stop()
  },
})
afterAll(() => running?.stop('SIGTERM'))

type Got = { status: number; text: string }

async function get(url: string, cookie = ''): Promise<Got> {
  const answer = await fetch(url, { redirect: 'manual', headers: cookie ? { cookie } : {} })
  const headers = JSON.stringify([...answer.headers])
  return { status: answer.status, text: `${headers}\n${await answer.text()}` }
}

/** Where a page leads to within its own site, without what comes after `#`. */
const linksIn = (text: string) =>
  [...text.matchAll(/\b(?:href|src)="(\/[^"#]*)/g)].map(([, path = '']) => path.replaceAll('&amp;', '&'))

const patternOf = (path: string) => new RegExp(`^(?:/en)?${path.replace(/:\w+/g, '[^/]+')}/?$`)

/** Follows links from some addresses: a few of each route. @returns pages by address, and the routes that were reached */
async function crawl(
  origin: string,
  from: string[],
  all: readonly { method: string; path: string }[],
  cookie = '',
  most = 3,
) {
  const declared = all
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => [path, patternOf(path)] as const)
  const routeOf = (path: string) =>
    declared.find(([name, pattern]) => !name.includes(':') && pattern.test(path))?.[0] ??
    declared.find(([, pattern]) => pattern.test(path))?.[0] ??
    '(other)'
  const pages = new Map<string, Got>()
  const counts = new Map<string, number>()
  const waiting = [...from]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const route = routeOf(path.split('?')[0] ?? '')
    const count = counts.get(route) ?? 0
    if (pages.has(path) || count >= most) continue
    counts.set(route, count + 1)
    const got = await get(origin + path, cookie)
    pages.set(path, got)
    waiting.push(...linksIn(got.text))
  }
  return { pages, reached: [...counts.keys()] }
}

/** The cookie of somebody invented, by their name or, for who has none, by what is said beside it. */
async function signIn(origin: string, who: RegExp): Promise<string> {
  const { text } = await get(`${origin}/aanmelden`)
  const form = text.split('<form').find((one) => who.test(one) && one.includes('name="account"'))
  const account = /name="account" value="([^"]+)"/.exec(form ?? '')?.[1]
  expect(account, `nobody like ${who}`).toBeDefined()
  const answer = await fetch(`${origin}/aanmelden`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ account: account ?? '' }),
  })
  return answer.headers.getSetCookie().join(';').split(';')[0] ?? ''
}

const leaking = (pages: Map<string, Got>, words?: readonly string[]) =>
  [...pages].flatMap(([path, { text }]) => found(text, words).map((word) => `${path}: ${word}`))

/** A process and all that it began. */
function family(pid: number): number[] {
  const of = `/proc/${pid}/task/${pid}/children`
  const children = existsSync(of)
    ? readFileSync(of, 'utf8').trim().split(' ').filter(Boolean).map(Number)
    : []
  return [pid, ...children.flatMap(family)]
}

test('words of a case stay where they belong, in the running program', async ({ program, data }) => {
  const { url, caseUrl } = program
  if (!caseUrl) throw new Error('the confidential side does not run')

  // Somebody who may, looks: then the words are in memory, in the trail and under way.
  const coordinator = await signIn(caseUrl, /S\. Haddad/)
  const staff = await crawl(caseUrl, ['/trajecten', '/trajecten/T-1002'], caseRoutes, coordinator, 6)
  const seen = new Set([...staff.pages.values()].flatMap(({ text }) => found(text)))
  expect(
    names.some((name) => seen.has(name)),
    'a surname where it belongs',
  ).toBe(true)
  expect(
    cautions.some((caution) => seen.has(caution)),
    'a caution where it belongs',
  ).toBe(true)
  expect([...staff.pages.values()].every(({ status }) => status < 500)).toBe(true)

  // Whoever has nothing to do with it, tries, with words in the address; and a form goes wrong.
  const word = encodeURIComponent(`${names[0]} ${streets[0]} 3, Nergenshuizen`)
  for (const path of [`/trajecten/${word}`, `/${word}`, `/zoeken?naam=${word}`, `/kaart?code=${word}`]) {
    await get(caseUrl + path, coordinator)
    await get(url + path)
  }
  await fetch(`${caseUrl}/trajecten/nieuw`, {
    method: 'POST',
    headers: { cookie: coordinator, origin: caseUrl, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ called: `${names[1]}`, caution: `${cautions[0]}`, ground: 'nonsense' }),
  })

  const open = routes.filter(({ access }) => !Array.isArray(access))
  const pages = await crawl(
    url,
    ['/', '/en', '/waterstad', '/duinrode', '/bestaat-niet', '/robots.txt'],
    open,
  )
  expect(pages.pages.size).toBeGreaterThan(40)
  expect(leaking(pages.pages)).toEqual([])

  // Nobody is told before signing in; a partner and she herself see no place where somebody sleeps.
  const outside = await crawl(caseUrl, ['/', '/aanmelden', '/kaart', '/weg', '/uitnodiging'], caseRoutes)
  expect(leaking(outside.pages)).toEqual([])
  for (const who of [/T\. Baas/, /E\. Linde/, /K\. Postma/, /Eigen pagina|eigen pagina/]) {
    const cookie = await signIn(caseUrl, who)
    const theirs = await crawl(
      caseUrl,
      ['/', '/gedeeld', '/mijn', '/mijn/gekeken', '/trajecten/T-1002'],
      caseRoutes,
      cookie,
    )
    expect(
      [...theirs.pages.values()].some(({ status }) => status === 200),
      String(who),
    ).toBe(true)
    expect(leaking(theirs.pages, [...places, ...names, ...cautions]), String(who)).toEqual([])
  }

  expect(found(program.said())).toEqual([])
  const logs = readdirSync(data).filter((name) => name.endsWith('.log'))
  expect(logs).toContain('postgres.log')
  for (const log of logs) expect(found(readFileSync(join(data, log), 'utf8')), log).toEqual([])
  if (process.platform !== 'linux') return
  const processes = family(program.process.pid ?? 0)
  expect(processes.length).toBeGreaterThanOrEqual(3)
  for (const pid of processes) {
    for (const file of ['cmdline', 'environ', 'comm']) {
      const path = `/proc/${pid}/${file}`
      if (existsSync(path)) expect(found(readFileSync(path, 'utf8').replaceAll('\0', '\n')), path).toEqual([])
    }
  }
})

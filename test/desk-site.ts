/**
 * The desk over a real database, without a browser: pages and forms as someone in a role gets them.
 *
 *   const desk = deskSite(databases, () => new Date('2024-09-12T10:00:00Z'))
 *   const page = await desk.get('clerk', '/testdorp/bureau')                      // { status, html, text, location }
 *   await desk.post('clerk', '/testdorp/bureau/toezeggingen/1', [['step', 'nagekomen'], …])
 *   fieldsOf(page.html, '#nagekomen')                                             // what the form of a page would send, as drawn
 */
import type { Role } from '../src/ctx.ts'
import type { Databases } from '../src/db/connect.ts'
import { createApp } from '../src/web/app.ts'
import { webDeps } from '../src/web/deps.ts'
import type { PersonActor } from '../src/web/page.ts'
import { person } from './life.ts'

export type Got = { status: number; html: string; text: string; location: string | null }
type Who = Role | 'second-clerk'
const host = 'http://schakel.example'

export function deskSite(databases: Databases, clock: () => Date) {
  const deps = webDeps({
    mode: 'demo',
    baseUrl: null,
    databases,
    assets: { url: (name) => `/assets/${name}`, find: () => null },
    clock,
    log: () => {},
  })
  const sessions = {
    ...deps.sessions,
    find: async (token: string) => person(token.replace(/0+$/, '') as Who) as PersonActor,
  }
  const app = createApp({ ...deps, sessions })
  const ask = async (who: Who, path: string, init: RequestInit): Promise<Got> => {
    const answer = await app.request(host + path, {
      ...init,
      headers: {
        cookie: `schakel=${who.padEnd(43, '0')}`,
        origin: host,
        'sec-fetch-site': 'same-origin',
        ...init.headers,
      },
    })
    const html = await answer.text()
    return { status: answer.status, html, text: textOf(html), location: answer.headers.get('location') }
  }
  return {
    get: (who: Who, path: string) => ask(who, path, { method: 'GET' }),
    post: (who: Who, path: string, fields: readonly (readonly [string, string])[]) =>
      ask(who, path, {
        method: 'POST',
        body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    /** A form with files. */
    upload: (who: Who, path: string, form: FormData) => ask(who, path, { method: 'POST', body: form }),
  }
}

const entities: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'" }
export const decode = (html: string): string =>
  html.replace(/&(quot|amp|lt|gt|#x27);/g, (_, name: string) => entities[name] ?? '')

/** The words of a page, white space folded. */
export const textOf = (html: string): string => decode(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ')

/** What the form that holds these words would send as it was drawn: hidden inputs, texts, ticks and radios that are on. */
export function fieldsOf(html: string, holding: string): [string, string][] {
  const form = html.match(/<form[\s\S]*?<\/form>/g)?.find((one) => one.includes(holding))
  if (!form) throw new Error(`no form holds ${holding}`)
  const attribute = (tag: string, name: string) => {
    const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
    return found ? decode(found[1]!) : null
  }
  const fields: [string, string][] = []
  for (const [tag, area] of form.matchAll(/<input\b[^>]*>|<textarea\b[^>]*>([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(tag, 'name')
    if (!name) continue
    const type = attribute(tag, 'type')
    if ((type === 'checkbox' || type === 'radio') && !/\schecked(="")?[\s/>]/.test(tag)) continue
    fields.push([name, area !== undefined ? decode(area) : (attribute(tag, 'value') ?? '')])
  }
  return fields
}

/** The same fields with others in their place. */
export function withFields(
  fields: readonly (readonly [string, string])[],
  change: Readonly<Record<string, string>>,
): [string, string][] {
  const kept = fields
    .filter(([name]) => !(name in change))
    .map(([name, value]): [string, string] => [name, value])
  return [...kept, ...Object.entries(change)]
}

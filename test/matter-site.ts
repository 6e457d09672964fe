/**
 * The desk over a real database, in this process, with a clock of its own: pages are asked for and forms are sent as a browser without
 * scripts would.
 *
 *   const at = await matterSite(databases)          // the sample motion of test/life.ts, once for each file
 *   at.today = '2024-07-23'
 *   const answer = await at.take('clerk', matter, 'voorstellen', { explanation: 'Zo is het.' })
 */
import { linkAccount } from '../src/council/index.ts'
import type { Ctx } from '../src/ctx.ts'
import type { Databases } from '../src/db/connect.ts'
import { transact } from '../src/db/transact.ts'
import { createApp } from '../src/web/app.ts'
import { webDeps } from '../src/web/deps.ts'
import type { PersonActor } from '../src/web/page.ts'
import { testActor } from './database.ts'
import { formOn } from './forms.ts'
import { accounts, person, registerSample } from './life.ts'

const host = 'http://schakel.example'
export type Someone = keyof typeof accounts
export type Fill = Record<string, string | readonly string[]>
export type Sent = { status: number; html: string; location: string | null }

const tokenOf = (who: Someone) => `token-of-${who}`.padEnd(43, '0')
const people = new Map(
  (Object.keys(accounts) as Someone[]).map((who) => [tokenOf(who), person(who) as PersonActor]),
)

export type MatterSite = Awaited<ReturnType<typeof makeSite>>
const made = new WeakMap<Databases, Promise<MatterSite>>()
export const matterSite = (databases: Databases): Promise<MatterSite> => {
  const site = made.get(databases) ?? makeSite(databases)
  made.set(databases, site)
  return site
}

/** The councillor who submitted the sample motion is `councillor`. */
async function makeSite(databases: Databases) {
  const clock = { today: '2024-07-08' }
  const now = () => new Date(`${clock.today}T10:00:00Z`)
  const inDatabase = <T>(work: (ctx: Ctx) => Promise<T>) => transact(databases.desk, testActor, work, now())
  const sample = await inDatabase(async (ctx) => {
    const registered = await registerSample(ctx, {}, { assigned: false })
    const { person_id } = await ctx.tx
      .selectFrom('council.motion_submitter')
      .select('person_id')
      .where('motion_id', '=', registered.motion.id)
      .executeTakeFirstOrThrow()
    await linkAccount(ctx, { account: accounts.councillor, person: person_id! })
    return registered
  })
  const deps = webDeps({
    mode: 'demo',
    baseUrl: null,
    databases,
    assets: { url: (name) => `/assets/${name}`, find: () => null },
    clock: now,
    log: () => {},
  })
  const app = createApp({
    ...deps,
    sessions: { ...deps.sessions, find: async (token) => people.get(token) ?? null },
  })
  const get = async (who: Someone, address: string) => {
    const answer = await app.request(host + address, { headers: { cookie: `schakel=${tokenOf(who)}` } })
    return { status: answer.status, html: await answer.text() }
  }
  const send = async (who: Someone, address: string, fields: URLSearchParams | FormData): Promise<Sent> => {
    const answer = await app.request(host + address, {
      method: 'POST',
      headers: {
        cookie: `schakel=${tokenOf(who)}`,
        origin: host,
        'sec-fetch-site': 'same-origin',
        ...(fields instanceof FormData ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      body: fields,
    })
    return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') }
  }
  return Object.assign(clock, {
    ...sample,
    inDatabase,
    get,
    send,
    /** Opens the page of a matter, fills in one of its forms and sends it. */
    take: async (who: Someone, matter: number, anchor: string, values: Fill = {}) =>
      send(
        who,
        matterAddress(matter),
        fill(formOn((await get(who, matterAddress(matter))).html, anchor), values),
      ),
    matterNow: (matter: number) =>
      inDatabase((ctx) =>
        ctx.tx
          .selectFrom('council.matter')
          .selectAll()
          .where('municipality', '=', 'testdorp')
          .where('id', '=', matter)
          .executeTakeFirstOrThrow(),
      ),
    stepsTaken: (matter: number) =>
      inDatabase(async (ctx) => {
        const rows = await ctx.tx
          .selectFrom('council.matter_history')
          .select('step')
          .where('municipality', '=', 'testdorp')
          .where('matter_id', '=', matter)
          .orderBy('id')
          .execute()
        return rows.map((row) => row.step)
      }),
  })
}

export const matterAddress = (matter: number) => `/testdorp/bureau/onderdelen/${matter}`

export function fill(fields: URLSearchParams, values: Fill): URLSearchParams {
  for (const [name, value] of Object.entries(values)) {
    fields.delete(name)
    for (const one of typeof value === 'string' ? [value] : value) fields.append(name, one)
  }
  return fields
}

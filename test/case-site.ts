/**
 * The confidential side over a real database, without a browser.
 *
 *   const site = await caseSite(caseDbs)
 *   const sara = await site.staff(['care-coordinator'])                 // an account with a session
 *   const number = await site.openCase(sara)                           // 'T-1001'
 *   const page = await site.get(sara, `/trajecten/${number}`)          // { status, html, text, location, headers }
 *   await site.post(sara, `/trajecten/${number}/notities`, [['body', '…']])
 *   await site.as(sara, (ctx) => openTrajectory(ctx, number))          // a command or query as somebody
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { CaseActor, CaseCtx, CaseRole } from '../src/case-ctx.ts'
import type { CaseDatabases } from '../src/db/connect-case.ts'
import { transactCase } from '../src/db/transact-case.ts'
import { findSession, type OrganisationKind, openSession } from '../src/gate/index.ts'
import type { Vault } from '../src/vault/index.ts'
import { createCaseApp } from '../src/web/casework/app.ts'
import { caseDeps } from '../src/web/casework/deps.ts'
import type { CaseProvider } from '../src/web/casework/page.ts'
import type { LogLine } from '../src/web/log.ts'
import { textOf } from './desk-site.ts'
import { memoryVault } from './vault.ts'

export type Someone = { accountId: string; token: string; actor: CaseActor }
export type CaseGot = {
  status: number
  html: string
  text: string
  location: string | null
  headers: Headers
}
const host = 'http://zorg.example'
const system: CaseActor = { kind: 'system', name: 'test', municipality: 'testdorp' }

export async function caseSite(
  dbs: CaseDatabases,
  options: {
    network?: string
    vault?: Vault
    clock?: () => Date
    mode?: 'demo' | 'production'
    baseUrl?: string
    provider?: CaseProvider
  } = {},
) {
  const vault = options.vault ?? memoryVault()
  const logged: LogLine[] = []
  const app = createCaseApp(
    caseDeps({
      mode: options.mode ?? 'demo',
      baseUrl: options.baseUrl ?? null,
      provider: options.provider ?? null,
      databases: dbs,
      vault,
      assets: { url: (name) => `/assets/${name}`, find: () => null },
      clock: options.clock ?? (() => new Date()),
      log: (line) => logged.push(line),
    }),
  )
  // Files that share a worker share its limits per network: each site is asked from a network of its own.
  const network = options.network ?? `test-${randomUUID()}`
  const env = { incoming: { socket: { remoteAddress: network } } }
  const { request } = app
  app.request = (input, init, given) => request(input, init, given ?? env)
  const gate = <T>(work: (ctx: CaseCtx) => Promise<T>) =>
    transactCase(dbs.gate, { actor: system, token: null, vault }, work)

  const signIn = async (accountId: string): Promise<Someone> => {
    const token = await gate((ctx) => openSession(ctx, { accountId, method: 'demo' }))
    const found = await findSession(dbs.gate, token)
    if (!found) throw new Error('a session just opened is not found')
    return { accountId, token, actor: found.actor }
  }
  const account = (row: {
    municipality: string
    kind: 'staff' | 'partner' | 'survivor'
    name: string | null
    organisation_id?: string
    trajectory_id?: number
  }) =>
    gate((ctx) =>
      ctx.tx
        .insertInto('gate.account')
        .values({
          organisation_id: null,
          trajectory_id: null,
          issuer: null,
          subject: null,
          ended_at: null,
          demonstration: true,
          ...row,
        })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )

  const ask = async (who: Someone | null, path: string, init: RequestInit): Promise<CaseGot> => {
    const answer = await app.request(host + path, {
      ...init,
      headers: {
        ...(who ? { cookie: `schakel-zorg=${who.token}` } : {}),
        origin: host,
        'sec-fetch-site': 'same-origin',
        ...init.headers,
      },
    })
    const html = await answer.text()
    return {
      status: answer.status,
      html,
      text: textOf(html),
      location: answer.headers.get('location'),
      headers: answer.headers,
    }
  }

  await gate((ctx) =>
    ctx.tx
      .insertInto('gate.office')
      .values([
        { municipality: 'testdorp', name: 'Testdorp' },
        { municipality: 'elders', name: 'Elders' },
      ])
      .onConflict((conflict) => conflict.column('municipality').doNothing())
      .execute(),
  )

  return {
    app,
    network,
    vault,
    logged,
    gate,
    signIn,
    /** A member of staff with roles that somebody approved, and a session. */
    async staff(roles: readonly CaseRole[], name = 'Sara Haddad', municipality = 'testdorp') {
      const { id } = await account({ municipality, kind: 'staff', name })
      await gate(async (ctx) => {
        for (const role of roles) {
          await ctx.tx
            .insertInto('gate.role')
            .values({
              account_id: id,
              role,
              proposed_by: null,
              proposed_at: sql<Date>`meta.clock()`,
              approved_by: null,
              approved_at: sql<Date>`meta.clock()`,
              ended_at: null,
              ended_by: null,
            })
            .execute()
        }
      })
      return signIn(id)
    },
    /** Somebody of a chain partner, with a session. */
    async partner(kind: OrganisationKind = 'school', name = 'Joost Bakker', municipality = 'testdorp') {
      const organisation = await gate((ctx) =>
        ctx.tx
          .insertInto('gate.organisation')
          .values({ municipality, name: `De Overkant (${kind})`, kind, ended_at: null })
          .returning('id')
          .executeTakeFirstOrThrow(),
      )
      const { id } = await account({ municipality, kind: 'partner', name, organisation_id: organisation.id })
      return { ...(await signIn(id)), organisationId: organisation.id }
    },
    /** The person whose case it is, with a session. */
    async survivor(trajectoryId: number, municipality = 'testdorp') {
      const { id } = await account({
        municipality,
        kind: 'survivor',
        name: null,
        trajectory_id: trajectoryId,
      })
      return signIn(id)
    },
    /** A case begun by this member of staff: they coordinate it. */
    async openCase(who: Someone): Promise<{ number: string; id: number }> {
      const person = randomUUID()
      await vault.create(person)
      return transactCase(dbs.casework, { actor: who.actor, token: who.token, vault }, async ({ tx }) => {
        const { rows } = await sql<{ id: number }>`select reintegration.open_case(${person}, 'public-task',
          'wmo-2.3.2', null) as id`.execute(tx)
        const id = rows[0]?.id ?? 0
        return { id, number: `T-${1000 + id}` }
      })
    },
    /** A command or query as somebody, over the login of their kind. */
    as<T>(who: Someone, work: (ctx: CaseCtx) => Promise<T>): Promise<T> {
      const login =
        who.actor.kind === 'staff' ? 'casework' : who.actor.kind === 'system' ? 'gate' : who.actor.kind
      return transactCase(dbs[login], { actor: who.actor, token: who.token, vault }, work)
    },
    get: (who: Someone | null, path: string, headers: Record<string, string> = {}) =>
      ask(who, path, { method: 'GET', headers }),
    post: (who: Someone | null, path: string, fields: readonly (readonly [string, string])[]) =>
      ask(who, path, {
        method: 'POST',
        body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    /** A form with files. */
    upload: (who: Someone, path: string, form: FormData) => ask(who, path, { method: 'POST', body: form }),
  }
}
export type CaseSite = Awaited<ReturnType<typeof caseSite>>

/**
 * The page of a case as it is, logged, row-secured and opened with her key, against the same page over the same invented people with all
 * of that switched off: a login that row-level security does not bind, a trail that keeps nothing, and a vault that seals nothing.
 */

import { seedCasework } from '../seed/casework/index.ts'
import { caseConnections, connectCase } from '../src/db/connect-case.ts'
import { transactCase } from '../src/db/transact-case.ts'
import { demoAccounts, signInAsDemo } from '../src/gate/index.ts'
import type { DataKey, Vault } from '../src/vault/index.ts'
import { createCaseApp } from '../src/web/casework/app.ts'
import { caseDeps } from '../src/web/casework/deps.ts'
import { memoryVault } from '../test/vault.ts'
import { shown, summary, verdict } from './measure.ts'
import { inDatabase, type Place } from './trail.ts'

const warming = 30
const counted = 120
const number = 'T-1002'

export async function casePage() {
  await inDatabase(true, (one) =>
    inDatabase(true, async (other) => {
      await other.client.query(`create or replace function audit.append(lines jsonb, program text default null)
        returns table (stream text, seq bigint) language sql as $$ select 'none', 1::bigint $$`)
      const on = await pageOf(one, memoryVault(), caseConnections(one.owner, one.secret))
      const { owner } = other
      const off = await pageOf(other, plainVault(), {
        schakel_gate: owner,
        schakel_casework: owner,
        schakel_partner: owner,
        schakel_survivor: owner,
        schakel_counts: owner,
        schakel_keeper: owner,
      })
      const times = { on: [] as number[], off: [] as number[] }
      for (let round = 0; round < warming + counted; round++) {
        for (const [name, page] of Object.entries({ on, off })) {
          const begun = performance.now()
          await page.get()
          if (round >= warming) times[name as 'on' | 'off'].push(performance.now() - begun)
        }
      }
      console.log(`  all switched off: ${shown(summary(times.off))}`)
      console.log(`  as it is:         ${shown(summary(times.on))}`)
      const ratio = summary(times.on).median / summary(times.off).median
      verdict('as it is, against all switched off', ratio, 2, 'times')
      await Promise.all([on.close(), off.close()])
    }),
  )
}

async function pageOf(place: Place, vault: Vault, connections: Parameters<typeof connectCase>[0]) {
  const databases = connectCase(connections)
  await seedCasework(databases, vault, new Date(), async (to) => {
    await place.client.query('update meta.installation set clock_ahead = $1::timestamptz - now()', [to])
  })
  const system = {
    actor: { kind: 'system', name: 'bench', municipality: 'waterstad' },
    token: null,
    vault,
  } as const
  const token = await transactCase(databases.gate, system, async (ctx) => {
    const haddad = (await demoAccounts(ctx.tx)).find(({ name }) => name === 'S. Haddad')
    return signInAsDemo(ctx, haddad?.accountId ?? '')
  })
  const app = createCaseApp({
    ...caseDeps({
      mode: 'demo',
      baseUrl: null,
      databases,
      vault,
      assets: { url: (name) => `/assets/${name}`, find: () => null },
      log: () => {},
    }),
  })
  return {
    async get() {
      const answer = await app.request(`http://zorg.example/trajecten/${number}`, {
        headers: { cookie: `schakel-zorg=${token}` },
      })
      const html = await answer.text()
      if (answer.status !== 200 || !html.includes(number))
        throw new Error(`the page answers ${answer.status}`)
    },
    close: () => databases.close(),
  }
}

/** Keeps everything as it is. */
function plainVault(): Vault {
  const plain: DataKey = {
    seal: (_, text) => Buffer.from(text),
    open: (_, sealed) => Buffer.from(sealed),
    openText: (_, sealed) => Buffer.from(sealed).toString(),
  }
  return {
    create: async () => plain,
    keyOf: async () => plain,
    destroy: async () => {},
    blind: (field, value) => Buffer.alloc(32, `${field} ${value}`),
  }
}

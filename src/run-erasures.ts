/** What forgets people while the confidential side runs: older copies are brought to today at the start, terms are looked at each hour. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { CaseCtx } from './case-ctx.ts'
import type { CaseDatabases } from './db/connect-case.ts'
import type { KeyTables } from './db/key-tables.ts'
import { transactCase } from './db/transact-case.ts'
import {
  dueForErasure,
  erasePerson,
  type OpenVault,
  type Reapplied,
  reapplyErasures,
  renewBlindIndexes,
} from './vault/index.ts'

export type Forgetting = {
  databases: Pick<CaseDatabases, 'keeper'>
  keyStore: Kysely<KeyTables>
  vault: OpenVault
  /** The journal of erasures, outside the database. */
  journal: string
  clock: () => Date
  log?: (line: Record<string, unknown>) => void
}

const hour = 60 * 60_000
const day = 24 * hour

/**
 * Before anything is served: whoever was erased stays so, whatever copies this runs on.
 * @throws {JournalDamaged}
 */
export async function beginForgetting({
  databases,
  keyStore,
  vault,
  journal,
  clock,
}: Forgetting): Promise<Reapplied> {
  const { keeper } = databases
  const again = await reapplyErasures({ keeper, keyStore, journal, now: clock() })
  if (again.keys > 0 || again.cases > 0 || vault.blindUnfinished()) await renewBlindIndexes({ vault, keeper })
  return again
}

/** Begins at once. What fails is logged, without contents, and tried again an hour later. */
export function startForgetting(forgetting: Forgetting): { stop(): Promise<void> } {
  const log = forgetting.log ?? ((line) => console.log(JSON.stringify(line)))
  const stopping = new AbortController()
  const running = (async () => {
    let renewed: Date | null = null
    while (!stopping.signal.aborted) {
      const at = new Date().toISOString()
      try {
        const erased = await eraseDue(forgetting, stopping.signal)
        if (erased > 0) log({ at, job: 'erasures', erased })
        const now = forgetting.clock()
        if (await anyDestroyedSince(forgetting, renewed ?? new Date(now.getTime() - day))) {
          log({
            at,
            job: 'indexes',
            ...(await renewBlindIndexes({ vault: forgetting.vault, keeper: forgetting.databases.keeper })),
          })
        }
        renewed = now
      } catch (error) {
        const { name, code } = error as { name?: string; code?: string }
        log({ at, job: 'erasures', error: name ?? 'unknown', ...(code ? { code } : {}) })
      }
      await wait(hour, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })()
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

/** Each in a transaction of its own: one that fails keeps no other. @returns how many */
export async function eraseDue(forgetting: Forgetting, signal?: AbortSignal): Promise<number> {
  const due = await asKeeper(forgetting, (ctx) => dueForErasure(ctx))
  let erased = 0
  for (const { personId } of due) {
    if (signal?.aborted) break
    await asKeeper(forgetting, (ctx) =>
      erasePerson(ctx, { personId, because: 'term', journal: forgetting.journal }),
    )
    erased += 1
  }
  return erased
}

async function anyDestroyedSince({ keyStore }: Forgetting, since: Date): Promise<boolean> {
  const found = await keyStore
    .selectFrom('keys.destroyed')
    .select('person_id')
    .where('at', '>=', since)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

function asKeeper<T>(
  { databases, vault, clock }: Forgetting,
  work: (ctx: CaseCtx) => Promise<T>,
): Promise<T> {
  const actor = { kind: 'system' as const, name: 'keeper', municipality: '' }
  return transactCase(databases.keeper, { actor, token: null, vault, now: clock() }, work)
}

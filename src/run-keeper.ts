/** What keeps the trail while the confidential side runs: a checkpoint each minute, outside the database too, and alerts. */
import { setTimeout as wait } from 'node:timers/promises'
import type { SameAs, Signer } from './audit/index.ts'
import {
  bySurname,
  ExportedAhead,
  exportCheckpoints,
  putAside,
  raiseAlerts,
  writeCheckpoint,
} from './audit/index.ts'
import type { CaseCtx } from './case-ctx.ts'
import type { CaseDatabases } from './db/connect-case.ts'
import { transactCase } from './db/transact-case.ts'
import { accountNames } from './gate/index.ts'

export type Keeper = {
  databases: Pick<CaseDatabases, 'keeper'>
  vault: CaseCtx['vault']
  clock: () => Date
  signer: Signer
  /** Where checkpoints go outside the database. */
  folder: string
  /** A demonstration may be made anew, with nothing of the one before: then its checkpoints are put aside. */
  demonstration?: boolean
  log?: (line: Record<string, unknown>) => void
}

const minute = 60_000
const alertsEvery = 10

/** Begins at once. What fails is logged, without contents, and tried again a minute later. */
export function startKeeper(keeper: Keeper): { stop(): Promise<void> } {
  const log = keeper.log ?? ((line) => console.log(JSON.stringify(line)))
  const stopping = new AbortController()
  const told = (job: string, outcome: Record<string, unknown>) =>
    log({ at: new Date().toISOString(), job, ...outcome })
  const run = async (job: string, work: () => Promise<Record<string, unknown> | null>) => {
    try {
      const outcome = await work()
      if (outcome) told(job, outcome)
    } catch (error) {
      const { name, code } = error as { name?: string; code?: string }
      told(job, { error: name ?? 'unknown', ...(code ? { code } : {}) })
    }
  }
  const running = (async () => {
    for (let round = 0; !stopping.signal.aborted; round++) {
      await run('checkpoint', async () => {
        const broken = await checkpoint(keeper)
        return broken > 0 ? { broken } : null
      })
      if (round % alertsEvery === 1) await run('alerts', async () => counted(await alerts(keeper)))
      await wait(minute, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })()
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

/**
 * Makes the checkpoints that are due and exports them.
 * @returns how many streams did not continue what was sealed
 */
export async function checkpoint(keeper: Keeper): Promise<number> {
  let broken = 0
  for (let more = true; more; ) {
    const made = await asKeeper(keeper, (ctx) => writeCheckpoint(ctx, keeper.signer))
    broken += made?.broken.length ?? 0
    more = made?.partial ?? false
  }
  const out = () => asKeeper(keeper, (ctx) => exportCheckpoints(ctx, keeper.folder, keeper.signer))
  await out().catch(async (error: unknown) => {
    if (!keeper.demonstration || !(error instanceof ExportedAhead)) throw error
    putAside(keeper.folder, keeper.clock())
    await out()
  })
  return broken
}

/** @returns how many are new */
export async function alerts(keeper: Keeper): Promise<number> {
  return asKeeper(keeper, (ctx) => {
    const sameAs: SameAs = async (pairs) => {
      const names = await accountNames(ctx, [...new Set(pairs.map(({ account }) => account))])
      return bySurname(ctx, names)(pairs)
    }
    return raiseAlerts(ctx, sameAs)
  })
}

function asKeeper<T>({ databases, vault, clock }: Keeper, work: (ctx: CaseCtx) => Promise<T>): Promise<T> {
  const actor = { kind: 'system' as const, name: 'keeper', municipality: '' }
  return transactCase(databases.keeper, { actor, token: null, vault, now: clock() }, work)
}

function counted(raised: number): Record<string, unknown> | null {
  return raised > 0 ? { raised } : null
}

/** Deciding, for tests of what becomes of a settlement. */
import { decideSettlement } from '../src/council/index.ts'
import type { Ctx } from '../src/ctx.ts'
import { actAs } from './database.ts'
import { matterNow } from './life.ts'

/** The clerk with this account enters that the council accepts, after the time to object. */
export async function decide(ctx: Ctx, account: string, matter: number, proposal: number): Promise<void> {
  const clerk = await actAs(
    { ...ctx, now: new Date('2024-10-10T10:00:00Z') },
    { kind: 'person', personId: account, name: 'Kanarie Griffier', role: 'clerk', municipality: 'testdorp' },
  )
  const { version } = await matterNow(clerk, matter)
  await decideSettlement(clerk, { matter, version, proposal, verdict: 'accept' })
}

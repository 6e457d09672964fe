import { sql } from 'kysely'
import type { CaseCtx } from '../../case-ctx.ts'
import type { Period, Reading, SameField } from '../alerts.ts'
import { alertsIn } from '../alerts.ts'
import { limitsOn } from './limits.ts'
import { beginOf, dayIn } from './local-time.ts'

export type Pair = { account: string; trajectoryId: number }
/** Which of these readers have the same surname or address as the person of the case; by blind indexes, which the vault keeps. */
export type SameAs = (pairs: readonly Pair[]) => Promise<readonly (Pair & { field: SameField })[]>

/** A relation is known to have been brief only some days later. */
const daysBack = 3

/**
 * Looks at what the staff did since three days ago and puts what stands out before the privacy officers; as the login of the keeper.
 * Safe to repeat.
 * @returns how many alerts are new
 */
export async function raiseAlerts(ctx: CaseCtx, sameAs: SameAs): Promise<number> {
  const today = dayIn(ctx.now)
  const from = beginOf(dayIn(new Date(beginOf(today).getTime() - daysBack * 86_400_000 + 43_200_000)))
  const readings = await readingsSince(ctx, from)
  if (readings.length === 0) return 0
  const pairs = [
    ...new Map(
      readings.map(({ account, trajectoryId }) => [`${account} ${trajectoryId}`, { account, trajectoryId }]),
    ).values(),
  ]
  const relations = await relationsOf(ctx, pairs)
  const same = new Set((await sameAs(pairs)).map((one) => `${one.account} ${one.trajectoryId} ${one.field}`))
  const alerts = alertsIn(
    readings,
    {
      relations: (account, trajectoryId) => relations.get(`${account} ${trajectoryId}`) ?? [],
      same: (account, trajectoryId, field) => same.has(`${account} ${trajectoryId} ${field}`),
    },
    limitsOn(today),
  )
  if (alerts.length === 0) return 0
  const raised = await ctx.tx
    .insertInto('audit.alert')
    .values(
      alerts.map(({ rule, reading }) => ({
        stream: reading.stream,
        seq: reading.seq,
        rule,
        account_id: reading.account,
        municipality: reading.municipality,
      })),
    )
    .onConflict((conflict) => conflict.columns(['stream', 'seq', 'rule']).doNothing())
    .executeTakeFirst()
  return Number(raised.numInsertedOrUpdatedRows ?? 0)
}

async function readingsSince(ctx: CaseCtx, from: Date): Promise<Reading[]> {
  const rows = await ctx.tx
    .selectFrom('audit.line')
    .select(['stream', 'seq', 'at', 'actor', 'trajectory_id', 'municipality'])
    .where('at', '>=', from)
    .where('actor_kind', '=', 'staff')
    .where('outcome', '=', 'done')
    .where('trajectory_id', 'is not', null)
    // Whoever judges readings, or answers a request of hers, has no relation and needs none.
    .where('purpose', 'in', ['care', 'share', 'emergency'])
    .execute()
  return rows.map(({ stream, seq, at, actor, trajectory_id, municipality }) => ({
    stream,
    seq,
    at,
    account: actor!,
    trajectoryId: trajectory_id!,
    municipality,
  }))
}

async function relationsOf(ctx: CaseCtx, pairs: readonly Pair[]): Promise<Map<string, Period[]>> {
  const ids = [...new Set(pairs.map(({ trajectoryId }) => trajectoryId))]
  const { rows } = await sql<{
    trajectory_id: number
    account_id: string
    from_at: Date
    until_at: Date | null
  }>`
    select * from audit.relations(${ids}::bigint[])`.execute(ctx.tx)
  const relations = new Map<string, Period[]>()
  for (const { trajectory_id, account_id, from_at, until_at } of rows) {
    const key = `${account_id} ${trajectory_id}`
    relations.set(key, [...(relations.get(key) ?? []), { from: from_at, until: until_at }])
  }
  return relations
}

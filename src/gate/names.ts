import type { CaseCtx } from '../case-ctx.ts'

/** Names of accounts, as far as who asks may see them; she has none. */
export async function accountNames(ctx: CaseCtx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx.selectFrom('gate.account').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])))
}

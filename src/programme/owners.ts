import type { Ctx } from '../ctx.ts'
import type { Owner } from './undo-step.ts'

/** Which official carries each action of a programme, by action; those that nobody carries are absent. Never public. */
export async function ownersOf(ctx: Ctx, programme: number): Promise<Map<number, Owner & { name: string }>> {
  const rows = await ctx.tx
    .selectFrom('programme.action_owner as owner')
    .innerJoin('programme.action as action', (join) =>
      join.onRef('action.municipality', '=', 'owner.municipality').onRef('action.id', '=', 'owner.action_id'),
    )
    .select(['owner.action_id', 'owner.account_id', 'owner.name'])
    .where('owner.municipality', '=', ctx.actor.municipality)
    .where('action.programme_id', '=', programme)
    .where('owner.name', 'is not', null)
    .execute()
  return new Map(
    rows.map(({ action_id, account_id, name }) => [action_id, { account: account_id, name: name! }]),
  )
}

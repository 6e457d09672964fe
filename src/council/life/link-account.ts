import { record } from '../../audit/index.ts'
import type { Ctx } from '../../ctx.ts'
import { Invalid } from '../../errors.ts'

/** Says which councillor or member of the college someone who signs in is. @throws Invalid (`person`) */
export async function linkAccount(ctx: Ctx, input: { account: string; person: number }): Promise<void> {
  const { municipality } = ctx.actor
  const known = await ctx.tx
    .selectFrom('council.person')
    .select('id')
    .where('municipality', '=', municipality)
    .where('id', '=', input.person)
    .executeTakeFirst()
  if (!known) throw new Invalid('form-invalid', [{ field: 'person', code: 'not-a-choice' }])
  await ctx.tx
    .insertInto('council.person_account')
    .values({ municipality, account_id: input.account, person_id: input.person })
    .onConflict((conflict) =>
      conflict.columns(['municipality', 'account_id']).doUpdateSet({ person_id: input.person }),
    )
    .execute()
  await record(ctx, 'account.linked', { account: input.account, person: String(input.person) })
}

import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { Invalid } from '../../errors.ts'
import { checkRole, type Step } from './moving.ts'
import { lockMatter, matterOfRow, stepMatter } from './step-matter.ts'

/** `account`: the official's sign-in, when they have one; `name` is never public. */
export type Official = { account: string | null; name: string }

/**
 * Says who answers for a matter: a member of the college, which is public, and an official, which never is. What is not given stays;
 * null takes it away. @throws Invalid (`portfolioHolder`, `official`); Refused `changed-by-other`; Denied; NotFound
 */
export async function assignOwner(
  ctx: Ctx,
  input: { matter: number; version: number; portfolioHolder?: number | null; official?: Official | null },
): Promise<Step> {
  checkRole(ctx, 'assign')
  const row = await lockMatter(ctx, input)
  const { municipality } = ctx.actor
  if (input.portfolioHolder != null) {
    const known = await ctx.tx
      .selectFrom('council.person')
      .select('id')
      .where('municipality', '=', municipality)
      .where('id', '=', input.portfolioHolder)
      .executeTakeFirst()
    if (!known) throw new Invalid('form-invalid', [{ field: 'portfolioHolder', code: 'not-a-choice' }])
  }
  const name = input.official?.name.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (input.official && !name) throw new Invalid('form-invalid', [{ field: 'official', code: 'needed' }])
  const fields = [
    ...(input.portfolioHolder !== undefined ? ['portfolioHolder'] : []),
    ...(input.official !== undefined ? ['official'] : []),
  ]
  const step = await stepMatter(
    ctx,
    row,
    matterOfRow(row),
    { step: 'assign', on: dayOf(ctx.now), event: 'matter.assigned', fields },
    input.portfolioHolder !== undefined ? { portfolio_holder_id: input.portfolioHolder } : {},
  )
  if (input.official !== undefined) {
    await setOfficial(
      ctx,
      row.id,
      input.official ? { account_id: input.official.account, name: name! } : null,
    )
  }
  return step
}

export async function setOfficial(
  ctx: Ctx,
  matter: number,
  official: { account_id: string | null; name: string | null } | null,
): Promise<void> {
  const columns = { account_id: official?.account_id ?? null, name: official?.name ?? null }
  await ctx.tx
    .insertInto('council.matter_official')
    .values({ municipality: ctx.actor.municipality, matter_id: matter, ...columns })
    .onConflict((conflict) => conflict.columns(['municipality', 'matter_id']).doUpdateSet(columns))
    .execute()
}

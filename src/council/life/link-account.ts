import { record } from '../../audit/index.ts'
import type { Ctx } from '../../ctx.ts'
import { Denied, Invalid, Refused } from '../../errors.ts'
import { type Holder, holdersOf } from '../../identity/index.ts'
import { byWhom } from '../by-whom.ts'

/** Roles whose accounts may be somebody in the council's register. */
export const linkableRoles = ['councillor', 'portfolio-holder'] as const

/** `seen`: the person that the page showed for this account; left out where nobody looked, as when a town is set up. */
type Link = { account: string; seen?: number | null }

/**
 * Says which councillor or member of the college someone who signs in is: then their motions are theirs, and they object under that name.
 * Only the clerk says so. One person has one account.
 * @throws Invalid (`account`, `person`: `not-a-choice`, `linked-already`); Refused `changed-by-other`; Denied
 */
export async function linkAccount(ctx: Ctx, input: Link & { person: number }): Promise<void> {
  const holder = await checkLink(ctx, input)
  const { municipality } = ctx.actor
  const known = await ctx.tx
    .selectFrom('council.person')
    .select('id')
    .where('municipality', '=', municipality)
    .where('id', '=', input.person)
    .forUpdate()
    .executeTakeFirst()
  if (!known) throw wrong('person', 'not-a-choice')
  const other = await ctx.tx
    .selectFrom('council.person_account')
    .select('account_id')
    .where('municipality', '=', municipality)
    .where('person_id', '=', input.person)
    .executeTakeFirst()
  if (other?.account_id === input.account) return
  if (other) throw wrong('person', 'linked-already')
  await ctx.tx
    .insertInto('council.person_account')
    .values({ municipality, account_id: input.account, person_id: input.person })
    .onConflict((conflict) =>
      conflict.columns(['municipality', 'account_id']).doUpdateSet({ person_id: input.person }),
    )
    .execute()
  await remember(ctx, { ...input, step: 'link', name: holder?.name ?? input.account })
  await record(ctx, 'account.linked', { account: input.account, person: String(input.person) })
}

/** Takes back what `linkAccount` said; the account keeps its role. @throws Refused `changed-by-other`; Denied */
export async function unlinkAccount(ctx: Ctx, input: Link): Promise<void> {
  const holder = await checkLink(ctx, input)
  const { municipality } = ctx.actor
  const gone = await ctx.tx
    .deleteFrom('council.person_account')
    .where('municipality', '=', municipality)
    .where('account_id', '=', input.account)
    .returning('person_id')
    .executeTakeFirst()
  if (!gone) throw new Refused('changed-by-other')
  const person = gone.person_id
  await remember(ctx, { account: input.account, person, step: 'unlink', name: holder?.name ?? input.account })
  await record(ctx, 'account.unlinked', { account: input.account, person: String(person) })
}

/** @returns who holds the account; null for one that the program brings along before it has a role */
async function checkLink(ctx: Ctx, { account, seen }: Link): Promise<Holder | null> {
  const { actor, tx } = ctx
  if (actor.kind === 'person' && actor.role !== 'clerk') {
    throw new Denied('only the clerk says who an account is')
  }
  const holders = await linkableAccounts(ctx)
  const holder = holders.find((one) => one.personId === account) ?? null
  if (actor.kind === 'person' && !holder) throw wrong('account', 'not-a-choice')
  const now = await tx
    .selectFrom('council.person_account')
    .select('person_id')
    .where('municipality', '=', actor.municipality)
    .where('account_id', '=', account)
    .forUpdate()
    .executeTakeFirst()
  if (seen !== undefined && seen !== (now?.person_id ?? null)) throw new Refused('changed-by-other')
  return holder
}

/** Everybody who signs in here in a role of the register, by name; one row for each role. */
export async function linkableAccounts({ tx, actor }: Ctx): Promise<Holder[]> {
  const { municipality } = actor
  const found: Holder[] = []
  for (const role of linkableRoles) found.push(...(await holdersOf(tx, { municipality, role })))
  return found
}

async function remember(
  ctx: Ctx,
  link: { account: string; person: number; step: 'link' | 'unlink'; name: string },
): Promise<void> {
  const who = byWhom(ctx)
  await ctx.tx
    .insertInto('council.person_account_history')
    .values({
      municipality: ctx.actor.municipality,
      account_id: link.account,
      account_name: link.name,
      person_id: link.person,
      step: link.step,
      moved_at: ctx.now,
      actor_id: who.id,
      actor_name: who.name,
    })
    .execute()
}

const wrong = (field: string, code: string) => new Invalid('form-invalid', [{ field, code }])

import type { Ctx } from '../../ctx.ts'
import { holdersOf } from '../../identity/index.ts'

export type DeskPeople = {
  /** Who may answer for a matter, by name. */
  college: { person: number; name: string }[]
  /** Who may be assigned one: people who sign in. Never public. */
  officials: { account: string; name: string }[]
}

/**
 * Whom a matter may be assigned to: members of the college (those whose account holds that role, those who answer for something
 * already, and people who never sat for a party), and officials who sign in.
 */
export async function peopleAtDesk(ctx: Ctx): Promise<DeskPeople> {
  const { municipality } = ctx.actor
  const holders = await holdersOf(ctx.tx, { municipality, role: 'portfolio-holder' })
  const accounts = holders.map((one) => one.personId)
  const college = await ctx.tx
    .selectFrom('council.person as person')
    .select(['person.id as person', 'person.name'])
    .where('person.municipality', '=', municipality)
    .where((eb) =>
      eb.or([
        eb.not(
          eb.exists(
            eb
              .selectFrom('council.party_membership as membership')
              .select('membership.person_id')
              .whereRef('membership.municipality', '=', 'person.municipality')
              .whereRef('membership.person_id', '=', 'person.id'),
          ),
        ),
        eb.exists(
          eb
            .selectFrom('council.matter as matter')
            .select('matter.id')
            .whereRef('matter.municipality', '=', 'person.municipality')
            .whereRef('matter.portfolio_holder_id', '=', 'person.id'),
        ),
        ...(accounts.length > 0
          ? [
              eb.exists(
                eb
                  .selectFrom('council.person_account as account')
                  .select('account.person_id')
                  .whereRef('account.municipality', '=', 'person.municipality')
                  .whereRef('account.person_id', '=', 'person.id')
                  .where('account.account_id', 'in', accounts),
              ),
            ]
          : []),
      ]),
    )
    .orderBy('person.name')
    .execute()
  const officials = await holdersOf(ctx.tx, { municipality, role: 'policy-officer' })
  return { college, officials: officials.map(({ personId, name }) => ({ account: personId, name })) }
}

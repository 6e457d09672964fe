import type { Ctx, Role } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { linkableAccounts } from './link-account.ts'

export type DeskPerson = {
  id: number
  name: string
  /** The party that they sit for now, or sat for last; null: never one. */
  party: string | null
  /** Motions that they submitted. */
  motions: number
  /** The account that they have already. */
  account: string | null
}
export type DeskAccount = {
  account: string
  name: string
  roles: Role[]
  person: DeskPerson | null
  /** Who has the same name and no account yet: offered, never taken for granted. */
  likely: DeskPerson | null
}
export type AccountLinks = {
  /** By name. */
  accounts: DeskAccount[]
  /** Everybody in the council's register, by name. */
  people: DeskPerson[]
  /** Newest first. */
  history: {
    id: number
    account: string
    person: string
    step: 'link' | 'unlink'
    at: Date
    by: string
  }[]
}

/** Which councillor or member of the college each account is, whom it may be, and what was said about that before. */
export async function accountsAtDesk(ctx: Ctx): Promise<AccountLinks> {
  const people = await peopleOf(ctx)
  const byAccount = Map.groupBy(await linkableAccounts(ctx), (one) => one.personId)
  const accounts = [...byAccount].map(([account, holders]): DeskAccount => {
    const name = holders[0]!.name
    const person = people.find((one) => one.account === account) ?? null
    const same = people.filter((one) => one.account === null && folded(one.name) === folded(name))
    return {
      account,
      name,
      roles: holders.map((one) => one.role),
      person,
      likely: person === null && same.length === 1 ? same[0]! : null,
    }
  })
  return {
    accounts: accounts.sort((a, b) => a.name.localeCompare(b.name, 'nl')),
    people,
    history: await historyOf(ctx),
  }
}

const folded = (name: string) => name.normalize('NFC').toLocaleLowerCase('nl').replace(/\s+/g, ' ').trim()

async function peopleOf(ctx: Ctx): Promise<DeskPerson[]> {
  const { municipality } = ctx.actor
  const today = dayOf(ctx.now)
  const people = await ctx.tx
    .selectFrom('council.person as person')
    .leftJoin('council.person_account as account', (join) =>
      join
        .onRef('account.municipality', '=', 'person.municipality')
        .onRef('account.person_id', '=', 'person.id'),
    )
    .select(['person.id', 'person.name', 'account.account_id as account'])
    .select((eb) =>
      eb
        .selectFrom('council.motion_submitter as submitter')
        .innerJoin('council.motion as motion', (join) =>
          join
            .onRef('motion.municipality', '=', 'submitter.municipality')
            .onRef('motion.id', '=', 'submitter.motion_id'),
        )
        .select((count) => count.fn.count<number>('motion.id').distinct().as('motions'))
        .whereRef('submitter.municipality', '=', 'person.municipality')
        .whereRef('submitter.person_id', '=', 'person.id')
        .where('motion.kind', '=', 'motion')
        .as('motions'),
    )
    .where('person.municipality', '=', municipality)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  const memberships = await ctx.tx
    .selectFrom('council.party_membership as membership')
    .innerJoin('council.party as party', (join) =>
      join
        .onRef('party.municipality', '=', 'membership.municipality')
        .onRef('party.id', '=', 'membership.party_id'),
    )
    .select(['membership.person_id', 'party.name'])
    .where('membership.municipality', '=', municipality)
    .where('membership.first_day', '<=', today)
    .orderBy('membership.first_day')
    .execute()
  const parties = new Map(memberships.map((one) => [one.person_id, one.name]))
  return people.map((one) => ({
    ...one,
    motions: Number(one.motions ?? 0),
    party: parties.get(one.id) ?? null,
  }))
}

async function historyOf(ctx: Ctx): Promise<AccountLinks['history']> {
  return ctx.tx
    .selectFrom('council.person_account_history as history')
    .innerJoin('council.person as person', (join) =>
      join
        .onRef('person.municipality', '=', 'history.municipality')
        .onRef('person.id', '=', 'history.person_id'),
    )
    .select([
      'history.id',
      'history.account_name as account',
      'person.name as person',
      'history.step',
      'history.moved_at as at',
      'history.actor_name as by',
    ])
    .where('history.municipality', '=', ctx.actor.municipality)
    .orderBy('history.id', 'desc')
    .limit(200)
    .execute()
}

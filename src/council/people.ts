import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import type { IsoDate } from './read/reading.ts'
import { slugOf } from './slug.ts'

/** The party of that name; made when it is new. "fractie Stadspartij" and "Stadspartij" are one. */
export async function partyNamed(ctx: Ctx, printed: string): Promise<number> {
  const { municipality } = ctx.actor
  const name =
    printed
      .replace(/^\s*(de\s+)?fractie(\s+van(\s+de)?)?\s+/i, '')
      .replace(/-?\s*fractie\s*$/i, '')
      .trim() || printed
  const slug = slugOf([name])
  const find = () =>
    ctx.tx
      .selectFrom('council.party')
      .select('id')
      .where('municipality', '=', municipality)
      .where('slug', '=', slug)
      .executeTakeFirst()
  const known = await find()
  if (known) return known.id
  await ctx.tx
    .insertInto('council.party')
    .values({ municipality, slug, name })
    .onConflict((conflict) => conflict.columns(['municipality', 'slug']).doNothing())
    .execute()
  return (await find())!.id
}

/** A person with one time that they sat for a party; without one the party is null. */
export type Sitting = {
  id: number
  name: string
  family_name: string
  party_id: number | null
  first_day: IsoDate | null
  last_day: IsoDate | null
}

/** Everyone whom documents may name, once for each time that they sat. With a name only those whom it may mean. */
export async function sittings(ctx: Ctx, printed?: string): Promise<Sitting[]> {
  const name = printed?.trim().toLowerCase() ?? ''
  return ctx.tx
    .selectFrom('council.person as person')
    .leftJoin('council.party_membership as membership', (join) =>
      join
        .onRef('membership.municipality', '=', 'person.municipality')
        .onRef('membership.person_id', '=', 'person.id'),
    )
    .select([
      'person.id',
      'person.name',
      'person.family_name',
      'membership.party_id',
      'membership.first_day',
      'membership.last_day',
    ])
    .where('person.municipality', '=', ctx.actor.municipality)
    .$if(printed !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb(sql`lower(person.family_name)`, 'in', [name, lastWords(name)]),
          eb(sql`lower(person.name)`, '=', name),
        ]),
      ),
    )
    .execute()
}

/**
 * The councillor that a document names, with the party they sat for on that day. Documents often print a family name only, so a name
 * counts only when one person fits: by full name, or by family name among those who then sat in the council. Never guesses. Pure.
 */
export function personAmong(
  people: readonly Sitting[],
  printed: string,
  on: IsoDate | null,
): { person: number; name: string; party: number | null } | null {
  const name = printed.trim().toLowerCase()
  const families = [name, lastWords(name)]
  const meant = people.filter(
    (one) => one.name.toLowerCase() === name || families.includes(one.family_name.toLowerCase()),
  )
  const then = (one: Sitting) =>
    on !== null &&
    one.first_day !== null &&
    one.first_day <= on &&
    (one.last_day === null || one.last_day >= on)
  const exact = meant.filter((one) => one.name.toLowerCase() === name)
  const sitting = meant.filter(then)
  const fitting = exact.length > 0 ? exact : sitting.length > 0 ? sitting : meant
  if (new Set(fitting.map((one) => one.id)).size !== 1) return null
  const parties = new Set(fitting.filter(then).map((one) => one.party_id))
  const [party] = parties
  return { person: fitting[0]!.id, name: fitting[0]!.name, party: parties.size === 1 ? party! : null }
}

/** The same, from the register. */
export async function personNamed(
  ctx: Ctx,
  printed: string,
  on: IsoDate | null,
): Promise<{ person: number; party: number | null } | null> {
  return personAmong(await sittings(ctx, printed), printed, on)
}

/** `m. van der veen` → `van der veen`; `j. bos` → `bos`. */
function lastWords(name: string): string {
  return name.replace(/^(?:\p{L}\.\s*)+/u, '').trim()
}

/** The meeting of the council on that day; made when it is new. */
export async function councilMeeting(ctx: Ctx, on: IsoDate): Promise<number> {
  const { municipality } = ctx.actor
  let body = await ctx.tx
    .selectFrom('council.body')
    .select('id')
    .where('municipality', '=', municipality)
    .where('kind', '=', 'council')
    .orderBy('id')
    .executeTakeFirst()
  body ??= await ctx.tx
    .insertInto('council.body')
    .values({ municipality, kind: 'council', name: 'Gemeenteraad' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const meeting = await ctx.tx
    .insertInto('council.meeting')
    .values({ municipality, body_id: body.id, held_on: on })
    .onConflict((conflict) =>
      conflict.columns(['municipality', 'body_id', 'held_on']).doUpdateSet({ held_on: on }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return meeting.id
}

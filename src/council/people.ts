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

/**
 * The councillor that a document names, with the party they sat for on that day. Documents often print a family name only, so a name
 * counts only when one person fits: by full name, or by family name among those who then sat in the council. Never guesses.
 */
export async function personNamed(
  ctx: Ctx,
  printed: string,
  on: IsoDate | null,
): Promise<{ person: number; party: number | null } | null> {
  const { municipality } = ctx.actor
  const name = printed.trim().toLowerCase()
  const people = await ctx.tx
    .selectFrom('council.person as person')
    .leftJoin('council.party_membership as membership', (join) =>
      join
        .onRef('membership.municipality', '=', 'person.municipality')
        .onRef('membership.person_id', '=', 'person.id')
        .on('membership.first_day', '<=', on ?? '0001-01-01')
        .on((eb) =>
          eb.or([eb('membership.last_day', 'is', null), eb('membership.last_day', '>=', on ?? '0001-01-01')]),
        ),
    )
    .select(['person.id', 'person.name', 'membership.party_id'])
    .where('person.municipality', '=', municipality)
    .where((eb) =>
      eb.or([
        eb(sql`lower(person.family_name)`, '=', name),
        eb(sql`lower(person.family_name)`, '=', lastWords(name)),
        eb(sql`lower(person.name)`, '=', name),
      ]),
    )
    .execute()
  const exact = people.filter((person) => person.name.toLowerCase() === name)
  const sitting = people.filter((person) => person.party_id !== null)
  const fitting = exact.length > 0 ? exact : sitting.length > 0 ? sitting : people
  const ids = new Set(fitting.map((person) => person.id))
  if (ids.size !== 1) return null
  const parties = new Set(fitting.map((person) => person.party_id))
  return { person: fitting[0]!.id, party: parties.size === 1 ? fitting[0]!.party_id : null }
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

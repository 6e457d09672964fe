import { sql } from 'kysely'
import { plainSearch } from './desk-matches.ts'
import type { PartyRef } from './dossier.ts'
import type { PublicDb } from './public-register.ts'
import {
  ageOf,
  type Counts,
  type DaySource,
  daySources,
  delayOf,
  groupOf,
  noCounts,
  type OpenGroup,
  openGroups,
  sumOf,
  type Wishes,
  type WishFilters,
  type WishStand,
  wishAges,
  wishDelays,
  wishGroups,
  wishStands,
} from './public-wishes.ts'
import { survivalOf, type WishSpan } from './public-wishes-survival.ts'
import { type Domain, domains } from './read/reading.ts'

/** How the council's wishes fare. Each count reads one narrow table once. */
export async function wishesOf(db: PublicDb, filters: WishFilters): Promise<Wishes> {
  const [combinations, spans, names, running] = await Promise.all([
    combinationsOf(db, filters),
    spansOf(db, filters),
    wishParties(db, filters.municipality),
    runningCommitments(db, filters),
  ])
  const stands = noCounts(wishStands)
  const groups = noCounts(wishGroups)
  for (const { stand, count } of combinations) {
    stands[stand] += count
    groups[groupOf(stand)] += count
  }
  const inTime = spans.filter(({ days }) => days !== null && days >= 0)
  const survival = survivalOf(
    inTime.map(
      ({ days, open, count }): WishSpan => ({ days: days as number, settled: open === null, count }),
    ),
  )
  const matters = sumOf(stands)
  return {
    matters,
    stands,
    groups,
    ages: agesOf(spans),
    parties: partiesOf(combinations, names),
    domains: domainsOf(combinations),
    survival,
    leftOut: matters - survival.matters,
    ...commitmentsOf(running),
  }
}

/** The parties of this municipality by name. */
export async function wishParties(db: PublicDb, municipality: string): Promise<PartyRef[]> {
  const rows = await db
    .selectFrom('council.party')
    .select(['slug', 'name'])
    .where('municipality', '=', municipality)
    .execute()
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'nl'))
}

/** Years of the motions that are followed, newest first. */
export async function wishYears(db: PublicDb, municipality: string): Promise<number[]> {
  const found = await db
    .selectFrom('council.wish')
    .select((eb) => [eb.fn.min('year').as('first'), eb.fn.max('year').as('last')])
    .where('municipality', '=', municipality)
    .executeTakeFirst()
  if (found?.first == null || found.last == null) return []
  const { first, last } = found
  return Array.from({ length: last - first + 1 }, (_, index) => last - index)
}

type Combination = { stand: WishStand; parties: string[]; domain: Domain | null; count: number }
type OpenSpan = { days: number | null; open: OpenGroup | null; count: number }

const narrowed = (filters: WishFilters) => {
  const { year, party, domain } = filters
  return sql<boolean>`wish.municipality = ${filters.municipality}
    and ${year == null ? sql`true` : sql`wish.year = ${Math.min(Math.max(Math.trunc(year) || 0, 0), 9999)}`}
    and ${party == null ? sql`true` : sql`wish.parties @> array[${plainSearch(party)}]::text[]`}
    and ${domain == null ? sql`true` : sql`wish.domain = ${plainSearch(domain)}`}`
}

function combinationsOf(db: PublicDb, filters: WishFilters): Promise<Combination[]> {
  return db
    .selectFrom('council.wish as wish')
    .select((eb) => ['wish.stand', 'wish.parties', 'wish.domain', eb.fn.countAll<number>().as('count')])
    .where(narrowed(filters))
    .groupBy(['wish.stand', 'wish.parties', 'wish.domain'])
    .execute()
}

/** `open` is null when settled. */
function spansOf(db: PublicDb, filters: WishFilters): Promise<OpenSpan[]> {
  return db
    .selectFrom('council.wish as wish')
    .select((eb) => [
      sql<number | null>`coalesce(wish.settled_on, ${filters.today}::date) - wish.dated`.as('days'),
      sql<OpenGroup | null>`case when wish.settled_on is null then wish.stand end`.as('open'),
      eb.fn.countAll<number>().as('count'),
    ])
    .where(narrowed(filters))
    .groupBy(['days', 'open'])
    .execute()
}

/** Of commitments that run; with a filter only those that belong to a motion it leaves. */
function runningCommitments(db: PublicDb, filters: WishFilters) {
  const all = filters.year == null && filters.party == null && filters.domain == null
  return db
    .selectFrom('council.commitment as commitment')
    .select((eb) => [
      sql<number | null>`${filters.today}::date - coalesce(extended_to, due_not_after, check_on)`.as('days'),
      sql<DaySource>`case when extended_to is not null then 'extension' when due_not_after is not null then 'letter'
        when check_on is not null then 'check' else 'none' end`.as('source'),
      eb.fn.countAll<number>().as('count'),
    ])
    .where('commitment.municipality', '=', filters.municipality)
    .where('commitment.state', 'in', ['open', 'late'])
    .$if(!all, (query) =>
      query.where(
        'commitment.id',
        'in',
        db
          .selectFrom('council.commitment_motion as link')
          .innerJoin('council.wish as wish', (join) =>
            join
              .onRef('wish.municipality', '=', 'link.municipality')
              .onRef('wish.motion_id', '=', 'link.motion_id'),
          )
          .select('link.commitment_id')
          .where('link.municipality', '=', filters.municipality)
          .where(narrowed(filters)),
      ),
    )
    .groupBy(['days', 'source'])
    .execute()
}

function agesOf(spans: readonly OpenSpan[]): Wishes['ages'] {
  return wishAges.map((age) => {
    const counts = noCounts(openGroups)
    for (const { days, open, count } of spans) if (open && ageOf(days) === age) counts[open] += count
    return { age, counts }
  })
}

function partiesOf(combinations: readonly Combination[], names: readonly PartyRef[]): Wishes['parties'] {
  const found = tally(combinations, ({ parties }) => (parties.length > 0 ? parties : [null]))
  const known = names.flatMap((party) => {
    const counts = found.get(party.slug)
    return counts ? [{ party, counts }] : []
  })
  const without = found.get(null)
  return without ? [...known, { party: null, counts: without }] : known
}

function domainsOf(combinations: readonly Combination[]): Wishes['domains'] {
  const found = tally(combinations, ({ domain }) => [domain])
  return [...domains, null].flatMap((domain) => {
    const counts = found.get(domain)
    return counts ? [{ domain, counts }] : []
  })
}

function tally<Key>(combinations: readonly Combination[], keys: (of: Combination) => readonly Key[]) {
  const found = new Map<Key, Counts<(typeof wishGroups)[number]>>()
  for (const combination of combinations) {
    for (const key of keys(combination)) {
      const counts = found.get(key) ?? noCounts(wishGroups)
      counts[groupOf(combination.stand)] += combination.count
      found.set(key, counts)
    }
  }
  return found
}

function commitmentsOf(rows: readonly { days: number | null; source: DaySource; count: number }[]) {
  const late = rows.filter(({ days }) => days !== null && days > 0)
  return {
    commitments: wishDelays.map((delay) => {
      const counts = noCounts(daySources)
      for (const { days, source, count } of rows) if (delayOf(days) === delay) counts[source] += count
      return { delay, counts }
    }),
    running: rows.reduce((sum, { count }) => sum + count, 0),
    late: late.reduce((sum, { count }) => sum + count, 0),
    longestLate: late.reduce((most, { days }) => Math.max(most, days ?? 0), 0),
  }
}

/** The main figures: matters, how many are settled, and commitments that run while their day is over. */
export async function wishTotals(
  db: PublicDb,
  { municipality, today }: Pick<WishFilters, 'municipality' | 'today'>,
): Promise<{ matters: number; settled: number; late: number }> {
  const [wishes, commitments] = await Promise.all([
    db
      .selectFrom('council.wish')
      .select((eb) => [
        eb.fn.countAll<number>().as('matters'),
        eb.fn.count<number>('settled_on').as('settled'),
      ])
      .where('municipality', '=', municipality)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('council.commitment')
      .select((eb) => eb.fn.countAll<number>().as('late'))
      .where('municipality', '=', municipality)
      .where('state', 'in', ['open', 'late'])
      .where(sql<boolean>`coalesce(extended_to, due_not_after, check_on) < ${today}::date`)
      .executeTakeFirstOrThrow(),
  ])
  return { ...wishes, ...commitments }
}

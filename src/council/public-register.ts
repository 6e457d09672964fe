import { type Selectable, sql } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import { NotFound } from '../errors.ts'
import type { PublicProgrammeTables } from '../programme/index.ts'
import { plainSearch } from './desk-matches.ts'
import type { MotionRef, PartyRef } from './dossier.ts'
import type { Basis, Domain, IsoDate } from './read/reading.ts'
import { isSettled, type RequestStatus, requestStatuses } from './request-status.ts'
import type { PublicTables, RegisterEntryTable, Theme } from './tables.ts'

/** What public pages get: reads only, over the login `schakel_public`. */
export type PublicDb = ReadonlyKysely<PublicTables & PublicProgrammeTables>

export type MunicipalityEntry = {
  slug: string
  name: string
  theme: Theme
  motions: number
  commitments: number
}

/** All municipalities of this installation, by name. */
export async function municipalities(db: PublicDb): Promise<MunicipalityEntry[]> {
  return entries(db).orderBy('municipality.name').execute()
}

/** @throws NotFound */
export async function municipality(db: PublicDb, slug: string): Promise<MunicipalityEntry> {
  const found = await entries(db).where('municipality.municipality', '=', slug).executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}

function entries(db: PublicDb) {
  return db.selectFrom('council.municipality as municipality').select((eb) => [
    'municipality.municipality as slug',
    'municipality.name',
    'municipality.theme',
    eb
      .selectFrom('council.register_entry as entry')
      .select((count) => count.fn.countAll<number>().as('motions'))
      .whereRef('entry.municipality', '=', 'municipality.municipality')
      .$asScalar()
      .$notNull()
      .as('motions'),
    eb
      .selectFrom('council.commitment as commitment')
      .select((count) => count.fn.countAll<number>().as('commitments'))
      .whereRef('commitment.municipality', '=', 'municipality.municipality')
      .$asScalar()
      .$notNull()
      .as('commitments'),
  ])
}

/** `settled`: with any outcome. */
export type StatusChoice = RequestStatus | 'settled'
export type RegisterFilters = {
  municipality: string
  /** Web search syntax (`"woorden bij elkaar"`, `-niet`, `or`); any input is safe; blank is none. */
  search?: string | null | undefined
  status?: StatusChoice | null | undefined
  /** Slug of a party. */
  party?: string | null | undefined
  domain?: Domain | null | undefined
  year?: number | null | undefined
  /** From 1. */
  page?: number | undefined
}
export type RegisterItem = MotionRef & {
  status: RequestStatus
  basis: Basis | null
  /** Day of the claim, proposal, decision or reopening behind the status. */
  statusOn: IsoDate | null
  /** What is followed of it, and how many of those the deciding body settled. */
  matters: number
  settled: number
  /** Something is settled on evidence that nobody knows, taken from an old register. */
  evidenceUnknown: boolean
  /** Earliest term of what is not settled, and earliest day by which a running commitment counts; null when none has a day. */
  termDue: IsoDate | null
  commitmentDue: IsoDate | null
  parties: PartyRef[]
  domains: Domain[]
  requests: number
  /** Named parts of all requests together. */
  parts: number
  /** Date of the newest letter that claims anything. */
  answeredOn: IsoDate | null
}
/** `count` respects the search and all other filters, not its own; a chosen value is among them also when it counts 0. */
export type Facet<T> = { value: T; count: number }
export type Register = {
  items: RegisterItem[]
  total: number
  page: number
  pages: number
  perPage: 25
  facets: {
    /** With `settled` for all outcomes together, where there are any. */
    status: Facet<StatusChoice>[]
    party: (Facet<string> & { name: string })[]
    domain: Facet<Domain>[]
    year: Facet<number>[]
  }
}

const perPage = 25
/** With more hits than this a search shows the newest first: to weigh each of them would take too long. */
const mostRanked = 1000

/** The register of motions, newest first; with a search best first. A page past the end is empty. */
export async function motionRegister(db: PublicDb, filters: RegisterFilters): Promise<Register> {
  const page = Math.min(Math.max(1, Math.trunc(filters.page ?? 1) || 1), 100_000)
  const search = plainSearch(filters.search ?? '')
  const conditions = conditionsOf(filters)
  const [counts, parties] = await Promise.all([
    countFacets(db, filters.municipality, search, conditions),
    db
      .selectFrom('council.party')
      .select(['slug', 'name'])
      .where('municipality', '=', filters.municipality)
      .execute(),
  ])
  const total = counts.find((row) => row.facet === 'total')?.count ?? 0
  const names = new Map(parties.map((party) => [party.slug, party.name]))
  const rows =
    total > (page - 1) * perPage
      ? await entriesOn(db, filters.municipality, search, conditions, page, total)
      : []
  const facet = (name: keyof Conditions, chosen: string | number | null | undefined): Facet<string>[] => {
    const found = counts.flatMap(({ facet: of, value, count }) =>
      of === name && value !== null ? [{ value, count }] : [],
    )
    if (chosen != null && !found.some(({ value }) => value === String(chosen))) {
      found.push({ value: String(chosen), count: 0 })
    }
    return found.sort((a, b) => b.count - a.count || a.value.localeCompare(b.value, 'nl'))
  }
  return {
    items: rows.map((row) => ({
      id: row.motion_id,
      year: row.year,
      slug: row.slug,
      number: row.number,
      title: row.title,
      dated: row.dated,
      outcome: row.outcome,
      status: row.status,
      basis: row.basis,
      statusOn: row.status_on,
      matters: row.matters,
      settled: row.settled,
      evidenceUnknown: row.evidence_unknown,
      termDue: row.term_due,
      commitmentDue: row.commitment_due,
      parties: row.parties.map((slug) => ({ slug, name: names.get(slug) ?? slug })),
      domains: row.domains as Domain[],
      requests: row.requests,
      parts: row.parts,
      answeredOn: row.answered_on,
    })),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / perPage)),
    perPage,
    facets: {
      status: statusFacet(facet('status', filters.status) as Facet<StatusChoice>[]),
      party: facet('party', filters.party).map((f) => ({ ...f, name: names.get(f.value) ?? f.value })),
      domain: facet('domain', filters.domain) as Facet<Domain>[],
      year: facet('year', filters.year)
        .map(({ value, count }) => ({ value: Number(value), count }))
        .sort((a, b) => b.value - a.value),
    },
  }
}

/** In the order of a life, with the sum of what is settled. */
function statusFacet(found: Facet<StatusChoice>[]): Facet<StatusChoice>[] {
  const each = found.filter(({ value }) => value !== 'settled')
  const settled = each.filter(({ value }) => isSettled(value as RequestStatus))
  const order = (value: StatusChoice) => requestStatuses.indexOf(value as RequestStatus)
  const all = settled.reduce((sum, { count }) => sum + count, 0)
  const sum: Facet<StatusChoice>[] =
    settled.length > 0 || found.length > each.length ? [{ value: 'settled', count: all }] : []
  return [...each.sort((a, b) => order(a.value) - order(b.value)), ...sum]
}

type Conditions = Record<'status' | 'party' | 'domain' | 'year', ReturnType<typeof sql<boolean>>>

function conditionsOf(filters: RegisterFilters): Conditions {
  const { status, party, domain } = filters
  const year = filters.year == null ? null : Math.min(Math.max(Math.trunc(filters.year) || 0, 0), 9999)
  const any = sql<boolean>`true`
  return {
    status: !status
      ? any
      : status === 'settled'
        ? sql<boolean>`status like 'settled-%'`
        : sql<boolean>`status = ${plainSearch(status)}`,
    party: party ? sql<boolean>`parties @> array[${plainSearch(party)}]::text[]` : any,
    domain: domain ? sql<boolean>`domains @> array[${plainSearch(domain)}]::text[]` : any,
    year: year === null ? any : sql<boolean>`year = ${year}`,
  }
}

/** Counts equal combinations first, then each filter's values over those: one pass over the motions in place of five. */
function countFacets(db: PublicDb, of: string, search: string, { status, party, domain, year }: Conditions) {
  return db
    .with('combination', (query) =>
      query
        .selectFrom('council.register_entry as entry')
        .select((eb) => ['entry.facets as facets', eb.fn.countAll<number>().as('n')])
        .where('entry.municipality', '=', of)
        .$if(search !== '', (searched) =>
          searched
            .innerJoin('council.register_search as search', (join) =>
              join
                .onRef('search.municipality', '=', 'entry.municipality')
                .onRef('search.motion_id', '=', 'entry.motion_id'),
            )
            .where(sql<boolean>`search.words @@ council.search_query(${search})`),
        )
        .groupBy('entry.facets'),
    )
    .selectFrom(
      sql<{ facet: keyof Conditions | 'total'; value: string | null; count: number }>`(
        with found as materialized (
          select split_part(facets, '|', 1) as status, split_part(facets, '|', 2)::int as year,
            string_to_array(split_part(facets, '|', 3), ',') as parties,
            string_to_array(split_part(facets, '|', 4), ',') as domains, n
          from combination)
        select 'total' as facet, null as value, coalesce(sum(n), 0)::int as count from found where ${status} and ${party} and ${domain} and ${year}
        union all
        select 'status', status, sum(n)::int from found where ${party} and ${domain} and ${year} group by status
        union all
        select 'party', value, sum(n)::int from found, unnest(parties) value where ${status} and ${domain} and ${year} group by value
        union all
        select 'domain', value, sum(n)::int from found, unnest(domains) value where ${status} and ${party} and ${year} group by value
        union all
        select 'year', year::text, sum(n)::int from found where ${status} and ${party} and ${domain} group by year
      )`.as('facets'),
    )
    .select(['facets.facet', 'facets.value', 'facets.count'])
    .execute()
}

function entriesOn(
  db: PublicDb,
  of: string,
  search: string,
  { status, party, domain, year }: Conditions,
  page: number,
  total: number,
): Promise<Selectable<RegisterEntryTable>[]> {
  return db
    .selectFrom('council.register_entry as entry')
    .selectAll('entry')
    .where('entry.municipality', '=', of)
    .where(status)
    .where(party)
    .where(domain)
    .where(year)
    .$if(search !== '', (query) =>
      query
        .innerJoin('council.register_search as search', (join) =>
          join
            .onRef('search.municipality', '=', 'entry.municipality')
            .onRef('search.motion_id', '=', 'entry.motion_id'),
        )
        .where(sql<boolean>`search.words @@ council.search_query(${search})`)
        .$if(total <= mostRanked, (ranked) =>
          ranked.orderBy(sql`ts_rank_cd(search.words, council.search_query(${search}))`, 'desc'),
        ),
    )
    .orderBy('entry.dated', (order) => order.desc().nullsLast())
    .orderBy('entry.motion_id', 'desc')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
}

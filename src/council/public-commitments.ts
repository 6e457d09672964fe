import { sql } from 'kysely'
import { type DossierCommitment, daysBetween } from './dossier.ts'
import { completeCommitments } from './public-parts.ts'
import type { PublicDb } from './public-register.ts'
import type { IsoDate } from './read/reading.ts'

/**
 * `past`: its last day, or else the first day on which it was to be expected, is over; `coming`: it is not yet; `undated`: its words
 * give no date. Whether it was kept is not known in this version.
 */
export type CommitmentTiming = 'past' | 'coming' | 'undated'
export type CommitmentFilters = {
  municipality: string
  timing?: CommitmentTiming | null | undefined
  /** Year of the letter that made it. */
  year?: number | null | undefined
  /** From 1. */
  page?: number | undefined
  today: IsoDate
}
export type CommitmentItem = DossierCommitment & {
  timing: CommitmentTiming
  /** Whole days since its date; negative before it; null without a date. */
  daysPast: number | null
}
export type CommitmentList = {
  items: CommitmentItem[]
  total: number
  page: number
  pages: number
  perPage: 25
  facets: {
    timing: { value: CommitmentTiming; count: number }[]
    year: { value: number; count: number }[]
  }
}

const perPage = 25
const due = sql<IsoDate | null>`coalesce(due_not_after, due_not_before)`

/** Commitments: those past their date first (longest ago on top), then by date, then the undated, newest first. */
export async function commitmentList(db: PublicDb, filters: CommitmentFilters): Promise<CommitmentList> {
  const page = Math.min(Math.max(1, Math.trunc(filters.page ?? 1) || 1), 100_000)
  const timing = sql<CommitmentTiming>`case when ${due} is null then 'undated' when ${due} < ${filters.today}::date then 'past' else 'coming' end`
  const year = sql<number>`extract(year from made_on)::int`
  const counts = await db
    .selectFrom('council.commitment')
    .select((eb) => [timing.as('timing'), year.as('year'), eb.fn.countAll<number>().as('count')])
    .where('municipality', '=', filters.municipality)
    .groupBy([sql.ref('timing'), sql.ref('year')])
    .execute()
  const wantedYear = filters.year ?? null
  const wantedTiming = filters.timing ?? null
  const rightYear = counts.filter((row) => wantedYear === null || row.year === wantedYear)
  const rightTiming = counts.filter((row) => wantedTiming === null || row.timing === wantedTiming)
  const total = sum(rightYear.filter((row) => rightTiming.includes(row)))
  const rows = await db
    .selectFrom('council.commitment')
    .selectAll()
    .where('municipality', '=', filters.municipality)
    .$if(wantedTiming !== null, (query) => query.where(timing, '=', wantedTiming!))
    .$if(wantedYear !== null, (query) => query.where(year, '=', wantedYear!))
    .orderBy(due)
    .orderBy('made_on', 'desc')
    .orderBy('id', 'desc')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  const commitments = await completeCommitments(db, filters.municipality, rows)
  const years = [...new Set(counts.map((row) => row.year))].sort((a, b) => b - a)
  return {
    items: commitments.map((commitment) => ({ ...commitment, ...timingOf(commitment, filters.today) })),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / perPage)),
    perPage,
    facets: {
      timing: (['past', 'coming', 'undated'] as const).map((value) => ({
        value,
        count: sum(rightYear.filter((row) => row.timing === value)),
      })),
      year: years.map((value) => ({ value, count: sum(rightTiming.filter((row) => row.year === value)) })),
    },
  }
}

const sum = (rows: readonly { count: number }[]) => rows.reduce((total, row) => total + row.count, 0)

/** Where a commitment stands on a day, by its own words only. */
export function timingOf(
  commitment: Pick<DossierCommitment, 'due'>,
  today: IsoDate,
): { timing: CommitmentTiming; daysPast: number | null } {
  const date = commitment.due?.notAfter ?? commitment.due?.notBefore ?? null
  if (date === null) return { timing: 'undated', daysPast: null }
  return { timing: date < today ? 'past' : 'coming', daysPast: daysBetween(date, today) }
}

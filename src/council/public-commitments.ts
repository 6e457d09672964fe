import { sql } from 'kysely'
import { type DossierCommitment, daysBetween } from './dossier.ts'
import { type CommitmentStanding, commitmentStanding, commitmentStandings } from './dossier-chain.ts'
import { completeCommitments } from './public-parts.ts'
import type { PublicDb } from './public-register.ts'
import type { IsoDate } from './read/reading.ts'

export type CommitmentFilters = {
  municipality: string
  standing?: CommitmentStanding | null | undefined
  /** Year of the letter that made it. */
  year?: number | null | undefined
  /** From 1. */
  page?: number | undefined
  today: IsoDate
}
export type CommitmentItem = DossierCommitment & {
  standing: CommitmentStanding
  /** Whole days since the day by which it counts; only when it is late. */
  daysLate: number | null
}
export type CommitmentList = {
  items: CommitmentItem[]
  total: number
  page: number
  pages: number
  perPage: 25
  facets: {
    standing: { value: CommitmentStanding; count: number }[]
    year: { value: number; count: number }[]
  }
}

const perPage = 25
/** The day by which it counts now: `dueOn` in life/commitment.ts. */
const due = sql<IsoDate | null>`coalesce(extended_to, due_not_after, check_on)`
// As in the index commitment_due.
const finished = sql<boolean>`(state in ('partly-kept', 'kept', 'lapsed'))`
const expected = sql<IsoDate | null>`coalesce(extended_to, due_not_after, check_on, due_not_before)`

/** Commitments that run first, by the day by which they count: what is late longest is on top, what has no day comes last. */
export async function commitmentList(db: PublicDb, filters: CommitmentFilters): Promise<CommitmentList> {
  const page = Math.min(Math.max(1, Math.trunc(filters.page ?? 1) || 1), 100_000)
  const standing = sql<CommitmentStanding>`case when state <> 'open' then state when ${due} is null then 'undated' when ${due} < ${filters.today}::date then 'late' else 'open' end`
  const year = sql<number>`extract(year from made_on)::int`
  const counts = await db
    .selectFrom('council.commitment')
    .select((eb) => [standing.as('standing'), year.as('year'), eb.fn.countAll<number>().as('count')])
    .where('municipality', '=', filters.municipality)
    .groupBy([sql.ref('standing'), sql.ref('year')])
    .execute()
  const wantedYear = filters.year ?? null
  const wanted = filters.standing ?? null
  const rightYear = counts.filter((row) => wantedYear === null || row.year === wantedYear)
  const rightStanding = counts.filter((row) => wanted === null || row.standing === wanted)
  const total = sum(rightYear.filter((row) => rightStanding.includes(row)))
  const rows = await db
    .selectFrom('council.commitment')
    .selectAll()
    .where('municipality', '=', filters.municipality)
    .$if(wanted !== null, (query) => query.where(standing, '=', wanted!))
    .$if(wantedYear !== null, (query) => query.where(year, '=', wantedYear!))
    .orderBy(finished)
    .orderBy(expected)
    .orderBy('made_on', 'desc')
    .orderBy('id', 'desc')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  const commitments = await completeCommitments(db, filters.municipality, rows)
  const years = [...new Set(counts.map((row) => row.year))].sort((a, b) => b - a)
  return {
    items: commitments.map((commitment) => ({ ...commitment, ...standingOf(commitment, filters.today) })),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / perPage)),
    perPage,
    facets: {
      standing: commitmentStandings.map((value) => ({
        value,
        count: sum(rightYear.filter((row) => row.standing === value)),
      })),
      year: years.map((value) => ({
        value,
        count: sum(rightStanding.filter((row) => row.year === value)),
      })),
    },
  }
}

const sum = (rows: readonly { count: number }[]) => rows.reduce((total, row) => total + row.count, 0)

/** Where a commitment stands on a day. */
export function standingOf(
  commitment: Pick<DossierCommitment, 'life'>,
  today: IsoDate,
): Pick<CommitmentItem, 'standing' | 'daysLate'> {
  const standing = commitmentStanding(commitment, today)
  const day = commitment.life.due?.on ?? commitment.life.missedOn
  return { standing, daysLate: standing === 'late' && day ? daysBetween(day, today) : null }
}

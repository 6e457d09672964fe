import { sql } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import type { IsoDate } from '../days.ts'
import { keepUntil, retentionLaws } from '../vault/index.ts'

/** A closed or erased case as a privacy officer sees it: number, days, and what law says how long. */
export type Retained = {
  number: string
  closedOn: IsoDate | null
  /** Until when its data are kept; null when no law says so for all its grounds. */
  keepUntil: IsoDate | null
  erasedOn: IsoDate | null
  because: 'term' | 'request' | 'journal' | null
  /** Of each ground of the case: the law of `rules/retention`, its years and where they stand. */
  laws: readonly { ground: string; law: string | null; years: number | null; source: string | null }[]
}

type Row = {
  number: string
  closed_on: IsoDate | null
  keep_until: IsoDate | null
  erased_on: IsoDate | null
  because: Retained['because']
  laws: string[]
}

/** For a privacy officer; what comes due first comes first. That it was read stands in the trail. */
export async function retained(ctx: CaseCtx): Promise<Retained[]> {
  const { rows } = await sql<Row>`
    select number, closed_on::text, keep_until::text, erased_on::text, because, laws from reintegration.retained()`.execute(
    ctx.tx,
  )
  await append(ctx, { event: 'retention.read', action: 'R', purpose: 'review' })
  return rows
    .map((row) => ({
      number: row.number,
      closedOn: row.closed_on,
      keepUntil: row.keep_until ?? (row.closed_on && keepUntil(row.laws, row.closed_on)),
      erasedOn: row.erased_on,
      because: row.because,
      laws: row.laws.map((ground) => lawFor(ground, row.closed_on)),
    }))
    .sort((one, other) => ((one.keepUntil ?? '9999') < (other.keepUntil ?? '9999') ? -1 : 1))
}

function lawFor(ground: string, day: IsoDate | null): Retained['laws'][number] {
  const law = retentionLaws().find(({ grounds }) => grounds.includes(ground))
  const term = law?.terms
    .filter(({ validFrom }) => day !== null && validFrom <= day)
    .sort((one, other) => (one.validFrom < other.validFrom ? 1 : -1))[0]
  return { ground, law: law?.id ?? null, years: term?.years ?? null, source: term?.source ?? null }
}

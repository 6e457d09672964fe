import type { DossierCommitment } from './dossier.ts'
import type { PublicDb } from './public-register.ts'
import type { IsoDate } from './read/reading.ts'

/**
 * `past`: its last day, or else the first day on which it was to be expected, is over; `coming`: it is not yet; `undated`: its words
 * give no date. Whether it was kept is not known in this version.
 */
export type CommitmentTiming = 'past' | 'coming' | 'undated'
export type CommitmentFilters = {
  municipality: string
  timing?: CommitmentTiming | null
  year?: number | null
  /** From 1. */
  page?: number
  today: IsoDate
}
export type CommitmentItem = DossierCommitment & { timing: CommitmentTiming; daysPast: number | null }
export type CommitmentList = {
  items: CommitmentItem[]
  total: number
  page: number
  pages: number
  perPage: 25
  facets: { timing: { value: CommitmentTiming; count: number }[]; year: { value: number; count: number }[] }
}

/** Commitments: those past their date first, then by date, then the undated, newest first. */
export async function commitmentList(_db: PublicDb, _filters: CommitmentFilters): Promise<CommitmentList> {
  throw new Error('not built')
}

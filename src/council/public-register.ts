import type { ReadonlyKysely } from 'kysely/readonly'
import type { MotionRef, PartyRef } from './dossier.ts'
import type { Basis, Domain, IsoDate, Outcome } from './read/reading.ts'
import type { RequestStatus } from './request-status.ts'
import type { PublicTables, Theme } from './tables.ts'

/** What public pages get: reads only, over the login `schakel_public`. */
export type PublicDb = ReadonlyKysely<PublicTables>

export type MunicipalityEntry = {
  slug: string
  name: string
  theme: Theme
  motions: number
  openCommitments: number
}

export type RegisterFilters = {
  municipality: string
  /** Web search syntax (`"woorden bij elkaar"`, `-niet`, `or`); any input is safe; blank is none. */
  search?: string | null
  status?: RequestStatus | null
  /** Slug of a party. */
  party?: string | null
  domain?: Domain | null
  year?: number | null
  /** From 1. */
  page?: number
}
export type RegisterItem = MotionRef & {
  status: RequestStatus
  basis: Basis | null
  parties: PartyRef[]
  domains: Domain[]
  requests: number
  /** Named parts of all requests together. */
  parts: number
  /** Date of the newest letter that claims anything. */
  answeredOn: IsoDate | null
}
/** `count` respects the search and all other filters, not its own; the chosen value is always among them. */
export type Facet<T> = { value: T; count: number }
export type Register = {
  items: RegisterItem[]
  total: number
  page: number
  pages: number
  perPage: 25
  facets: {
    status: Facet<RequestStatus>[]
    party: (Facet<string> & { name: string })[]
    domain: Facet<Domain>[]
    year: Facet<number>[]
  }
}
export type { Outcome }

/** All municipalities of this installation, by name. */
export async function municipalities(_db: PublicDb): Promise<MunicipalityEntry[]> {
  throw new Error('not built')
}
/** @throws NotFound */
export async function municipality(_db: PublicDb, _slug: string): Promise<MunicipalityEntry> {
  throw new Error('not built')
}
/** The register of motions, newest first (with a search: best first). A page past the end is empty. */
export async function motionRegister(_db: PublicDb, _filters: RegisterFilters): Promise<Register> {
  throw new Error('not built')
}

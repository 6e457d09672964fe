import type { Transaction } from 'kysely'
import type { Tables } from './db/tables.ts'

/** Who acts. `municipality` is the one whose desk they are at; a person without a desk (a visitor) is no actor. */
export type Actor =
  | { kind: 'person'; personId: string; name: string; role: Role; municipality: string }
  /** The program itself: seeds, scheduler, command line. `name` says which. */
  | { kind: 'system'; name: string; municipality: string }

/** The roles that exist so far; each has its Dutch name in `docs/glossary.md`. */
export const roles = ['clerk', 'councillor', 'portfolio-holder', 'policy-officer'] as const
export type Role = (typeof roles)[number]

/** What every command gets: an open transaction, who acts, and the time. Commands never open another transaction. */
export type Ctx = { tx: Transaction<Tables>; actor: Actor; now: Date }

import type { Transaction } from 'kysely'
import type { Tables } from './db/tables.ts'
import { Denied } from './errors.ts'

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

/** Runs one command in a transaction of its own, as whoever asks. */
export type InTransaction = <T>(command: (ctx: Ctx) => Promise<T>) => Promise<T>

/** @throws Denied when a person acts and none of these roles is theirs; `doing`: "send a letter" */
export function checkRoles({ actor }: Pick<Ctx, 'actor'>, allowed: readonly Role[], doing: string): void {
  if (actor.kind === 'person' && !allowed.includes(actor.role))
    throw new Denied(`role ${actor.role} does not ${doing}`)
}

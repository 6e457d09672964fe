import type { Transaction } from 'kysely'
import type { Tables } from './db/tables.ts'
import type { Vault } from './vault/index.ts'

/** What somebody may be at the confidential side; each has its Dutch name in `docs/glossary.md`. */
export const caseRoles = ['care-coordinator', 'care-worker', 'privacy-officer', 'administrator'] as const
export type CaseRole = (typeof caseRoles)[number]

/** Who acts at the confidential side. PostgreSQL knows them by the token of their session and not by this. */
export type CaseActor =
  | {
      kind: 'staff'
      accountId: string
      name: string
      roles: readonly CaseRole[]
      municipality: string
    }
  | {
      kind: 'partner'
      accountId: string
      name: string
      organisationId: string
      organisation: string
      municipality: string
    }
  | { kind: 'survivor'; accountId: string; trajectoryId: number; municipality: string }
  /** The program itself, without a session: it reaches no case. */
  | { kind: 'system'; name: string; municipality: string }

/** What every command of the confidential side gets. Commands never open another transaction. */
export type CaseCtx = {
  tx: Transaction<Tables>
  actor: CaseActor
  now: Date
  /** The data keys of people; null for logins that may not open anything. */
  vault: Vault
  /** Trace identifier of the request, 32 hexadecimal characters (W3C Trace Context). */
  trace: string
}

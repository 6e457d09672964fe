/** The logins of the confidential side. Only its own process is given them. */
import type { Kysely } from 'kysely'
import type { CaseGroup, Connection } from './connect.ts'
import { caseGroups, loginFor, open } from './connect.ts'
import type { Tables } from './tables.ts'

/** One pool for each kind of person and work; each is used through `transactCase` only. */
export type CaseDatabases = {
  /** Signing in and out: accounts and sessions, no case. */
  gate: Kysely<Tables>
  /** Staff. */
  casework: Kysely<Tables>
  /** Chain partners: what was shared with them. */
  partner: Kysely<Tables>
  /** The people whose cases they are. */
  survivor: Kysely<Tables>
  /** Counting for published figures. */
  counts: Kysely<Tables>
  /** Checkpoints, alerts and terms of retention: identifiers only. */
  keeper: Kysely<Tables>
  close(): Promise<void>
}

export type CaseConnections = Readonly<Record<CaseGroup, Connection>>

export function caseConnections(owner: Connection, secret: string): CaseConnections {
  return Object.fromEntries(
    caseGroups.map((group) => [group, loginFor(owner, secret, group)]),
  ) as CaseConnections
}

export function connectCase(connections: CaseConnections): CaseDatabases {
  const pools = {
    gate: open<Tables>(connections.schakel_gate, 4),
    casework: open<Tables>(connections.schakel_casework),
    partner: open<Tables>(connections.schakel_partner, 4),
    survivor: open<Tables>(connections.schakel_survivor, 4),
    counts: open<Tables>(connections.schakel_counts, 1),
    keeper: open<Tables>(connections.schakel_keeper, 2),
  }
  return {
    ...pools,
    close: async () => {
      await Promise.all(Object.values(pools).map((pool) => pool.destroy()))
    },
  }
}

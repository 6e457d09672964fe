/** All tables that the program knows, composed from the table types of the rooms. The keys are `schema.table`. */
import type { AuditTables } from '../audit/tables.ts'
import type { CouncilTables, PublicTables as PublicCouncilTables } from '../council/tables.ts'
import type { GateTables } from '../gate/tables.ts'
import type { IdentityTables } from '../identity/tables.ts'
import type { ProgrammeTables, PublicProgrammeTables } from '../programme/tables.ts'
import type { ReintegrationTables } from '../reintegration/tables.ts'
import type { VaultTables } from '../vault/tables.ts'
import type { MetaTables } from './meta-tables.ts'

export type Tables = MetaTables &
  AuditTables &
  IdentityTables &
  CouncilTables &
  ProgrammeTables &
  GateTables &
  ReintegrationTables &
  VaultTables

/** What the public login may read. */
export type PublicTables = PublicCouncilTables & PublicProgrammeTables

import type { ReadonlyKysely } from 'kysely/readonly'
import type { PublicProgrammeTables } from './tables.ts'

/** What both logins can read of a programme: the visitor's sees adopted ones only. */
export type ProgrammeDb = ReadonlyKysely<PublicProgrammeTables>

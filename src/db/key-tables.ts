import type { ColumnType, Generated } from 'kysely'

/** The tables of the key store, which is a database of its own. */
export type KeyTables = {
  'keys.person_key': {
    person_id: ColumnType<string, string, never>
    /** The data keys of this person, wrapped. */
    wrapped: Buffer
    /** Which key-encryption key wrapped them. */
    kek_id: string
    /** Raise it at every change. */
    version: Generated<number>
    made_at: ColumnType<Date, Date | undefined, never>
  }
  /** To insert here is to destroy the person's key, in the same statement; a new one is refused from then on (23514). */
  'keys.destroyed': {
    person_id: ColumnType<string, string, never>
    at: ColumnType<Date, Date | undefined, never>
  }
}

import type { ColumnType } from 'kysely'

export type AuditTables = {
  /** Append-only: nobody may change or remove a row. */
  'audit.entry': {
    id: ColumnType<number, never, never>
    at: ColumnType<Date, Date, never>
    municipality: ColumnType<string, string, never>
    actor_kind: ColumnType<'person' | 'system', 'person' | 'system', never>
    actor_id: ColumnType<string | null, string | null, never>
    actor_name: ColumnType<string | null, string | null, never>
    event: ColumnType<string, string, never>
    subject: ColumnType<Record<string, string>, string, never>
    fields: ColumnType<string[], string[], never>
  }
}

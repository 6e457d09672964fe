import type { ColumnType } from 'kysely'
import type { Action, Outcome, Purpose, Verdict } from './line.ts'

type Never<T> = ColumnType<T, never, never>

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
  /** Written by `audit.append` alone. All but stream, seq, body, hash and tx is read from the body by PostgreSQL. */
  'audit.line': {
    stream: Never<string>
    seq: Never<number>
    body: Never<string>
    hash: Never<Buffer>
    tx: Never<string>
    id: Never<string>
    at: Never<Date>
    event: Never<string>
    action: Never<Action>
    outcome: Never<Outcome>
    municipality: Never<string | null>
    actor: Never<string | null>
    actor_kind: Never<'staff' | 'partner' | 'survivor' | 'system'>
    actor_municipality: Never<string | null>
    trajectory_id: Never<number | null>
    purpose: Never<Purpose>
    emergency: Never<boolean>
    reason: Never<string | null>
  }
  'audit.seal': { stream: string; seq: number; hash: Buffer }
  'audit.checkpoint': {
    number: ColumnType<number, number, never>
    body: ColumnType<string, string, never>
    signature: ColumnType<Buffer, Buffer, never>
  }
  'audit.alert': {
    id: Never<number>
    stream: ColumnType<string, string, never>
    seq: ColumnType<number, number, never>
    rule: ColumnType<string, string, never>
    account_id: ColumnType<string, string, never>
    municipality: ColumnType<string | null, string | null, never>
    raised_at: Never<Date>
  }
  'audit.review': {
    id: Never<number>
    stream: ColumnType<string, string, never>
    seq: ColumnType<number, number, never>
    because: ColumnType<'sample' | 'alert', 'sample' | 'alert', never>
    verdict: ColumnType<Verdict, Verdict, never>
    remark: ColumnType<string | null, string | null, never>
    reviewed_by: Never<string>
    reviewed_at: Never<Date>
  }
}

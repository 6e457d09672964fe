import type { ColumnType, Generated } from 'kysely'
import type { CsvEncoding } from '../../read-csv.ts'
import type { Day, Json } from '../tables.ts'
import type { Difference, RowFields, RowProblem, Verdict } from './fields.ts'
import type { ImportMapping } from './mapping.ts'

export const importStates = ['mapping', 'checking', 'checked', 'running', 'done'] as const
/** `mapping`: columns are to be chosen; `checking`: rows are compared with the register; `checked`: the clerk may start. */
export type ImportState = (typeof importStates)[number]

type JsonWithDefault<T> = ColumnType<T, string | undefined, string>

export type ImportTable = {
  municipality: string
  id: Generated<number>
  sha256: string
  file_name: string
  encoding: CsvEncoding
  delimiter: ';' | ',' | '\t'
  headers: Json<string[]>
  row_count: number
  state: ImportState
  mapping: Json<ImportMapping> | null
  version: Generated<number>
  uploaded_by: string | null
  uploaded_by_name: string
  uploaded_at: Date
  checked_at: Date | null
  started_at: Date | null
  moved_at: Date | null
  ended_at: Date | null
}
export type ImportRowTable = {
  municipality: string
  import_id: number
  row_number: number
  cells: Json<string[]>
  key: string | null
  verdict: Verdict | null
  problems: JsonWithDefault<RowProblem[]>
  differences: JsonWithDefault<Difference[]>
  choices: JsonWithDefault<Record<string, 'file'>>
  motion_id: number | null
  done_at: Date | null
}
export type ImportMemoryTable = {
  municipality: string
  kind: 'column' | 'outcome' | 'status' | 'settlement' | 'option'
  printed: string
  value: string
}
export type ImportedMotionTable = {
  municipality: string
  motion_id: number
  imported_on: Day
  printed_status: string | null
  request_is_title: Generated<boolean>
}
export type ImportedFieldsTable = {
  municipality: string
  motion_id: number
  source_key: string | null
  fields: Json<RowFields>
}
export type ImportTables = {
  'council.import': ImportTable
  'council.import_row': ImportRowTable
  'council.import_memory': ImportMemoryTable
  'council.imported_fields': ImportedFieldsTable
}

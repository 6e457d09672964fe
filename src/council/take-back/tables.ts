import type { Generated } from 'kysely'
import type { Json } from '../tables.ts'

export type ChangeKind = 'merge' | 'registration' | 'import'
export type ChangeSetTable = {
  municipality: string
  id: Generated<number>
  kind: ChangeKind
  subject: number
  made_at: Date
  actor_id: string | null
  actor_name: string
  taken_back_at: Date | null
  taken_back_by: string | null
  taken_back_by_name: string | null
  reason: string | null
}
export type ChangeTable = {
  municipality: string
  nth: Generated<number>
  set_id: number
  table_name: string
  before: Json<Record<string, unknown>> | null
  after: Json<Record<string, unknown>> | null
}
export type TakeBackTables = {
  'council.change_set': ChangeSetTable
  'council.change': ChangeTable
}

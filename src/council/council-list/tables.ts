import type { Generated } from 'kysely'
import type { Day } from '../tables.ts'
import type { LineChoice } from './council-list.ts'

export type CouncilListTable = {
  municipality: string
  id: Generated<number>
  meeting_on: Day
  state: Generated<'open' | 'closed'>
  made_at: Date
  closed_at: Date | null
  version: Generated<number>
}
export type CouncilListLineTable = {
  municipality: string
  list_id: number
  position: number
  proposal_id: number
  matter_id: number
  motion_id: number
  choice: LineChoice | null
  reason: string | null
  done: LineChoice | null
}
export type CouncilListTables = {
  'council.council_list': CouncilListTable
  'council.council_list_line': CouncilListLineTable
}

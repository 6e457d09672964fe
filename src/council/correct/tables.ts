import type { Generated } from 'kysely'
import type { Day } from '../tables.ts'
import type { CorrectionField } from './fields.ts'

export type MotionCorrectionTable = {
  municipality: string
  id: Generated<number>
  motion_id: number
  field: CorrectionField
  request_id: number | null
  part_id: number | null
  submitter_position: number | null
  before: string | null
  after: string | null
  before_hidden: Generated<boolean>
  origin: 'desk' | 'import'
  corrected_at: Date
  corrected_on: Day
  by_role: string
  reason: string | null
}
export type CorrectionTables = {
  'council.motion_correction_detail': {
    municipality: string
    correction_id: number
    actor_id: string | null
    actor_name: string
    before: string | null
  }
}

import type { Generated } from 'kysely'
import type { OutFormat } from '../../documents-out/index.ts'
import type { Day, Json } from '../tables.ts'
import type { LetterContent } from './letter.ts'
import type { LetterState, LetterStep } from './letter-life.ts'

export type LetterOutTable = {
  municipality: string
  id: Generated<number>
  state: Generated<LetterState>
  content: Json<LetterContent>
  version: Generated<number>
  begun_at: Date
  changed_at: Date
  sent_on: Day | null
  document_id: number | null
}
export type LetterOutMotionTable = {
  municipality: string
  letter_id: number
  motion_id: number
  position: number
}
export type LetterBefore = { state: LetterState; content: LetterContent }
export type LetterOutHistoryTable = {
  municipality: string
  id: Generated<number>
  letter_id: number
  step: LetterStep
  from_state: LetterState
  to_state: LetterState
  version: number
  moved_at: Date
  by_role: string
  actor_id: string | null
  actor_name: string
  reason: string | null
  sections: Generated<string[]>
  before: Json<LetterBefore>
  undoes: number | null
}
export type LetterOutFileTable = {
  municipality: string
  letter_id: number
  format: OutFormat
  sha256: string
  bytes: Buffer
  size: number
  made_at: Date
}
export type LetterOutTables = {
  'council.letter_out': LetterOutTable
  'council.letter_out_motion': LetterOutMotionTable
  'council.letter_out_history': LetterOutHistoryTable
  'council.letter_out_file': LetterOutFileTable
}

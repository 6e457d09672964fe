import type { Generated } from 'kysely'
import type { Day, Json } from '../tables.ts'

/** What moved with a withdrawal, at the version that it then had. */
export type WithdrawalEffects = {
  commitments: { id: number; version: number }[]
  matters: { id: number; version: number }[]
}
export type LetterWithdrawalTable = {
  municipality: string
  id: Generated<number>
  letter_id: number
  step: 'withdraw' | 'restore'
  moved_on: Day
  moved_at: Date
  by_role: string
  reason: string | null
}
export type WithdrawalTables = {
  'council.letter_withdrawal_detail': {
    municipality: string
    withdrawal_id: number
    actor_id: string | null
    actor_name: string
    effects: Json<WithdrawalEffects>
  }
}

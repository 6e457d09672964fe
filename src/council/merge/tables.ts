import type { Generated } from 'kysely'
import type { Day, Json } from '../tables.ts'

export type MotionMergeTable = {
  municipality: string
  motion_id: number
  into_id: number
  year: number
  slug: string
  number: string | null
  title: string
  merged_at: Date
  merged_on: Day
  by_role: string
}
export type MotionPartingTable = {
  municipality: string
  id: Generated<number>
  motion_id: number
  into_id: number
  merged_at: Date
  merged_on: Day
  merged_by_role: string
  parted_at: Date
  parted_on: Day
  by_role: string
  reason: string
}
export type MergeTables = {
  'council.motion_parting_detail': { municipality: string; parting_id: number; set_id: number }
  'council.follow_merge': {
    municipality: string
    follow_id: number
    motion_id: number
    own_confirmed_at: Date | null
    twin_id: number | null
    twin_token_hash: Buffer | null
    twin_asked_at: Date | null
    twin_confirmed_at: Date | null
  }
  'council.motion_merge_detail': {
    municipality: string
    motion_id: number
    actor_id: string | null
    actor_name: string
    source_key: string | null
    /** Table → its rows. */
    before: Json<Record<string, unknown[]>>
    /** What it changed; null where it was merged before that was kept. */
    set_id: number | null
    /** Matters that stand for one of each motion. */
    joined: number[]
    /** The last step of any matter at that moment. */
    last_step: number | null
  }
}

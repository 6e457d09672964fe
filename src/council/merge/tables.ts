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
export type MergeTables = {
  'council.motion_merge_detail': {
    municipality: string
    motion_id: number
    actor_id: string | null
    actor_name: string
    source_key: string | null
    /** Table → its rows. */
    before: Json<Record<string, unknown[]>>
  }
}

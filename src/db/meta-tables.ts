import type { ColumnType, Generated } from 'kysely'
import type { Mode } from '../config.ts'

export type MetaTables = {
  'meta.installation': {
    single: Generated<boolean>
    mode: ColumnType<Mode, Mode, never>
    begun_at: ColumnType<Date, never, never>
    seeded_at: Date | null
  }
}

import type { PublicDb } from '../public-register.ts'
import type { IsoDate } from '../read/reading.ts'
import type { CorrectionField } from './fields.ts'

export type MotionCorrection = {
  on: IsoDate
  field: CorrectionField
  /** Null: nothing stood there, or it may not be public. */
  before: string | null
  beforeHidden: boolean
  after: string | null
  /** `import`: a newer version of an old register said so. */
  origin: 'desk' | 'import'
  reason: string | null
}

/** Every correction of a motion, newest first. */
export async function motionCorrections(
  db: PublicDb,
  input: { municipality: string; motion: number },
): Promise<MotionCorrection[]> {
  return db
    .selectFrom('council.motion_correction')
    .select([
      'corrected_on as on',
      'field',
      'before',
      'before_hidden as beforeHidden',
      'after',
      'origin',
      'reason',
    ])
    .where('municipality', '=', input.municipality)
    .where('motion_id', '=', input.motion)
    .orderBy('id', 'desc')
    .execute()
}

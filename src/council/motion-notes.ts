import { type MotionCorrection, motionCorrections } from './correct/motion-corrections.ts'
import type { PublicDb } from './public-register.ts'
import type { IsoDate } from './read/reading.ts'

/** What a reader should know about how a motion came into the register and what changed there since. */
export type MotionNotes = {
  imported: { on: IsoDate; status: string | null; requestIsTitle: boolean } | null
  corrections: MotionCorrection[]
}

export async function motionNotes(
  db: PublicDb,
  input: { municipality: string; motion: number },
): Promise<MotionNotes> {
  const imported = await db
    .selectFrom('council.imported_motion')
    .select(['imported_on as on', 'printed_status as status', 'request_is_title as requestIsTitle'])
    .where('municipality', '=', input.municipality)
    .where('motion_id', '=', input.motion)
    .executeTakeFirst()
  return { imported: imported ?? null, corrections: await motionCorrections(db, input) }
}

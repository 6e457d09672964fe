import type { MotionDossier } from './dossier.ts'
import type { PublicDb } from './public-register.ts'

/** @throws NotFound */
export async function motionDossier(
  _db: PublicDb,
  _input: { municipality: string; year: number; slug: string },
): Promise<MotionDossier> {
  throw new Error('not built')
}

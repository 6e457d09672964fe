import type { PublicDocument } from './dossier.ts'
import type { PublicDb } from './public-register.ts'

/** A letter or motion as published: redacted pages and what was read from them. @throws NotFound */
export async function publicDocument(
  _db: PublicDb,
  _input: { municipality: string; year: number; slug: string },
): Promise<PublicDocument> {
  throw new Error('not built')
}

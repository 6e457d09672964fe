import type { ExpressionBuilder, Selectable } from 'kysely'
import type { DossierClaim, DossierCommitment, LetterRef, MotionRef } from './dossier.ts'
import { loadCommitmentLives } from './life/load-commitments.ts'
import { type Documents, loadDocuments, passageIn, passagesIn, termOf } from './public-documents.ts'
import type { PublicDb } from './public-register.ts'
import type { Basis, Claim } from './read/reading.ts'
import type { PublicTables } from './tables.ts'

export { type Documents, loadDocuments, passageIn, passagesIn, termOf }

export const motionColumns = ['id', 'year', 'slug', 'number', 'title', 'dated', 'outcome'] as const

export async function loadMotions(
  db: PublicDb,
  municipality: string,
  ids: Iterable<number>,
): Promise<Map<number, MotionRef>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('council.motion')
    .select(motionColumns)
    .where('municipality', '=', municipality)
    .where('id', 'in', wanted)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Letters whose document is published. */
export async function loadLetters(
  db: PublicDb,
  municipality: string,
  ids: Iterable<number>,
): Promise<Map<number, LetterRef>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('council.letter as letter')
    .innerJoin('council.published_document as document', (join) =>
      join
        .onRef('document.municipality', '=', 'letter.municipality')
        .onRef('document.document_id', '=', 'letter.document_id'),
    )
    .select([
      'letter.id',
      'letter.dated',
      'letter.subject',
      'document.document_id',
      'document.year',
      'document.slug',
      'document.kind',
      'document.title',
    ])
    .where('letter.municipality', '=', municipality)
    .where('letter.id', 'in', wanted)
    .execute()
  return new Map(
    rows.map(({ id, dated, subject, document_id, year, slug, kind, title }) => [
      id,
      { id, dated, subject, document: { id: document_id, year, slug, kind, title, dated } },
    ]),
  )
}

export type CommitmentRow = Selectable<PublicTables['council.commitment']>

/** Commitments with their letters (first the one that made it), motions and passages. Keeps the order of the rows. */
export async function completeCommitments(
  db: PublicDb,
  municipality: string,
  rows: readonly CommitmentRow[],
): Promise<DossierCommitment[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const [byLetter, byMotion, documents] = await Promise.all([
    db
      .selectFrom('council.commitment_letter')
      .select(['commitment_id', 'letter_id', 'role', 'at'])
      .where('municipality', '=', municipality)
      .where('commitment_id', 'in', ids)
      .execute(),
    db
      .selectFrom('council.commitment_motion')
      .select(['commitment_id', 'motion_id'])
      .where('municipality', '=', municipality)
      .where('commitment_id', 'in', ids)
      .orderBy('motion_id')
      .execute(),
    loadDocuments(
      db,
      municipality,
      rows.map((row) => row.document_id),
    ),
  ])
  const [letters, motions, lives] = await Promise.all([
    loadLetters(
      db,
      municipality,
      byLetter.map((row) => row.letter_id),
    ),
    loadMotions(
      db,
      municipality,
      byMotion.map((row) => row.motion_id),
    ),
    loadCommitmentLives(db, municipality, rows),
  ])
  const repeatedIn = await loadDocuments(
    db,
    municipality,
    byLetter.flatMap(({ letter_id, at }) => (at ? (letters.get(letter_id)?.document.id ?? []) : [])),
  )
  const order = { made: 0, repeated: 1, kept: 2 }
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    madeOn: row.made_on,
    due: termOf(row),
    passage: passageIn(documents, row.document_id, row.at),
    letters: byLetter
      .filter((link) => link.commitment_id === row.id)
      .flatMap(({ letter_id, role, at }) => {
        const letter = letters.get(letter_id)
        if (!letter) return []
        return [{ ...letter, role, passage: at ? passageIn(repeatedIn, letter.document.id, at) : null }]
      })
      .sort((a, b) => order[a.role] - order[b.role] || a.dated.localeCompare(b.dated)),
    motions: byMotion
      .filter((link) => link.commitment_id === row.id)
      .flatMap(({ motion_id }) => motions.get(motion_id) ?? []),
    life: lives.get(row.id)!,
  }))
}

export type LoadedClaim = Omit<DossierClaim, 'requests'> & { motion: number }

/** Claims of published letters, oldest first. */
export async function loadClaims(
  db: PublicDb,
  municipality: string,
  where: { motion: number } | { document: number },
): Promise<LoadedClaim[]> {
  const rows = await db
    .selectFrom('council.settlement_claim')
    .select(['id', 'letter_id', 'motion_id', 'claim', 'basis', 'text', 'claimed_on', 'document_id', 'at'])
    .where('municipality', '=', municipality)
    .$if('motion' in where, (query) =>
      query.where('letter_id', 'in', (eb) =>
        eb
          .selectFrom('council.letter')
          .select('id')
          .where('municipality', '=', municipality)
          .where('withdrawn_on', 'is', null),
      ),
    )
    .where((eb) =>
      'motion' in where
        ? eb('motion_id', '=', where.motion)
        : eb('letter_id', '=', letterOf(eb, municipality, where.document)),
    )
    .orderBy('claimed_on')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const [letters, documents, about] = await Promise.all([
    loadLetters(
      db,
      municipality,
      rows.map((row) => row.letter_id),
    ),
    loadDocuments(
      db,
      municipality,
      rows.map((row) => row.document_id),
    ),
    db
      .selectFrom('council.settlement_claim_request')
      .select(['claim_id', 'request_id as request', 'part_id as part'])
      .where('municipality', '=', municipality)
      .where(
        'claim_id',
        'in',
        rows.map((row) => row.id),
      )
      .orderBy('request_id')
      .execute(),
  ])
  return rows.flatMap((row) => {
    const letter = letters.get(row.letter_id)
    if (!letter) return []
    return {
      id: row.id,
      motion: row.motion_id,
      claim: row.claim as Claim,
      basis: row.basis as Basis,
      on: row.claimed_on,
      text: row.text,
      passage: passageIn(documents, row.document_id, row.at),
      letter,
      about: about.filter((link) => link.claim_id === row.id).map(({ request, part }) => ({ request, part })),
    }
  })
}

function letterOf(
  eb: ExpressionBuilder<PublicTables, 'council.settlement_claim'>,
  municipality: string,
  document: number,
) {
  return eb
    .selectFrom('council.letter')
    .select('id')
    .where('municipality', '=', municipality)
    .where('document_id', '=', document)
}

import { NotFound } from '../errors.ts'
import { type Mark, type PublicDocument, passageId } from './dossier.ts'
import { marksOfDocument } from './programme/marks-of-document.ts'
import { completeCommitments, loadClaims, loadDocuments, loadMotions } from './public-parts.ts'
import type { PublicDb } from './public-register.ts'
import type { At } from './read/reading.ts'
import { comparePlaces } from './review.ts'

/** A letter or motion as published: redacted pages and what was read from them. @throws NotFound */
export async function publicDocument(
  db: PublicDb,
  input: { municipality: string; year: number; slug: string },
): Promise<PublicDocument> {
  const { municipality } = input
  const head = await db
    .selectFrom('council.published_document as document')
    .innerJoin('council.municipality as place', 'place.municipality', 'document.municipality')
    .select(['document.document_id as id', 'place.name as place'])
    .where('document.municipality', '=', municipality)
    .where('document.year', '=', input.year)
    .where('document.slug', '=', input.slug)
    .executeTakeFirst()
  if (!head) throw new NotFound()
  const [documents, letter, links, commitmentRows, claims] = await Promise.all([
    loadDocuments(db, municipality, [head.id]),
    db
      .selectFrom('council.letter')
      .selectAll()
      .where('municipality', '=', municipality)
      .where('document_id', '=', head.id)
      .executeTakeFirst(),
    db
      .selectFrom('council.document_motion')
      .select(['motion_id', 'role'])
      .where('municipality', '=', municipality)
      .where('document_id', '=', head.id)
      .orderBy('motion_id')
      .execute(),
    db
      .selectFrom('council.commitment')
      .selectAll()
      .where('municipality', '=', municipality)
      .where('document_id', '=', head.id)
      .orderBy('id')
      .execute(),
    loadClaims(db, municipality, { document: head.id }),
  ])
  const { ref, pages } = documents.get(head.id)!
  const ids = links.map((link) => link.motion_id)
  const [motions, commitments, topics, motionMarks, evidenceMarks] = await Promise.all([
    loadMotions(db, municipality, [...ids, ...claims.map((claim) => claim.motion)]),
    completeCommitments(db, municipality, commitmentRows),
    letter
      ? db
          .selectFrom('council.letter_topic')
          .select(['kind', 'key', 'text', 'at'])
          .where('municipality', '=', municipality)
          .where('letter_id', '=', letter.id)
          .orderBy('position')
          .execute()
      : [],
    marksOfMotions(db, municipality, head.id, ids),
    marksOfEvidence(db, municipality, head.id),
  ])
  const marks: Mark[] = [
    ...Object.entries(letter?.sources ?? {}).map(([name, { at }]) => markOf('field', name, at)),
    ...motionMarks,
    ...commitmentRows.map((row) => markOf('commitment', row.due_rule ?? 'undated', row.at)),
    ...claims.map((claim) => markOf('claim', claim.claim, claim.passage?.at ?? [])),
    ...topics.map((topic) => markOf('topic', topic.key, topic.at)),
    ...evidenceMarks,
  ]
  return {
    document: ref,
    municipality: { slug: municipality, name: head.place },
    pages,
    letter: letter
      ? {
          id: letter.id,
          dated: letter.dated,
          subject: letter.subject,
          document: ref,
          kind: letter.kind,
          reference: letter.reference,
          registryNumber: letter.registry_number,
          addressee: letter.addressee,
          place: letter.place,
          department: letter.department,
          unit: letter.unit,
          signatories: letter.signatories,
        }
      : null,
    motions: links.flatMap(({ motion_id, role }) => {
      const motion = motions.get(motion_id)
      return motion ? [{ ...motion, role }] : []
    }),
    claims: claims.flatMap(({ motion, about: _, letter: __, ...claim }) => {
      const of = motions.get(motion)
      return of ? [{ ...claim, motion: of }] : []
    }),
    commitments,
    topics,
    marks: marks
      .filter((mark) => mark.at.length > 0)
      .sort((a, b) => comparePlaces(a.at, b.at) || lastEnd(b.at) - lastEnd(a.at)),
  }
}

const markOf = (kind: Mark['kind'], name: string, at: At): Mark => ({ id: passageId(at), kind, name, at })
const lastEnd = (at: At) => at.at(-1)?.end ?? 0

async function marksOfMotions(
  db: PublicDb,
  municipality: string,
  document: number,
  ids: readonly number[],
): Promise<Mark[]> {
  if (ids.length === 0) return []
  const motions = [...ids]
  const [heads, clauses, requests, parts, submitters, votes] = await Promise.all([
    db
      .selectFrom('council.motion')
      .select('sources')
      .where('municipality', '=', municipality)
      .where('id', 'in', motions)
      .execute(),
    db
      .selectFrom('council.clause')
      .select(['kind as name', 'at'])
      .where('municipality', '=', municipality)
      .where('motion_id', 'in', motions)
      .where('document_id', '=', document)
      .execute(),
    db
      .selectFrom('council.request')
      .select(['kind as name', 'at'])
      .where('municipality', '=', municipality)
      .where('motion_id', 'in', motions)
      .where('document_id', '=', document)
      .execute(),
    db
      .selectFrom('council.request_part')
      .select(['domain as name', 'at'])
      .where('municipality', '=', municipality)
      .where('motion_id', 'in', motions)
      .where('document_id', '=', document)
      .execute(),
    db
      .selectFrom('council.motion_submitter')
      .select(['printed_name as name', 'at'])
      .where('municipality', '=', municipality)
      .where('motion_id', 'in', motions)
      .where('document_id', '=', document)
      .execute(),
    db
      .selectFrom('council.motion_vote')
      .select(['vote as name', 'at'])
      .where('municipality', '=', municipality)
      .where('motion_id', 'in', motions)
      .where('document_id', '=', document)
      .execute(),
  ])
  return [
    ...heads.flatMap(({ sources }) =>
      Object.entries(sources)
        .filter(([, source]) => source.document === document)
        .map(([name, { at }]) => markOf('field', name, at)),
    ),
    ...clauses.map((row) => markOf('clause', row.name, row.at)),
    ...requests.map((row) => markOf('request', row.name, row.at)),
    ...parts.map((row) => markOf('part', row.name ?? 'other', row.at)),
    ...submitters.map((row) => markOf('submitter', row.name, row.at)),
    ...votes.map((row) => markOf('vote', row.name, row.at)),
  ]
}

/** What rests on picked words of a document. */
export const evidenceMarkNames = [
  'settlement',
  'commitment',
  'extension',
  'message',
  'programme',
  'ambition',
  'figure',
] as const
export type EvidenceMarkName = (typeof evidenceMarkNames)[number]

/**
 * Words of this document that people picked: what a settlement rests on, what shows that a commitment was kept, why it was extended, and
 * what a message about a request points to; what shows that the action programme did something, an ambition that it serves, and a figure
 * of one of its indicators. Their places were checked against these very pages when they were picked.
 */
async function marksOfEvidence(db: PublicDb, municipality: string, document: number): Promise<Mark[]> {
  const [settlements, kept, extensions, messages, repeated, programme] = await Promise.all([
    db
      .selectFrom('council.settlement_evidence')
      .select('at')
      .where('municipality', '=', municipality)
      .where('document_id', '=', document)
      .execute(),
    db
      .selectFrom('council.commitment_evidence')
      .select('at')
      .where('municipality', '=', municipality)
      .where('document_id', '=', document)
      .execute(),
    db
      .selectFrom('council.commitment_extension')
      .select('at')
      .where('municipality', '=', municipality)
      .where('document_id', '=', document)
      .execute(),
    db
      .selectFrom('council.matter_history')
      .select('at')
      .where('municipality', '=', municipality)
      .where('document_id', '=', document)
      .execute(),
    db
      .selectFrom('council.commitment_letter as link')
      .innerJoin('council.letter as letter', (join) =>
        join.onRef('letter.municipality', '=', 'link.municipality').onRef('letter.id', '=', 'link.letter_id'),
      )
      .select('link.at')
      .where('link.municipality', '=', municipality)
      .where('letter.document_id', '=', document)
      .execute(),
    marksOfDocument(db, { municipality, document }),
  ])
  const marked = (name: EvidenceMarkName, rows: readonly { at: At | null }[]) =>
    rows.flatMap(({ at }) => (at ? [markOf('evidence', name, at)] : []))
  return [
    ...marked('settlement', settlements),
    ...marked('commitment', kept),
    ...marked('extension', extensions),
    ...marked('message', messages),
    ...marked('programme', programme.done),
    ...marked('ambition', programme.ambitions),
    ...marked('figure', programme.figures),
    ...repeated.flatMap(({ at }) => (at ? [markOf('commitment', 'repeated', at)] : [])),
  ]
}

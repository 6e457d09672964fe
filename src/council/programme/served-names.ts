import { type DocumentRef, type MotionRef, passageId } from '../dossier.ts'
import { loadDocuments, loadMotions } from '../public-parts.ts'
import type { PublicDb } from '../public-register.ts'
import type { At } from '../read/reading.ts'

/** What an action, or a programme itself, is for; `Served` of a programme has this shape. */
export type ServedKey = { kind: 'matter' | 'commitment' | 'ambition'; of: number }
/** What is served, in its own words. */
export type ServedName = ServedKey & {
  /** The request or its part, the commitment, or the ambition, as it stands in its document. */
  title: string
  /** Of a matter its motion; of a commitment the first motion that it is about. */
  motion: MotionRef | null
  /** A request that is settled, a commitment that is kept or lapsed: nothing has to work on it any more. */
  over: boolean
  /**
   * Where it stands: on the page of its motion (`anchor` without `#`), or in a document. Null: nothing public says it.
   * `servedHref` (web/public/addresses.ts) makes the address.
   */
  place:
    | { page: 'motion'; year: number; slug: string; anchor: string }
    | { page: 'document'; year: number; slug: string; anchor: string }
    | null
}

/** `matter-12`: a key for maps and form fields. */
export const servedKey = ({ kind, of }: ServedKey): string => `${kind}-${of}`

/**
 * Names of what is served, over either login; keys as `servedKey` gives them. What this login may not see is absent.
 */
export async function servedNames(
  db: PublicDb,
  input: { municipality: string; serves: readonly ServedKey[] },
): Promise<Map<string, ServedName>> {
  const of = (kind: ServedKey['kind']) => [
    ...new Set(input.serves.filter((one) => one.kind === kind).map((one) => one.of)),
  ]
  const found = [
    ...(await matterNames(db, input.municipality, of('matter'))),
    ...(await commitmentNames(db, input.municipality, of('commitment'))),
    ...(await ambitionNames(db, input.municipality, of('ambition'))),
  ]
  return new Map(found.map((one) => [servedKey(one), one]))
}

async function matterNames(db: PublicDb, municipality: string, ids: number[]): Promise<ServedName[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('council.matter as matter')
    .innerJoin('council.request as request', (join) =>
      join
        .onRef('request.municipality', '=', 'matter.municipality')
        .onRef('request.id', '=', 'matter.request_id'),
    )
    .leftJoin('council.request_part as part', (join) =>
      join.onRef('part.municipality', '=', 'matter.municipality').onRef('part.id', '=', 'matter.part_id'),
    )
    .select([
      'matter.id',
      'matter.motion_id',
      'matter.request_id',
      'matter.part_id',
      'matter.state',
      'request.text as request_text',
      'part.text as part_text',
    ])
    .where('matter.municipality', '=', municipality)
    .where('matter.id', 'in', ids)
    .execute()
  const motions = await loadMotions(
    db,
    municipality,
    rows.map((row) => row.motion_id),
  )
  return rows.flatMap((row): ServedName[] => {
    const motion = motions.get(row.motion_id)
    if (!motion) return []
    return [
      {
        kind: 'matter',
        of: row.id,
        title: row.part_text ?? row.request_text,
        motion,
        over: row.state === 'settled',
        place: {
          page: 'motion',
          year: motion.year,
          slug: motion.slug,
          anchor: row.part_id === null ? `verzoek-${row.request_id}` : `deel-${row.part_id}`,
        },
      },
    ]
  })
}

async function commitmentNames(db: PublicDb, municipality: string, ids: number[]): Promise<ServedName[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('council.commitment')
    .select(['id', 'text', 'document_id', 'at', 'state'])
    .where('municipality', '=', municipality)
    .where('id', 'in', ids)
    .execute()
  const links = await db
    .selectFrom('council.commitment_motion')
    .select(['commitment_id', 'motion_id'])
    .where('municipality', '=', municipality)
    .where('commitment_id', 'in', ids)
    .orderBy('motion_id')
    .execute()
  const motions = await loadMotions(
    db,
    municipality,
    links.map((link) => link.motion_id),
  )
  const documents = await loadDocuments(
    db,
    municipality,
    rows.map((row) => row.document_id),
  )
  return rows.map((row): ServedName => {
    const motion =
      links
        .filter((link) => link.commitment_id === row.id)
        .map((link) => motions.get(link.motion_id))
        .find((one) => one !== undefined) ?? null
    const document = documents.get(row.document_id)?.ref
    return {
      kind: 'commitment',
      of: row.id,
      title: row.text,
      motion,
      over: row.state === 'kept' || row.state === 'lapsed',
      place: motion
        ? { page: 'motion', year: motion.year, slug: motion.slug, anchor: `toezegging-${row.id}` }
        : placeOf(document, row.at),
    }
  })
}

async function ambitionNames(db: PublicDb, municipality: string, ids: number[]): Promise<ServedName[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('programme.ambition as ambition')
    .innerJoin('programme.source as source', (join) =>
      join
        .onRef('source.municipality', '=', 'ambition.municipality')
        .onRef('source.id', '=', 'ambition.source_id'),
    )
    .select(['ambition.id', 'ambition.text', 'ambition.at', 'source.document_id'])
    .where('ambition.municipality', '=', municipality)
    .where('ambition.id', 'in', ids)
    .execute()
  const documents = await loadDocuments(
    db,
    municipality,
    rows.map((row) => row.document_id),
  )
  return rows.map((row) => ({
    kind: 'ambition',
    of: row.id,
    title: row.text,
    motion: null,
    over: false,
    place: placeOf(documents.get(row.document_id)?.ref, row.at),
  }))
}

function placeOf(document: DocumentRef | undefined, at: At | null): ServedName['place'] {
  if (!document) return null
  return {
    page: 'document',
    year: document.year,
    slug: document.slug,
    anchor: at && at.length > 0 ? passageId(at) : 'p0',
  }
}

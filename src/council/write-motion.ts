import { councilMeeting } from './people.ts'
import { dueColumns, type Registration } from './registration.ts'
import type { Key, ReviewMotion } from './review.ts'
import { toJson } from './save-reading.ts'
import { foldNumber, slugCandidates, slugOf } from './slug.ts'
import type { Source } from './tables.ts'
import type { WrittenMotion } from './write-letter.ts'
import { isEmpty, writeProposal, writeSubmitters, writeVotes } from './write-motion-people.ts'

/**
 * Writes one motion of the review: a new one, or what a motion of the register still lacked. What is already known stays: a later
 * document adds to a motion and never rewrites it.
 */
export async function writeMotion(
  registration: Registration,
  index: number,
  target: number | 'new',
): Promise<WrittenMotion> {
  const motion = registration.review.motions[index]!
  const head =
    target === 'new'
      ? await createMotion(registration, motion, index)
      : await completeMotion(registration, motion, index, target)
  await writeIdentifiers(registration, motion, head.id)
  await writeProposal(registration, motion, index, head.id)
  await writeSubmitters(registration, motion, index, head.id)
  await writeVotes(registration, motion, index, head.id)
  await writeClauses(registration, motion, head.id)
  const requests = await writeRequests(registration, motion, head.id)
  await writeDocumentMotion(registration, motion, head.id)
  return { ...head, ...requests }
}

type Head = { id: number; year: number; slug: string; title: string; created: boolean }

function sourcesOf(registration: Registration, index: number): Record<string, Source> {
  const at = `/motions/${index}`
  const sources: Record<string, Source> = {}
  for (const field of ['number', 'title', 'registryNumber', 'date', 'outcome', 'closingFormula'] as const) {
    const source = registration.source(`${at}/${field}`)
    if (source) sources[field] = source
  }
  const votes = registration.source(
    `${at}/votes`,
    `${at}/votes/for`,
    `${at}/votes/against`,
    `${at}/votes/parties/0`,
  )
  if (votes) sources.votes = votes
  return sources
}

/** Whether the document shows the motion's own words; only then is a missing closing formula a fact. */
const showsText = (motion: ReviewMotion) => motion.requests.length > 0 || motion.clauses.length > 0

async function createMotion(registration: Registration, motion: ReviewMotion, index: number): Promise<Head> {
  const { ctx, municipality, review, clean, cleanOrNull } = registration
  const title = clean(motion.title!)
  const number = cleanOrNull(motion.number)
  const dated = motion.date ?? registration.dated
  const year = dated ? Number(dated.slice(0, 4)) : ctx.now.getUTCFullYear()
  for (const slug of slugCandidates(slugOf([number, title]))) {
    const added = await ctx.tx
      .insertInto('council.motion')
      .values({
        municipality,
        kind: review.kind === 'amendment' ? 'amendment' : 'motion',
        year,
        slug,
        number,
        title,
        dated: motion.date,
        meeting_id: motion.date ? await councilMeeting(ctx, motion.date) : null,
        outcome: motion.outcome,
        votes_for: motion.votes?.for ?? null,
        votes_against: motion.votes?.against ?? null,
        closing_formula: showsText(motion) ? motion.closingFormula : null,
        sources: toJson(sourcesOf(registration, index)),
        published_at: ctx.now,
        created_at: ctx.now,
      })
      .onConflict((conflict) => conflict.columns(['municipality', 'year', 'slug']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added) return { id: added.id, year, slug, title, created: true }
  }
  throw new Error('no address left')
}

async function completeMotion(
  registration: Registration,
  motion: ReviewMotion,
  index: number,
  id: number,
): Promise<Head> {
  const { ctx, municipality, cleanOrNull } = registration
  const known = await ctx.tx
    .selectFrom('council.motion')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const found = sourcesOf(registration, index)
  const sources = { ...known.sources }
  const fill = <T>(field: string, have: T | null, offered: T | null): T | null => {
    if (have !== null || offered === null) return have
    const source = found[field]
    if (source) sources[field] = source
    return offered
  }
  const outcome =
    fill('outcome', known.outcome === 'unknown' ? null : known.outcome, motion.outcome) ?? known.outcome
  const dated = fill('date', known.dated, motion.date)
  const novotes = known.votes_for === null && known.votes_against === null
  await ctx.tx
    .updateTable('council.motion')
    .set({
      outcome,
      dated,
      number: fill('number', known.number, cleanOrNull(motion.number)),
      meeting_id: known.meeting_id ?? (dated ? await councilMeeting(ctx, dated) : null),
      votes_for: novotes ? fill('votes', null, motion.votes?.for ?? null) : known.votes_for,
      votes_against: novotes ? fill('votes', null, motion.votes?.against ?? null) : known.votes_against,
      closing_formula:
        known.closing_formula ??
        (showsText(motion) ? fill('closingFormula', null, motion.closingFormula) : null),
      sources: toJson(sources),
      version: known.version + 1,
    })
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .execute()
  return { id, year: known.year, slug: known.slug, title: known.title, created: false }
}

async function writeIdentifiers(registration: Registration, motion: ReviewMotion, id: number): Promise<void> {
  const { ctx, municipality, document, clean } = registration
  const rows = [
    { kind: 'number' as const, printed: motion.number },
    { kind: 'registry' as const, printed: motion.registryNumber },
  ].flatMap(({ kind, printed }) => {
    const value = printed ? foldNumber(printed) : ''
    return value === ''
      ? []
      : [{ municipality, motion_id: id, kind, value, printed: clean(printed!), document_id: document }]
  })
  if (rows.length === 0) return
  await ctx.tx
    .insertInto('council.motion_identifier')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['municipality', 'motion_id', 'kind', 'value']).doNothing())
    .execute()
}

async function writeClauses(registration: Registration, motion: ReviewMotion, id: number): Promise<void> {
  const { ctx, municipality, document, clean } = registration
  if (motion.clauses.length === 0 || !(await isEmpty(registration, 'council.clause', id))) return
  await ctx.tx
    .insertInto('council.clause')
    .values(
      motion.clauses.map(({ kind, text, at }, position) => ({
        municipality,
        motion_id: id,
        position,
        kind,
        text: clean(text),
        document_id: document,
        at: toJson(at),
      })),
    )
    .execute()
}

const comparable = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

async function writeRequests(
  registration: Registration,
  motion: ReviewMotion,
  id: number,
): Promise<Pick<WrittenMotion, 'requests' | 'allRequests'>> {
  const { ctx, municipality, document, clean, cleanOrNull } = registration
  const known = await ctx.tx
    .selectFrom('council.request')
    .select(['id', 'text'])
    .where('municipality', '=', municipality)
    .where('motion_id', '=', id)
    .orderBy('position')
    .execute()
  const requests = new Map<Key, number>()
  if (known.length > 0) {
    motion.requests.forEach((request, index) => {
      const wanted = comparable(clean(request.text))
      const same = known.find((row) => comparable(row.text) === wanted)
      const row = same ?? (known.length === motion.requests.length ? known[index] : undefined)
      if (row) requests.set(request.key, row.id)
    })
    return { requests, allRequests: known.map((row) => row.id) }
  }

  for (const [position, request] of motion.requests.entries()) {
    const row = await ctx.tx
      .insertInto('council.request')
      .values({
        municipality,
        motion_id: id,
        position,
        kind: request.kind,
        act: request.act,
        addressee: cleanOrNull(request.addressee),
        text: clean(request.text),
        domain: request.domain,
        ...dueColumns(request.deadline, clean),
        periodic_text: request.periodic ? clean(request.periodic.text) : null,
        periodic_months: request.periodic?.months ?? null,
        document_id: document,
        at: toJson(request.at),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    requests.set(request.key, row.id)
    if (request.parts.length > 0) {
      await ctx.tx
        .insertInto('council.request_part')
        .values(
          request.parts.map((part, place) => ({
            municipality,
            motion_id: id,
            request_id: row.id,
            position: place,
            text: clean(part.text),
            domain: part.domain,
            document_id: document,
            at: toJson(part.at),
          })),
        )
        .execute()
    }
  }
  return { requests, allRequests: [...requests.values()] }
}

async function writeDocumentMotion(
  registration: Registration,
  motion: ReviewMotion,
  id: number,
): Promise<void> {
  const { ctx, municipality, document, review } = registration
  const own = review.kind === 'motion' || review.kind === 'amendment'
  await ctx.tx
    .insertInto('council.document_motion')
    .values({
      municipality,
      document_id: document,
      motion_id: id,
      role: own ? 'text' : showsText(motion) ? 'quoted' : 'mentioned',
    })
    .execute()
}

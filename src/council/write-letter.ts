import { beginCommitment } from './life/begin-following.ts'
import { relateCommitments } from './life/relate-commitments.ts'
import { dueColumns, type Registration } from './registration.ts'
import { type Repeatable, sameDays } from './repeats.ts'
import type { Key, ReviewClaim } from './review.ts'
import { toJson } from './save-reading.ts'
import type { Source } from './tables.ts'

/** What `writeMotion` made of a motion of the review. */
export type WrittenMotion = {
  id: number
  year: number
  slug: string
  title: string
  created: boolean
  /** Key of a request in the review → its row. */
  requests: Map<Key, number>
  /** All requests of the motion, also those of earlier documents. */
  allRequests: number[]
}

const letterFields = [
  'date',
  'subject',
  'reference',
  'registryNumber',
  'addressee',
  'place',
  'department',
  'unit',
  'signatories',
] as const

/** Writes the letter and what it addresses; its contact person goes where no visitor can read. */
export async function writeLetter(registration: Registration): Promise<number> {
  const { ctx, municipality, document, review, cleanOrNull, clean } = registration
  const letter = review.letter!
  const sources: Record<string, Source> = {}
  for (const field of letterFields) {
    const source = registration.source(`/letter/${field}`, `/letter/${field}/0/name`, `/letter/${field}/0`)
    if (source) sources[field] = source
  }
  const { id } = await ctx.tx
    .insertInto('council.letter')
    .values({
      municipality,
      document_id: document,
      kind: review.kind === 'settlement-letter' ? 'settlement-letter' : 'information-letter',
      dated: letter.date!,
      subject: cleanOrNull(letter.subject),
      reference: cleanOrNull(letter.reference),
      registry_number: cleanOrNull(letter.registryNumber),
      addressee: cleanOrNull(letter.addressee),
      place: cleanOrNull(letter.place),
      department: cleanOrNull(letter.department),
      unit: cleanOrNull(letter.unit),
      signatories: toJson(
        letter.signatories.map((s) => ({ name: clean(s.name), role: cleanOrNull(s.role), acting: s.acting })),
      ),
      sources: toJson(sources),
      published_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { name, phone, email } = letter.contact
  if (name || phone || email) {
    await ctx.tx
      .insertInto('council.letter_contact')
      .values({ municipality, letter_id: id, name, phone, email })
      .execute()
  }
  const topics = [
    ...review.pillars.map((pillar) => ({ kind: 'pillar' as const, ...pillar })),
    ...review.domains.map((domain) => ({ kind: 'domain' as const, ...domain })),
  ]
  if (topics.length > 0) {
    await ctx.tx
      .insertInto('council.letter_topic')
      .values(
        topics.map(({ kind, key, text, at }, position) => ({
          municipality,
          letter_id: id,
          position,
          kind,
          key,
          text: clean(text),
          document_id: document,
          at: toJson(at),
        })),
      )
      .execute()
  }
  return id
}

/** Ties the letter to its motions, and writes what it claims and promises. */
export async function writeAnswers(
  registration: Registration,
  letter: number,
  motions: ReadonlyMap<Key, WrittenMotion>,
  repeated: ReadonlyMap<number, Repeatable>,
): Promise<void> {
  const { ctx, municipality, document, review, clean, cleanOrNull } = registration
  const dated = review.letter!.date!
  const claims = review.claims.filter((claim) => claim.claim !== 'none')

  if (motions.size > 0) {
    await ctx.tx
      .insertInto('council.letter_motion')
      .values(
        [...motions].map(([key, motion]) => ({
          municipality,
          letter_id: letter,
          motion_id: motion.id,
          role:
            review.kind === 'settlement-letter' || claims.some((claim) => claim.motion === key)
              ? ('answers' as const)
              : ('mentions' as const),
        })),
      )
      .execute()
  }

  for (const claim of claims) {
    const motion = motions.get(claim.motion)!
    const { id } = await ctx.tx
      .insertInto('council.settlement_claim')
      .values({
        municipality,
        letter_id: letter,
        motion_id: motion.id,
        claim: claim.claim,
        basis: claim.basis,
        text: cleanOrNull(claim.text),
        claimed_on: dated,
        document_id: document,
        at: toJson(claim.at),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const requests = claim.requests?.flatMap((key) => motion.requests.get(key) ?? []) ?? motion.allRequests
    const about = await partsOf(registration, claim, requests)
    if (about.length > 0) {
      await ctx.tx
        .insertInto('council.settlement_claim_request')
        .values(about.map((one) => ({ municipality, claim_id: id, ...one })))
        .execute()
    }
  }

  for (const commitment of review.commitments) {
    const earlier = commitment.repeats == null ? undefined : repeated.get(commitment.repeats)
    const about = commitment.motions.flatMap((key) => motions.get(key) ?? [])
    // The same promise for the same day stays one commitment, that two letters make.
    if (earlier && sameDays(commitment, earlier)) {
      await ctx.tx
        .insertInto('council.commitment_letter')
        .values({
          municipality,
          commitment_id: earlier.id,
          letter_id: letter,
          role: 'repeated',
          at: toJson(commitment.at),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await linkMotions(registration, earlier.id, about)
      continue
    }
    const { id } = await ctx.tx
      .insertInto('council.commitment')
      .values({
        municipality,
        text: clean(commitment.text),
        made_on: dated,
        ...dueColumns(commitment.due, clean),
        document_id: document,
        at: toJson(commitment.at),
        published_at: ctx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await ctx.tx
      .insertInto('council.commitment_letter')
      .values({ municipality, commitment_id: id, letter_id: letter, role: 'made' })
      .execute()
    await linkMotions(registration, id, about)
    await beginCommitment(ctx, id, commitment.check ?? null)
    if (earlier) {
      const { version } = await ctx.tx
        .selectFrom('council.commitment')
        .select('version')
        .where('municipality', '=', municipality)
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      await relateCommitments(ctx, { commitment: id, version, kind: 'repeats', other: earlier.id })
    }
  }
}

async function linkMotions(
  { ctx, municipality }: Registration,
  commitment: number,
  motions: readonly WrittenMotion[],
): Promise<void> {
  if (motions.length === 0) return
  await ctx.tx
    .insertInto('council.commitment_motion')
    .values(motions.map((motion) => ({ municipality, commitment_id: commitment, motion_id: motion.id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What a claim is about: the requests, or, where our own letter says which matter it answers, that one alone. */
async function partsOf(
  { ctx, municipality }: Registration,
  claim: ReviewClaim,
  requests: readonly number[],
): Promise<{ request_id: number; part_id: number | null }[]> {
  const matter = claim.answers
    ? await ctx.tx
        .selectFrom('council.matter')
        .select(['request_id', 'part_id'])
        .where('municipality', '=', municipality)
        .where('id', '=', claim.answers.matter)
        .executeTakeFirst()
    : undefined
  if (matter && requests.includes(matter.request_id)) return [matter]
  return requests.map((request_id) => ({ request_id, part_id: null }))
}

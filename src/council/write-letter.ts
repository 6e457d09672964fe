import { beginCommitment } from './life/begin-following.ts'
import { dueColumns, type Registration } from './registration.ts'
import type { Key } from './review.ts'
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
    const about = claim.requests?.flatMap((key) => motion.requests.get(key) ?? []) ?? motion.allRequests
    if (about.length > 0) {
      await ctx.tx
        .insertInto('council.settlement_claim_request')
        .values(about.map((request) => ({ municipality, claim_id: id, request_id: request, part_id: null })))
        .execute()
    }
  }

  for (const commitment of review.commitments) {
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
    const about = commitment.motions.flatMap((key) => motions.get(key) ?? [])
    if (about.length > 0) {
      await ctx.tx
        .insertInto('council.commitment_motion')
        .values(about.map((motion) => ({ municipality, commitment_id: id, motion_id: motion.id })))
        .execute()
    }
    await beginCommitment(ctx, id, commitment.check ?? null)
  }
}

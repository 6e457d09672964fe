import { record } from '../audit/index.ts'
import type { Ctx } from '../ctx.ts'
import { Invalid } from '../errors.ts'
import { checkReview, isLetter } from './check-review.ts'
import { chooseMotions, firstDraft } from './desk-matches.ts'
import { asOwnLetter } from './letter-out/own-letter.ts'
import { beginFollowing } from './life/begin-following.ts'
import { refreshRegister } from './refresh-register.ts'
import { beginRegistration, markRegistered, publishDocument, takeTurn } from './registration.ts'
import { chooseRepeats } from './repeats.ts'
import type { Key } from './review.ts'
import { type LockedDocument, lockForReview } from './save-review.ts'
import { closeSet, openSet } from './take-back/index.ts'
import { type WrittenMotion, writeAnswers, writeLetter } from './write-letter.ts'
import { writeMotion } from './write-motion.ts'

export type RegisteredDocument = {
  document: { id: number; year: number; slug: string }
  letter: number | null
  motions: { id: number; year: number; slug: string; title: string; created: boolean }[]
}

/** The first draft where nobody saved one, with what is known of a letter of our own. */
async function ownDraft(ctx: Ctx, { reading, sha256, pages }: LockedDocument) {
  const { review, matches } = await firstDraft(ctx, reading!)
  return { review: await asOwnLetter(ctx, { sha256, pages: pages ?? [] }, review), matches }
}

/**
 * Registers the newest draft (or, when nothing was saved, the first one): writes letter, motions, requests, commitments and claims,
 * links motions of the register or makes them, publishes the redacted text, and begins to follow what adopted motions ask. All or nothing.
 * @throws Invalid with JSON pointers into the review as `field` and a `ReviewErrorCode` as `code`
 * @throws Refused `changed-by-other` (another version was saved), `already-registered`, `not-readable-yet`; NotFound
 */
export async function registerDocument(
  ctx: Ctx,
  input: { document: number; version: number },
): Promise<RegisteredDocument> {
  const found = await lockForReview(ctx, input)
  await takeTurn(ctx)
  const { review, matches } = found.review
    ? { review: found.review, matches: undefined }
    : await ownDraft(ctx, found)
  const errors = checkReview(review)
  const { targets, errors: unmatched } = await chooseMotions(ctx, review, matches)
  const { repeated, errors: unknown } = await chooseRepeats(ctx, review)
  const all = [...errors, ...unmatched, ...unknown]
  if (all.length > 0) throw new Invalid('form-invalid', all)

  await openSet(ctx, 'registration', input.document)
  const registration = await beginRegistration(ctx, input.document, review, found.pages!)
  const document = await publishDocument(registration)
  const letter = isLetter(review) ? await writeLetter(registration) : null
  const motions = new Map<Key, WrittenMotion>()
  for (const [index, motion] of review.motions.entries()) {
    motions.set(motion.key, await writeMotion(registration, index, targets.get(motion.key)!))
  }
  if (letter !== null) await writeAnswers(registration, letter, motions, repeated)
  await beginFollowing(
    ctx,
    [...motions.values()].map((motion) => motion.id),
  )
  await closeSet(ctx)
  await refreshRegister(
    ctx,
    [...motions.values()].map((motion) => motion.id),
  )

  await markRegistered(ctx, input.document)
  await record(ctx, 'document.registered', {
    document: String(input.document),
    ...(letter === null ? {} : { letter: String(letter) }),
  })
  for (const motion of motions.values()) {
    await record(ctx, motion.created ? 'motion.registered' : 'motion.completed', {
      motion: String(motion.id),
    })
  }
  return {
    document,
    letter,
    motions: [...motions.values()].map(({ id, year, slug, title, created }) => ({
      id,
      year,
      slug,
      title,
      created,
    })),
  }
}

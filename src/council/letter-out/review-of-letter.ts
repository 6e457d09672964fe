import { blocksOfText } from '../../documents-out/index.ts'
import type { SettlementOutcome } from '../life/matter.ts'
import type { At, Basis, Claim } from '../read/reading.ts'
import { likelyRepeat, type Repeatable, registerMotions } from '../repeats.ts'
import type { Review, ReviewClaim } from '../review.ts'
import type { LetterFacts } from './facts.ts'
import type { LetterContent } from './letter.ts'

const claims: Record<SettlementOutcome, [Claim, Basis]> = {
  'carried-out': ['settled', 'carried-out'],
  partly: ['partly', 'carried-out'],
  not: ['not', 'unstated'],
  absorbed: ['settled', 'absorbed'],
  transferred: ['settled', 'transferred'],
  overtaken: ['settled', 'overtaken'],
  announced: ['settled', 'announced'],
}

/**
 * What was read of our own letter, with what we know besides: which motion of the register each one is, and which passage answers
 * which request, or which part of it. A day on which we look is that of a commitment that is known. Claims about a motion as a whole stay as they were read. Safe to repeat. Pure.
 */
export function reviewOfLetter(
  read: Review,
  pages: readonly string[],
  content: LetterContent,
  facts: LetterFacts,
): Review {
  const review = structuredClone(read)
  const place = finder(pages)
  for (const motion of review.motions) {
    const known = facts.motions.find(
      (one) =>
        (motion.number !== null && one.number === motion.number && one.dated === motion.date) ||
        (motion.title !== null && one.title === motion.title),
    )
    if (!known) continue
    motion.match = { choice: 'existing', motion: known.id }
    const answers = content.sections.filter(({ kind, motion: of }) => kind === 'answer' && of === known.id)
    for (const answer of answers) {
      const matter = known.matters.find(({ id }) => id === answer.matter)
      if (!matter || matter.standing.kind === 'running') continue
      if (review.claims.some((claim) => claim.answers?.matter === matter.id)) continue
      const own = blocksOfText(answer.text, 'Bron:').filter(({ kind }) => kind === 'paragraph')
      const words = own.map((block) => (block.kind === 'paragraph' ? block.text : ''))
      const at = place(answer.heading, words[0] ?? '')
      const requests = motion.requests.filter(
        ({ text, parts }) => text === matter.text || parts.some((part) => part.text === matter.text),
      )
      if (at.length === 0 || requests.length !== 1) continue
      const [claim, basis] = claims[matter.standing.outcome]
      review.lastKey += 1
      review.claims.push({
        key: `k${review.lastKey}`,
        motion: motion.key,
        requests: [requests[0]!.key],
        claim,
        basis,
        text: words[0]!.replace(/[.\s]+$/, ''),
        at,
        answers: { matter: matter.id, text: matter.text },
      } satisfies ReviewClaim)
    }
  }
  const known = promisedIn(facts)
  for (const commitment of review.commitments) {
    if (commitment.repeats !== undefined) continue
    commitment.repeats = likelyRepeat(commitment, registerMotions(review, commitment), known)
  }
  return review
}

/** Commitments that our own letter names, with the day on which we look. */
function promisedIn({ motions }: LetterFacts): Repeatable[] {
  const found = new Map<number, Repeatable>()
  for (const motion of motions) {
    for (const { standing } of motion.matters) {
      if (standing.kind === 'running') continue
      for (const { id, text, due } of standing.commitments) {
        const known = found.get(id)
        if (known) known.motions.push(motion.id)
        else
          found.set(id, {
            id,
            text,
            madeOn: standing.on,
            on: due?.on ?? null,
            notBefore: null,
            motions: [motion.id],
          })
      }
    }
  }
  return [...found.values()]
}

/** Finds words below a heading, in reading order, whatever the line ends; each call goes on where the last one ended. */
function finder(pages: readonly string[]): (heading: string | null, words: string) => At {
  const places: { page: number; at: number }[] = []
  let ink = ''
  pages.forEach((page, i) => {
    for (let at = 0; at < page.length; at++) {
      if (/\s/.test(page[at]!)) continue
      ink += page[at]
      places.push({ page: i + 1, at })
    }
  })
  let from = 0
  const bare = (text: string) => text.replace(/\s+/g, '')
  return (heading, words) => {
    const needle = bare(words)
    if (needle === '') return []
    let start = from
    if (heading) {
      const head = ink.indexOf(bare(heading), from)
      if (head < 0) return []
      start = head + bare(heading).length
    }
    const found = ink.indexOf(needle, start)
    if (found < 0) return []
    from = found + needle.length
    const first = places[found]!
    const last = places[found + needle.length - 1]!
    if (first.page === last.page) return [{ page: first.page, start: first.at, end: last.at + 1 }]
    return [
      { page: first.page, start: first.at, end: pages[first.page - 1]!.length },
      { page: last.page, start: 0, end: last.at + 1 },
    ]
  }
}

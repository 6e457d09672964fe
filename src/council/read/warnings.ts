import { adverbs } from './formulae.ts'
import type { SeatCount } from './motion-paper.ts'
import type { Motion, Reading, WarningCode } from './reading.ts'
import { warningCodes } from './reading.ts'
import { near } from './words.ts'

/** What a person should look at. */

export type Facts = {
  twoNumbers: boolean
  /** Per motion: whether the paper holds its text. */
  quoted: readonly boolean[]
  seats: readonly SeatCount[]
  ocr: boolean
  /** The paper has more lines than are read. */
  cut: boolean
}

export function warningsOf(reading: Omit<Reading, 'warnings'>, facts: Facts): WarningCode[] {
  const { kind, letter, motions } = reading
  const found = new Set<WarningCode>()
  const isLetter = letter !== null
  const isPaper = kind === 'motion' || kind === 'amendment'
  if (facts.twoNumbers) found.add('two-numbers-for-one-motion')
  if (isLetter && letter.date === null) found.add('no-letter-date')
  if (kind === 'settlement-letter' && motions.length === 0) found.add('no-motion-found')
  motions.forEach((motion, i) => {
    const held = isPaper || facts.quoted[i] === true
    if (lacksClosing(kind, motion, held)) found.add('no-closing-formula')
    if (motion.requests.length === 0 && (isPaper || (held && motion.clauses.length > 0)))
      found.add('no-request-found')
    if (motion.outcome === 'unknown') found.add('outcome-unknown')
    if (motion.submitters.some((one) => one.party === null)) found.add('submitter-without-party')
    if (letter?.registryNumber && letter.registryNumber === motion.registryNumber)
      found.add('same-registry-number-for-letter-and-motion')
    if (letter?.date && motion.date && motion.date > letter.date) found.add('date-after-letter')
    if (votesDiffer(motion, facts.seats[i])) found.add('votes-do-not-add-up')
  })
  for (const one of reading.settlement) {
    if (one.claim === 'none') found.add('no-settlement-for-motion')
    if (one.claim === 'settled' && one.basis === 'announced') found.add('settled-on-announcement')
  }
  const terms = [
    ...reading.commitments.map((one) => one.due),
    ...motions.flatMap((one) => one.requests.map((request) => request.deadline)),
  ]
  if (terms.some((term) => term && term.notBefore === null && term.notAfter === null))
    found.add('term-without-date')
  if (facts.ocr) found.add('looks-like-ocr')
  if (facts.cut) found.add('only-beginning-read')
  return warningCodes.filter((code) => found.has(code))
}

function lacksClosing(kind: Reading['kind'], motion: Motion, held: boolean): boolean {
  if (!held || motion.closingFormula || kind === 'amendment' || motion.requests.length === 0) return false
  return motion.requests.some((request) => request.kind !== 'decide')
}

function votesDiffer(motion: Motion, seats: SeatCount | undefined): boolean {
  const { votes, outcome } = motion
  if (!votes || votes.for === null || votes.against === null) return false
  if (outcome === 'adopted' && votes.for <= votes.against) return true
  if (outcome === 'rejected' && votes.for > votes.against) return true
  const differs = (printed: number | null, sum: number | null | undefined) =>
    printed !== null && sum !== null && sum !== undefined && printed !== sum
  return differs(votes.for, seats?.for) || differs(votes.against, seats?.against)
}

const formulaWords = [
  'beraadslaging',
  'overwegende',
  'constaterende',
  'verzoekt',
  'gemeente',
  'gemeenteraad',
  'college',
  'vergadering',
  'raadsvergadering',
]
/** Words as long as those, with the letter of one of them at their head. */
const words = /(?<!\p{L})[bocvg]\p{L}{5,15}(?!\p{L})/giu
const longestSample = 200_000
/** *financiéle*, *Israél*, *creéren*: a trema that a scan took for an accent. */
const strayAccent = /[ia]é(?:l|n|r)|ié(?!\p{L})|eé(?:r|n)/u
const mostWords = 20000

/** Letters that a scan confuses, in words of a formula; or stray accents. */
export function looksLikeOcr(text: string): boolean {
  const sample = text.length > longestSample ? text.slice(0, longestSample) : text
  if (sample.includes('é') && strayAccent.test(sample)) return true
  return sample.match(words)?.some(confusable) ?? false
}

const goodWords = new Set([
  'overwegend',
  'verzoek',
  'verzoeken',
  'verzocht',
  'bezoekt',
  'gemeenten',
  'colleges',
  'collega',
  'vergaderingen',
  'onderzoekt',
  'gemeend',
  'vermindering',
  'verandering',
])

const judged = new Map<string, boolean>()

/** Judged once per printed word: papers share nearly all of theirs. */
function confusable(word: string): boolean {
  let verdict = judged.get(word)
  if (verdict === undefined) {
    verdict = isConfusable(word.toLowerCase())
    if (judged.size > mostWords) judged.clear()
    judged.set(word, verdict)
  }
  return verdict
}

function isConfusable(word: string): boolean {
  const alikes = byLength[word.length]
  if (!alikes || formulaSet.has(word) || goodWords.has(word) || adverbs.has(word)) return false
  for (const good of alikes) {
    if (word[0] !== good[0] && word.at(-1) !== good.at(-1)) continue
    const plain = word.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
    if (plain === good || plain.replace(/rn/g, 'm') === good) return true
    if (word.length !== good.length) continue
    if ((good.length >= 11 && near(word, good, 1)) || swapped(word, good)) return true
  }
  return false
}

const formulaSet = new Set(formulaWords)
/** Per length the words of formulae that a word of that length may stand for. */
const byLength: readonly (readonly string[])[] = Array.from({ length: 24 }, (_, length) =>
  formulaWords.filter((word) => Math.abs(word.length - length) <= 1),
)

const alike = new Set([
  'il',
  'li',
  'ij',
  'ji',
  'cq',
  'gq',
  'qg',
  'ec',
  'ce',
  'tl',
  'lt',
  'nr',
  'rn',
  'oq',
  'uv',
  'vu',
  'ao',
  'oa',
  'bh',
  'hb',
])
const swapped = (word: string, good: string): boolean => {
  let changes = 0
  for (let i = 0; i < word.length; i++) {
    if (word[i] === good[i]) continue
    if (!alike.has(`${word[i]}${good[i]}`)) return false
    changes++
  }
  return changes > 0 && changes <= 2
}

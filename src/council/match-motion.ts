import type { IsoDate } from './read/reading.ts'
import { foldNumber } from './slug.ts'

export type MatchReason =
  | 'registry-number'
  | 'number-and-date'
  | 'number'
  | 'title-and-date'
  | 'title'
  | 'other-number'
  | 'other-date'

export type MotionMarks = {
  number: string | null
  registryNumber: string | null
  date: IsoDate | null
  title: string | null
}
export type CandidateMarks = {
  numbers: readonly string[]
  registryNumbers: readonly string[]
  date: IsoDate | null
  title: string
}
export type MatchScore = { score: number; reasons: MatchReason[]; certain: boolean }

/**
 * How likely a motion named in a document is one of the register. Registers give one number to a letter and its motion, and two
 * numbers to one motion, so no number alone is certain: it takes two marks that agree, and none that contradicts.
 * @param letterRegistryNumber number of the letter itself: equal to the motion's, it says little
 */
export function matchMotion(
  motion: MotionMarks,
  candidate: CandidateMarks,
  letterRegistryNumber: string | null = null,
): MatchScore {
  const reasons: MatchReason[] = []
  let score = 0

  const registry = motion.registryNumber && foldNumber(motion.registryNumber)
  const sameRegistry = !!registry && candidate.registryNumbers.some((n) => foldNumber(n) === registry)
  if (sameRegistry) {
    reasons.push('registry-number')
    score += letterRegistryNumber && foldNumber(letterRegistryNumber) === registry ? 0.3 : 0.6
  }

  const number = motion.number && foldNumber(motion.number)
  const sameNumber = !!number && candidate.numbers.some((n) => foldNumber(n) === number)
  const otherNumber = !!number && candidate.numbers.length > 0 && !sameNumber
  const sameDate = motion.date !== null && motion.date === candidate.date
  const otherDate = motion.date !== null && candidate.date !== null && !sameDate
  const likeness = motion.title ? titleLikeness(motion.title, candidate.title) : 0

  if (sameNumber && sameDate) {
    reasons.push('number-and-date')
    score += 0.6
  } else if (sameNumber && !otherDate) {
    reasons.push('number')
    score += 0.25
  }
  if (likeness >= 0.75 && sameDate) {
    reasons.push('title-and-date')
    score += 0.5
  } else if (likeness >= 0.4) {
    reasons.push('title')
    score += 0.4 * likeness
  }
  if (otherNumber) {
    reasons.push('other-number')
    score -= 0.1
  }
  if (otherDate) {
    reasons.push('other-date')
    score -= 0.3
  }
  score = Math.round(Math.max(0, Math.min(1, score)) * 100) / 100
  const agreeing = [sameRegistry, sameNumber, sameDate && likeness >= 0.4, likeness >= 0.75].filter(
    Boolean,
  ).length
  return { score, reasons, certain: score >= 0.8 && agreeing >= 2 && !otherDate && !otherNumber }
}

const commonWords = new Set(
  'de het een en of van voor in op te aan met bij tot over naar uit om is motie'.split(' '),
)

/** Share of words in common (Dice), 0–1, without accents, plural endings and small words. */
export function titleLikeness(a: string, b: string): number {
  const left = titleWords(a)
  const right = titleWords(b)
  if (left.size === 0 || right.size === 0) return 0
  const common = [...left].filter((word) => right.has(word)).length
  return (2 * common) / (left.size + right.size)
}

function titleWords(title: string): Set<string> {
  const words = title
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\bre-(?=[aeiou])/g, 're')
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1 && !commonWords.has(word))
  return new Set(words.map((word) => (word.length > 5 ? word.replace(/(en|s)$/, '') : word)))
}

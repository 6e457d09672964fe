/** "In het kort" and the chain: rules that turn facts into sentences and rings. Pure; no verdicts, and nothing that no document says. */
import type { DossierCommitment, MotionDossier, Summary } from '../../../council/index.ts'
import { daysBetween, formatDate, type Language } from '../../../words/format.ts'
import type { Words } from '../../../words/index.ts'
import type { Ring } from '../../components/chain.tsx'

export type Sentence = {
  text: string
  /** Words from the document that end the sentence: "één ding, in drie delen: …". */
  parts: readonly string[]
}

/** What a commitment's date comes to: `past` has gone by without a letter that says it was kept. */
export type Expectation =
  | { state: 'kept'; on: string }
  | { state: 'past' | 'coming'; term: 'from' | 'until'; on: string }
  | { state: 'undated' }

export function expectationOf(commitment: DossierCommitment, today: string): Expectation {
  const kept = commitment.letters.find((letter) => letter.role === 'kept')
  if (kept) return { state: 'kept', on: kept.dated }
  const { due } = commitment
  if (due?.notAfter) {
    return { state: due.notAfter < today ? 'past' : 'coming', term: 'until', on: due.notAfter }
  }
  if (due?.notBefore) {
    return { state: due.notBefore < today ? 'past' : 'coming', term: 'from', on: due.notBefore }
  }
  return { state: 'undated' }
}

export function shortSentences(
  dossier: MotionDossier,
  summary: Summary,
  words: Words,
  today: string,
): Sentence[] {
  const w = words.public.dossier.summary
  const it = w.it[dossier.motion.kind]
  const on = summary.decidedOn
  const sentences = [
    ...askedSentences(summary, words, it),
    ...claimSentences(summary, words, it, today),
    ...promiseSentences(dossier, words, today),
  ]
  if (sentences.length === 0) sentences.push(plain(w.outcome.unknown(it, on)))
  return sentences
}

const plain = (text: string): Sentence => ({ text, parts: [] })

function askedSentences(summary: Summary, words: Words, it: string): Sentence[] {
  const w = words.public.dossier.summary
  const { outcome, decidedOn: on } = summary
  const verdict = w.outcome[outcome](it, on)
  const parts = summary.partsNamed
  if (outcome === 'adopted') {
    if (summary.requests === 0) return [plain(w.declared(it, on))]
    return [withParts(w.asked(on, summary.requests, parts.length), parts)]
  }
  if ((outcome !== 'taken-over' && outcome !== 'unknown') || summary.requests === 0) return [plain(verdict)]
  return [plain(verdict), withParts(w.contains(it, summary.requests, parts.length), parts)]
}

function withParts(text: string, parts: readonly string[]): Sentence {
  return parts.length > 0 ? { text, parts } : plain(`${text}.`)
}

function claimSentences(summary: Summary, words: Words, it: string, today: string): Sentence[] {
  const w = words.public.dossier.summary
  const { claim } = summary
  if (claim) {
    const basis = claim.claim === 'settled' || claim.claim === 'partly' ? [plain(w.basis[claim.basis])] : []
    return [plain(w.claim(claim.claim, it, claim.on, claim.daysAfterDecision)), ...basis]
  }
  if (summary.status.status !== 'open') return []
  return [plain(summary.decidedOn ? w.open(summary.decidedOn, today) : w.openUndated)]
}

function promiseSentences(dossier: MotionDossier, words: Words, today: string): Sentence[] {
  const w = words.public.dossier.summary
  const { commitments } = dossier
  const [first] = commitments
  if (!first) return []
  const count = plain(w.promises(commitments.length))
  if (commitments.length > 1) return [count]
  const expected = expectationOf(first, today)
  switch (expected.state) {
    case 'kept':
      return [count, plain(w.promiseKept(expected.on))]
    case 'past':
      return [count, plain(w.promisePast(expected.term, expected.on, today))]
    case 'coming':
      return [count, plain(w.promiseComing(expected.term, expected.on))]
    case 'undated':
      return [count, plain(w.promiseUndated)]
  }
}

/** The rings, in the order in which things happen. */
export function ringsOf(
  dossier: MotionDossier,
  summary: Summary,
  words: Words,
  language: Language,
  today: string,
): Ring[] {
  const { rings, ringDetail, noDate, happened } = words.public.dossier
  const date = (iso: string) => formatDate(iso, language)
  const { outcome, decidedOn } = summary
  const out: Ring[] = [
    {
      label: rings.asked,
      detail: dossier.motion.dated ? date(dossier.motion.dated) : noDate,
      state: 'done',
    },
  ]
  if (outcome !== 'adopted' || (decidedOn !== null && decidedOn !== dossier.motion.dated)) {
    const known = outcome !== 'unknown'
    out.push({
      label: known ? happened.outcome[outcome] : words.terms.outcome.unknown,
      detail: decidedOn ? date(decidedOn) : noDate,
      state: known && outcome !== 'held' ? 'done' : 'future',
    })
  }
  const promised = dossier.commitments.map((commitment) => commitment.madeOn).sort()[0]
  if (promised) out.push({ label: rings.promised, detail: date(promised), state: 'done' })
  if (summary.claim) {
    const { claim, basis, on } = summary.claim
    const detail = basis === 'announced' ? ringDetail.announced(on) : date(on)
    out.push({ label: happened.claim[claim], detail, state: 'done' })
  } else if (summary.status.status === 'open') {
    out.push({ label: rings.answer, detail: ringDetail.noAnswer, state: 'future' })
  }
  const expected = dossier.commitments.map((commitment) => expectationOf(commitment, today))
  const next = expected.sort(byUrgency)[0]
  if (next) out.push(expectedRing(next, words, date))
  return out
}

const urgency = { past: 0, coming: 1, undated: 2, kept: 3 }
function byUrgency(a: Expectation, b: Expectation): number {
  if (a.state !== b.state) return urgency[a.state] - urgency[b.state]
  return 'on' in a && 'on' in b ? daysBetween(b.on, a.on) : 0
}

function expectedRing(expected: Expectation, words: Words, date: (iso: string) => string): Ring {
  const { rings, ringDetail } = words.public.dossier
  if (expected.state === 'kept') return { label: rings.kept, detail: date(expected.on), state: 'done' }
  if (expected.state === 'undated') {
    return { label: rings.expected, detail: ringDetail.undated, state: 'future' }
  }
  const term = ringDetail[expected.term](expected.on)
  if (expected.state === 'coming') return { label: rings.expected, detail: term, state: 'future' }
  // Only a last day that went by is late; after a first day one can but wait.
  const state = expected.term === 'until' ? 'broken' : 'waiting'
  return { label: rings.expected, detail: ringDetail.nothingSeen(term), state }
}

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
    ...claimSentences(dossier, summary, words, it, today),
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

function claimSentences(
  dossier: MotionDossier,
  summary: Summary,
  words: Words,
  it: string,
  today: string,
): Sentence[] {
  const w = words.public.dossier.summary
  const newest = summary.claim
  if (!newest) {
    if (summary.status.status !== 'open') return []
    return [plain(summary.decidedOn ? w.open(summary.decidedOn, today) : w.openUndated)]
  }
  const earlier = earlierClaim(dossier, newest)
  if (!earlier) {
    return [plain(w.claim(newest.claim, it, newest.on, newest.daysAfterDecision)), ...basisOf(newest, words)]
  }
  const days = summary.decidedOn ? daysBetween(summary.decidedOn, earlier.on) : null
  return [
    plain(w.claim(earlier.claim, it, earlier.on, days)),
    ...basisOf(earlier, words),
    plain(w.later(newest.claim, it, newest.on)),
    ...basisOf(newest, words),
  ]
}

type ClaimFact = Pick<NonNullable<Summary['claim']>, 'claim' | 'basis' | 'on'>

/** The first claim, when the newest says something else at another date. */
function earlierClaim(dossier: MotionDossier, newest: ClaimFact): ClaimFact | null {
  const said = dossier.claims.filter((claim) => claim.claim !== 'none')
  const first = [...said].sort((a, b) => daysBetween(b.on, a.on))[0]
  if (!first || first.on === newest.on) return null
  return first.claim === newest.claim && first.basis === newest.basis ? null : first
}

function basisOf({ claim, basis }: ClaimFact, words: Words): Sentence[] {
  const says = claim === 'settled' || (claim === 'partly' && basis !== 'carried-out')
  return says ? [plain(words.public.dossier.summary.basis[basis])] : []
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

type Link = Ring & { on: string | null }

/** The rings, in the order in which things happen: what was asked first, then by date. */
export function ringsOf(
  dossier: MotionDossier,
  summary: Summary,
  words: Words,
  language: Language,
  today: string,
): Ring[] {
  const date = (iso: string) => formatDate(iso, language)
  const { rings, ringDetail } = words.public.dossier
  const links: Link[] = []
  const promised = dossier.commitments.map((commitment) => commitment.madeOn).sort()[0]
  if (promised) links.push({ label: rings.promised, detail: date(promised), state: 'done', on: promised })
  const newest = summary.claim
  if (newest) {
    const earlier = earlierClaim(dossier, newest)
    links.push(...(earlier ? [earlier, newest] : [newest]).map((claim) => claimRing(claim, words, date)))
  } else if (summary.status.status === 'open') {
    links.push({ label: rings.answer, detail: ringDetail.noAnswer, state: 'future', on: null })
  }
  const next = dossier.commitments.map((commitment) => expectationOf(commitment, today)).sort(byUrgency)[0]
  if (next) links.push(expectedRing(next, words, date))
  links.sort((a, b) => (a.on && b.on ? daysBetween(b.on, a.on) : a.on ? -1 : b.on ? 1 : 0))
  return [...askedRings(dossier, summary, words, date), ...links.map(({ on: _, ...ring }) => ring)]
}

function askedRings(
  dossier: MotionDossier,
  { outcome, decidedOn }: Summary,
  words: Words,
  date: (iso: string) => string,
): Ring[] {
  const { rings, noDate, happened } = words.public.dossier
  const { dated } = dossier.motion
  const asked: Ring = { label: rings.asked, detail: dated ? date(dated) : noDate, state: 'done' }
  if (outcome === 'adopted' && (decidedOn === null || decidedOn === dated)) return [asked]
  const known = outcome !== 'unknown'
  const decided: Ring = {
    label: known ? happened.outcome[outcome] : words.terms.outcome.unknown,
    detail: decidedOn ? date(decidedOn) : noDate,
    state: known && outcome !== 'held' ? 'done' : 'future',
  }
  return [asked, decided]
}

function claimRing({ claim, basis, on }: ClaimFact, words: Words, date: (iso: string) => string): Link {
  const { ringDetail, happened } = words.public.dossier
  const detail = basis === 'announced' ? ringDetail.announced(on) : date(on)
  return { label: happened.claim[claim], detail, state: 'done', on }
}

const urgency = { past: 0, coming: 1, undated: 2, kept: 3 }
function byUrgency(a: Expectation, b: Expectation): number {
  if (a.state !== b.state) return urgency[a.state] - urgency[b.state]
  return 'on' in a && 'on' in b ? daysBetween(b.on, a.on) : 0
}

function expectedRing(expected: Expectation, words: Words, date: (iso: string) => string): Link {
  const { rings, ringDetail } = words.public.dossier
  if (expected.state === 'undated') {
    return { label: rings.expected, detail: ringDetail.undated, state: 'future', on: null }
  }
  const { on } = expected
  if (expected.state === 'kept') return { label: rings.kept, detail: date(on), state: 'done', on }
  const term = ringDetail[expected.term](on)
  if (expected.state === 'coming') return { label: rings.expected, detail: term, state: 'future', on }
  // Only a last day that went by is late; after a first day one can but wait.
  const state = expected.term === 'until' ? 'broken' : 'waiting'
  return { label: rings.expected, detail: ringDetail.nothingSeen(term), state, on }
}

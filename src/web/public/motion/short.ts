/** "In het kort": rules that turn facts into sentences. Pure; no verdicts, and nothing that no document or decision says. */
import {
  commitmentStanding,
  type DossierCommitment,
  lateCommitments,
  type MotionDossier,
  passedTerm,
  type Summary,
} from '../../../council/index.ts'
import { daysBetween } from '../../../words/format.ts'
import type { Words } from '../../../words/index.ts'
import { lifeSentences } from './short-life.ts'

export type Sentence = {
  text: string
  /** Words from the document that end the sentence: "één ding, in drie delen: …". */
  parts: readonly string[]
  /** How it stands now: what someone in a hurry reads. */
  now?: boolean
}

export function shortSentences(
  dossier: MotionDossier,
  summary: Summary,
  words: Words,
  today: string,
): Sentence[] {
  const w = words.public.dossier.summary
  const it = w.it[dossier.motion.kind]
  const life = lifeSentences(dossier, summary, words, today)
  const sentences = [
    ...askedSentences(summary, words, it),
    ...claimSentences(dossier, summary, words, it, today, life.length > 0),
    ...(life.length > 0 ? life : promiseSentences(dossier, words, today)),
  ]
  if (sentences.length === 0) sentences.push(plain(w.outcome.unknown(it, summary.decidedOn)))
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

/** @param brief the decisions tell the rest: one sentence, of the first claim */
function claimSentences(
  dossier: MotionDossier,
  summary: Summary,
  words: Words,
  it: string,
  today: string,
  brief: boolean,
): Sentence[] {
  const w = words.public.dossier.summary
  const { life } = words.public.dossier
  const newest = summary.claim
  if (!newest) {
    if (brief || summary.status.status !== 'open') return []
    const passed = passedTerm(dossier, today)
    return [
      plain(summary.decidedOn ? w.open(summary.decidedOn, today) : w.openUndated),
      ...(passed ? [plain(life.short.termPassed(passed))] : []),
    ]
  }
  const first = firstClaim(dossier)!
  const days = summary.decidedOn ? daysBetween(summary.decidedOn, first.on) : null
  const told = w.claim(first.claim, it, first.on, days)
  if (brief) {
    const announced = first.basis === 'announced' && first.claim !== 'in-progress' && first.claim !== 'not'
    return [plain(announced ? told.replace(/\.$/, life.short.onAnnouncement) : told)]
  }
  const again = first.on !== newest.on && (first.claim !== newest.claim || first.basis !== newest.basis)
  return [
    plain(told),
    ...basisOf(first, words),
    ...(again ? [plain(w.later(newest.claim, it, newest.on)), ...basisOf(newest, words)] : []),
  ]
}

type ClaimFact = Pick<NonNullable<Summary['claim']>, 'claim' | 'basis' | 'on'>

const firstClaim = (dossier: MotionDossier): ClaimFact | undefined =>
  dossier.claims.filter((claim) => claim.claim !== 'none').sort((a, b) => daysBetween(b.on, a.on))[0]

function basisOf({ claim, basis }: ClaimFact, words: Words): Sentence[] {
  const says = claim === 'settled' || (claim === 'partly' && basis !== 'carried-out')
  return says ? [plain(words.public.dossier.summary.basis[basis])] : []
}

function promiseSentences(dossier: MotionDossier, words: Words, today: string): Sentence[] {
  const { summary: w, life } = words.public.dossier
  const { commitments } = dossier
  const [first] = commitments
  if (!first) return []
  const late = lateCommitments(dossier, today)[0]?.life.due
  return [
    plain(w.promises(commitments.length)),
    ...(late ? [plain(life.short.missed(late.source, late.on, 0, false, ''))] : []),
    ...(commitments.length === 1 ? fateOf(first, words, today).map(plain) : []),
  ]
}

/** How one commitment fares, when it is not late. */
function fateOf(commitment: DossierCommitment, words: Words, today: string): string[] {
  const { short: w } = words.public.dossier.life
  const { life, due, letters } = commitment
  const said = letters.find(({ role }) => role === 'kept')
  const standing = commitmentStanding(commitment, today)
  const kept = life.kept.at(-1)
  if (standing === 'lapsed') return [w.lapsed]
  if (kept) return [kept.how === 'kept' ? w.keptOn(kept.on) : w.partlyKeptOn(kept.on)]
  if (said) return [w.saidKept(said.dated)]
  if (standing === 'late') return []
  if (!life.due) return [due?.notBefore ? w.from(due.notBefore) : w.undated]
  if (life.due.source === 'text') return [w.dueText(life.due.on)]
  if (life.due.source === 'extension') return [w.dueExtension(life.due.on)]
  return [w.dueCheck(life.due.on, due?.notBefore ?? null)]
}

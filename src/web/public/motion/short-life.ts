/** What was decided, where the chain broke and how it stands now, in at most four sentences. Pure. */
import {
  lateCommitments,
  type MotionDossier,
  passedTerm,
  reopeningOf,
  type Summary,
  timelineOf,
} from '../../../council/index.ts'
import type { Words } from '../../../words/index.ts'
import type { Sentence } from './short.ts'

/** Empty while nobody proposed, decided or began anything: then letters and commitments tell it all. */
export function lifeSentences(
  dossier: MotionDossier,
  summary: Summary,
  words: Words,
  today: string,
): Sentence[] {
  const { standing, decided } = summary
  if (standing.every(({ state }) => state === 'open')) return []
  const { short: w } = words.public.dossier.life
  const it = words.public.dossier.summary.it[dossier.motion.kind]
  const total = dossier.matters.length
  const told: string[] = []

  const reopenedOn = summary.reopened[0]?.on
  const first = decided.find(({ verdict, changes }) => verdict === 'accept' && !changes)
  if (first?.outcome && reopenedOn && first.on <= reopenedOn) {
    told.push(w.decided(first.body, first.on, first.matters, first.matters === total, it, first.outcome))
  }
  const broken = breakOf(dossier, words, it, today)
  if (broken) told.push(broken.said)
  const rejected = decided.findLast(({ verdict }) => verdict === 'reject')
  if (rejected && told.length < 2 && standing.some(({ state }) => state === 'in-progress')) {
    told.push(w.rejected(rejected.body, rejected.on, rejected.matters, rejected.matters === total, it))
  }
  const changed = decided.findLast(({ changes }) => changes)
  if (changed?.outcome) {
    told.push(
      w.changed(changed.body, changed.on, changed.matters, changed.matters === total, it, changed.outcome),
    )
  }
  const passed = passedTerm(dossier, today)
  if (passed) told.push(w.termPassed(passed))
  const late = lateCommitments(dossier, today)[0]?.life.due?.on ?? null
  const now = nowSentences(dossier, summary, words, it, late === broken?.due ? null : late)
  return [
    ...told.map((text) => ({ text, parts: [] })),
    ...now.map((text) => ({ text, parts: [], now: true })),
  ]
}

/** Where something that should have come did not (`due`: its day), or what was settled opened again. */
function breakOf(
  dossier: MotionDossier,
  words: Words,
  it: string,
  today: string,
): { said: string; due: string | null } | null {
  const { short: w } = words.public.dossier.life
  const total = dossier.matters.length
  const facts = timelineOf(dossier)
  const missed = facts.filter((fact) => fact.kind === 'commitment-missed')
  const opening = missed.findLast(({ matters }) => matters.length > 0)
  const reopened = facts.findLast((fact) => fact.kind === 'reopened')
  if (opening) {
    const { source, due, matters } = opening
    return { said: w.missed(source, due, matters.length, matters.length === total, it), due }
  }
  if (reopened?.kind === 'reopened') {
    const { on, matters, cause } = reopened
    return { said: w.reopened(on, matters.length, matters.length === total, it, cause), due: null }
  }
  const late = lateCommitments(dossier, today)[0]?.life.due
  return late ? { said: w.missed(late.source, late.on, 0, false, it), due: late.on } : null
}

/** @param late since when a commitment is late that was not told of yet */
function nowSentences(
  dossier: MotionDossier,
  summary: Summary,
  words: Words,
  it: string,
  late: string | null,
): string[] {
  const { short: w } = words.public.dossier.life
  const { standing, decided } = summary
  const [only] = decided
  const once = standing.length === 1 && standing[0]!.state === 'settled' && decided.length === 1
  const wasOpen = dossier.matters.some((matter) => reopeningOf(matter) !== null)
  const now =
    once && only?.outcome && !wasOpen && !late
      ? [w.decided(only.body, only.on, only.matters, true, it, only.outcome)]
      : [w.now(standing, late)]
  const running = dossier.commitments.filter(({ life }) => life.state === 'open')
  const announced = standing.some(({ state, outcome }) => state === 'settled' && outcome === 'announced')
  if (!announced || running.length === 0) return now
  const due = running.flatMap(({ life }) => life.due?.on ?? []).sort()[0]
  return [...now, w.runs(due ?? null)]
}

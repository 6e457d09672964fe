/** What a commitment came to, in a few sentences; facts, no verdict. Pure. */
import {
  type CommitmentRing,
  commitmentChain,
  commitmentStanding,
  type DossierCommitment,
} from '../../../council/index.ts'
import type { Words } from '../../../words/index.ts'
import type { Ring } from '../../components/chain.tsx'

export type Short = { was: string[]; now: string }

export function shortOf(commitment: DossierCommitment, words: Words, today: string): Short {
  const { short: w } = words.commitmentPage
  const { due, life, madeOn } = commitment
  const standing = commitmentStanding(commitment, today)
  const ended = standing === 'kept' || standing === 'partly-kept' || standing === 'lapsed'
  const check = life.check?.on ?? null
  const said = due?.notAfter
    ? w.textUntil(due.notAfter)
    : due?.notBefore
      ? w.textFrom(due.notBefore)
      : w.textNone
  const was = [
    w.promised(madeOn),
    said,
    check && check !== life.missedOn && (check >= today && !ended ? w.check(check) : w.checked(check)),
    life.missedOn && w.missed(life.missedOn, check === life.missedOn),
    ...life.extensions.map(({ from, to }) => w.extended(from, to)),
  ].filter((one): one is string => Boolean(one))
  return { was, now: nowOf(commitment, words, today) }
}

function nowOf(commitment: DossierCommitment, words: Words, today: string): string {
  const { short: w } = words.commitmentPage
  const { life } = commitment
  const keptOn = life.kept.at(-1)?.on
  switch (commitmentStanding(commitment, today)) {
    case 'kept':
      return keptOn ? w.kept(keptOn) : w.open
    case 'partly-kept':
      return keptOn ? w.partlyKept(keptOn) : w.open
    case 'lapsed':
      return w.lapsed(life.history.findLast(({ step, undone }) => step === 'lapse' && !undone)?.on ?? null)
    case 'late': {
      const since = life.due?.on ?? life.missedOn
      return since ? w.late(since, today) : w.open
    }
    default:
      return w.open
  }
}

/** The chain of a commitment in words. */
export function ringsOf(commitment: DossierCommitment, words: Words, today: string): Ring[] {
  return commitmentChain(commitment, today).map((ring) => ringOf(ring, words))
}

function ringOf(ring: CommitmentRing, words: Words): Ring {
  const { rings, ring: w } = words.commitmentPage
  const { state, on } = ring
  const date = (known: (iso: string) => string) => (on ? known(on) : '')
  switch (ring.ring) {
    case 'promised':
      return { label: rings.promised, detail: date(words.public.date), state }
    case 'day': {
      const said = state === 'broken' ? w.passed : ring.moved ? w.moved : words.public.date
      return { label: rings.day[ring.source], detail: on ? said(on) : w.noDay, state }
    }
    case 'kept': {
      const detail = {
        kept: date(words.public.date),
        'partly-kept': date(w.partly),
        lapsed: w.lapsed(on),
        late: w.late,
        'not-yet': w.notYet,
      }[ring.how]
      return { label: rings.kept, detail, state }
    }
  }
}

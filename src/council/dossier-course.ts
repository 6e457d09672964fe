import { addDays } from '../days.ts'
import type { DoneFacts } from '../programme/index.ts'
import type { DossierClaim, DossierCommitment, LetterRef, MotionDossier, Passage } from './dossier.ts'
import type { DossierEvidence, DossierMatter, MatterFact } from './life/facts.ts'
import type { ReopenCause, SettlementOutcome } from './life/matter.ts'
import type { MergedMotion, Parting } from './merge/merged-into.ts'
import type { IsoDate, Outcome, Term } from './read/reading.ts'

/** By which rule a day counts: of the letter, of an extension, or our own check date. */
export type DueSource = 'extension' | 'text' | 'check'
/** Matters by id: what happens to several on one day, in the same words, is one fact. */
type OfMatters = { on: IsoDate; matters: number[] }
type OfCommitment = { on: IsoDate; commitment: DossierCommitment }

/** One dated fact of the course of a motion. */
export type TimelineFact =
  | { on: IsoDate; kind: 'outcome'; outcome: Outcome; passage: Passage }
  | { on: IsoDate; kind: 'deadline'; request: number; term: Term; passage: Passage }
  | { on: IsoDate; kind: 'letter'; letter: LetterRef; role: 'answers' | 'mentions' }
  | { on: IsoDate; kind: 'claim'; claim: DossierClaim }
  | { on: IsoDate; kind: 'commitment'; commitment: DossierCommitment }
  /** It was registered twice; since this day it is one. */
  | { on: IsoDate; kind: 'merged'; motion: MergedMotion }
  /** It was merged with another; then that was taken back. */
  | { on: IsoDate; kind: 'merged-then' | 'parted'; parting: Parting }
  /** The first day on which the promised thing may be expected, the last of the letter's words, or our check date. */
  | ({ kind: 'commitment-not-before' | 'commitment-not-after' | 'commitment-check' } & OfCommitment)
  /** `due` passed; `matters` opened again because of it. */
  | ({ kind: 'commitment-missed'; due: IsoDate; source: DueSource; matters: number[] } & OfCommitment)
  | ({
      kind: 'commitment-kept'
      how: 'kept' | 'partly-kept'
      reason: string | null
      evidence: DossierEvidence[]
    } & OfCommitment)
  | ({
      kind: 'commitment-extended'
      from: IsoDate | null
      to: IsoDate
      reason: string
      passage: Passage
    } & OfCommitment)
  | ({ kind: 'commitment-lapsed'; reason: string | null } & OfCommitment)
  /** An action of the programme that serves these matters, or a commitment of the motion, reached a milestone. */
  | ({ kind: 'milestone'; done: DoneFacts } & OfMatters)
  | ({ kind: 'proposal'; outcome: SettlementOutcome; reason: string | null } & OfMatters)
  | ({
      kind: 'progress' | 'proposal-withdrawn' | 'proposal-held'
      reason: string | null
      passage: Passage
    } & OfMatters)
  | ({ kind: 'objection'; submitter: string; reason: string } & OfMatters)
  | ({
      kind: 'decision'
      verdict: 'accept' | 'reject'
      outcome: SettlementOutcome | null
      body: 'college' | 'council'
      reason: string | null
      /** The outcome that it replaces. */
      instead: SettlementOutcome | null
      /** The day on which it was itself replaced. */
      changedOn: IsoDate | null
    } & OfMatters)
  | ({
      kind: 'reopened'
      cause: ReopenCause
      outcome: SettlementOutcome | null
      reason: string | null
      passage: Passage
    } & OfMatters)

/** `rank` and `id`: the order within a day. */
type Ranked = { fact: TimelineFact; rank: number; id: number }

/** The course of a motion as dated facts, oldest first. What has no date, or was taken back, is not in it. */
export function timelineOf(dossier: MotionDossier): TimelineFact[] {
  const reopened = new Map<string, number[]>()
  for (const matter of dossier.matters) {
    for (const fact of standing(matter.history)) {
      if (fact.step !== 'reopen' || fact.commitment === null) continue
      const key = `${fact.commitment} ${fact.on}`
      reopened.set(key, [...(reopened.get(key) ?? []), matter.id])
    }
  }
  const ofCommitments = dossier.commitments.flatMap((one) => commitmentFacts(one, reopened))
  const told = new Set(
    ofCommitments.flatMap(({ fact }) =>
      fact.kind === 'commitment-missed' ? `${fact.commitment.id} ${fact.on}` : [],
    ),
  )
  const ofMatters = dossier.matters.flatMap((matter) => matterFacts(matter, told))
  return [...documentFacts(dossier), ...ofCommitments, ...programmeFacts(dossier), ...together(ofMatters)]
    .sort((a, b) => a.fact.on.localeCompare(b.fact.on) || a.rank - b.rank || a.id - b.id)
    .map(({ fact }) => fact)
}

function programmeFacts({ programme }: MotionDossier): Ranked[] {
  return (programme?.reached ?? []).map(({ serves, ...done }) => ({
    fact: {
      on: done.on,
      kind: 'milestone',
      done,
      matters: serves.flatMap(({ kind, of }) => (kind === 'matter' ? of : [])),
    },
    rank: 8,
    id: done.id,
  }))
}

const standing = <T extends { undone: boolean; step: string }>(history: readonly T[]): T[] =>
  history.filter(({ undone, step }) => !undone && step !== 'undo')

function documentFacts({ motion, requests, letters, claims, merges, partings }: MotionDossier): Ranked[] {
  const found: Ranked[] = []
  const add = (rank: number, id: number, fact: TimelineFact) => found.push({ fact, rank, id })
  if (motion.dated) {
    const passage = motion.passages.outcome ?? motion.passages.date ?? null
    add(0, 0, { on: motion.dated, kind: 'outcome', outcome: motion.outcome, passage })
  }
  for (const { role, ...letter } of letters)
    add(1, letter.id, { on: letter.dated, kind: 'letter', letter, role })
  for (const claim of claims) {
    if (claim.claim !== 'none') add(3, claim.id, { on: claim.on, kind: 'claim', claim })
  }
  for (const { id, deadline, passage } of requests) {
    const on = deadline?.notAfter ?? deadline?.notBefore
    if (deadline && on) add(4, id, { on, kind: 'deadline', request: id, term: deadline, passage })
  }
  for (const [index, one] of merges.entries()) add(10, index, { on: one.on, kind: 'merged', motion: one })
  for (const [index, parting] of partings.entries()) {
    add(10, 2 * index, { on: parting.mergedOn, kind: 'merged-then', parting })
    add(10, 2 * index + 1, { on: parting.on, kind: 'parted', parting })
  }
  return found
}

function commitmentFacts(commitment: DossierCommitment, reopened: ReadonlyMap<string, number[]>): Ranked[] {
  const { id, madeOn, due, life } = commitment
  const found: Ranked[] = []
  const add = (rank: number, fact: TimelineFact) => found.push({ fact, rank, id })
  add(2, { on: madeOn, kind: 'commitment', commitment })
  if (due?.notBefore && due.notBefore !== due.notAfter) {
    add(5, { on: due.notBefore, kind: 'commitment-not-before', commitment })
  }
  const history = standing(life.history)
  const misses = history.filter(({ step }) => step === 'miss').map((step) => addDays(step.on, -1))
  if (due?.notAfter && !misses.includes(due.notAfter)) {
    add(6, { on: due.notAfter, kind: 'commitment-not-after', commitment })
  }
  if (life.state === 'open' && life.due?.source === 'check') {
    add(6, { on: life.due.on, kind: 'commitment-check', commitment })
  }
  for (const day of misses) {
    const on = addDays(day, 1)
    const source = life.extensions.some(({ to }) => to === day)
      ? 'extension'
      : due?.notAfter === day
        ? 'text'
        : 'check'
    const matters = reopened.get(`${id} ${on}`) ?? []
    add(7, { on, kind: 'commitment-missed', commitment, due: day, source, matters })
  }
  for (const { on, how, reason, evidence } of life.kept)
    add(8, { on, kind: 'commitment-kept', commitment, how, reason, evidence })
  for (const { on, from, to, reason, passage } of life.extensions)
    add(8, { on, kind: 'commitment-extended', commitment, from, to, reason, passage })
  for (const { on, reason } of history.filter(({ step }) => step === 'lapse'))
    add(8, { on, kind: 'commitment-lapsed', commitment, reason })
  return found
}

/** @param told commitments and days whose reopening is told with the commitment itself */
function matterFacts(matter: DossierMatter, told: ReadonlySet<string>): Ranked[] {
  const matters = [matter.id]
  const decisions = matter.decisions.values()
  const objections = matter.proposals.flatMap((proposal) => proposal.objections).values()
  return standing(matter.history).flatMap((step): Ranked[] => {
    const fact = ofStep(step)
    return fact ? [{ fact, rank: 9, id: step.id }] : []
  })

  function ofStep({
    step,
    on,
    reason,
    outcome,
    cause,
    commitment,
    passage,
  }: MatterFact): TimelineFact | null {
    switch (step) {
      case 'propose':
        return { on, kind: 'proposal', matters, outcome: outcome!, reason }
      case 'note-progress':
        return { on, kind: 'progress', matters, reason, passage }
      case 'withdraw-proposal':
        return { on, kind: 'proposal-withdrawn', matters, reason, passage }
      case 'hold':
        return { on, kind: 'proposal-held', matters, reason, passage }
      case 'object': {
        const objection = objections.next().value
        return objection ? { ...objection, kind: 'objection', matters } : null
      }
      case 'accept':
      case 'reject':
      case 'correct': {
        const decision = decisions.next().value
        if (!decision) return null
        const before = matter.decisions.find(({ id }) => id === decision.corrects)
        const after = matter.decisions.find(({ corrects }) => corrects === decision.id)
        return {
          on,
          kind: 'decision',
          matters,
          verdict: decision.verdict,
          outcome: decision.outcome,
          body: decision.body,
          reason: decision.reason,
          instead: before?.outcome ?? null,
          changedOn: after?.on ?? null,
        }
      }
      case 'reopen':
        return told.has(`${commitment} ${on}`)
          ? null
          : { on, kind: 'reopened', matters, cause: cause!, outcome, reason, passage }
      default:
        return null
    }
  }
}

/** Facts that differ in nothing but their matter become one. */
function together(all: readonly Ranked[]): Ranked[] {
  const groups = Map.groupBy(all, ({ fact }) => JSON.stringify({ ...fact, matters: null }))
  return [...groups.values()].map((group) => {
    const first = group[0]!
    const matters = group.flatMap(({ fact }) => ('matters' in fact ? fact.matters : []))
    return { ...first, fact: { ...first.fact, matters } as TimelineFact }
  })
}

import type { DossierClaim, DossierCommitment, MotionDossier } from './dossier.ts'
import type { DueSource } from './dossier-course.ts'
import type { DossierMatter } from './life/facts.ts'
import type { ReopenCause, SettlementOutcome } from './life/matter.ts'
import type { IsoDate, Outcome } from './read/reading.ts'

/** How a commitment fares on a day: its state, but `late` from the day after its own, and `undated` when it has none. */
export const commitmentStandings = ['late', 'open', 'undated', 'partly-kept', 'kept', 'lapsed'] as const
export type CommitmentStanding = (typeof commitmentStandings)[number]

export function commitmentStanding(
  { life: { state, due } }: Pick<DossierCommitment, 'life'>,
  today: IsoDate,
): CommitmentStanding {
  if (state !== 'open') return state
  if (!due) return 'undated'
  return due.on < today ? 'late' : 'open'
}

/** Why a ring is as it is; `on` of the ring is its day. */
export type ChainWhy =
  | { why: 'asked' | 'text-unknown' }
  | { why: 'outcome'; outcome: Outcome }
  | { why: 'promised'; commitments: number }
  /** The day of a commitment passed; nothing shows what was promised. Evidence carries `some` of `of` matters. */
  | { why: 'late'; source: DueSource; some: number; of: number }
  /** The term passed, and no letter answers what has no evidence. */
  | { why: 'term-passed'; some: number; of: number }
  /** Evidence carries `some` of `of` matters. */
  | { why: 'found'; some: number; of: number }
  /** Taken from an old register, which does not say on what it rests. */
  | { why: 'unknown' }
  | { why: 'kept' }
  /** What `some` of `of` matters rested on was taken back. */
  | { why: 'fallen'; some: number; of: number }
  /** Nothing but words so far; `on` is the day on which we look, if there is one. */
  | { why: 'announced' }
  | { why: 'settled'; outcome: SettlementOutcome | null; some: number; of: number }
  | { why: 'reopened'; cause: ReopenCause | null; some: number; of: number }
  | { why: 'proposed'; held: boolean; some: number; of: number }
  /** A letter says so; nobody decided. */
  | { why: 'claimed' }
  | { why: 'none' }
export const chainRings = ['asked', 'decided', 'promised', 'evidence', 'settled'] as const
/**
 * One ring of the chain asked – decided – promised – evidence – settled. `done`; `broken`: it should have been there by its day;
 * `waiting`: for someone, or known in part; `future`: not yet.
 */
export type ChainRing = {
  ring: (typeof chainRings)[number]
  state: 'done' | 'broken' | 'waiting' | 'future'
  on: IsoDate | null
} & ChainWhy

/** The newest claim that says anything; of one day the last. */
export function newestClaim(dossier: Pick<MotionDossier, 'claims'>): DossierClaim | null {
  return dossier.claims.findLast((claim) => claim.claim !== 'none') ?? null
}

/** Running commitments whose day has passed, longest ago first. */
export function lateCommitments(
  dossier: Pick<MotionDossier, 'commitments'>,
  today: IsoDate,
): DossierCommitment[] {
  const day = ({ life }: DossierCommitment) => life.due?.on ?? life.missedOn ?? ''
  return dossier.commitments
    .filter((commitment) => commitmentStanding(commitment, today) === 'late')
    .sort((a, b) => day(a).localeCompare(day(b)))
}

/** The earliest term that passed of what nobody answered; null where a letter, a proposal or a decision speaks. */
export function passedTerm({ matters, claims }: MotionDossier, today: IsoDate): IsoDate | null {
  if (claims.some(({ claim }) => claim !== 'none')) return null
  const passed = matters.flatMap(({ state, term, proposals }) =>
    (state === 'open' || state === 'in-progress') &&
    proposals.length === 0 &&
    term.notAfter !== null &&
    term.notAfter < today
      ? term.notAfter
      : [],
  )
  return passed.sort()[0] ?? null
}

/** The rings of the chain for a motion. Nothing is assumed: what no document or decision says is not yet there. */
export function chainOf(dossier: MotionDossier, today: IsoDate): ChainRing[] {
  const { motion, requests, commitments } = dossier
  const known = requests.length > 0
  const rings: ChainRing[] = [
    {
      ring: 'asked',
      state: known ? 'done' : 'waiting',
      on: motion.dated,
      why: known ? 'asked' : 'text-unknown',
    },
    {
      ring: 'decided',
      state: motion.outcome === 'unknown' || motion.outcome === 'held' ? 'waiting' : 'done',
      on: motion.outcome === 'unknown' ? null : motion.dated,
      why: 'outcome',
      outcome: motion.outcome,
    },
  ]
  const first = commitments.map(({ madeOn }) => madeOn).sort()[0]
  const proven = dossier.matters.length > 0 && dossier.matters.every(isEvidenced)
  if (first) {
    const late = proven ? lateRing(dossier, today, 'promised') : null
    const { length } = commitments
    rings.push(late ?? { ring: 'promised', state: 'done', on: first, why: 'promised', commitments: length })
  }
  const asks = motion.outcome === 'adopted' || motion.outcome === 'taken-over'
  const followed = dossier.matters.length > 0
  if (!followed && !first && !newestClaim(dossier) && (!asks || motion.kind === 'amendment')) return rings
  const evidence = evidenceRing(dossier, today)
  const broken = [...rings, evidence].some(({ state }) => state === 'broken')
  return [...rings, evidence, settledRing(dossier, broken)]
}

const newestOf = (days: readonly (IsoDate | null | undefined)[]) =>
  days
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1) ?? null

function evidenceRing(dossier: MotionDossier, today: IsoDate): ChainRing {
  const { matters, commitments } = dossier
  const ring = 'evidence'
  const found = matters.filter(isEvidenced)
  const late = found.length < matters.length || matters.length === 0 ? lateRing(dossier, today, ring) : null
  if (late) return late
  const passed = passedTerm(dossier, today)
  if (passed) {
    return { ring, state: 'broken', on: passed, why: 'term-passed', some: found.length, of: matters.length }
  }
  const fallen = matters.filter((matter) => !isEvidenced(matter) && fallenOn(matter) !== null)
  if (fallen.length > 0) {
    const on = fallen.flatMap((matter) => fallenOn(matter) ?? []).sort()[0]!
    return { ring, state: 'broken', on, why: 'fallen', some: fallen.length, of: matters.length }
  }
  if (found.length > 0) {
    const on = newestOf(found.flatMap(({ evidence }) => evidence.map(datedOf)))
    const state = found.length === matters.length ? 'done' : 'waiting'
    return { ring, state, on, why: 'found', some: found.length, of: matters.length }
  }
  const unknown = matters.some(({ evidence }) => evidence.some(({ kind }) => kind === 'unknown'))
  if (unknown) return { ring, state: 'waiting', on: null, why: 'unknown' }
  const kept = newestOf(commitments.flatMap(({ life }) => life.kept.map(({ on }) => on)))
  if (kept) return { ring, state: 'waiting', on: kept, why: 'kept' }
  if (newestClaim(dossier)?.basis === 'announced' || matters.some(({ outcome }) => outcome === 'announced')) {
    const on = commitments
      .flatMap(({ life }) => (life.state === 'open' ? (life.due?.on ?? []) : []))
      .sort()[0]
    return { ring, state: 'waiting', on: on ?? null, why: 'announced' }
  }
  return { ring, state: 'future', on: null, why: 'none' }
}

/** A commitment that is late breaks the chain: where evidence should be, or at the promise when all of it is proven. */
function lateRing(dossier: MotionDossier, today: IsoDate, ring: 'promised' | 'evidence'): ChainRing | null {
  const late = lateCommitments(dossier, today)[0]
  if (!late) return null
  const { due, missedOn } = late.life
  const some = dossier.matters.filter(isEvidenced).length
  return {
    ring,
    state: 'broken',
    on: due?.on ?? missedOn,
    why: 'late',
    source: due?.source ?? 'check',
    some,
    of: dossier.matters.length,
  }
}

const datedOf = (evidence: DossierMatter['evidence'][number]) =>
  evidence.kind === 'unknown' || evidence.fallen
    ? null
    : evidence.kind === 'passage'
      ? evidence.passage.document.dated
      : evidence.on

/**
 * Whether words in a document, or what a programme did, carry what was proposed or decided; an announcement carries nothing yet, nor does
 * what was taken back.
 */
function isEvidenced({ outcome, proposal, evidence }: DossierMatter): boolean {
  const as = outcome ?? proposal?.outcome ?? null
  return as !== null && as !== 'announced' && evidence.some((one) => one.kind !== 'unknown' && !one.fallen)
}

/** The first day on which something fell away under it. */
const fallenOn = ({ evidence }: DossierMatter): IsoDate | null =>
  evidence.flatMap((one) => (one.kind === 'unknown' || !one.fallen ? [] : one.fallen.on)).sort()[0] ?? null

function settledRing(dossier: MotionDossier, broken: boolean): ChainRing {
  const { matters, status } = dossier
  const ring = 'settled'
  const of = matters.length
  const those = (state: DossierMatter['state']) => matters.filter((matter) => matter.state === state)
  const reopened = those('reopened')
  if (reopened.length > 0) {
    const causes = new Set(reopened.map(reopeningOf).map((step) => step?.cause ?? null))
    const cause = causes.size === 1 ? [...causes][0]! : null
    const on = newestOf(reopened.map((matter) => reopeningOf(matter)?.on))
    // One ring shows the break: where something did not come, this one only waits.
    return {
      ring,
      state: broken ? 'waiting' : 'broken',
      on,
      why: 'reopened',
      cause,
      some: reopened.length,
      of,
    }
  }
  const settled = those('settled')
  const proposed = those('proposed')
  if (settled.length > 0 && settled.length === of) {
    const outcomes = new Set(settled.map(({ outcome }) => outcome))
    const outcome = outcomes.size === 1 ? [...outcomes][0]! : null
    return { ring, state: 'done', on: status.on, why: 'settled', outcome, some: of, of }
  }
  if (proposed.length > 0) {
    const on = newestOf(proposed.map(({ proposal }) => proposal?.on))
    const held = proposed.every((matter) => matter.held)
    return { ring, state: 'waiting', on, why: 'proposed', held, some: proposed.length, of }
  }
  if (settled.length > 0) {
    return { ring, state: 'waiting', on: status.on, why: 'settled', outcome: null, some: settled.length, of }
  }
  if (status.status.startsWith('claimed-')) return { ring, state: 'waiting', on: status.on, why: 'claimed' }
  return { ring, state: 'future', on: null, why: 'none' }
}

/** The step by which a matter was last opened again. */
export const reopeningOf = ({ history }: DossierMatter) =>
  history.findLast(({ step, undone }) => step === 'reopen' && !undone) ?? null

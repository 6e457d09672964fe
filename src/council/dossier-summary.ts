import { daysBetween, type MotionDossier } from './dossier.ts'
import { newestClaim } from './dossier-chain.ts'
import type { DossierDecision, DossierMatter } from './life/facts.ts'
import type { MatterState, SettlementOutcome } from './life/matter.ts'
import type { Basis, Claim, IsoDate, Outcome } from './read/reading.ts'
import type { StatusFact } from './request-status.ts'

/** How many matters stand alike; `outcome` of what is settled or proposed. */
export type StandingCount = { state: MatterState; outcome: SettlementOutcome | null; matters: number }
/** Decisions of one day in the same sense, and how many of their matters were opened again later. */
export type DecidedTogether = {
  on: IsoDate
  body: DossierDecision['body']
  verdict: DossierDecision['verdict']
  outcome: SettlementOutcome | null
  matters: number
  /** They replaced earlier decisions. */
  changes: boolean
}

/** The facts of "In het kort"; the sentences are made from `src/words`. Days are whole calendar days. */
export type Summary = {
  outcome: Outcome
  decidedOn: IsoDate | null
  requests: number
  /** Matters asked for: parts, and one for each request without parts. */
  matters: number
  partsNamed: string[]
  status: StatusFact
  /** The newest claim that says anything, and the days from decision to claim (null when a date is unknown). */
  claim: { claim: Claim; basis: Basis; on: IsoDate; daysAfterDecision: number | null } | null
  /** Days since the decision while no claim was made and nothing was decided; null otherwise. */
  openDays: number | null
  /** By how they stand: settled first, then proposed, reopened, in progress, open. Empty when nothing is followed. */
  standing: StandingCount[]
  /** What the deciding body decided, oldest first. */
  decided: DecidedTogether[]
  /** Matters that were opened again at some time, on that day. */
  reopened: { on: IsoDate; matters: number }[]
  letters: number
}

const stateOrder: readonly MatterState[] = ['settled', 'proposed', 'reopened', 'in-progress', 'open']

/** `today` decides only how many days something has been open. */
export function summaryOf(dossier: MotionDossier, today: IsoDate): Summary {
  const { motion, requests, matters, letters, status } = dossier
  const claim = newestClaim(dossier)
  const asked = motion.outcome === 'adopted' || motion.outcome === 'taken-over'
  const decided = decidedTogether(matters)
  return {
    outcome: motion.outcome,
    decidedOn: motion.dated,
    requests: requests.length,
    matters: requests.reduce((sum, request) => sum + Math.max(1, request.parts.length), 0),
    partsNamed: requests.flatMap((request) => request.parts.map((part) => part.text)),
    status,
    claim: claim && {
      claim: claim.claim,
      basis: claim.basis,
      on: claim.on,
      daysAfterDecision: motion.dated ? daysBetween(motion.dated, claim.on) : null,
    },
    openDays:
      asked && !claim && decided.length === 0 && motion.dated ? daysBetween(motion.dated, today) : null,
    standing: standingCounts(matters),
    decided,
    reopened: reopenedTogether(matters),
    letters: letters.length,
  }
}

function standingCounts(matters: readonly DossierMatter[]): StandingCount[] {
  const groups = Map.groupBy(matters, ({ state, outcome, proposal }) =>
    JSON.stringify([state, outcome ?? proposal?.outcome ?? null]),
  )
  return [...groups]
    .map(([key, own]): StandingCount => {
      const [state, outcome] = JSON.parse(key) as [MatterState, SettlementOutcome | null]
      return { state, outcome, matters: own.length }
    })
    .sort((a, b) => stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state) || b.matters - a.matters)
}

function decidedTogether(matters: readonly DossierMatter[]): DecidedTogether[] {
  const groups = Map.groupBy(
    matters.flatMap(({ decisions }) => decisions),
    ({ on, body, verdict, outcome, corrects }) =>
      JSON.stringify({ on, body, verdict, outcome, changes: corrects !== null }),
  )
  return [...groups]
    .map(([key, own]) => ({ ...(JSON.parse(key) as Omit<DecidedTogether, 'matters'>), matters: own.length }))
    .sort((a, b) => a.on.localeCompare(b.on))
}

function reopenedTogether(matters: readonly DossierMatter[]): Summary['reopened'] {
  const days = matters.flatMap(({ history }) =>
    history.flatMap(({ step, undone, on }) => (step === 'reopen' && !undone ? on : [])),
  )
  return [...Map.groupBy(days, (day) => day)]
    .map(([on, own]) => ({ on, matters: own.length }))
    .sort((a, b) => a.on.localeCompare(b.on))
}

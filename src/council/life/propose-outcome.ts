import type { Basis, Claim, IsoDate, RequestAct } from '../read/reading.ts'
import type { SettlementOutcome } from './matter.ts'

export type ClaimToWeigh = { id: number; claim: Claim; basis: Basis; on: IsoDate }

/** Why this outcome, or why none. `act` is asked for, so that a request to investigate is known to be settled by its answer. */
export type SuggestionReason =
  | 'rests-on-announcement'
  | 'claimed-carried-out'
  | 'claimed-partly'
  | 'claimed-not'
  | 'claimed-absorbed'
  | 'claimed-transferred'
  | 'claimed-overtaken'
  | 'basis-unstated'
  | 'still-in-progress'
  | 'no-claim'
export type Suggestion = {
  /** Null: Schakel proposes nothing. */
  outcome: SettlementOutcome | null
  reason: SuggestionReason
  claim: number | null
  /** A request to investigate is settled by its answer: effects and figures are not the answer. */
  settledBy: 'answer' | 'deed'
}

const ofBasis = {
  absorbed: 'claimed-absorbed',
  transferred: 'claimed-transferred',
  overtaken: 'claimed-overtaken',
} as const

/**
 * What Schakel suggests from what letters claim of a matter; a person proposes, the deciding body decides. The newest claim that says
 * anything counts; of one day the last given. Pure.
 */
export function suggestOutcome(claims: readonly ClaimToWeigh[], act: RequestAct): Suggestion {
  const settledBy = act === 'investigate' || act === 'report' ? 'answer' : 'deed'
  const newest = claims
    .filter((claim) => claim.claim !== 'none')
    .reduce<ClaimToWeigh | null>((a, b) => (a && a.on > b.on ? a : b), null)
  if (!newest) return { outcome: null, reason: 'no-claim', claim: null, settledBy }
  const { outcome, reason } = weigh(newest)
  return { outcome, reason, claim: newest.id, settledBy }
}

function weigh({ claim, basis }: ClaimToWeigh): Pick<Suggestion, 'outcome' | 'reason'> {
  if (claim === 'in-progress') return { outcome: null, reason: 'still-in-progress' }
  if (claim === 'not') return { outcome: 'not', reason: 'claimed-not' }
  if (basis === 'announced') return { outcome: 'announced', reason: 'rests-on-announcement' }
  if (basis === 'absorbed' || basis === 'transferred' || basis === 'overtaken')
    return { outcome: basis, reason: ofBasis[basis] }
  if (claim === 'partly') return { outcome: 'partly', reason: 'claimed-partly' }
  if (basis === 'carried-out') return { outcome: 'carried-out', reason: 'claimed-carried-out' }
  return { outcome: null, reason: 'basis-unstated' }
}

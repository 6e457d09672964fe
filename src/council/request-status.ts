import type { Basis, Claim, IsoDate, Outcome } from './read/reading.ts'

/**
 * Where a request or motion stands, derived from facts alone; no verdict. `not-adopted`: rejected, withdrawn, lapsed or not voted,
 * so nothing was asked; `claimed-…`: a letter of the college says so; `open`: asked, and no letter says anything about it.
 */
export const requestStatuses = [
  'open',
  'in-progress',
  'claimed-settled',
  'claimed-partly',
  'claimed-not',
  'held',
  'not-adopted',
  'unknown',
] as const
export type RequestStatus = (typeof requestStatuses)[number]

export type ClaimFact = { claim: Claim; basis: Basis; on: IsoDate }
export type StatusFact = { status: RequestStatus; basis: Basis | null; on: IsoDate | null }

/** Status of one request: the outcome of its motion, then the newest claim that says anything about it. */
export function requestStatus(outcome: Outcome, claims: readonly ClaimFact[]): StatusFact {
  if (outcome === 'unknown') return latest(claims) ?? { status: 'unknown', basis: null, on: null }
  if (outcome === 'held') return { status: 'held', basis: null, on: null }
  if (outcome !== 'adopted' && outcome !== 'taken-over')
    return { status: 'not-adopted', basis: null, on: null }
  return latest(claims) ?? { status: 'open', basis: null, on: null }
}

const ofClaim = {
  settled: 'claimed-settled',
  partly: 'claimed-partly',
  not: 'claimed-not',
  'in-progress': 'in-progress',
} as const

function latest(claims: readonly ClaimFact[]): StatusFact | null {
  let found: StatusFact | null = null
  for (const { claim, basis, on } of claims) {
    if (claim === 'none' || (found?.on != null && found.on > on)) continue
    found = { status: ofClaim[claim], basis, on }
  }
  return found
}

/** Status of a motion: that of its requests when they agree; otherwise the part that is known. */
export function motionStatus(
  outcome: Outcome,
  requests: readonly StatusFact[],
  whole: readonly ClaimFact[],
): StatusFact {
  if (requests.length === 0) return requestStatus(outcome, whole)
  const first = requests[0]!
  if (requests.every((r) => r.status === first.status)) {
    const on =
      requests
        .map((r) => r.on)
        .sort()
        .at(-1) ?? null
    return {
      status: first.status,
      basis: requests.every((r) => r.basis === first.basis) ? first.basis : null,
      on,
    }
  }
  const answered = requests.filter((r) => r.status.startsWith('claimed-'))
  const on =
    requests
      .flatMap((r) => r.on ?? [])
      .sort()
      .at(-1) ?? null
  if (answered.length > 0) {
    const none = answered.every((r) => r.status === 'claimed-not')
    return { status: none ? 'in-progress' : 'claimed-partly', basis: null, on }
  }
  return { status: 'in-progress', basis: null, on }
}

import type { MatterState, SettlementOutcome } from './life/matter.ts'
import type { MatterStep } from './life/undo.ts'
import type { Basis, Claim, IsoDate, Outcome } from './read/reading.ts'

/**
 * Where a request or motion stands, derived from facts alone; no verdict. `not-adopted`: rejected, withdrawn, lapsed or not voted,
 * so nothing was asked; `open`: asked, and no letter says anything about it; `claimed-…`: a letter of the college says so, and nobody
 * decided; `settled-…`: the deciding body decided. `partly-settled` (some matters, not all) and `settled-mixed` (with different
 * outcomes) only of what has several matters.
 */
export const requestStatuses = [
  'open',
  'in-progress',
  'claimed-settled',
  'claimed-partly',
  'claimed-not',
  'proposed',
  'reopened',
  'partly-settled',
  'settled-carried-out',
  'settled-partly',
  'settled-not',
  'settled-absorbed',
  'settled-transferred',
  'settled-overtaken',
  'settled-announced',
  'settled-mixed',
  'held',
  'not-adopted',
  'unknown',
] as const
export type RequestStatus = (typeof requestStatuses)[number]

export type ClaimFact = { claim: Claim; basis: Basis; on: IsoDate }
/** `basis`: of a claim. `on`: the day of the claim, proposal, decision or reopening behind it. */
export type StatusFact = { status: RequestStatus; basis: Basis | null; on: IsoDate | null }
/** `on`: since when it is in its state; `outranks`: the newest decision or reopening; letters up to that day say nothing new. */
export type MatterStanding = {
  state: MatterState
  outcome: SettlementOutcome | null
  on: IsoDate | null
  outranks: IsoDate | null
}

/** Whether the deciding body decided about all of it. */
export const isSettled = (status: RequestStatus) => status.startsWith('settled-')

const decisions: readonly MatterStep[] = ['accept', 'reject', 'correct', 'reopen']
const stateSteps: readonly MatterStep[] = [...decisions, 'start', 'propose', 'withdraw-proposal']

/** @param history oldest first, without what was undone */
export function matterStanding(
  matter: { state: MatterState; outcome: SettlementOutcome | null },
  history: readonly { step: MatterStep; on: IsoDate }[],
): MatterStanding {
  const last = (steps: readonly MatterStep[]) =>
    history.findLast(({ step }) => steps.includes(step))?.on ?? null
  return { state: matter.state, outcome: matter.outcome, on: last(stateSteps), outranks: last(decisions) }
}

/** Status of one request or part: the outcome of its motion, then what was decided, then the newest claim that says anything. */
export function requestStatus(
  outcome: Outcome,
  claims: readonly ClaimFact[],
  matter: MatterStanding | null = null,
): StatusFact {
  if (outcome === 'held') return { status: 'held', basis: null, on: null }
  if (outcome !== 'adopted' && outcome !== 'taken-over' && outcome !== 'unknown')
    return { status: 'not-adopted', basis: null, on: null }
  if (!matter) {
    return latest(claims) ?? { status: outcome === 'unknown' ? 'unknown' : 'open', basis: null, on: null }
  }
  const { state, on, outranks } = matter
  switch (state) {
    case 'settled':
      return { status: `settled-${matter.outcome!}`, basis: null, on }
    case 'proposed':
    case 'reopened':
      return { status: state, basis: null, on }
    default: {
      const newer = claims.filter((claim) => outranks === null || claim.on > outranks)
      return latest(newer) ?? { status: state, basis: null, on }
    }
  }
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

/** Status of what has several matters: theirs when they agree; otherwise what is most open about them. */
export function combinedStatus(all: readonly StatusFact[]): StatusFact {
  const first = all[0]!
  const newest = (some: readonly StatusFact[]) =>
    some
      .flatMap(({ on }) => on ?? [])
      .sort()
      .at(-1) ?? null
  if (all.every(({ status }) => status === first.status)) {
    const basis = all.every((one) => one.basis === first.basis) ? first.basis : null
    return { status: first.status, basis, on: newest(all) }
  }
  for (const status of ['reopened', 'proposed'] as const) {
    const some = all.filter((one) => one.status === status)
    if (some.length > 0) return { status, basis: null, on: newest(some) }
  }
  const settled = all.filter(({ status }) => isSettled(status))
  if (settled.length > 0) {
    const status = settled.length === all.length ? 'settled-mixed' : 'partly-settled'
    return { status, basis: null, on: newest(settled) }
  }
  const claimed = all.filter(({ status }) => status.startsWith('claimed-'))
  const done = claimed.some(({ status }) => status !== 'claimed-not')
  return { status: done ? 'claimed-partly' : 'in-progress', basis: null, on: newest(all) }
}

/** What a motion asks, what letters claim of it, and how its matters stand. A claim without `about` is about all of it. */
export type StandingFacts = {
  outcome: Outcome
  requests: readonly { id: number; parts: readonly number[] }[]
  claims: readonly (ClaimFact & { about: readonly { request: number; part: number | null }[] })[]
  matters: readonly (MatterStanding & { request: number; part: number | null })[]
}
export type Standings = {
  motion: StatusFact
  requests: ReadonlyMap<number, StatusFact>
  parts: ReadonlyMap<number, StatusFact>
}

/** Where a motion, each of its requests and each of their parts stands. */
export function standingsOf({ outcome, requests, claims, matters }: StandingFacts): Standings {
  const one = (request: number, part: number | null) =>
    requestStatus(
      outcome,
      claims.filter(
        ({ about }) =>
          about.length === 0 ||
          about.some(
            (link) => link.request === request && (part === null || link.part === null || link.part === part),
          ),
      ),
      matters.find((matter) => matter.request === request && matter.part === part) ?? null,
    )
  const parts = new Map(requests.flatMap(({ id, parts }) => parts.map((part) => [part, one(id, part)])))
  const leaves = new Map(
    requests.map(({ id, parts: of }) => [
      id,
      of.length > 0 ? of.map((part) => parts.get(part)!) : [one(id, null)],
    ]),
  )
  return {
    motion:
      requests.length === 0 ? requestStatus(outcome, claims) : combinedStatus([...leaves.values()].flat()),
    requests: new Map([...leaves].map(([id, own]) => [id, combinedStatus(own)])),
    parts,
  }
}

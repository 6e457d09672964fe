import type { Actor } from '../../ctx.ts'
import { addDays } from '../../days.ts'
import { type Arrow, follow, type Refusal, type RefusedMove, refuse } from '../../machine.ts'
import type { IsoDate } from '../read/reading.ts'
import type { LifeSettings } from './settings.ts'

/** A settlement proposal, apart from the decision on it. Diagram: docs/states/proposal.md. */
export const proposalStates = ['proposed', 'objected', 'held', 'decided', 'withdrawn'] as const
export type ProposalState = (typeof proposalStates)[number]
export const proposalMoves = ['object', 'hold', 'decide', 'withdraw'] as const
export type ProposalMove = (typeof proposalMoves)[number]

export const proposalArrows: readonly Arrow<ProposalState, ProposalMove>[] = [
  ['proposed', 'object', 'objected'],
  ['proposed', 'hold', 'held'],
  ['proposed', 'decide', 'decided'],
  ['proposed', 'withdraw', 'withdrawn'],
  ['objected', 'object', 'objected'],
  ['objected', 'hold', 'held'],
  ['objected', 'decide', 'decided'],
  ['objected', 'withdraw', 'withdrawn'],
  ['held', 'object', 'held'],
  ['held', 'decide', 'decided'],
  ['held', 'withdraw', 'withdrawn'],
]

export function moveProposal(
  state: ProposalState,
  move: ProposalMove,
): { state: ProposalState } | RefusedMove {
  const to = follow(proposalArrows, state, move)
  return to ? { state: to } : refuse('move-not-possible')
}

/** The last day on which submitters may object to a proposal of this day, or null when nobody may. */
export function objectionUntil(
  proposal: { on: IsoDate; hasSubmitters: boolean },
  settings: Pick<LifeSettings, 'objectionDays'>,
): IsoDate | null {
  if (!proposal.hasSubmitters || settings.objectionDays <= 0) return null
  return addDays(proposal.on, settings.objectionDays)
}

/**
 * `by`: account of whoever made it; null when the program did, from an old register. `objectionUntil`: by the rules of the day of the
 * proposal; a later rule changes nothing.
 */
export type ProposalFacts = { by: string | null; objectionUntil: IsoDate | null }

/** Whether an objection on this day counts; null when it does. */
export function mayObject(proposal: Pick<ProposalFacts, 'objectionUntil'>, on: IsoDate): Refusal | null {
  if (proposal.objectionUntil === null) return 'nobody-may-object'
  return on > proposal.objectionUntil ? 'objection-window-closed' : null
}

/**
 * Whether this person may enter the decision of the body that decides, on the day of that decision; null when they may. Who made the
 * proposal never does; a member of the college enters what the college decides, the clerk what the council decides; and submitters
 * have their days to object first.
 */
export function mayDecide(
  proposal: ProposalFacts,
  actor: Actor,
  settings: Pick<LifeSettings, 'decidingBody'>,
  on: IsoDate,
): Refusal | null {
  if (settings.decidingBody === null) return 'no-deciding-body'
  const enters = settings.decidingBody === 'college' ? 'portfolio-holder' : 'clerk'
  if (actor.kind !== 'person' || actor.role !== enters) return 'not-deciding-body'
  if (actor.personId === proposal.by) return 'own-proposal'
  return mayObject(proposal, on) === null ? 'objection-window-open' : null
}

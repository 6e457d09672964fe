import type { Role } from '../../ctx.ts'
import type { ProposalState } from '../life/proposal.ts'
import type { DecidingBody } from '../life/settings.ts'
import type { IsoDate } from '../read/reading.ts'

export const lineChoices = ['accept', 'reject', 'hold'] as const
/** What the meeting makes of a line; `hold` puts the proposal off. */
export type LineChoice = (typeof lineChoices)[number]

/** Who keeps the lists of a municipality: whoever enters the decisions of its deciding body. Pure. */
export function keeperOf(decidingBody: DecidingBody | null): Role | null {
  if (decidingBody === null) return null
  return decidingBody === 'college' ? 'portfolio-holder' : 'clerk'
}

/** Whether a proposal can be decided at a meeting on this day: it waits, and no submitter can still object by then. Pure. */
export function isReady(
  proposal: { state: ProposalState; on: IsoDate; objectionUntil: IsoDate | null },
  meetingOn: IsoDate,
): boolean {
  const waits = proposal.state === 'proposed' || proposal.state === 'objected' || proposal.state === 'held'
  return (
    waits &&
    proposal.on <= meetingOn &&
    (proposal.objectionUntil === null || proposal.objectionUntil < meetingOn)
  )
}

/** Whether this choice needs a public reason: everything but accepting what is not announced and not objected to. Pure. */
export function needsReason(
  choice: LineChoice,
  proposal: { outcome: string; objections: readonly unknown[] },
): boolean {
  return choice !== 'accept' || proposal.outcome === 'announced' || proposal.objections.length > 0
}

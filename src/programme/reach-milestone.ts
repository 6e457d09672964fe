import type { Ctx } from '../ctx.ts'
import type { IsoDate } from '../days.ts'
import { Refused } from '../errors.ts'
import type { Evidence } from './evidence.ts'
import type { MilestoneState } from './milestone.ts'
import { actionOfMilestone } from './open-programme.ts'
import { standingEvidence } from './standing-evidence.ts'
import { changeRow, checkProgrammeRole, type Step } from './step.ts'
import { type GivenEvidence, joinEvidence, type PublishedWords, takeEvidence } from './take-evidence.ts'
import { checkProblems, happenedOn, mostText, type Problems, problem, publicLine } from './typed.ts'

export type MilestoneReached = {
  milestone: number
  version: number
  /** Today when not given. */
  on?: IsoDate | null
  evidence: readonly GivenEvidence[]
  reason?: string | null
}

/**
 * Says that a milestone was reached, and by what that is seen. When somebody else said so meanwhile, the evidence of both counts; a day
 * that differs is an error that names it.
 * @param words of the council room
 * @throws Invalid (`reached_on`, `evidence`, `evidence/0`, …); Refused `move-not-possible` (dropped), `programme-closed`; NotFound; Denied
 */
export async function reachMilestone(
  ctx: Ctx,
  input: MilestoneReached,
  words: PublishedWords,
): Promise<Step> {
  checkProgrammeRole(ctx, 'reach milestones')
  const problems: Problems = []
  const on = happenedOn(ctx, problems, 'reached_on', input.on)
  const reason = publicLine(problems, input.reason, { field: 'reason', most: mostText.reason })
  const { programme } = await actionOfMilestone(ctx, input.milestone)
  if (input.evidence.length === 0) problem(problems, 'evidence', 'evidence-needed')
  const evidence = await takeEvidence(ctx, problems, {
    programme: programme.id,
    given: input.evidence,
    words,
  })
  checkProblems(problems)
  const before: Evidence[] = await standingEvidence(ctx, input.milestone)
  return changeRow(
    ctx,
    'milestone',
    { id: input.milestone, version: input.version },
    { state: 'reached', reached_on: on },
    { step: 'reach', on, reason, evidence: joinEvidence(before, evidence) },
    (row) => {
      if ((row.state as MilestoneState) === 'dropped') throw new Refused('move-not-possible')
    },
  )
}

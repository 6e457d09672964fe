import type { Ctx } from '../ctx.ts'
import type { IsoDate } from '../days.ts'
import { Refused } from '../errors.ts'
import { extendAction } from './add-milestone.ts'
import { dayNeedsReason, dueProblem, type MilestoneState } from './milestone.ts'
import { actionOfMilestone } from './open-programme.ts'
import { changeRow, checkProgrammeRole, type Step } from './step.ts'
import { checkProblems, mostText, type Problems, plannedDay, problem, publicLine } from './typed.ts'

export type MilestoneChange = {
  milestone: number
  /** As the page showed it; what others changed since is joined. */
  version: number
  title?: string
  dueOn?: IsoDate | null
  /** The action's last day moves along when the milestone comes after it. */
  extendAction?: boolean
  /** Needed when a day moves after adoption; the old day stays in the history. */
  reason?: string | null
}

/**
 * Changes the words or the day of a milestone that is open.
 * @throws Invalid (`title`, `due_on` with `after-end` or `after-programme`, `reason`, or `changed-by-other` per field); Refused `move-not-possible`,
 * `programme-closed`; NotFound; Denied
 */
export async function changeMilestone(ctx: Ctx, input: MilestoneChange): Promise<Step> {
  checkProgrammeRole(ctx, 'plan milestones')
  const problems: Problems = []
  const wanted: Record<string, unknown> = {}
  if (input.title !== undefined) {
    wanted.title = publicLine(problems, input.title, {
      field: 'title',
      most: mostText.title,
      needed: 'needed',
    })
  }
  if (input.dueOn !== undefined) wanted.due_on = plannedDay(problems, 'due_on', input.dueOn)
  const reason = publicLine(problems, input.reason, { field: 'reason', most: mostText.reason })
  const { programme, action, adopted } = await actionOfMilestone(ctx, input.milestone)
  checkProblems(problems)
  let endsOn: IsoDate | null = null
  const step = await changeRow(
    ctx,
    'milestone',
    { id: input.milestone, version: input.version },
    wanted,
    { reason },
    (row, next) => {
      if ((row.state as MilestoneState) !== 'open') throw new Refused('move-not-possible')
      const [from, dueOn] = [row.due_on as IsoDate | null, next.due_on as IsoDate | null]
      const plan = { dueOn, endsOn: action.ends_on, programmeEndsOn: programme.ends_on }
      const past = from === dueOn ? null : dueProblem(plan)
      if (past && (past === 'after-programme' || !input.extendAction)) problem(problems, 'due_on', past)
      if (reason === null && (dayNeedsReason(adopted, from, dueOn) || (past && adopted))) {
        problem(problems, 'reason', 'reason-needed')
      }
      checkProblems(problems)
      if (past) endsOn = dueOn
    },
  )
  if (endsOn !== null) await extendAction(ctx, action, endsOn, reason)
  return step
}

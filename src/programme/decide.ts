import type { Ctx } from '../ctx.ts'
import { dayOf, type IsoDate } from '../days.ts'
import { NotFound, Refused } from '../errors.ts'
import { addMilestone } from './add-milestone.ts'
import { openMeeting } from './open-meeting.ts'
import { openAction } from './open-programme.ts'
import { addRow, checkProgrammeRole, type Step } from './step.ts'
import { checkProblems, mostText, type Problems, plannedDay, problem, publicLine } from './typed.ts'

export type NewDecision = {
  meeting: number
  /** Becomes public with the programme. */
  text: string
  /** The action that it is about; without one it is about the programme. */
  action?: number | null
  /** By when it is to be seen: a milestone of the action comes with it. */
  dueOn?: IsoDate | null
  /** What the milestone is called; the words of the decision when not given. */
  milestone?: string | null
  /** The action's last day moves along when the milestone comes after it. */
  extendAction?: boolean
}

/**
 * Notes what the steering group decided, on the day of its meeting, and adds the milestone that it sets.
 * @returns the decision, and the milestone when there is one
 * @throws Invalid (`text`, `action_id`, `due_on`, `title`, `held_on` when the meeting is still to come); Refused `meeting-closed`,
 * `programme-closed`, `move-not-possible` (a milestone for an action that is done or stopped); NotFound; Denied
 */
export async function decide(ctx: Ctx, input: NewDecision): Promise<Step & { milestone: Step | null }> {
  checkProgrammeRole(ctx, 'note decisions')
  const problems: Problems = []
  const text = publicLine(problems, input.text, { field: 'text', most: mostText.reason, needed: 'needed' })
  const dueOn = plannedDay(problems, 'due_on', input.dueOn)
  const { programme_id } = await meetingOf(ctx, input.meeting)
  const about = input.action ? await openAction(ctx, input.action) : null
  const { meeting } = await openMeeting(ctx, input.meeting)
  if (meeting.closed) throw new Refused('meeting-closed')
  if (about && about.programme.id !== programme_id) throw new NotFound()
  if (meeting.held_on > dayOf(ctx.now)) problem(problems, 'held_on', 'date-in-future')
  if (dueOn !== null && !about) problem(problems, 'action_id', 'needed')
  checkProblems(problems)
  const milestone =
    about && dueOn !== null
      ? await addMilestone(ctx, {
          action: about.action.id,
          title: input.milestone?.trim() || shortened(text!),
          dueOn,
          extendAction: input.extendAction ?? false,
          reason: text,
        })
      : null
  const decision = await addRow(ctx, 'decision', {
    programme_id,
    meeting_id: meeting.id,
    action_id: about?.action.id ?? null,
    text,
    decided_on: meeting.held_on,
    milestone_id: milestone?.id ?? null,
  })
  return { ...decision, milestone }
}

async function meetingOf(ctx: Ctx, id: number) {
  const row = await ctx.tx
    .selectFrom('programme.meeting')
    .select('programme_id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', id)
    .where('removed', '=', false)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

/** As much of a text as fits a title, up to a whole word and without its full stop. Pure. */
export function shortened(typed: string, most: number = mostText.title): string {
  const text = typed.replace(/\.$/, '')
  if (text.length <= most) return text
  return `${text.slice(0, most - 1).replace(/\s+\S*$/, '')}…`
}

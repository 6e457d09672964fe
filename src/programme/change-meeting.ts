import type { Ctx } from '../ctx.ts'
import type { IsoDate } from '../days.ts'
import { Invalid, Refused } from '../errors.ts'
import { mergeText } from '../merge-text.ts'
import { openMeeting } from './open-meeting.ts'
import { changeRow, checkProgrammeRole, rowAt, type Step } from './step.ts'
import { checkProblems, deskText, mostText, type Problems, plannedDay, problem, publicLine } from './typed.ts'

export type MeetingChange = {
  meeting: number
  version: number
  heldOn?: IsoDate | null
  name?: string
  notes?: string | null
}

/**
 * Changes the day, the name or the notes of a meeting that is not closed. Notes that several people wrote are joined by paragraphs.
 * @throws Invalid (`held_on`, `name`, `notes`, also `changed-by-other`); Refused `meeting-closed`, `programme-closed`; NotFound; Denied
 */
export async function changeMeeting(ctx: Ctx, input: MeetingChange): Promise<Step> {
  checkProgrammeRole(ctx, 'change meetings')
  const problems: Problems = []
  const wanted: Record<string, unknown> = {}
  if (input.heldOn !== undefined) {
    wanted.held_on = plannedDay(problems, 'held_on', input.heldOn)
    if (wanted.held_on === null) problem(problems, 'held_on', 'needed')
  }
  if (input.name !== undefined) {
    wanted.name = publicLine(problems, input.name, {
      field: 'name',
      most: mostText.title,
      needed: 'needed',
    })
  }
  const notes = input.notes === undefined ? undefined : deskText(problems, 'notes', input.notes)
  checkProblems(problems)
  const seen = { id: input.meeting, version: input.version }
  const { meeting } = await openMeeting(ctx, seen.id)
  if (meeting.closed) throw new Refused('meeting-closed')
  const base = meeting.version === seen.version ? meeting : await rowAt(ctx, 'meeting', seen)
  const step = await changeRow(ctx, 'meeting', seen, wanted)
  if (notes === undefined) return step
  const merged = mergeText((base.notes as string | null) ?? '', notes ?? '', meeting.notes ?? '')
  if (merged.conflicts.length > 0) {
    throw new Invalid('form-invalid', [{ field: 'notes', code: 'changed-by-other' }])
  }
  const noted = await changeRow(ctx, 'meeting', step, { notes: merged.text || null })
  const joined = notes === meeting.notes || meeting.notes === base.notes ? [] : ['notes']
  return { ...noted, joined: [...new Set([...step.joined, ...joined])] }
}

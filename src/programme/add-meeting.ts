import type { Ctx } from '../ctx.ts'
import type { IsoDate } from '../days.ts'
import { openProgramme } from './open-programme.ts'
import { addRow, checkProgrammeRole, type Step } from './step.ts'
import { checkProblems, deskText, mostText, type Problems, plannedDay, problem, publicLine } from './typed.ts'

/**
 * Plans a meeting of the steering group, or notes one that was held. Its name and notes are for the desk.
 * @throws Invalid (`held_on`, `name`, `notes`); Refused `programme-closed`; NotFound; Denied
 */
export async function addMeeting(
  ctx: Ctx,
  input: { programme: number; heldOn: IsoDate | null; name: string; notes?: string | null },
): Promise<Step> {
  checkProgrammeRole(ctx, 'plan meetings')
  const problems: Problems = []
  const heldOn = plannedDay(problems, 'held_on', input.heldOn)
  if (heldOn === null) problem(problems, 'held_on', 'needed')
  const name = publicLine(problems, input.name, { field: 'name', most: mostText.title, needed: 'needed' })
  const notes = deskText(problems, 'notes', input.notes)
  checkProblems(problems)
  const { id } = await openProgramme(ctx, input.programme)
  return addRow(ctx, 'meeting', { programme_id: id, held_on: heldOn, name, notes })
}

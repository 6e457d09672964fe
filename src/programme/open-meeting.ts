import type { Selectable } from 'kysely'
import type { Ctx } from '../ctx.ts'
import { NotFound } from '../errors.ts'
import { openProgramme } from './open-programme.ts'
import { lockRow, type Row } from './step.ts'
import type { MeetingTable } from './tables.ts'

export type MeetingRow = Selectable<MeetingTable> & Row
/** Holds a meeting of the steering group, and its programme. @throws NotFound; Refused `programme-closed` */
export async function openMeeting(ctx: Ctx, id: number) {
  const meeting = await lockRow<MeetingRow>(ctx, 'meeting', id)
  if (meeting.removed) throw new NotFound()
  return { meeting, programme: await openProgramme(ctx, meeting.programme_id) }
}

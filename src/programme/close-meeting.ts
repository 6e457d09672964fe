import type { Ctx } from '../ctx.ts'
import { Refused } from '../errors.ts'
import { openMeeting } from './open-meeting.ts'
import { changeRow, checkProgrammeRole, type Step } from './step.ts'

type Seen = { meeting: number; version: number }
/** Closes a meeting: nothing is decided in it any more. @throws Refused `move-not-possible`, `programme-closed`; NotFound; Denied */
export const closeMeeting = (ctx: Ctx, input: Seen): Promise<Step> => setClosed(ctx, input, true)
/** Opens a closed meeting again. @throws as `closeMeeting` */
export const reopenMeeting = (ctx: Ctx, input: Seen): Promise<Step> => setClosed(ctx, input, false)

async function setClosed(ctx: Ctx, input: Seen, closed: boolean): Promise<Step> {
  checkProgrammeRole(ctx, closed ? 'close meetings' : 'open meetings again')
  const { meeting } = await openMeeting(ctx, input.meeting)
  if (meeting.closed === closed) throw new Refused('move-not-possible')
  const { id, version } = { id: meeting.id, version: input.version }
  return changeRow(ctx, 'meeting', { id, version }, { closed }, { step: closed ? 'close' : 'reopen' })
}

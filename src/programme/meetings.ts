import type { Ctx } from '../ctx.ts'
import type { IsoDate } from '../days.ts'
import { NotFound } from '../errors.ts'

/** A meeting of the steering group, as the desk sees it. */
export type Meeting = {
  id: number
  version: number
  programme: number
  heldOn: IsoDate
  name: string
  notes: string | null
  closed: boolean
}

const meetings = ({ tx, actor }: Ctx) =>
  tx
    .selectFrom('programme.meeting')
    .select(['id', 'version', 'programme_id as programme', 'held_on as heldOn', 'name', 'notes', 'closed'])
    .where('municipality', '=', actor.municipality)
    .where('removed', '=', false)

/** The newest first. */
export const meetingsOf = (ctx: Ctx, programme: number): Promise<Meeting[]> =>
  meetings(ctx)
    .where('programme_id', '=', programme)
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** @throws NotFound */
export async function meetingAt(ctx: Ctx, of: { programme: number; meeting: number }): Promise<Meeting> {
  const row = await meetings(ctx)
    .where('programme_id', '=', of.programme)
    .where('id', '=', of.meeting)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

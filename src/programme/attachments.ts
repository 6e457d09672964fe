import type { Ctx } from '../ctx.ts'
import { NotFound } from '../errors.ts'

/** A file that came with a report: for the desk only. */
export type AttachmentRef = { id: number; history: number; fileName: string; mediaType: string }

/** Files of the reports of an action, oldest first; those of reports that were taken back too. */
export async function attachmentsOf(ctx: Ctx, { action }: { action: number }): Promise<AttachmentRef[]> {
  return ctx.tx
    .selectFrom('programme.attachment as attachment')
    .innerJoin('programme.history as history', (join) =>
      join
        .onRef('history.municipality', '=', 'attachment.municipality')
        .onRef('history.id', '=', 'attachment.history_id'),
    )
    .select([
      'attachment.id',
      'attachment.history_id as history',
      'attachment.file_name as fileName',
      'attachment.media_type as mediaType',
    ])
    .where('attachment.municipality', '=', ctx.actor.municipality)
    .where('history.action_id', '=', action)
    .orderBy('attachment.id')
    .execute()
}

/** @throws NotFound */
export async function attachmentFile(ctx: Ctx, of: { programme: number; attachment: number }) {
  const row = await ctx.tx
    .selectFrom('programme.attachment')
    .select(['bytes', 'file_name as fileName', 'media_type as mediaType'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('programme_id', '=', of.programme)
    .where('id', '=', of.attachment)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

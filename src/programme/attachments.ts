import type { Ctx } from '../ctx.ts'
import { dayOf, type IsoDate } from '../days.ts'
import { NotFound } from '../errors.ts'
import { mayDestroy } from './destroy-file.ts'

/** A file that came with a report: for the desk only. */
export type AttachmentRef = {
  id: number
  history: number
  fileName: string
  mediaType: string
  /** When and by whom; its bytes are gone. Null: it is still there. */
  destroyed: { on: IsoDate; by: string } | null
  /** Whether whoever looks may destroy it now. */
  mayDestroy: boolean
}

/** Files of the reports of an action, oldest first; those of reports that were taken back too, and those that were destroyed. */
export async function attachmentsOf(ctx: Ctx, { action }: { action: number }): Promise<AttachmentRef[]> {
  const rows = await ctx.tx
    .selectFrom('programme.attachment as attachment')
    .innerJoin('programme.history as history', (join) =>
      join
        .onRef('history.municipality', '=', 'attachment.municipality')
        .onRef('history.id', '=', 'attachment.history_id'),
    )
    .innerJoin('programme.history_detail as added', (join) =>
      join
        .onRef('added.municipality', '=', 'attachment.municipality')
        .onRef('added.history_id', '=', 'attachment.history_id'),
    )
    .leftJoin('programme.history as destroyed', (join) =>
      join
        .onRef('destroyed.municipality', '=', 'attachment.municipality')
        .onRef('destroyed.id', '=', 'attachment.destroyed_in'),
    )
    .leftJoin('programme.history_detail as destroyer', (join) =>
      join
        .onRef('destroyer.municipality', '=', 'attachment.municipality')
        .onRef('destroyer.history_id', '=', 'attachment.destroyed_in'),
    )
    .select([
      'attachment.id',
      'attachment.history_id as history',
      'attachment.file_name as fileName',
      'attachment.media_type as mediaType',
      'added.actor_id as addedBy',
      'destroyed.moved_at as destroyedAt',
      'destroyer.actor_name as destroyedBy',
    ])
    .where('attachment.municipality', '=', ctx.actor.municipality)
    .where('history.action_id', '=', action)
    .orderBy('attachment.id')
    .execute()
  return rows.map(({ addedBy, destroyedAt, destroyedBy, ...file }) => ({
    ...file,
    destroyed: destroyedAt ? { on: dayOf(destroyedAt), by: destroyedBy ?? '' } : null,
    mayDestroy: destroyedAt === null && mayDestroy(ctx, addedBy),
  }))
}

/** @throws NotFound, also for a file that was destroyed */
export async function attachmentFile(ctx: Ctx, of: { programme: number; attachment: number }) {
  const row = await ctx.tx
    .selectFrom('programme.attachment')
    .select(['bytes', 'file_name as fileName', 'media_type as mediaType'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('programme_id', '=', of.programme)
    .where('id', '=', of.attachment)
    .executeTakeFirst()
  if (!row || row.bytes === null) throw new NotFound()
  return { ...row, bytes: row.bytes }
}

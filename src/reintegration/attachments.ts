import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { NotFound } from '../errors.ts'
import type { CleanFile, FileKind } from '../files/clean-file.ts'
import type { Trajectory } from './open-trajectory.ts'
import { accountOf } from './rows.ts'
import { nextId, placeIn } from './sealed-rows.ts'

/** A file of a case, without what is in it. `size` in bytes. */
export type AttachmentRef = { id: number; name: string; kind: FileKind; size: number; at: Date }

/** How many files may come with one note. */
export const mostFiles = 5

/**
 * Keeps files with a note, sealed. They come here clean: see `cleanFile`.
 * @throws {NotFound} no such note in this case
 */
export async function addAttachments(
  ctx: CaseCtx,
  trajectory: Trajectory,
  input: { noteId: number; files: readonly CleanFile[] },
): Promise<void> {
  if (input.files.length === 0) return
  const note = await ctx.tx
    .selectFrom('reintegration.note')
    .select('id')
    .where('id', '=', input.noteId)
    .where('trajectory_id', '=', trajectory.id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!note) throw new NotFound()
  const ids: number[] = []
  for (const file of input.files) {
    const id = await nextId(ctx, 'reintegration.attachment')
    await ctx.tx
      .insertInto('reintegration.attachment')
      .values({
        id,
        trajectory_id: trajectory.id,
        note_id: note.id,
        name: trajectory.key.seal(placeIn('reintegration.attachment', id, 'name'), file.name),
        kind: file.kind,
        size: file.bytes.length,
        content: trajectory.key.seal(placeIn('reintegration.attachment', id, 'content'), file.bytes),
        added_by: accountOf(ctx),
        added_at: ctx.now,
        removed_at: null,
      })
      .execute()
    ids.push(id)
  }
  await append(ctx, {
    event: 'attachment.added',
    action: 'C',
    purpose: trajectory.purpose,
    trajectory: trajectory.id,
    parts: { note: note.id, attachment: ids },
    fields: ['name', 'content'],
  })
}

/** Files of these notes, by note. */
export async function attachmentsOf(
  ctx: CaseCtx,
  trajectory: Trajectory,
  notes: readonly number[],
): Promise<Map<number, AttachmentRef[]>> {
  const by = new Map<number, AttachmentRef[]>()
  if (notes.length === 0) return by
  const rows = await ctx.tx
    .selectFrom('reintegration.attachment')
    .select(['id', 'note_id', 'name', 'kind', 'size', 'added_at'])
    .where('trajectory_id', '=', trajectory.id)
    .where('note_id', 'in', [...notes])
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  for (const { id, note_id, name, kind, size, added_at } of rows) {
    if (note_id === null) continue
    const opened = trajectory.key.openText(placeIn('reintegration.attachment', id, 'name'), name)
    by.set(note_id, [...(by.get(note_id) ?? []), { id, name: opened, kind, size, at: added_at }])
  }
  return by
}

/**
 * A file to download; each time stands in the trail.
 * @throws {NotFound} also when it was removed, or hangs on another case
 */
export async function downloadAttachment(
  ctx: CaseCtx,
  trajectory: Trajectory,
  id: number,
): Promise<{ kind: FileKind; bytes: Uint8Array }> {
  const row = await ctx.tx
    .selectFrom('reintegration.attachment')
    .select(['id', 'kind', 'content'])
    .where('id', '=', id)
    .where('trajectory_id', '=', trajectory.id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  await append(ctx, {
    event: 'attachment.downloaded',
    action: 'E',
    purpose: trajectory.purpose,
    trajectory: trajectory.id,
    parts: { attachment: id },
  })
  return {
    kind: row.kind,
    bytes: trajectory.key.open(placeIn('reintegration.attachment', id, 'content'), row.content),
  }
}

/** Takes a file out of sight. It is kept until the term of the case ends. */
export async function removeAttachment(ctx: CaseCtx, trajectory: Trajectory, id: number): Promise<void> {
  const removed = await ctx.tx
    .updateTable('reintegration.attachment')
    .set({ removed_at: ctx.now })
    .where('id', '=', id)
    .where('trajectory_id', '=', trajectory.id)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!removed) throw new NotFound()
  await append(ctx, {
    event: 'attachment.removed',
    action: 'D',
    purpose: trajectory.purpose,
    trajectory: trajectory.id,
    parts: { attachment: id },
    fields: ['removed-at'],
  })
}

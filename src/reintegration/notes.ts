import { sql } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { Invalid, NotFound } from '../errors.ts'
import { type AttachmentRef, attachmentsOf } from './attachments.ts'
import type { Trajectory } from './open-trajectory.ts'
import { accountOf, lockRow, written } from './rows.ts'
import { keepBefore, nextId, placeIn } from './sealed-rows.ts'

export const noteKinds = ['conversation', 'observation', 'agreement', 'safety', 'intake'] as const
export type NoteKind = (typeof noteKinds)[number]

export type Note = {
  id: number
  kind: NoteKind
  body: string
  by: string | null
  at: Date
  version: number
  attachments: readonly AttachmentRef[]
}

/** Notes on one page. */
export const notesOnPage = 10

/**
 * Writes a note; what is in it is sealed.
 * @returns its identifier
 * @throws {Invalid} `body` needed
 */
export async function writeNote(
  ctx: CaseCtx,
  trajectory: Trajectory,
  input: { kind: NoteKind; body: string },
): Promise<number> {
  const body = neededBody(input.body)
  const id = await nextId(ctx, 'reintegration.note')
  await ctx.tx
    .insertInto('reintegration.note')
    .values({
      id,
      trajectory_id: trajectory.id,
      kind: input.kind,
      body: trajectory.key.seal(placeIn('reintegration.note', id, 'body'), body),
      written_by: accountOf(ctx),
      written_at: ctx.now,
      removed_at: null,
    })
    .execute()
  await say(ctx, trajectory, 'note.written', 'C', id, ['kind', 'body'])
  return id
}

/** @throws {Invalid} `body` needed; `changed-by-other` @throws {NotFound} when it was removed */
export async function changeNote(
  ctx: CaseCtx,
  trajectory: Trajectory,
  input: { id: number; version: number; kind: NoteKind; body: string },
): Promise<void> {
  const body = neededBody(input.body)
  const row = await lockRow(ctx, trajectory, 'reintegration.note', input)
  if (row.removed_at) throw new NotFound()
  const was = { kind: row.kind, body: trajectory.key.openText(placeOf(row), row.body) }
  const fields = [...(was.kind === input.kind ? [] : ['kind']), ...(was.body === body ? [] : ['body'])]
  if (fields.length === 0) return
  await keepBefore(ctx, trajectory, {
    part: 'note',
    id: row.id,
    version: row.version,
    change: 'changed',
    before: was,
  })
  const version = row.version + 1
  await ctx.tx
    .updateTable('reintegration.note')
    .set({ kind: input.kind, body: trajectory.key.seal(placeOf({ id: row.id, version }), body), version })
    .where('id', '=', row.id)
    .execute()
  await say(ctx, trajectory, 'note.changed', 'U', row.id, fields)
}

/** Takes a note out of sight with its files. It is kept until the term of the case ends. */
export async function removeNote(
  ctx: CaseCtx,
  trajectory: Trajectory,
  input: { id: number; version: number },
): Promise<void> {
  const row = await lockRow(ctx, trajectory, 'reintegration.note', input)
  if (row.removed_at) throw new NotFound()
  const body = trajectory.key.openText(placeOf(row), row.body)
  await keepBefore(ctx, trajectory, {
    part: 'note',
    id: row.id,
    version: row.version,
    change: 'removed',
    before: { kind: row.kind, body },
  })
  const version = row.version + 1
  await ctx.tx
    .updateTable('reintegration.note')
    .set({
      removed_at: ctx.now,
      body: trajectory.key.seal(placeOf({ id: row.id, version }), body),
      version,
    })
    .where('id', '=', row.id)
    .execute()
  await ctx.tx
    .updateTable('reintegration.attachment')
    .set({ removed_at: ctx.now })
    .where('note_id', '=', row.id)
    .where('removed_at', 'is', null)
    .execute()
  await say(ctx, trajectory, 'note.removed', 'D', row.id, ['removed-at'])
}

/**
 * Notes, the newest first, and the identifier to go on from where there are older ones. Which were read stands in the trail.
 * @param before only older than the note of this identifier
 */
export async function notesOf(
  ctx: CaseCtx,
  trajectory: Trajectory,
  { before, most = notesOnPage }: { before?: number | null; most?: number } = {},
): Promise<{ notes: Note[]; older: number | null }> {
  let query = ctx.tx
    .selectFrom('reintegration.note as note')
    .innerJoin('gate.account as account', 'account.id', 'note.written_by')
    .select(['note.id', 'note.kind', 'note.body', 'note.written_at', 'note.version', 'account.name'])
    .where('note.trajectory_id', '=', trajectory.id)
    .where('note.removed_at', 'is', null)
    .orderBy('note.id', 'desc')
    .limit(most + 1)
  if (before) query = query.where('note.id', '<', before)
  const rows = await query.execute()
  const shown = rows.slice(0, most)
  const files = await attachmentsOf(
    ctx,
    trajectory,
    shown.map(({ id }) => id),
  )
  const notes = shown.map((row) => ({
    id: row.id,
    kind: row.kind,
    body: trajectory.key.openText(placeOf(row), row.body),
    by: row.name,
    at: row.written_at,
    version: row.version,
    attachments: files.get(row.id) ?? [],
  }))
  if (notes.length > 0) {
    await append(ctx, {
      event: 'note.read',
      action: 'R',
      purpose: trajectory.purpose,
      trajectory: trajectory.id,
      parts: { note: notes.map(({ id }) => id) },
    })
  }
  return { notes, older: rows.length > most ? (shown.at(-1)?.id ?? null) : null }
}

/** One note. @throws {NotFound} also when it was removed, or hangs on another case */
export async function noteNamed(ctx: CaseCtx, trajectory: Trajectory, id: number): Promise<Note> {
  const { notes } = await notesOf(ctx, trajectory, { before: id + 1, most: 1 })
  const note = notes[0]
  if (note?.id !== id) throw new NotFound()
  return note
}

/** How many notes there are. */
export async function countNotes(ctx: CaseCtx, trajectory: Trajectory): Promise<number> {
  const { count } = await ctx.tx
    .selectFrom('reintegration.note')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('trajectory_id', '=', trajectory.id)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

const placeOf = ({ id, version }: { id: number; version: number }) =>
  placeIn('reintegration.note', id, 'body', version)

function neededBody(text: string): string {
  const body = written(text)
  if (!body) throw new Invalid('form-invalid', [{ field: 'body', code: 'needed' }])
  return body
}

const say = (
  ctx: CaseCtx,
  trajectory: Trajectory,
  event: string,
  action: 'C' | 'U' | 'D',
  id: number,
  fields: readonly string[],
) =>
  append(ctx, {
    event,
    action,
    purpose: trajectory.purpose,
    trajectory: trajectory.id,
    parts: { note: id },
    fields,
  })

/** Between her and who works with her: messages, and what she says is not right. */
import { sql } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { Invalid } from '../errors.ts'
import type { Trajectory } from './open-trajectory.ts'
import { accountOf, type CaseKey, written } from './rows.ts'
import { nextId, placeIn } from './sealed-rows.ts'

export type Message = {
  id: number
  /** Whether she wrote it. */
  hers: boolean
  /** Of the staff; null when she wrote it. */
  name: string | null
  kind: 'message' | 'correction'
  text: string
  at: Date
  readAt: Date | null
}

/** Newest first. */
export async function messagesOf(ctx: CaseCtx, { id, key }: CaseKey): Promise<Message[]> {
  const rows = await ctx.tx
    .selectFrom('reintegration.message as message')
    .innerJoin('gate.account as account', 'account.id', 'message.written_by')
    .select(['message.id', 'message.kind', 'message.body', 'message.at', 'message.read_at as readAt'])
    .select(['account.name', 'account.kind as writer'])
    .where('message.trajectory_id', '=', id)
    .orderBy('message.id', 'desc')
    .execute()
  return rows.map(({ body, writer, name, ...row }) => ({
    ...row,
    hers: writer === 'survivor',
    name,
    text: key.openText(placeIn('reintegration.message', row.id, 'body'), body),
  }))
}

/**
 * Writes a message: she to her team, or staff to her.
 * @returns its identifier
 * @throws {Invalid} `text` needed
 */
export async function writeMessage(
  ctx: CaseCtx,
  { id: trajectoryId, key }: CaseKey,
  input: { text: string; kind?: Message['kind'] },
): Promise<number> {
  const text = written(input.text)
  if (!text) throw new Invalid('form-invalid', [{ field: 'text', code: 'needed' }])
  const kind = input.kind ?? 'message'
  const id = await nextId(ctx, 'reintegration.message')
  await ctx.tx
    .insertInto('reintegration.message')
    .values({
      id,
      trajectory_id: trajectoryId,
      written_by: accountOf(ctx),
      kind,
      body: key.seal(placeIn('reintegration.message', id, 'body'), text),
      at: ctx.now,
      read_at: null,
    })
    .execute()
  await append(ctx, {
    event: kind === 'correction' ? 'message.corrected' : 'message.written',
    action: 'C',
    purpose: ctx.actor.kind === 'survivor' ? 'own' : 'care',
    trajectory: trajectoryId,
    parts: { message: id },
    fields: ['body'],
  })
  return id
}

/** Keeps that what she wrote was read. @returns how many that were */
export async function readMessages(ctx: CaseCtx, trajectory: Trajectory): Promise<number> {
  const read = await ctx.tx
    .updateTable('reintegration.message as message')
    .set({ read_at: sql<Date>`meta.clock()` })
    .where('message.trajectory_id', '=', trajectory.id)
    .where('message.read_at', 'is', null)
    .where(
      sql<boolean>`exists (select from gate.account account where account.id = message.written_by and account.kind = 'survivor')`,
    )
    .returning('message.id')
    .execute()
  if (read.length > 0) {
    await append(ctx, {
      event: 'message.read',
      action: 'U',
      purpose: trajectory.purpose,
      trajectory: trajectory.id,
      parts: { message: read.map(({ id }) => id) },
      fields: ['read-at'],
    })
  }
  return read.length
}

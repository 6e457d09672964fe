/** What a partner asks or reports about a share, and what staff answers. */
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { Invalid, Refused } from '../errors.ts'
import type { Trajectory } from './open-trajectory.ts'
import { accountOf, type CaseKey, written } from './rows.ts'
import { nextId, placeIn } from './sealed-rows.ts'
import { shareOf } from './shares-queries.ts'

export type ShareMessage = {
  id: number
  kind: 'question' | 'answer' | 'report'
  text: string
  at: Date
  /** The account that wrote it. */
  by: string
  answers: number | null
}

/** Of one share, oldest first. */
export async function shareMessages(
  ctx: CaseCtx,
  { id, key }: CaseKey,
  shareId: number,
): Promise<ShareMessage[]> {
  const rows = await ctx.tx
    .selectFrom('reintegration.share_message')
    .select(['id', 'kind', 'body', 'at', 'written_by as by', 'answers'])
    .where('share_id', '=', shareId)
    .where('trajectory_id', '=', id)
    .orderBy('id')
    .execute()
  return rows.map(({ body, ...row }) => ({
    ...row,
    text: key.openText(placeIn('reintegration.share_message', row.id, 'body'), body),
  }))
}

/** @throws {Invalid} `text` needed */
export async function writeShareMessage(
  ctx: CaseCtx,
  { id: trajectoryId, key }: CaseKey,
  input: { share: number; kind: ShareMessage['kind']; text: string; answers?: number | null },
): Promise<number> {
  const text = written(input.text)
  if (!text) throw new Invalid('form-invalid', [{ field: 'text', code: 'needed' }])
  const id = await nextId(ctx, 'reintegration.share_message')
  await ctx.tx
    .insertInto('reintegration.share_message')
    .values({
      id,
      trajectory_id: trajectoryId,
      share_id: input.share,
      written_by: accountOf(ctx),
      body: key.seal(placeIn('reintegration.share_message', id, 'body'), text),
      at: ctx.now,
      kind: input.kind,
      answers: input.answers ?? null,
    })
    .execute()
  await append(ctx, {
    event: `share-message.${input.kind === 'answer' ? 'answered' : input.kind === 'report' ? 'reported' : 'asked'}`,
    action: 'C',
    purpose: 'share',
    trajectory: trajectoryId,
    parts: { share: input.share, message: id },
    fields: ['body'],
  })
  return id
}

/**
 * Answers what a partner asked; the partner reads it on its own page.
 * @throws {Refused} `move-not-possible` when the share does not run any more or nothing was asked
 */
export async function answerPartner(
  ctx: CaseCtx,
  trajectory: Trajectory,
  input: { share: number; text: string },
): Promise<number> {
  const share = await shareOf(ctx, trajectory, input.share)
  if (share.questionId === null) throw new Refused('move-not-possible')
  return writeShareMessage(ctx, trajectory, { ...input, kind: 'answer', answers: share.questionId })
}

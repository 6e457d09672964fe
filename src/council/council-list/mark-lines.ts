import { publicText } from '../../cover.ts'
import type { Ctx } from '../../ctx.ts'
import { Invalid } from '../../errors.ts'
import { type LineChoice, lineChoices } from './council-list.ts'
import { lockList, touchList } from './lock-list.ts'

/** `choice` null: nothing was chosen yet. */
export type LineMark = { position: number; choice: LineChoice | null; reason: string | null }

/**
 * Keeps what was chosen and typed for the lines of a list; nothing is decided by it. Lines that were dealt with stay as they are.
 * @throws Refused `changed-by-other`, `list-closed`; Denied; NotFound
 */
export async function markLines(
  ctx: Ctx,
  input: { list: number; version: number; marks: readonly LineMark[] },
): Promise<{ version: number }> {
  const row = await lockList(ctx, input)
  for (const { position, choice, reason } of input.marks) {
    if (choice !== null && !lineChoices.includes(choice)) {
      throw new Invalid('form-invalid', [{ field: `lines/${position}/choice`, code: 'not-a-choice' }])
    }
    await ctx.tx
      .updateTable('council.council_list_line')
      .set({ choice, reason: publicText(reason) })
      .where('municipality', '=', ctx.actor.municipality)
      .where('list_id', '=', row.id)
      .where('position', '=', position)
      .where('done', 'is', null)
      .execute()
  }
  return { version: await touchList(ctx, row) }
}

/** Takes a line that was not dealt with off the list. @throws as `markLines` */
export async function removeLine(
  ctx: Ctx,
  input: { list: number; version: number; position: number },
): Promise<{ version: number }> {
  const row = await lockList(ctx, input)
  await ctx.tx
    .deleteFrom('council.council_list_line')
    .where('municipality', '=', ctx.actor.municipality)
    .where('list_id', '=', row.id)
    .where('position', '=', input.position)
    .where('done', 'is', null)
    .execute()
  return { version: await touchList(ctx, row) }
}

import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { Invalid } from '../../errors.ts'
import type { IsoDate } from '../read/reading.ts'
import { checkDay, checkRole, neededText, type Step } from './moving.ts'
import { lockMatter, matterOfRow, stepMatter } from './step-matter.ts'

/**
 * Notes a term that was agreed afterwards, or that none was (`notAfter: null`), with the words that say so. The term of the text stays
 * in the request. @throws Invalid (`notAfter`, `reason`); Refused `changed-by-other`, `move-not-possible`; Denied; NotFound
 */
export async function agreeTerm(
  ctx: Ctx,
  input: { matter: number; version: number; notAfter: IsoDate | null; reason: string },
): Promise<Step> {
  checkRole(ctx, 'agree-term')
  const reason = neededText(input.reason, 'reason')
  if (input.notAfter !== null) checkDay(input.notAfter, 'notAfter')
  const row = await lockMatter(ctx, input)
  if (
    row.term_not_before &&
    input.notAfter &&
    input.notAfter < row.term_not_before &&
    row.term_source === 'text'
  ) {
    throw new Invalid('form-invalid', [{ field: 'notAfter', code: 'date-too-early' }])
  }
  return stepMatter(
    ctx,
    row,
    matterOfRow(row),
    { step: 'agree-term', on: dayOf(ctx.now), reason, event: 'matter.term-agreed' },
    {
      term_source: input.notAfter === null ? 'none-agreed' : 'agreed',
      term_text: reason,
      term_not_before: null,
      term_not_after: input.notAfter,
      term_basis: null,
    },
  )
}

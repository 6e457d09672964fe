import type { Ctx } from '../../ctx.ts'
import type { At } from '../evidence.ts'
import { addRow, checkProgrammeRole, type Step } from '../step.ts'
import type { PublishedWords } from '../take-evidence.ts'
import { checkProblems, type Problems, problem } from '../typed.ts'
import { openIndicator } from './open-indicator.ts'
import { checkValue, type ValueFields, valueColumns } from './typed-value.ts'

export type NewValue = {
  indicator: number
  /** The published document that states it, and where in it. */
  document: number
  at?: At | null
} & Omit<ValueFields, 'note'> & { note?: string | null }

/**
 * Adds a stated count: a figure over a period, with the document that says so.
 * @param words of the council room: what the document says there
 * @throws Invalid by column, among them `too-small`, `period-too-short`, `difference-small`, `periods-cross`, `period-taken`,
 * `document_id` with `document-missing`, `at` with `passage-missing`; Refused `programme-closed`; NotFound; Denied
 */
export async function addValue(ctx: Ctx, input: NewValue, words: PublishedWords): Promise<Step> {
  checkProgrammeRole(ctx, 'add figures')
  const problems: Problems = []
  const columns = valueColumns(ctx, problems, { note: null, ...input })
  const open = await openIndicator(ctx, input.indicator)
  const origin = await originColumns(ctx, problems, input, words)
  checkProblems(problems)
  const row = {
    ...columns,
    programme_id: open.indicator.programme_id,
    indicator_id: open.indicator.id,
    kind: 'count',
    ...origin,
  }
  await checkValue(ctx, open, row as never)
  return addRow(ctx, 'value', { ...row, at: origin.at && JSON.stringify(origin.at) })
}

/** The document and the words in it that state a figure, as columns. */
export async function originColumns(
  ctx: Ctx,
  problems: Problems,
  { document, at }: { document: number; at?: At | null },
  words: PublishedWords,
): Promise<{ document_id: number; at: At | null; quotation: string | null }> {
  const place = at && at.length > 0 ? at : null
  const [text = null] = await words(ctx, [{ document, at: place }])
  if (text === null)
    problem(problems, place ? 'at' : 'document_id', place ? 'passage-missing' : 'document-missing')
  return { document_id: document, at: place, quotation: place ? text : null }
}

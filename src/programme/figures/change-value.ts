import type { Ctx } from '../../ctx.ts'
import { NotFound } from '../../errors.ts'
import type { At } from '../evidence.ts'
import { changeRow, checkProgrammeRole, type Step } from '../step.ts'
import type { PublishedWords } from '../take-evidence.ts'
import { checkProblems, mostText, type Problems, problem, publicLine } from '../typed.ts'
import { undoStep } from '../undo-step.ts'
import { originColumns } from './add-value.ts'
import { type OpenIndicator, openIndicator } from './open-indicator.ts'
import type { TypedNumber } from './typed-indicator.ts'
import { checkValue, type ValueFields, valueColumns } from './typed-value.ts'

export type ValueCorrection = {
  value: number
  version: number
  /** Of a stated count only. */
  document?: number
  at?: At | null
  /** Why it was wrong; what was said before stays in the history. */
  reason: string
  figure?: TypedNumber
} & Partial<Omit<ValueFields, 'value'>>

/**
 * Corrects a figure.
 * @throws Invalid as `addValue`, `correction-small` (the difference itself would point at a person), `changed-by-other`; Refused; NotFound
 */
export async function correctValue(ctx: Ctx, input: ValueCorrection, words: PublishedWords): Promise<Step> {
  checkProgrammeRole(ctx, 'correct figures')
  const problems: Problems = []
  const { figure, value, ...fields } = input
  const wanted = valueColumns(ctx, problems, { ...fields, ...(figure !== undefined && { value: figure }) })
  const reason = publicLine(problems, input.reason, {
    field: 'reason',
    most: mostText.reason,
    needed: 'reason-needed',
  })
  const open = await openIndicatorOf(ctx, value)
  if (input.document !== undefined)
    Object.assign(wanted, await originColumns(ctx, problems, { ...input, document: input.document }, words))
  checkProblems(problems)
  const seen = { id: value, version: input.version }
  return changeRow(ctx, 'value', seen, wanted, { reason }, async (row, next) => {
    if (row.kind !== 'count' && input.document !== undefined) problem(problems, 'document_id', 'not-a-choice')
    checkProblems(problems)
    await checkValue(ctx, open, next)
  })
}

/** Takes a figure away; it stays in the history. @throws Invalid `reason`; Refused `programme-closed`; NotFound; Denied */
export async function removeValue(
  ctx: Ctx,
  input: { value: number; version: number; reason: string },
): Promise<Step> {
  checkProgrammeRole(ctx, 'remove figures')
  const problems: Problems = []
  const reason = publicLine(problems, input.reason, {
    field: 'reason',
    most: mostText.reason,
    needed: 'reason-needed',
  })
  await openIndicatorOf(ctx, input.value)
  checkProblems(problems)
  const seen = { id: input.value, version: input.version }
  return changeRow(ctx, 'value', seen, { removed: true }, { step: 'remove', reason })
}

/**
 * Takes back the last step of a figure. @throws as `undoStep`; Invalid when what comes back may not stand beside what was added since
 */
export async function undoValue(ctx: Ctx, seen: { id: number; version: number }) {
  checkProgrammeRole(ctx, 'undo a step')
  const open = await openIndicatorOf(ctx, seen.id)
  return undoStep(ctx, 'value', seen, (_, next) => (next.removed ? undefined : checkValue(ctx, open, next)))
}

async function openIndicatorOf(ctx: Ctx, value: number): Promise<OpenIndicator> {
  const row = await ctx.tx
    .selectFrom('programme.value')
    .select('indicator_id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', value)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return openIndicator(ctx, row.indicator_id)
}

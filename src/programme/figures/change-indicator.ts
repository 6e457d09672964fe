import type { Ctx } from '../../ctx.ts'
import { Invalid } from '../../errors.ts'
import type { Counts } from '../indicator.ts'
import { changeRow, checkProgrammeRole, type Row, type Step } from '../step.ts'
import { checkProblems, mostText, type Problems, problem, publicLine } from '../typed.ts'
import { undoStep } from '../undo-step.ts'
import { togetherProblem, valueProblems } from './events.ts'
import {
  figureOf,
  formerFigures,
  type IndicatorRow,
  kindOf,
  type OpenIndicator,
  openIndicator,
  standingValues,
} from './open-indicator.ts'
import { checkIndicator, checkPlace, type IndicatorFields, indicatorColumns } from './typed-indicator.ts'

export type IndicatorChange = {
  indicator: number
  /** As the page showed it; what others changed since is joined. */
  version: number
  reason?: string | null
} & Partial<IndicatorFields>

/** After adoption a change of these says why; what was before stays in the history. */
const reasoned = [
  'target',
  'target_on',
  'baseline',
  'baseline_on',
  'definition',
  'unit',
  'counts',
  'direction',
]

/**
 * Changes an indicator. Its values must still be allowed under what it counts now.
 * @throws Invalid by column, `reason` with `reason-needed`, `changed-by-other`; Refused `programme-closed`; NotFound; Denied
 */
export async function changeIndicator(ctx: Ctx, input: IndicatorChange): Promise<Step> {
  checkProgrammeRole(ctx, 'change indicators')
  const problems: Problems = []
  const { indicator: id, version, reason: typedReason, ...fields } = input
  const wanted = indicatorColumns(problems, fields)
  const reason = publicLine(problems, typedReason, { field: 'reason', most: mostText.reason })
  const open = await openIndicator(ctx, id)
  await checkPlace(ctx, problems, open.indicator.programme_id, wanted)
  checkProblems(problems)
  return changeRow(ctx, 'indicator', { id, version }, wanted, { reason }, async (row, next) => {
    const changed = reasoned.some((field) => String(row[field] ?? '') !== String(next[field] ?? ''))
    if (open.adopted && changed && reason === null) problem(problems, 'reason', 'reason-needed')
    checkProblems(problems)
    await checkWithValues(ctx, open, next)
  })
}

/** @throws Invalid `values-in-the-way` beside what the indicator would count, with the reason of the value */
async function checkWithValues(ctx: Ctx, { rules }: OpenIndicator, next: Row): Promise<void> {
  checkIndicator(next, rules)
  const indicator = next as unknown as IndicatorRow
  const kind = kindOf(indicator, rules)
  const figures = (await standingValues(ctx, indicator.id)).map(figureOf)
  const own = { counts: indicator.counts as Counts, decimals: indicator.decimals }
  const found =
    figures.flatMap((figure) => valueProblems(own, kind, figure))[0] ??
    togetherProblem(figures, await formerFigures(ctx, indicator), kind)
  if (!found) return
  const field = found.code === 'number-whole' || found.code === 'too-many-decimals' ? 'decimals' : 'counts'
  throw new Invalid('form-invalid', [{ field, code: 'values-in-the-way' }])
}

/** Takes an indicator out of the programme; it stays in the history. After adoption `reason` says why. @throws as `changeIndicator` */
export async function removeIndicator(
  ctx: Ctx,
  input: { indicator: number; version: number; reason?: string | null },
): Promise<Step> {
  checkProgrammeRole(ctx, 'remove indicators')
  const problems: Problems = []
  const { adopted } = await openIndicator(ctx, input.indicator)
  const reason = publicLine(problems, input.reason, {
    field: 'reason',
    most: mostText.reason,
    ...(adopted && { needed: 'reason-needed' as const }),
  })
  checkProblems(problems)
  const seen = { id: input.indicator, version: input.version }
  return changeRow(ctx, 'indicator', seen, { removed: true }, { step: 'remove', reason })
}

/** Takes back the last step of an indicator. @throws as `undoStep`; Invalid when its values would not be allowed */
export async function undoIndicator(ctx: Ctx, seen: { id: number; version: number }) {
  checkProgrammeRole(ctx, 'undo a step')
  const open = await openIndicator(ctx, seen.id, { removed: true })
  return undoStep(ctx, 'indicator', seen, async (_, next) => {
    if (next.removed) return
    const problems: Problems = []
    await checkPlace(
      ctx,
      problems,
      open.indicator.programme_id,
      next as Pick<IndicatorRow, 'pillar_id' | 'action_id'> & Row,
    )
    checkProblems(problems)
    await checkWithValues(ctx, open, next)
  })
}

import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { openProgramme } from '../open-programme.ts'
import { addRow, checkProgrammeRole, type Step } from '../step.ts'
import { checkProblems, type Problems } from '../typed.ts'
import { eventRules } from './event-rules.ts'
import { checkIndicator, checkPlace, type IndicatorFields, indicatorColumns } from './typed-indicator.ts'

type Needed = 'name' | 'definition' | 'unit' | 'counts' | 'direction' | 'source' | 'certainty'
/** `decimals` is 0, `area` the municipality, and everything else none when not given. */
export type NewIndicator = { programme: number } & Pick<IndicatorFields, Needed> &
  Partial<Omit<IndicatorFields, Needed>>

/**
 * Adds an indicator to a programme, to one of its pillars or to one of its actions.
 * @throws Invalid by column, among them `counts-persons`, `share-points-at-persons`, `other-kind`, `area-too-narrow`, `too-small`; Refused
 * `programme-closed`; NotFound; Denied
 */
export async function addIndicator(ctx: Ctx, input: NewIndicator): Promise<Step> {
  checkProgrammeRole(ctx, 'add indicators')
  const problems: Problems = []
  const { programme: id, ...fields } = input
  const columns = {
    pillar_id: null,
    action_id: null,
    event_kind: null,
    decimals: 0,
    baseline: null,
    baseline_on: null,
    target: null,
    target_on: null,
    area: 'municipality',
    area_name: null,
    ...indicatorColumns(problems, fields),
  }
  const programme = await openProgramme(ctx, id)
  await checkPlace(ctx, problems, programme.id, columns)
  checkProblems(problems)
  checkIndicator(columns, eventRules(dayOf(ctx.now)))
  return addRow(ctx, 'indicator', { ...columns, programme_id: programme.id })
}

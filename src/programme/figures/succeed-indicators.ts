import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { addRow } from '../step.ts'
import type { Indicator, ProgrammeTree } from '../tree.ts'
import { eventRules } from './event-rules.ts'
import { type EventRules, indicatorProblems } from './events.ts'
import { indicatorStanding } from './standing.ts'

/** Ids of the earlier programme → those of the later one. */
type GoesAlong = { pillars: ReadonlyMap<number, number>; actions: ReadonlyMap<number, number> }

/**
 * Gives a programme the indicators of the one before it: those of the programme as a whole, of its pillars, and of the actions that go
 * along. Each begins where the earlier one stood last. Its values stay where they were, and so does its target: nobody decided on a new one.
 * @returns for each that went along its new id
 */
export async function succeedIndicators(
  ctx: Ctx,
  programme: number,
  earlier: ProgrammeTree,
  { pillars, actions }: GoesAlong,
): Promise<Map<number, number>> {
  const rules = eventRules(dayOf(ctx.now))
  const ids = new Map<number, number>()
  for (const indicator of earlier.indicators) {
    const pillar = indicator.pillar === null ? null : pillars.get(indicator.pillar)
    const action = indicator.action === null ? null : actions.get(indicator.action)
    const begins = beginning(indicator, rules)
    if (pillar === undefined || action === undefined || begins === null) continue
    const { id } = await addRow(ctx, 'indicator', {
      programme_id: programme,
      pillar_id: pillar,
      action_id: action,
      name: indicator.name,
      definition: indicator.definition,
      unit: indicator.unit,
      counts: indicator.counts,
      event_kind: indicator.eventKind,
      direction: indicator.direction,
      decimals: indicator.decimals,
      source: indicator.source,
      area: indicator.area,
      area_name: indicator.areaName,
      target: null,
      target_on: null,
      ...begins,
    })
    ids.set(indicator.id, id)
  }
  return ids
}

/**
 * Where an indicator begins in the programme that comes after: the newest of the values that are compared, else where it began before;
 * without a figure that may not be said any more. Null for an indicator that may not be counted any more. Pure.
 */
export function beginning(indicator: Indicator, rules: EventRules) {
  const { last } = indicatorStanding(indicator)
  const from = last ? { value: last.value, on: last.to } : indicator.baseline
  const wrong = indicatorProblems({ ...indicator, baseline: from?.value ?? null }, rules)
  if (wrong.some(({ field }) => field !== 'baseline')) return null
  const stands = wrong.length === 0 ? from : null
  return {
    baseline: stands?.value ?? null,
    baseline_on: stands?.on ?? null,
    certainty: last && stands ? last.certainty : indicator.certainty,
  }
}

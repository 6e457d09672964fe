import type { Ctx } from '../../ctx.ts'
import type { IsoDate } from '../../days.ts'
import { type FieldError, Invalid } from '../../errors.ts'
import {
  type Area,
  areas,
  type Certainty,
  type Counts,
  certainties,
  countsKinds,
  type Direction,
  directions,
} from '../indicator.ts'
import { mostText, type Problems, plannedDay, problem, publicLine } from '../typed.ts'
import type { CountedIndicator, EventRules } from './events.ts'
import { indicatorProblems } from './events.ts'
import { readAmount } from './number.ts'

/** A number, or text as it was typed: "1.250,5". Empty text is none. */
export type TypedNumber = number | string
export type IndicatorFields = {
  pillar: number | null
  action: number | null
  name: string
  /** What is counted and what is not, so that somebody else would count the same. */
  definition: string
  unit: string
  counts: Counts
  /** A key of `rules/programme/events.json`; of events only. */
  eventKind: string | null
  direction: Direction
  decimals: number
  baseline: TypedNumber | null
  baselineOn: IsoDate | null
  target: TypedNumber | null
  targetOn: IsoDate | null
  /** Who counts, in words. */
  source: string
  certainty: Certainty
  area: Area
  areaName: string | null
}

/** What was given, as columns; what is wrong becomes a problem. Pure. */
export function indicatorColumns(
  problems: Problems,
  input: Partial<IndicatorFields>,
): Record<string, unknown> {
  const columns: Record<string, unknown> = {}
  const text = (field: 'name' | 'definition' | 'unit' | 'source', most: number) => {
    if (input[field] !== undefined)
      columns[field] = publicLine(problems, input[field], { field, most, needed: 'needed' })
  }
  text('name', mostText.title)
  text('definition', mostText.reason)
  text('unit', 60)
  text('source', mostText.line)
  const choice = (field: string, value: unknown, of: readonly unknown[]) => {
    if (value === undefined) return
    if (!of.includes(value)) problem(problems, field, 'not-a-choice')
    columns[field] = value
  }
  choice('counts', input.counts, countsKinds)
  choice('direction', input.direction, directions)
  choice('certainty', input.certainty, certainties)
  choice('area', input.area, areas)
  choice('decimals', input.decimals, [0, 1, 2, 3])
  if (input.pillar !== undefined) columns.pillar_id = input.pillar
  if (input.action !== undefined) columns.action_id = input.action
  if (input.eventKind !== undefined) columns.event_kind = input.eventKind
  if (input.counts !== undefined && input.counts !== 'events') columns.event_kind = null
  if (input.areaName !== undefined)
    columns.area_name = publicLine(problems, input.areaName, { field: 'area_name', most: mostText.title })
  if (input.baseline !== undefined) columns.baseline = amount(problems, 'baseline', input.baseline)
  if (input.target !== undefined) columns.target = amount(problems, 'target', input.target)
  if (input.baselineOn !== undefined)
    columns.baseline_on = plannedDay(problems, 'baseline_on', input.baselineOn)
  if (input.targetOn !== undefined) columns.target_on = plannedDay(problems, 'target_on', input.targetOn)
  return columns
}

/** A number of a form; null when it is empty. */
export function amount(problems: Problems, field: string, given: TypedNumber | null): number | null {
  if (given === null || (typeof given === 'string' && given.trim() === '')) return null
  const read = readAmount(given)
  if ('value' in read) return read.value
  problem(problems, field, read.code === 'number-missing' ? 'number-invalid' : read.code)
  return null
}

/** What is wrong with an indicator as its columns would be. @throws Invalid */
export function checkIndicator(row: Record<string, unknown>, rules: EventRules): void {
  const problems: FieldError[] = []
  const has = (field: string) => row[field] !== null && row[field] !== undefined
  if (has('baseline') !== has('baseline_on'))
    problems.push({ field: has('baseline') ? 'baseline_on' : 'baseline', code: 'needed' })
  if (has('target_on') && !has('target')) problems.push({ field: 'target', code: 'needed' })
  if ((row.area === 'district' || row.area === 'neighbourhood') && !has('area_name'))
    problems.push({ field: 'area_name', code: 'needed' })
  const counted: CountedIndicator = {
    name: String(row.name ?? ''),
    definition: String(row.definition ?? ''),
    unit: String(row.unit ?? ''),
    counts: row.counts as Counts,
    eventKind: (row.event_kind as string | null | undefined) ?? null,
    decimals: Number(row.decimals ?? 0),
    area: row.area as Area,
    baseline: has('baseline') ? Number(row.baseline) : null,
  }
  problems.push(...indicatorProblems(counted, rules))
  if (problems.length > 0) throw new Invalid('form-invalid', problems)
}

/** The pillar or action that an indicator is of must be of its programme. */
export async function checkPlace(
  ctx: Ctx,
  problems: Problems,
  programme: number,
  row: { pillar_id?: unknown; action_id?: unknown },
): Promise<void> {
  for (const [field, table] of [
    ['pillar_id', 'programme.pillar'],
    ['action_id', 'programme.action'],
  ] as const) {
    const id = row[field]
    if (id === null || id === undefined) continue
    const found = await ctx.tx
      .selectFrom(table as 'programme.pillar')
      .select('id')
      .where('municipality', '=', ctx.actor.municipality)
      .where('programme_id', '=', programme)
      .where('id', '=', Number(id))
      .where('removed', '=', false)
      .executeTakeFirst()
    if (!found) problem(problems, field, 'not-a-choice')
  }
}

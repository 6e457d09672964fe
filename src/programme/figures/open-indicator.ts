import { type Selectable, sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { NotFound } from '../../errors.ts'
import { openProgramme } from '../open-programme.ts'
import { lockRow, type Row } from '../step.ts'
import type { IndicatorTable, ValueTable } from '../tables.ts'
import { eventRules } from './event-rules.ts'
import type { EventKind, EventRules } from './events.ts'
import type { Figure } from './nested.ts'

export type IndicatorRow = Selectable<IndicatorTable> & Row
export type ValueRow = Selectable<ValueTable> & Row
export type OpenIndicator = {
  indicator: IndicatorRow
  adopted: boolean
  rules: EventRules
  /** Null when it counts no events. */
  kind: EventKind | null
}

/** Holds an indicator and its programme for a step on it or its values. @throws NotFound; Refused `programme-closed` */
export async function openIndicator(
  ctx: Ctx,
  id: number,
  { removed = false }: { removed?: boolean } = {},
): Promise<OpenIndicator> {
  const found = await ctx.tx
    .selectFrom('programme.indicator')
    .select('programme_id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw new NotFound()
  const programme = await openProgramme(ctx, found.programme_id)
  // What is counted in one indicator says something of another with the same definition.
  await sql`select pg_advisory_xact_lock(7236043, hashtext(${ctx.actor.municipality}))`.execute(ctx.tx)
  const indicator = await lockRow<IndicatorRow>(ctx, 'indicator', id)
  if (indicator.removed && !removed) throw new NotFound()
  const rules = eventRules(dayOf(ctx.now))
  return { indicator, adopted: programme.adopted_on !== null, rules, kind: kindOf(indicator, rules) }
}

export const kindOf = (
  indicator: { counts: string; event_kind: string | null },
  rules: EventRules,
): EventKind | null =>
  indicator.counts === 'events' && indicator.event_kind !== null
    ? (rules.kinds[indicator.event_kind] ?? rules.kinds.other ?? null)
    : null

/** The values that stand, by period. */
export async function standingValues(ctx: Ctx, indicator: number): Promise<ValueRow[]> {
  const rows = await ctx.tx
    .selectFrom('programme.value')
    .selectAll()
    .where('municipality', '=', ctx.actor.municipality)
    .where('indicator_id', '=', indicator)
    .where('removed', '=', false)
    .orderBy('period_start')
    .orderBy('period_end')
    .execute()
  return rows as unknown as ValueRow[]
}

export const figureOf = (row: {
  period_start: string
  period_end: string
  value: string | number
}): Figure => ({
  from: row.period_start,
  to: row.period_end,
  value: Number(row.value),
})

/**
 * What was once said of what this indicator counts and stands no longer, and what other indicators with the same definition say. What was
 * removed before its programme was adopted, nobody outside ever saw; a correction leaves its trace in the history that becomes public.
 */
export async function formerFigures(ctx: Ctx, indicator: IndicatorRow): Promise<Figure[]> {
  const { municipality } = ctx.actor
  const same = await ctx.tx
    .selectFrom('programme.indicator')
    .select(['id', 'definition'])
    .where('municipality', '=', municipality)
    .where('event_kind', '=', indicator.event_kind)
    .where('area', '=', indicator.area)
    .where(sql<boolean>`area_name is not distinct from ${indicator.area_name}`)
    .execute()
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const alike = same.filter(({ definition }) => letters(definition) === letters(indicator.definition))
  // Itself also while its kind or area is about to change.
  const family = [...new Set([indicator.id, ...alike.map(({ id }) => id)])]
  const others = await ctx.tx
    .selectFrom('programme.value')
    .select(['period_start', 'period_end', 'value'])
    .where('municipality', '=', municipality)
    .where('indicator_id', 'in', family)
    .where('indicator_id', '<>', indicator.id)
    .where('removed', '=', false)
    .execute()
  const steps = await ctx.tx
    .selectFrom('programme.value as value')
    .innerJoin('programme.history as history', (join) =>
      join
        .onRef('history.municipality', '=', 'value.municipality')
        .onRef('history.subject_id', '=', 'value.id')
        .on('history.subject', '=', 'value'),
    )
    .innerJoin('programme.history_detail as detail', (join) =>
      join
        .onRef('detail.municipality', '=', 'history.municipality')
        .onRef('detail.history_id', '=', 'history.id'),
    )
    .innerJoin('programme.programme as programme', (join) =>
      join
        .onRef('programme.municipality', '=', 'value.municipality')
        .onRef('programme.id', '=', 'value.programme_id'),
    )
    .select(['history.changes', 'history.moved_at', 'detail.before'])
    .select((eb) =>
      eb
        .selectFrom('programme.history as adoption')
        .select((on) => on.fn.min('adoption.moved_at').as('at'))
        .whereRef('adoption.municipality', '=', 'value.municipality')
        .whereRef('adoption.programme_id', '=', 'value.programme_id')
        .where('adoption.subject', '=', 'programme')
        .where('adoption.step', '=', 'adopt')
        .as('adopted_at'),
    )
    .where('value.municipality', '=', municipality)
    .where('value.indicator_id', 'in', family)
    .where('detail.before', 'is not', null)
    .execute()
  const before = steps.flatMap(({ changes, moved_at, before, adopted_at }) => {
    const row = before as unknown as ValueRow
    const removes = changes.some(({ field, to }) => field === 'removed' && to === true)
    const unseen = removes && (adopted_at === null || moved_at < adopted_at)
    return row.removed || unseen ? [] : [figureOf(row)]
  })
  const all = [...before, ...others.map(figureOf)]
  return [...new Map(all.map((one) => [`${one.from} ${one.to} ${one.value}`, one])).values()]
}

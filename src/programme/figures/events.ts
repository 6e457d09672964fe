/**
 * Which counts may be public: events and things, never persons, and no count that could point at one. The limits are dated data,
 * `rules/programme/events.json`. Pure.
 */
import { z } from 'zod'
import type { IsoDate } from '../../days.ts'
import type { FieldError } from '../../errors.ts'
import { type Area, areas, type Counts } from '../indicator.ts'
import { type Figure, formerProblem, type Limits, nestedProblem } from './nested.ts'
import { decimalsOf } from './number.ts'
import { monthsIn, type Period } from './period.ts'
import { countsPersons, type PersonWords } from './persons.ts'

const dated = <T extends z.ZodRawShape>(shape: T) =>
  z
    .array(z.strictObject({ validFrom: z.iso.date(), ...shape, source: z.string().min(1) }))
    .min(1)
    .refine((rows) => inOrder(rows as unknown as { validFrom: string }[]), 'oldest first, no day twice')
const inOrder = (rows: readonly { validFrom: string }[]) =>
  rows.every((row, at) => at === 0 || rows[at - 1]!.validFrom < row.validFrom)
const rules = z.strictObject({
  kinds: z.record(
    z.string().regex(/^[a-z]+(-[a-z]+)*$/),
    dated({
      pointsAtPersons: z.boolean(),
      smallest: z.number().int().min(1),
      shortestMonths: z.number().int().min(0),
      narrowestArea: z.enum(areas),
      words: z.array(z.string().min(1)),
    }),
  ),
  personWords: dated({ words: z.array(z.string().min(1)), endings: z.array(z.string().min(4)) }),
})
export type DatedEventRules = z.infer<typeof rules>

/** One kind of events, such as signals or sessions. */
export type EventKind = Limits & {
  /** Whether a small count could point at a person. */
  pointsAtPersons: boolean
  /** Narrower areas are refused. */
  narrowestArea: Area
  /** Units by which this kind is known, whatever kind was chosen. */
  words: readonly string[]
}
export type EventRules = { kinds: Readonly<Record<string, EventKind>>; personWords: PersonWords }

/** @throws Error when the text is not as `rules/README.md` says */
export const parseEventRules = (text: string): DatedEventRules => rules.parse(JSON.parse(text))

/** Those that hold on a day. Pure. @throws Error when none does */
export function eventRulesOn(dated: DatedEventRules, on: IsoDate): EventRules {
  const newest = <T extends { validFrom: string }>(rows: readonly T[]) =>
    rows.filter(({ validFrom }) => validFrom <= on).at(-1)
  const personWords = newest(dated.personWords)
  if (!personWords) throw new Error(`rules/programme/events.json has no words for persons on ${on}`)
  return {
    kinds: Object.fromEntries(
      Object.entries(dated.kinds).flatMap(([key, rows]) => {
        const row = newest(rows)
        return row ? [[key, row]] : []
      }),
    ),
    personWords,
  }
}

export type CountedIndicator = {
  name: string
  definition: string
  unit: string
  counts: Counts
  eventKind: string | null
  decimals: number
  area: Area
  baseline: number | null
}

/** What is wrong with an indicator, by column; `detail` says with what. Empty: it may be public. Pure. */
export function indicatorProblems(
  indicator: CountedIndicator,
  { kinds, personWords }: EventRules,
): FieldError[] {
  const persons = countsPersons(indicator, personWords)
  if (persons) return [{ field: persons.field, code: 'counts-persons', detail: { word: persons.word } }]
  const { counts, eventKind, unit, name, definition } = indicator
  const sensitive = Object.entries(kinds).filter(([, kind]) => kind.pointsAtPersons)
  if (counts === 'share') {
    const text = wordsOf(`${unit} ${name} ${definition}`)
    const word = sensitive.flatMap(([, { words }]) => words).find((one) => text.has(one))
    return word ? [{ field: 'definition', code: 'share-points-at-persons', detail: { word } }] : []
  }
  if (counts !== 'events' || (eventKind !== null && kinds[eventKind] && !kinds[eventKind].pointsAtPersons)) {
    const unitWords = wordsOf(unit)
    const known = sensitive.find(([, { words }]) => words.some((one) => unitWords.has(one)))
    if (known) {
      const field = counts === 'events' ? 'event_kind' : 'counts'
      return [{ field, code: 'other-kind', detail: { kind: known[0] } }]
    }
  }
  if (counts !== 'events') return []
  const kind = eventKind === null ? undefined : kinds[eventKind]
  if (!kind) return [{ field: 'event_kind', code: eventKind === null ? 'needed' : 'not-a-choice' }]
  const problems: FieldError[] = []
  if (areas.indexOf(indicator.area) > areas.indexOf(kind.narrowestArea))
    problems.push({ field: 'area', code: 'area-too-narrow', detail: { area: kind.narrowestArea } })
  if (indicator.decimals !== 0) problems.push({ field: 'decimals', code: 'number-whole' })
  const { baseline } = indicator
  if (baseline !== null && kind.pointsAtPersons && baseline > 0 && baseline < kind.smallest)
    problems.push({ field: 'baseline', code: 'too-small', detail: { smallest: kind.smallest } })
  return problems
}
const wordsOf = (text: string) =>
  new Set(
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}-]+/gu) ?? [],
  )

/** What is wrong with one value by itself. Pure. */
export function valueProblems(
  indicator: Pick<CountedIndicator, 'counts' | 'decimals'>,
  kind: EventKind | null,
  figure: Period & { value: number },
): FieldError[] {
  const problems: FieldError[] = []
  const { value } = figure
  if (decimalsOf(value) > indicator.decimals)
    problems.push(
      indicator.decimals === 0
        ? { field: 'value', code: 'number-whole' }
        : { field: 'value', code: 'too-many-decimals', detail: { decimals: indicator.decimals } },
    )
  if (value < 0 && indicator.counts !== 'money') problems.push({ field: 'value', code: 'number-negative' })
  if (!kind) return problems
  if (monthsIn(figure) < kind.shortestMonths)
    problems.push({
      field: 'period_end',
      code: 'period-too-short',
      detail: { months: kind.shortestMonths },
    })
  if (kind.pointsAtPersons && value > 0 && value < kind.smallest)
    problems.push({ field: 'value', code: 'too-small', detail: { smallest: kind.smallest } })
  return problems
}

/**
 * What is wrong with all values of an indicator together, of a kind that could point at a person. `former` were published before: of this
 * indicator, or of another with the same definition. Pure.
 */
export function togetherProblem(
  figures: readonly Figure[],
  former: readonly Figure[],
  kind: EventKind | null,
): FieldError | null {
  if (!kind?.pointsAtPersons) return null
  const found = nestedProblem(figures, kind) ?? formerProblem(figures, former, kind)
  if (!found) return null
  const { code } = found
  if (code === 'periods-cross') {
    const { one, other } = found
    return {
      field: 'period_end',
      code,
      detail: { from: one.from, to: one.to, otherFrom: other.from, otherTo: other.to },
    }
  }
  if (code === 'correction-small') {
    const { now, before } = found
    return {
      field: 'value',
      code,
      detail: { before: before.value, now: now.value, smallest: kind.smallest, from: now.from, to: now.to },
    }
  }
  const { whole, parts, rest } = found
  return {
    field: 'value',
    code,
    detail: {
      whole: whole.value,
      from: whole.from,
      to: whole.to,
      parts: parts.reduce((sum, { value }) => sum + value, 0),
      rest,
      smallest: kind.smallest,
      months: kind.shortestMonths,
    },
  }
}

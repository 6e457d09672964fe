/** Where the figures of an indicator stand over time. Pure. */
import { percent } from './scale.ts'

/** A figure over a period; both days are inclusive. */
export type TrendPoint = { from: string; to: string; value: number }
export type TrendSpan = { from: string; to: string }
export type TrendGoal = { value: number; on: string | null }

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** Whole years around everything that is drawn, so that charts with the same years can be laid beside each other. */
export function trendSpan(
  points: readonly TrendPoint[],
  goals: readonly (TrendGoal | null)[],
  around: TrendSpan | null = null,
): TrendSpan {
  const days = [
    ...points.flatMap(({ from, to }) => [from, to]),
    ...goals.flatMap((one) => one?.on ?? []),
    ...(around ? [around.from, around.to] : []),
  ].sort()
  const year = (day: string | undefined) => (day ?? '2000-01-01').slice(0, 4)
  return { from: `${year(days[0])}-01-01`, to: `${year(days.at(-1))}-12-31` }
}

/** The share of the span that has passed at the beginning of a day, or at its end. */
export function partOf(span: TrendSpan, day: string, end = false): number {
  const first = dayNumber(span.from)
  return (dayNumber(day) + (end ? 1 : 0) - first) / (dayNumber(span.to) + 1 - first)
}

/** The years of the span, few enough to stand beside each other: the beginning of each and where its name stands. */
export function yearTicks(span: TrendSpan, most: number): { at: number; middle: number; label: string }[] {
  const first = Number(span.from.slice(0, 4))
  const years = Number(span.to.slice(0, 4)) - first + 1
  const step = Math.max(1, Math.ceil(years / most))
  return Array.from({ length: Math.ceil(years / step) }, (_, nth) => {
    const year = first + nth * step
    return {
      at: partOf(span, `${year}-01-01`),
      middle: partOf(span, `${year}-07-01`),
      label: String(year),
    }
  })
}

/** From the lowest to the highest that is drawn, nothing left out: zero is always there. At least one wide. */
export function trendRange(values: readonly number[]): { low: number; high: number } {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  return high === low ? { low, high: low + 1 } : { low, high }
}

/** Round values from `low` to `high`, at most about `most`; decimals where the figures are small. */
export function valueTicks({ low, high }: { low: number; high: number }, most: number): number[] {
  const rough = (high - low) / most
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough * (1 - 1e-9))!
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, nth) => Number(((first + nth) * step).toPrecision(12)))
}

/** Steps in the coordinates of a box: a level stretch for each period, joined where one follows the other at once. */
export function stepPath(
  points: readonly TrendPoint[],
  span: TrendSpan,
  range: { low: number; high: number },
  box: { width: number; height: number },
): string {
  const x = (part: number) => Number((part * box.width).toFixed(1))
  const y = (value: number) => Number(levelOf(value, range, box.height).toFixed(1))
  let end: number | null = null
  return points
    .map(({ from, to, value }) => {
      const start = x(partOf(span, from))
      const joined = end !== null && start <= end
      end = x(partOf(span, to, true))
      return `${joined ? 'V' : `M${start} `}${y(value)}H${end}`
    })
    .join('')
}

export const levelOf = (
  value: number,
  { low, high }: { low: number; high: number },
  height: number,
): number => height - ((value - low) / (high - low)) * height

/** A place beside the axis of values, which takes its own share at the left. */
export const beside = (part: number, axis: number): string => percent(axis + part * (100 - axis), 100)

import { addDays } from '../../../days.ts'
import type { Indicator, IndicatorStanding, Period } from '../../../programme/index.ts'
import { monthsIn } from '../../../programme/index.ts'
import { formatDate, formatNumber, type Language } from '../../../words/format.ts'
import type { Words } from '../../../words/index.ts'

/** What sentences about figures need: a request of any page, or of a report. */
export type Speaks = { words: Words; language: Language }

/** "2025", "1e kwartaal van 2025", "maart 2025", else its first and last day. */
export function sayPeriod({ words, language }: Speaks, period: Period): string {
  const { from, to } = period
  const w = words.programmeFigures.period
  const year = Number(from.slice(0, 4))
  const month = Number(from.slice(5, 7))
  const months = monthsIn(period)
  const whole =
    from.endsWith('-01') && addDays(to, 1).endsWith('-01') && addDays(to, 1).slice(0, 4) >= from.slice(0, 4)
  if (whole && months === 12 && month === 1) return String(year)
  if (whole && months === 6 && month % 6 === 1) return w.half((month + 5) / 6, year)
  if (whole && months === 3 && month % 3 === 1) return w.quarter((month + 2) / 3, year)
  if (whole && months === 1) return formatDate(from, language).replace(/^1 /, '')
  return w.days(from, to)
}

/** "40 signalen", "12,5 %". */
export const sayValue = ({ language }: Speaks, value: number, { unit }: Pick<Indicator, 'unit'>): string =>
  `${formatNumber(value, language)} ${unit}`

export type IndicatorWay = 'reached' | IndicatorStanding['way']
export const wayOf = ({ reached, way }: IndicatorStanding): IndicatorWay => (reached ? 'reached' : way)

/** How an indicator fares, and how that is seen, in some sentences. */
export function sayStanding(speaks: Speaks, indicator: Indicator, standing: IndicatorStanding): string[] {
  const w = speaks.words.programmeFigures
  const { last, from, compared, months, sure } = standing
  const { target } = indicator
  const value = (n: number) => sayValue(speaks, n, indicator)
  const goal = target ? w.standing.target(value(target.value), target.on) : w.standing.noTarget
  if (!last) return [w.standing.none, goal]
  const when = sayPeriod(speaks, last)
  const first = indicator.baseline ? null : compared[0]
  return [
    from
      ? w.standing.moved(
          value(from.value),
          first ? sayPeriod(speaks, first) : formatDate(from.on, speaks.language),
          value(last.value),
          when,
        )
      : w.standing.alone(value(last.value), when),
    goal,
    w.sure[sure],
    ...(months !== null && compared.length > 1 ? [w.standing.months(months)] : []),
  ]
}

/** "€ 120.000", or "€ 120.000,50" where there are cents: nothing is rounded. */
export const sayCents = ({ words }: Speaks, cents: number): string => words.programme.euro(cents)

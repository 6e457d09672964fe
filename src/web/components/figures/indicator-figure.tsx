import type { ReactNode } from 'react'
import {
  type Indicator,
  indicatorStanding,
  type ProgrammeTree,
  type Value,
} from '../../../programme/index.ts'
import { formatNumber } from '../../../words/format.ts'
import { ChartFigure } from '../charts/chart-figure.tsx'
import { type TrendSpan, trendSpan } from '../charts/trend.ts'
import { TrendChart } from '../charts/trend-chart.tsx'
import { Chip, type Tone } from '../chip.tsx'
import { type IndicatorWay, type Speaks, sayPeriod, sayStanding, sayValue, wayOf } from './say-figure.ts'

const tones: Record<IndicatorWay, Tone> = {
  reached: 'done',
  right: 'open',
  wrong: 'late',
  same: 'wait',
  unknown: 'none',
}

/** In a word which way an indicator goes. */
export function WayChip({ speaks, indicator }: { speaks: Speaks; indicator: Indicator }) {
  const way = wayOf(indicatorStanding(indicator))
  return <Chip tone={tones[way]}>{speaks.words.programmeFigures.way[way]}</Chip>
}

/** The years that all charts of a programme show, so that they can be laid beside each other. */
export const programmeSpan = ({ startsOn, endsOn, indicators }: ProgrammeTree): TrendSpan =>
  trendSpan(
    indicators.flatMap((one) => indicatorStanding(one).compared),
    indicators.flatMap(({ target }) => target),
    { from: startsOn, to: endsOn },
  )

type Props = {
  speaks: Speaks
  indicator: Indicator
  span?: TrendSpan
  /** What stands in the table beside a value: where it comes from. */
  origin?(value: Value): ReactNode
  originLabel?: string
  below?: ReactNode
  open?: boolean
  /** Without its table, where the page brings one of its own. */
  tableless?: boolean
}

/** An indicator over the years: its sentences, its chart and its table. Nothing but the sentences while there are no values. */
export function IndicatorFigure({
  speaks,
  indicator,
  span,
  origin,
  originLabel,
  below,
  open,
  tableless,
}: Props) {
  const { words, language } = speaks
  const w = words.programmeFigures
  const standing = indicatorStanding(indicator)
  const reading = sayStanding(speaks, indicator, standing).join(' ')
  const { compared, last } = standing
  const first = compared[0]
  if (!first || !last) return <p>{reading}</p>
  const { baseline, target } = indicator
  const goal = target ? w.charts.trendGoal(sayValue(speaks, target.value, indicator)) : ''
  const description =
    compared.length > 1
      ? w.charts.trendSays(
          `${sayValue(speaks, first.value, indicator)} (${sayPeriod(speaks, first)})`,
          `${sayValue(speaks, last.value, indicator)} (${sayPeriod(speaks, last)})`,
          goal,
        )
      : w.charts.trendOne(sayValue(speaks, last.value, indicator), sayPeriod(speaks, last)) + goal
  return (
    <ChartFigure
      title={w.charts.trend(indicator.name)}
      reading={reading}
      tableLabel={w.charts.table}
      open={open ?? false}
      below={below}
      table={
        tableless
          ? null
          : {
              head: [
                w.page.period,
                w.page.valueIn(indicator.unit),
                w.page.certainty,
                ...(origin ? [originLabel ?? w.page.origin] : []),
              ],
              words: [2, 3],
              rows: indicator.values.map((value) => ({
                key: String(value.id),
                cells: [
                  sayPeriod(speaks, value),
                  formatNumber(value.value, language),
                  w.certainty[value.certainty],
                  ...(origin ? [origin(value)] : []),
                ],
              })),
            }
      }
    >
      <TrendChart
        id={`cijfer-${indicator.id}`}
        title={w.charts.trend(indicator.name)}
        description={description}
        unit={indicator.unit}
        points={compared}
        baseline={
          baseline && {
            ...baseline,
            label: w.charts.baseline(formatNumber(baseline.value, language), baseline.on),
          }
        }
        target={
          target && { ...target, label: w.charts.target(formatNumber(target.value, language), target.on) }
        }
        {...(span && { span })}
        language={language}
      />
    </ChartFigure>
  )
}

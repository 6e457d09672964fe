import type { Language } from '../../../words/format.ts'
import { formatNumber } from '../../../words/format.ts'
import { type Fill, FillPatterns, fillOf, Legend } from './fills.tsx'
import { percent, ticksUpTo, wrapped } from './scale.ts'

export type Series = { key: string; label: string; fill: Fill }
export type BarRow = {
  label: string
  counts: Readonly<Record<string, number>>
  /** In place of the fills of the series: for rows that are of one kind each. */
  fill?: Fill
}
type Props = {
  /** Unique on its page. */
  id: string
  title: string
  /** What it shows, in a sentence, for who does not see it. */
  description: string
  /** What the axis counts. */
  unit: string
  series: readonly Series[]
  rows: readonly BarRow[]
  language: Language
  legend?: boolean
}

const line = 19
const bar = 22
/** Most letters of a name beside each other on the smallest screen. */
const letters = 38
/** Smallest share of the axis in which a number fits. */
const room = 0.075

/** Horizontal bars below each other, each with its name above it, as wide as the page; text keeps its size on every screen. */
export function StackedBars({ id, title, description, unit, series, rows, language, legend = true }: Props) {
  const used = series.filter(({ key }) => rows.some(({ counts }) => (counts[key] ?? 0) > 0))
  const totals = rows.map(({ counts }) => used.reduce((sum, { key }) => sum + (counts[key] ?? 0), 0))
  const most = Math.max(0, ...totals)
  const max = Math.max(1, most) / 0.86
  const ticks = ticksUpTo(most, 4)
  let below = 4
  const places = rows.map(({ label }) => {
    const names = wrapped(label, letters)
    const top = below
    below = top + names.length * line + bar + 16
    return { names, top, barTop: top + names.length * line + 3 }
  })
  const height = below + 42
  return (
    <>
      {legend && used.length > 0 && <Legend of={id} items={used} />}
      <svg
        className="schakel-chart"
        width="100%"
        height={height}
        role="img"
        aria-labelledby={`${id}-titel ${id}-uitleg`}
      >
        <title id={`${id}-titel`}>{title}</title>
        <desc id={`${id}-uitleg`}>{description}</desc>
        <FillPatterns of={id} />
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={percent(tick, max)}
              x2={percent(tick, max)}
              y1="0"
              y2={below}
              className={tick === 0 ? 'schakel-chart__axis' : 'schakel-chart__grid'}
            />
            <text x={percent(tick, max)} y={below + 18} textAnchor={tick === 0 ? 'start' : 'middle'}>
              {formatNumber(tick, language)}
            </text>
          </g>
        ))}
        <text x="100%" y={below + 36} textAnchor="end" className="schakel-chart__unit">
          {unit}
        </text>
        {rows.map((row, index) => {
          const place = places[index] as (typeof places)[number]
          const total = totals[index] as number
          return (
            <g key={row.label}>
              {place.names.map((name, nth) => (
                <text key={name} x="0" dx="2" y={place.top + (nth + 1) * line - 3}>
                  {name}
                </text>
              ))}
              <Segments id={id} row={row} series={used} top={place.barTop} max={max} language={language} />
              <text
                x={percent(total, max)}
                dx="6"
                y={place.barTop + 16}
                className="schakel-chart__number schakel-chart__number--total"
              >
                {formatNumber(total, language)}
              </text>
            </g>
          )
        })}
      </svg>
    </>
  )
}

type SegmentProps = {
  id: string
  row: BarRow
  series: readonly Series[]
  top: number
  max: number
  language: Language
}

function Segments({ id, row, series, top, max, language }: SegmentProps) {
  let start = 0
  const present = series.filter(({ key }) => (row.counts[key] ?? 0) > 0)
  return present.map(({ key, fill }) => {
    const count = row.counts[key] ?? 0
    const from = start
    start += count
    return (
      <g key={key}>
        <rect
          x={percent(from, max)}
          y={top}
          width={percent(count, max)}
          height={bar}
          {...fillOf(id, row.fill ?? fill)}
        />
        {present.length > 1 && count / max >= room && (
          <text
            x={percent(from + count / 2, max)}
            y={top + 16}
            textAnchor="middle"
            className="schakel-chart__number"
          >
            {formatNumber(count, language)}
          </text>
        )}
      </g>
    )
  })
}

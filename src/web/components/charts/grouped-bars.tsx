import { type Fill, FillPatterns, fillOf, Legend } from './fills.tsx'
import { percent } from './scale.ts'

export type GroupedSeries = { key: string; label: string; fill: Fill }
export type GroupedRow = {
  label: string
  /** Null: nobody knows. */
  values: Readonly<Record<string, number | null>>
}
type Props = {
  /** Unique on its page. */
  id: string
  title: string
  /** What it shows, in a sentence, for who does not see it. */
  description: string
  series: readonly GroupedSeries[]
  rows: readonly GroupedRow[]
  /** A value in words: "€ 120.000". */
  say(value: number): string
  /** What stands where nobody knows. */
  unknown: string
}

const bar = 18
const gap = 4
const name = 22

/** Bars below each other, some for each row: to compare what belongs together, each with its value beside it. */
export function GroupedBars({ id, title, description, series, rows, say, unknown }: Props) {
  const group = name + series.length * (bar + gap) + 14
  const max = Math.max(1, ...rows.flatMap(({ values }) => series.map(({ key }) => values[key] ?? 0))) / 0.68
  return (
    <>
      <Legend of={id} items={series} />
      <svg
        className="schakel-chart"
        width="100%"
        height={rows.length * group}
        role="img"
        aria-labelledby={`${id}-titel ${id}-uitleg`}
      >
        <title id={`${id}-titel`}>{title}</title>
        <desc id={`${id}-uitleg`}>{description}</desc>
        <FillPatterns of={id} />
        <line x1="0" x2="0" y1="0" y2={rows.length * group - 10} className="schakel-chart__axis" />
        {rows.map(({ label, values }, nth) => (
          <g key={label}>
            <text x="0" dx="4" y={nth * group + 16}>
              {label}
            </text>
            {series.map(({ key, fill }, place) => {
              const value = values[key] ?? null
              const y = nth * group + name + place * (bar + gap)
              return (
                <g key={key}>
                  {value !== null && (
                    <rect x="0" y={y} width={percent(value, max)} height={bar} {...fillOf(id, fill)} />
                  )}
                  <text
                    x={percent(value ?? 0, max)}
                    dx="6"
                    y={y + bar - 4}
                    className={value === null ? 'schakel-chart__unit' : ''}
                  >
                    {value === null ? unknown : say(value)}
                  </text>
                </g>
              )
            })}
          </g>
        ))}
      </svg>
    </>
  )
}

import type { Language } from '../../../words/format.ts'
import { formatNumber } from '../../../words/format.ts'
import { percent } from './scale.ts'

type Props = {
  /** Unique on its page. */
  id: string
  title: string
  /** What it shows, in a sentence, for who does not see it. */
  description: string
  /** Where it falls, rising in days, and the share from there on; before the first it is 1. */
  steps: readonly { days: number; share: number }[]
  /** Days on which the curve ends. */
  end: number
  ticks: readonly { days: number; label: string; atRisk: number }[]
  /** Above the numbers below the axis. */
  atRiskLabel: string
  /** Marks a day with a dashed line down from the half. */
  half: { days: number; label: string } | null
  language: Language
}

const top = 22
const plot = 220
/** The curve is drawn on so many columns; finer than any screen shows. */
const columns = 1000

/** A share that falls in steps over time, with the number still followed below the axis. Text keeps its size on every screen. */
export function StepCurve(props: Props) {
  const { id, title, description, steps, end, ticks, atRiskLabel, half, language } = props
  const max = Math.max(1, end)
  const shareLine = [1, 0.75, 0.5, 0.25, 0]
  return (
    <svg
      className="schakel-chart"
      width="100%"
      height={top + plot + 72}
      role="img"
      aria-labelledby={`${id}-titel ${id}-uitleg`}
    >
      <title id={`${id}-titel`}>{title}</title>
      <desc id={`${id}-uitleg`}>{description}</desc>
      <svg
        aria-hidden="true"
        y={top}
        width="100%"
        height={plot}
        viewBox={`0 0 ${columns} ${plot}`}
        preserveAspectRatio="none"
      >
        <path d={`${curve(steps, max)}V${plot}H0Z`} className="schakel-chart__area" />
      </svg>
      {shareLine.map((share) => (
        <g key={share}>
          <line
            x1="0"
            x2="100%"
            y1={top + plot * (1 - share)}
            y2={top + plot * (1 - share)}
            className={share === 0 ? 'schakel-chart__axis' : 'schakel-chart__grid'}
          />
          {share > 0 && (
            <text x="100%" y={top + plot * (1 - share) - 4} textAnchor="end" className="schakel-chart__unit">
              {formatNumber(share * 100, language)} %
            </text>
          )}
        </g>
      ))}
      <svg
        aria-hidden="true"
        y={top}
        width="100%"
        height={plot}
        viewBox={`0 0 ${columns} ${plot}`}
        preserveAspectRatio="none"
      >
        {half && (
          <path
            d={`M0 ${plot / 2}H${column(half.days, max)}V${plot}`}
            className="schakel-chart__half"
            vectorEffect="non-scaling-stroke"
          />
        )}
        <path d={curve(steps, max)} className="schakel-chart__curve" vectorEffect="non-scaling-stroke" />
      </svg>
      {half && (
        <text
          x={percent(half.days, max)}
          dx={half.days / max > 0.6 ? -6 : 6}
          y={top + plot - 8}
          textAnchor={half.days / max > 0.6 ? 'end' : 'start'}
          className="schakel-chart__number"
        >
          {half.label}
        </text>
      )}
      {ticks.map(({ days, label, atRisk }) => {
        const anchor = days === 0 ? 'start' : days / max > 0.9 ? 'end' : 'middle'
        return (
          <g key={days}>
            <line
              x1={percent(days, max)}
              x2={percent(days, max)}
              y1={top + plot}
              y2={top + plot + 5}
              className="schakel-chart__axis"
            />
            <text x={percent(days, max)} y={top + plot + 20} textAnchor={anchor}>
              {label}
            </text>
            <text
              x={percent(days, max)}
              y={top + plot + 62}
              textAnchor={anchor}
              className="schakel-chart__number schakel-chart__number--total"
            >
              {formatNumber(atRisk, language)}
            </text>
          </g>
        )
      })}
      <text x="0" y={top + plot + 43} className="schakel-chart__unit">
        {atRiskLabel}
      </text>
    </svg>
  )
}

const column = (days: number, max: number) => Math.round((columns * days) / max)

/** Of steps that fall on one column only the last is drawn. */
function curve(steps: Props['steps'], max: number): string {
  const last = new Map<number, number>()
  for (const { days, share } of steps) last.set(column(days, max), share)
  const moves = [...last].map(([x, share]) => `H${x}V${Number((plot * (1 - share)).toFixed(2))}`)
  return `M0 0${moves.join('')}H${columns}`
}

import type { Language } from '../../../words/format.ts'
import { formatNumber } from '../../../words/format.ts'
import {
  beside,
  levelOf,
  partOf,
  stepPath,
  type TrendGoal,
  type TrendPoint,
  type TrendSpan,
  trendRange,
  trendSpan,
  valueTicks,
  yearTicks,
} from './trend.ts'

type Props = {
  /** Unique on its page. */
  id: string
  title: string
  /** What it shows, in a sentence, for who does not see it. */
  description: string
  /** What is counted; stands above the axis. */
  unit: string
  /** By period, apart from each other. */
  points: readonly TrendPoint[]
  /** Each with what it is called, beside a sample of its line. */
  baseline: (TrendGoal & { label: string }) | null
  target: (TrendGoal & { label: string }) | null
  /** Charts with the same span show the same years. */
  span?: TrendSpan
  language: Language
}

const top = 30
const plot = 190
/** Share of the width for the numbers beside the axis. */
const axis = 11
const columns = 1000

/** A figure over the years: a level stretch for each period, with where it began (dotted) and where it should go (dashed, a diamond on its day). */
export function TrendChart(props: Props) {
  const { id, title, description, unit, points, baseline, target, language } = props
  const span = props.span ?? trendSpan(points, [baseline, target])
  const goals = [baseline, target].flatMap((one) => one ?? [])
  const range = trendRange([...points, ...goals].map(({ value }) => value))
  const y = (value: number) => top + levelOf(value, range, plot)
  const x = (part: number) => beside(part, axis)
  const shown = points.length <= 5 ? points : [points[0]!, points.at(-1)!]
  return (
    <>
      <TrendLegend baseline={baseline} target={target} />
      <svg
        className="schakel-chart schakel-trend"
        width="100%"
        height={top + plot + 26}
        role="img"
        aria-labelledby={`${id}-titel ${id}-uitleg`}
      >
        <title id={`${id}-titel`}>{title}</title>
        <desc id={`${id}-uitleg`}>{description}</desc>
        <text x="0" y="12" className="schakel-chart__unit">
          {unit}
        </text>
        {valueTicks(range, 4).map((tick) => (
          <g key={tick}>
            <line
              x1={x(0)}
              x2="100%"
              y1={y(tick)}
              y2={y(tick)}
              className={tick === 0 ? 'schakel-chart__axis' : 'schakel-chart__grid'}
            />
            <text x={x(0)} dx="-6" y={y(tick) + 5} textAnchor="end" className="schakel-chart__unit">
              {formatNumber(tick, language)}
            </text>
          </g>
        ))}
        {yearTicks(span, 6).map(({ at, middle, label }) => (
          <g key={label}>
            <line x1={x(at)} x2={x(at)} y1={top + plot} y2={top + plot + 5} className="schakel-chart__axis" />
            <text x={x(middle)} y={top + plot + 20} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
        {baseline && (
          <line
            x1={x(0)}
            x2="100%"
            y1={y(baseline.value)}
            y2={y(baseline.value)}
            className="schakel-trend__baseline"
          />
        )}
        {target && (
          <line
            x1={x(0)}
            x2="100%"
            y1={y(target.value)}
            y2={y(target.value)}
            className="schakel-trend__target"
          />
        )}
        <svg
          aria-hidden="true"
          x={x(0)}
          y={top}
          width={`${100 - axis}%`}
          height={plot}
          viewBox={`0 0 ${columns} ${plot}`}
          preserveAspectRatio="none"
          overflow="visible"
        >
          <path
            d={stepPath(points, span, range, { width: columns, height: plot })}
            className="schakel-chart__curve"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        {target?.on && (
          <svg x={x(partOf(span, target.on, true))} y={y(target.value)} overflow="visible" aria-hidden="true">
            <path d="M0 -6 6 0 0 6 -6 0Z" className="schakel-trend__mark" />
          </svg>
        )}
        {shown.map(({ from, to, value }) => (
          <text
            key={from}
            x={x((partOf(span, from) + partOf(span, to, true)) / 2)}
            y={y(value) - 8}
            textAnchor="middle"
            className="schakel-chart__number schakel-chart__number--total"
          >
            {formatNumber(value, language)}
          </text>
        ))}
      </svg>
    </>
  )
}

/** What the dotted and the dashed line mean. */
function TrendLegend({ baseline, target }: Pick<Props, 'baseline' | 'target'>) {
  const lines = [
    { name: 'baseline', label: baseline?.label },
    { name: 'target', label: target?.label },
  ]
  return (
    <ul className="schakel-legend">
      {lines.map(
        ({ name, label }) =>
          label !== undefined && (
            <li key={name}>
              <svg width="34" height="16" aria-hidden="true" focusable="false">
                <line x1="0" x2="34" y1="8" y2="8" className={`schakel-trend__${name}`} />
                {name === 'target' && target?.on && (
                  <path d="M17 2 23 8 17 14 11 8Z" className="schakel-trend__mark" />
                )}
              </svg>
              {label}
            </li>
          ),
      )}
    </ul>
  )
}

/** The same as small as a word, beside a sentence that says what it shows: screen readers pass it by. */
export function TrendSpark({
  points,
  baseline,
  target,
  span,
}: {
  points: readonly TrendPoint[]
  baseline: TrendGoal | null
  target: TrendGoal | null
  span?: TrendSpan
}) {
  const whole = span ?? trendSpan(points, [baseline, target])
  const range = trendRange(
    [...points, ...[baseline, target].flatMap((one) => one ?? [])].map(({ value }) => value),
  )
  const box = { width: 132, height: 40 }
  const level = (value: number) => levelOf(value, range, box.height)
  return (
    <svg
      className="schakel-chart schakel-spark"
      width={box.width + 12}
      height={box.height + 8}
      viewBox={`-4 -4 ${box.width + 12} ${box.height + 8}`}
      aria-hidden="true"
      focusable="false"
    >
      <line x1="0" x2={box.width} y1={level(0)} y2={level(0)} className="schakel-chart__grid" />
      {baseline && (
        <line
          x1="0"
          x2={box.width}
          y1={level(baseline.value)}
          y2={level(baseline.value)}
          className="schakel-trend__baseline"
        />
      )}
      {target && (
        <line
          x1="0"
          x2={box.width}
          y1={level(target.value)}
          y2={level(target.value)}
          className="schakel-trend__target"
        />
      )}
      <path d={stepPath(points, whole, range, box)} className="schakel-chart__curve" />
    </svg>
  )
}

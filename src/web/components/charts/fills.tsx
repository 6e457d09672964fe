/** Fills that differ by pattern, so that they can be told apart without colour: on paper, in forced colours, by everyone. */
export const fills = ['solid', 'stripes', 'dots', 'lines', 'cross', 'empty'] as const
export type Fill = (typeof fills)[number]

const shapes: Record<Exclude<Fill, 'solid' | 'empty'>, string> = {
  stripes: 'M-2 2 2 -2M0 8 8 0M6 10 10 6',
  dots: 'M2 2h.01M6 6h.01',
  lines: 'M0 2h8M0 6h8',
  cross: 'M0 0 8 8M8 0 0 8',
}

/** The patterns of one chart; its own name keeps them apart from those of another. */
export function FillPatterns({ of }: { of: string }) {
  return (
    <defs>
      {Object.entries(shapes).map(([fill, path]) => (
        <pattern key={fill} id={`${of}-${fill}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" className="schakel-fill__ground" />
          <path d={path} className={`schakel-fill__mark schakel-fill__mark--${fill}`} />
        </pattern>
      ))}
    </defs>
  )
}

/** What a shape with this fill carries. */
export function fillOf(of: string, fill: Fill): { className: string; fill?: string } {
  const className = `schakel-fill schakel-fill--${fill}`
  return fill === 'solid' || fill === 'empty' ? { className } : { className, fill: `url(#${of}-${fill})` }
}

type Props = { of: string; items: readonly { fill: Fill; label: string }[] }

/** What each fill means. `of` is the chart whose patterns it shows. */
export function Legend({ of, items }: Props) {
  return (
    <ul className="schakel-legend">
      {items.map(({ fill, label }) => (
        <li key={label}>
          <svg width="28" height="16" aria-hidden="true" focusable="false">
            <rect x="0.5" y="0.5" width="27" height="15" {...fillOf(of, fill)} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}

/** How things stand beside and below each other. */
import type { ReactNode } from 'react'

type Props = { children: ReactNode }

/** The measure of the page: centred, with air at both sides. */
export function Wrap({ children }: Props) {
  return <div className="schakel-wrap">{children}</div>
}

/** Things below each other, with even space: `l` between sections, `s` between lines that belong together. */
export function Stack({ children, size = 'm' }: Props & { size?: 's' | 'm' | 'l' }) {
  return <div className={`schakel-stack schakel-stack--${size}`}>{children}</div>
}

/** Two columns, the second narrow; on a small screen below each other. */
export function Columns({ children, aside }: Props & { aside: ReactNode }) {
  return (
    <div className="schakel-columns">
      <div className="schakel-stack schakel-stack--l">{children}</div>
      <aside className="schakel-stack schakel-stack--m">{aside}</aside>
    </div>
  )
}

/** Two equal columns, such as a document beside its fields. */
export function Split({ children }: Props) {
  return <div className="schakel-split">{children}</div>
}

/** A white sheet on the ground. `title` is its heading's id. */
export function Card({ children, labelledBy }: Props & { labelledBy?: string }) {
  if (!labelledBy) return <div className="schakel-card schakel-stack schakel-stack--m">{children}</div>
  return (
    <section className="schakel-card schakel-stack schakel-stack--m" aria-labelledby={labelledBy}>
      {children}
    </section>
  )
}

/** Buttons in a row, wrapping. */
export function Actions({ children }: Props) {
  return <div className="schakel-actions">{children}</div>
}

/** The line above a heading: short facts, separated by air. */
export function OverLine({ items }: { items: readonly ReactNode[] }) {
  return (
    <p className="schakel-over">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of texts without a key of their own
        <span key={index}>{item}</span>
      ))}
    </p>
  )
}

export type Fact = { term: string; value: ReactNode }

/** Terms with their values; an entry without value is left out. */
export function Facts({ items }: { items: readonly Fact[] }) {
  return (
    <dl className="schakel-facts">
      {items
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

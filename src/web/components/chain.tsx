/**
 * `done` happened; `running` is under way; `broken` its last day went by without a trace; `waiting` may have come, no document says;
 * `future` still to come; `stopped` will not come.
 */
export type RingState = 'done' | 'running' | 'broken' | 'waiting' | 'future' | 'stopped'
export type Ring = {
  label: string
  detail: string
  state: RingState
  /** Of the label, where it is not that of the page. */
  lang?: 'nl' | undefined
}

/** What was asked, promised, claimed and proven as rings of one chain. The words say all that the rings show. */
export function Chain({ rings, label }: { rings: readonly Ring[]; label: string }) {
  return (
    <ol className="schakel-chain" aria-label={label}>
      {rings.map((ring, index) => (
        <li key={`${ring.label} ${ring.detail}`} className={classOf(ring, rings[index + 1])}>
          <b lang={ring.lang}>{ring.label}</b> <span>{ring.detail}</span>
        </li>
      ))}
    </ol>
  )
}

/** A ring with the bar that leads to the next. */
export function classOf(ring: { state: RingState }, next: { state: RingState } | undefined): string {
  const own = `schakel-chain__ring schakel-chain__ring--${ring.state}`
  return next ? `${own} schakel-chain__ring--to-${next.state}` : own
}

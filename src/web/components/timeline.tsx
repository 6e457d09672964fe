import type { ReactNode } from 'react'

export type Moment = {
  key: string
  /** ISO date, or null when the document gives none. */
  date: string | null
  /** The date as people read it. */
  when: string
  body: ReactNode
  late?: boolean
}

/** How it went, oldest first. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  return (
    <ol className="schakel-timeline">
      {moments.map((moment) => (
        <li key={moment.key} className={moment.late ? 'schakel-timeline__late' : undefined}>
          {moment.date ? <time dateTime={moment.date}>{moment.when}</time> : <span>{moment.when}</span>}
          <div>{moment.body}</div>
        </li>
      ))}
    </ol>
  )
}

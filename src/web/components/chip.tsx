import { StatusBadge } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'

/** `done` proven, `open` under way, `wait` waits for someone, `late` late or unsafe, `none` nothing to say about it. */
export type Tone = 'done' | 'open' | 'wait' | 'late' | 'none'

const status = { done: 'safe', open: 'active', wait: 'warning', late: 'danger', none: 'neutral' } as const

/** One state in a word, with a ring whose shape says the same as its colour. */
export function Chip({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <StatusBadge status={status[tone]} className={`schakel-chip schakel-chip--${tone}`}>
      {children}
    </StatusBadge>
  )
}

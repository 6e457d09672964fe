import type { ReactNode } from 'react'
import type { Domain } from '../../../reintegration/index.ts'

const shapes: Readonly<Record<Domain, ReactNode>> = {
  housing: <path d="M5 20 20 8l15 12M10 17v16h20V17M17 33v-9h6v9" />,
  training: <path d="M4 15 20 8l16 7-16 7zM11 19v9c5 4 13 4 18 0v-9" />,
  work: <path d="M6 14h28v18H6zM15 14v-5h10v5M6 22h28" />,
  debt: <path d="M5 11h30v19H5zM15 20.500a5 5 0 1 0 10 0a5 5 0 1 0-10 0" />,
  network: (
    <path d="M9 13a5 5 0 1 0 10 0a5 5 0 1 0-10 0M4 32c0-12 20-12 20 0M24 9a5 5 0 1 1 1 9M28 21c5 1 8 5 8 11" />
  ),
  health: <path d="M20 33C4 22 5 9 13 9c4 0 6 2 7 5c1-3 3-5 7-5c8 0 9 13-7 24z" />,
  legal: <path d="M20 7v26M12 33h16M8 12h24M8 12 4 22h8zM32 12l-4 10h8z" />,
}

/** A drawing beside the name of a goal; it says nothing by itself. */
export function GoalIcon({ domain, reached }: { domain: Domain; reached: boolean }) {
  return (
    <svg
      viewBox="0 0 40 40"
      width="40"
      height="40"
      fill="none"
      strokeWidth="3"
      className={reached ? 'mine-icon mine-icon--done' : 'mine-icon'}
      aria-hidden="true"
    >
      {shapes[domain]}
    </svg>
  )
}

import { Heading2 } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { Stack } from '../../components/layout.tsx'
import type { PageRequest } from '../../page.ts'

/** A section of the programme that is closed until somebody wants it: its heading, what it comes to in one line, and the rest below. */
export function Fold({
  id,
  title,
  says,
  open,
  children,
}: {
  id: string
  title: ReactNode
  says: ReactNode
  open: boolean
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id}>
      <details className="schakel-fold" open={open}>
        <summary>
          <Heading2 id={id}>{title}</Heading2>
          <span className="schakel-fold__says">{says}</span>
        </summary>
        <Stack>{children}</Stack>
      </details>
    </section>
  )
}

/** `?alles=ja`: everything that folds is open, for whoever searches or prints in a browser that leaves it closed. */
export const showsAll = ({ query }: Pick<PageRequest, 'query'>): boolean => query.has('alles')
export const allOpen = '?alles=ja'

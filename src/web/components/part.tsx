import { Heading2 } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { Stack } from './layout.tsx'

/** A section of a page: its heading and what stands below it. */
export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <Stack>
        <Heading2 id={id}>{title}</Heading2>
        {children}
      </Stack>
    </section>
  )
}

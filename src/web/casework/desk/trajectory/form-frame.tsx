import { Heading1, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { Stack } from '../../../components/layout.tsx'
import { Done, Problem, type Sent } from '../../kit.tsx'
import type { CasePage, CaseScreen } from '../../page.ts'

/** A page below a trajectory that is one form, or a list with a form. */
export function caseFormScreen(
  request: CasePage,
  given: {
    number: string
    title: string
    intro?: string
    path: string
    form: string
    sent: Sent | null
    children: ReactNode
  },
): CaseScreen {
  const { number, title, intro, path, form, sent, children } = given
  return {
    title: `${title}, ${number}`,
    nav: 'trajectories',
    crumbs: [
      { label: request.words.caseDesk.list.title, path: '/trajecten' },
      { label: number, path: `/trajecten/${number}` },
      { label: title, path },
    ],
    body: (
      <Stack size="l">
        <Stack size="s">
          <Heading1>{title}</Heading1>
          {intro && <Paragraph>{intro}</Paragraph>}
        </Stack>
        <Done request={request} sentences={request.words.caseDone} />
        <Problem request={request} form={form} sent={sent} />
        {children}
      </Stack>
    ),
  }
}

import { Heading1, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { Stack } from '../../components/layout.tsx'
import { Done, Problem, type Sent } from '../kit.tsx'
import type { AdminRequest, CaseScreen } from '../page.ts'

/** A page below administration. */
export function AdminFrame(given: {
  request: AdminRequest
  title: string
  intro?: string
  path: string
  form: string
  sent: Sent | null
  children: ReactNode
}): CaseScreen {
  const { request, title, intro, path, form, sent, children } = given
  const w = request.words.caseAdmin
  const administers = request.actor.roles.includes('administrator')
  return {
    title,
    ...(administers
      ? {
          nav: 'admin' as const,
          crumbs: [
            { label: w.title, path: '/beheer' },
            { label: title, path },
          ],
        }
      : {}),
    body: (
      <Stack size="l">
        <Stack size="s">
          <Heading1>{title}</Heading1>
          {intro && <Paragraph>{intro}</Paragraph>}
        </Stack>
        <Done request={request} sentences={{ bewaard: w.done }} />
        <Problem request={request} form={form} sent={sent} />
        {children}
      </Stack>
    ),
  }
}

import {
  Heading2,
  Link,
  Paragraph,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { type Contact, contactHistory, contactsOf } from '../../../../reintegration/index.ts'
import { Stack } from '../../../components/layout.tsx'
import type { CasePage } from '../../page.ts'
import { caseHref } from '../../page.ts'
import { dayText } from '../case-form.ts'
import type { Section } from '../trajectory/sections.ts'
import { growthOf, growthSentence } from './growth.ts'
import { NetworkMap } from './map.tsx'

/** The map of who stand around her, how it changed, and the same as a table. */
export const networkSection: Section = {
  place: 'main',
  order: 20,
  async load(ctx, trajectory, request) {
    const contacts = await contactsOf(ctx, trajectory)
    const growth = growthOf(contacts, await contactHistory(ctx, trajectory), request.now)
    const w = request.words.caseNetwork
    const path = caseHref(request, `/trajecten/${trajectory.number}/netwerk`)
    const now = contacts.filter(({ until }) => until === null)
    return (
      <Stack>
        <Heading2>{w.title}</Heading2>
        {now.length === 0 ? (
          <>
            <Paragraph>{w.none}</Paragraph>
            <p>
              <Link href={path}>{w.add}</Link>
            </p>
          </>
        ) : (
          <div className="schakel-card schakel-stack schakel-stack--s">
            <NetworkMap request={request} contacts={now} />
            <Paragraph>{growthSentence(request, growth)}</Paragraph>
            <p>
              <small>
                {w.legend} <Link href={path}>{w.edit}</Link>
              </small>
            </p>
            <details className="schakel-fold">
              <summary>{w.table}</summary>
              <ContactTable request={request} contacts={now} />
            </details>
          </div>
        )}
      </Stack>
    )
  },
}

export function ContactTable({
  request,
  contacts,
  link,
}: {
  request: CasePage
  contacts: readonly Contact[]
  link?: (contact: Contact) => ReactNode
}) {
  const w = request.words.caseNetwork
  return (
    <div className="schakel-scroll">
      <Table>
        <TableHeader>
          <TableRow>
            {[w.who, w.kind, w.verdict, w.closeness, w.since].map((label) => (
              <TableHeaderCell key={label} scope="col">
                {label}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {contacts.map((contact) => (
            <TableRow key={contact.id}>
              <TableCell>{link ? link(contact) : contact.who}</TableCell>
              <TableCell>{w.kinds[contact.kind]}</TableCell>
              <TableCell>{w.verdicts[contact.verdict]}</TableCell>
              <TableCell>{w.near[contact.closeness]}</TableCell>
              <TableCell>{dayText(request, contact.since)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}

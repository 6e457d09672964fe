import {
  Alert,
  Heading1,
  Link,
  Paragraph,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@utrecht/component-library-react'
import { type OutgoingList, type OutgoingMail, outgoingMail } from '../../../council/index.ts'
import { NotFound } from '../../../errors.ts'
import { capitalise } from '../../../words/format.ts'
import { Card, Facts, Stack } from '../../components/layout.tsx'
import type { Answer, DeskRequest, Screen } from '../../page.ts'
import { hrefHere } from '../../page.ts'

/** Mail as the clerk sees it: what was made and how it stands, never to which address; in a demonstration also what it says. */
export async function outgoingPage(request: DeskRequest): Promise<Answer> {
  return outgoingScreen(request, await request.transact((ctx) => outgoingMail(ctx)))
}

export function outgoingScreen(request: DeskRequest, { mails, counts }: OutgoingList): Screen {
  const words = request.words.follow.outgoing
  const trouble = counts.failed + counts['given-up']
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return {
    title: words.title,
    body: (
      <Stack>
        <Heading1>{words.title}</Heading1>
        <Paragraph>{words.lead}</Paragraph>
        {request.mail === 'demo' && (
          <Alert type="info">
            <Paragraph>{words.demo}</Paragraph>
          </Alert>
        )}
        {(request.mail ?? 'off') === 'off' && (
          <Alert type="info">
            <Paragraph>{words.off}</Paragraph>
          </Alert>
        )}
        {trouble > 0 && (
          <Alert type="warning">
            <Paragraph>{words.trouble(trouble)}</Paragraph>
          </Alert>
        )}
        {mails.length === 0 ? (
          <Paragraph>{words.none}</Paragraph>
        ) : (
          <Table>
            <TableHeader>
              <TableRow>
                <TableHeaderCell scope="col">{words.columns.what}</TableHeaderCell>
                <TableHeaderCell scope="col">{words.columns.made}</TableHeaderCell>
                <TableHeaderCell scope="col">{words.columns.state}</TableHeaderCell>
              </TableRow>
            </TableHeader>
            <TableBody>
              {mails.map((mail) => (
                <TableRow key={mail.id}>
                  <TableCell>
                    <What request={request} mail={mail} />
                  </TableCell>
                  <TableCell>{words.at(mail.madeAt)}</TableCell>
                  <TableCell>{capitalise(stateOf(request, mail))}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
        {total > mails.length && <Paragraph>{words.shown(mails.length, total)}</Paragraph>}
      </Stack>
    ),
  }
}

function What({ request, mail }: { request: DeskRequest; mail: OutgoingMail }) {
  const words = request.words.follow.outgoing
  const text = `${words.kind[mail.kind]}, ${words.to[mail.to]}`
  if (request.mode !== 'demo') return text
  return <Link href={hrefHere(request, `/bureau/uitgaande-post/${mail.id}`)}>{text}</Link>
}

function stateOf(request: DeskRequest, mail: OutgoingMail): string {
  const words = request.words.follow.outgoing
  const tried =
    mail.attempts > 0 && mail.state !== 'sent' ? `, ${words.tried(mail.attempts, mail.errorCode)}` : ''
  return words.state[mail.state] + tried
}

/** One mail as it would go out, with links that work; in a demonstration only. */
export async function mailPage(request: DeskRequest): Promise<Answer> {
  const words = request.words.follow.outgoing
  const id = request.params.mail ?? ''
  const mail = /^[1-9]\d{0,8}$/.test(id) ? await request.previewMail?.(Number(id)) : null
  if (!mail) throw new NotFound()
  return {
    title: mail.subject,
    crumbs: [{ label: words.title, path: `/${request.municipality.slug}/bureau/uitgaande-post` }],
    body: (
      <Stack>
        <Heading1>{words.kind[mail.kind]}</Heading1>
        <Facts
          items={[
            { term: words.subject, value: mail.subject },
            { term: words.from, value: mail.from },
            { term: words.columns.made, value: words.at(mail.madeAt) },
            { term: words.columns.state, value: capitalise(stateOf(request, mail)) },
            {
              term: words.unsubscribe,
              value: mail.unsubscribe && <Link href={mail.unsubscribe}>{mail.unsubscribe}</Link>,
            },
          ]}
        />
        <Card>
          <div className="schakel-mail">{linked(mail.text)}</div>
        </Card>
        <Paragraph>
          <Link href={hrefHere(request, '/bureau/uitgaande-post')}>{words.back}</Link>
        </Paragraph>
      </Stack>
    ),
  }
}

/** The plain text, in which an address on a line of its own can be followed. */
function linked(text: string) {
  return text.split(/^(https?:\/\/\S+)$/m).map((part, index) =>
    index % 2 === 1 ? (
      <Link key={part} href={part}>
        {part}
      </Link>
    ) : (
      part
    ),
  )
}

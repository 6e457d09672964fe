import {
  ButtonLink,
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
import type { ShareShown } from '../../../../reintegration/index.ts'
import { isRunning, messagesOf, shareReference, sharesOf } from '../../../../reintegration/index.ts'
import { Card, Stack } from '../../../components/layout.tsx'
import type { StaffRequest } from '../../page.ts'
import { caseHref } from '../../page.ts'
import type { Section } from '../trajectory/sections.ts'
import { labelOf } from './shared-items.tsx'
import { StandChip } from './stand.tsx'

/** With whom something of her is shared, what they see, and what comes next. */
export const sharesSection: Section = {
  place: 'main',
  order: 70,
  async load(ctx, trajectory, request) {
    const shares = await sharesOf(ctx, trajectory)
    const w = request.words.caseShare.section
    const now = shares.filter((share) => share.waits || isRunning(share))
    const before = shares.filter((share) => !share.waits && !isRunning(share))
    const at = `/trajecten/${trajectory.number}/delen`
    const { access } = trajectory
    const may = access.by === 'relation' && access.part !== 'worker' && trajectory.state !== 'closed'
    return (
      <section aria-labelledby="bij-wie">
        <Stack>
          <Heading2 id="bij-wie">{w.title}</Heading2>
          {now.length === 0 ? (
            <Paragraph>{w.none}</Paragraph>
          ) : (
            <SharesTable request={request} shares={now} at={at} />
          )}
          {may && (
            <p>
              <ButtonLink href={caseHref(request, at)} appearance="secondary-action-button">
                {w.share}
              </ButtonLink>
            </p>
          )}
          {before.length > 0 && (
            <details className="schakel-details">
              <summary>{w.before}</summary>
              <div>
                <SharesTable request={request} shares={before} at={at} />
              </div>
            </details>
          )}
        </Stack>
      </section>
    )
  },
}

function SharesTable({
  request,
  shares,
  at,
}: {
  request: StaffRequest
  shares: readonly ShareShown[]
  at: string
}) {
  const { caseShare } = request.words
  const { columns, nothing } = caseShare.section
  return (
    <div className="schakel-scroll schakel-shares">
      <Table>
        <TableHeader>
          <TableRow>
            {[columns.partner, columns.stand, columns.sees, columns.step].map((label) => (
              <TableHeaderCell key={label} scope="col">
                {label}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {shares.map((share) => (
            <TableRow key={share.id}>
              <TableCell>
                {share.organisation}{' '}
                <small className="schakel-soft schakel-nowrap">{shareReference(share.id)}</small>
              </TableCell>
              <TableCell>
                <StandChip request={request} stand={share.stand} />
              </TableCell>
              <TableCell>
                {isRunning(share)
                  ? share.categories.map((id) => labelOf(request, id).toLowerCase()).join(', ')
                  : nothing}
              </TableCell>
              <TableCell>
                <Link
                  href={caseHref(request, `${at}/${shareReference(share.id)}`)}
                  aria-label={`${caseShare.steps[share.stand]}: ${share.organisation}`}
                >
                  {caseShare.steps[share.stand]}
                </Link>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}

/** What she wrote that nobody read yet. */
export const messagesSection: Section = {
  place: 'aside',
  order: 50,
  async load(ctx, trajectory, request) {
    const messages = await messagesOf(ctx, trajectory)
    const fresh = messages.filter(({ hers, readAt }) => hers && readAt === null).length
    const w = request.words.caseShare.messages
    return (
      <Card labelledBy="berichten">
        <Heading2 id="berichten" className="schakel-card-heading">
          {w.section}
        </Heading2>
        <Paragraph>{fresh > 0 ? <b>{w.fresh(fresh)}</b> : w.noFresh}</Paragraph>
        <Link href={caseHref(request, `/trajecten/${trajectory.number}/berichten`)}>{w.open}</Link>
      </Card>
    )
  },
}

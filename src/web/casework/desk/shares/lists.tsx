import {
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
import type { ReactNode } from 'react'
import { addDays, dayOf } from '../../../../days.ts'
import { chainPartners, myShares, shareReference, shareRuleOn } from '../../../../reintegration/index.ts'
import { formatDate } from '../../../../words/format.ts'
import { Stack } from '../../../components/layout.tsx'
import type { CaseAnswer, StaffRequest } from '../../page.ts'
import { caseHref } from '../../page.ts'
import { StandChip } from './stand.tsx'

/** Everything that is shared of one's own cases: numbers and partners, no names, no contents. */
export async function referralsPage(request: StaffRequest): Promise<CaseAnswer> {
  const shares = await request.transact((ctx) => myShares(ctx))
  const { caseShare } = request.words
  const w = caseShare.list
  const { columns } = caseShare.section
  return {
    title: w.title,
    nav: 'referrals',
    body: (
      <Stack size="l">
        <Stack size="s">
          <Heading1>{w.title}</Heading1>
          <Paragraph>
            {shares.length === 0 ? w.none : w.intro(shares.filter(({ waits }) => waits).length)}
          </Paragraph>
        </Stack>
        {shares.length > 0 && (
          <Rows
            head={[
              w.number,
              columns.partner,
              caseShare.one.purpose,
              columns.stand,
              columns.until,
              columns.step,
            ]}
          >
            {shares.map((share) => (
              <TableRow key={share.id}>
                <TableCell>
                  <Link href={caseHref(request, `/trajecten/${share.number}`)}>{share.number}</Link>
                </TableCell>
                <TableCell>{share.organisation}</TableCell>
                <TableCell>{caseShare.purposes[share.purpose]}</TableCell>
                <TableCell>
                  <StandChip request={request} stand={share.stand} />
                </TableCell>
                <TableCell>
                  {share.stoppedAt ? '' : formatDate(addDays(dayOf(share.until), -1), request.language)}
                </TableCell>
                <TableCell>
                  <Link
                    href={caseHref(request, `/trajecten/${share.number}/delen/${shareReference(share.id)}`)}
                    aria-label={`${caseShare.steps[share.stand]}: ${share.number}, ${share.organisation}`}
                  >
                    {caseShare.steps[share.stand]}
                  </Link>
                </TableCell>
              </TableRow>
            ))}
          </Rows>
        )}
      </Stack>
    ),
  }
}

/** The organisations here, and what each may get. */
export async function partnersPage(request: StaffRequest): Promise<CaseAnswer> {
  const partners = await request.transact((ctx) => chainPartners(ctx))
  const { caseShare } = request.words
  const w = caseShare.partners
  const today = dayOf(request.now)
  return {
    title: w.title,
    nav: 'partners',
    body: (
      <Stack size="l">
        <Stack size="s">
          <Heading1>{w.title}</Heading1>
          <Paragraph>{partners.length === 0 ? w.none : w.intro}</Paragraph>
        </Stack>
        {partners.length > 0 && (
          <Rows head={[w.name, w.kind, w.may, w.never]}>
            {partners.map(({ id, name, kind }) => {
              const rule = shareRuleOn(today, kind)
              return (
                <TableRow key={id}>
                  <TableCell>{name}</TableCell>
                  <TableCell>{caseShare.kinds[kind]}</TableCell>
                  <TableCell>
                    {rule
                      ? rule.may.map(({ label }) => label[request.language].toLowerCase()).join(', ')
                      : w.notYet}
                  </TableCell>
                  <TableCell>{rule?.never.map((one) => one[request.language]).join('; ')}</TableCell>
                </TableRow>
              )
            })}
          </Rows>
        )}
      </Stack>
    ),
  }
}

function Rows({ head, children }: { head: readonly string[]; children: ReactNode }) {
  return (
    <div className="schakel-scroll schakel-shares">
      <Table>
        <TableHeader>
          <TableRow>
            {head.map((label) => (
              <TableHeaderCell key={label} scope="col">
                {label}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>{children}</TableBody>
      </Table>
    </div>
  )
}

import {
  ButtonLink,
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
import { dayOf } from '../../../../days.ts'
import { myTrajectories } from '../../../../reintegration/index.ts'
import { formatDate } from '../../../../words/format.ts'
import { Chip } from '../../../components/chip.tsx'
import { Stack } from '../../../components/layout.tsx'
import type { CaseAnswer, StaffRequest } from '../../page.ts'
import { caseHref } from '../../page.ts'

/** With whom one works: numbers, no names. */
export async function listPage(request: StaffRequest): Promise<CaseAnswer> {
  const rows = await request.transact((ctx) => myTrajectories(ctx))
  const w = request.words.caseDesk
  const today = dayOf(request.now)
  return {
    title: w.list.title,
    nav: 'trajectories',
    body: (
      <Stack size="l">
        <Stack size="s">
          <Heading1>{w.list.title}</Heading1>
          <Paragraph>{w.list.intro(rows.length)}</Paragraph>
        </Stack>
        <p>
          <ButtonLink href={caseHref(request, '/trajecten/nieuw')} appearance="primary-action-button">
            {w.list.begin}
          </ButtonLink>
        </p>
        {rows.length > 0 && (
          <Table>
            <TableHeader>
              <TableRow>
                {[w.list.number, w.list.phase, w.list.review].map((label) => (
                  <TableHeaderCell key={label} scope="col">
                    {label}
                  </TableHeaderCell>
                ))}
              </TableRow>
            </TableHeader>
            <TableBody>
              {rows.map((row) => (
                <TableRow key={row.id}>
                  <TableCell>
                    <Link href={caseHref(request, `/trajecten/${row.number}`)}>{row.number}</Link>
                  </TableCell>
                  <TableCell>
                    {w.phases[row.phase]}
                    <small className="schakel-under">
                      {[
                        ...(row.state === 'active' ? [] : [w.states[row.state]]),
                        ...(row.part && row.part !== 'coordinator'
                          ? [w.list.you(w.team.parts[row.part])]
                          : []),
                      ].join(', ')}
                    </small>
                  </TableCell>
                  <TableCell>
                    {row.safetyReviewOn ? formatDate(row.safetyReviewOn, request.language) : w.list.none}
                    {row.safetyReviewOn && row.safetyReviewOn < today && (
                      <>
                        {' '}
                        <Chip tone="late">{w.list.late}</Chip>
                      </>
                    )}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </Stack>
    ),
  }
}

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
import { myTrajectories } from '../../../../reintegration/index.ts'
import { formatDate } from '../../../../words/format.ts'
import { Stack } from '../../../components/layout.tsx'
import type { CaseAnswer, StaffRequest } from '../../page.ts'
import { caseHref } from '../../page.ts'

/** With whom one works: numbers, no names. */
export async function listPage(request: StaffRequest): Promise<CaseAnswer> {
  const rows = await request.transact((ctx) => myTrajectories(ctx))
  const w = request.words.caseDesk
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
          <div className="schakel-scroll">
            <Table>
              <TableHeader>
                <TableRow>
                  {[w.list.number, w.list.phase, w.list.state, w.list.part, w.list.review].map((label) => (
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
                    <TableCell>{w.phases[row.phase]}</TableCell>
                    <TableCell>{w.states[row.state]}</TableCell>
                    <TableCell>{row.part ? w.team.parts[row.part] : ''}</TableCell>
                    <TableCell>
                      {row.safetyReviewOn ? formatDate(row.safetyReviewOn, request.language) : w.list.none}
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </div>
        )}
      </Stack>
    ),
  }
}

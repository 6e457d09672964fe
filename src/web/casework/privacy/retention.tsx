import {
  Heading2,
  Paragraph,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { addMonths, dayOf } from '../../../days.ts'
import { type Retained, retained } from '../../../reintegration/index.ts'
import { formatDate } from '../../../words/format.ts'
import { Chip } from '../../components/chip.tsx'
import { Stack } from '../../components/layout.tsx'
import type { CaseAnswer, StaffRequest } from '../page.ts'
import { privacyScreen } from './frame.tsx'

/** How long what is kept, what comes due, and what was erased: numbers and days. */
export async function retentionPage(request: StaffRequest): Promise<CaseAnswer> {
  const cases = await request.transact((ctx) => retained(ctx))
  const w = request.words.casePrivacy.retention
  const today = dayOf(request.now)
  const day = (value: string | null) => (value ? formatDate(value, request.language) : w.untilUnknown)
  const kept = cases.filter(({ erasedOn }) => !erasedOn)
  const due = kept.filter(({ keepUntil }) => keepUntil && keepUntil <= addMonths(today, 12))
  const erased = cases.filter(({ erasedOn }) => erasedOn)
  const rows = (list: readonly Retained[]) =>
    list.map((one) => [
      one.number,
      day(one.closedOn),
      <>
        {day(one.keepUntil)}
        {one.keepUntil && one.keepUntil < today && (
          <>
            {' '}
            <Chip tone="late">{w.late}</Chip>
          </>
        )}
      </>,
      one.laws
        .map(({ law, years, ground }) =>
          years
            ? w.years(w.laws[law ?? ''] ?? law ?? ground, years)
            : w.noYears(w.laws[law ?? ''] ?? law ?? ground),
        )
        .join('; '),
    ])
  const head = [w.number, w.closedOn, w.until, w.law]
  return privacyScreen(request, {
    part: 'retention',
    title: w.title,
    intro: w.intro,
    children: (
      <>
        <Part title={w.due} none={w.dueNone} head={head} rows={rows(due)} />
        <Part title={w.closed} none={w.none} head={head} rows={rows(kept)} />
        <Part
          title={w.erased}
          none={w.erasedNone}
          head={[w.number, w.erasedOn, w.why]}
          rows={erased.map((one) => [
            one.number,
            day(one.erasedOn),
            one.because ? w.because[one.because] : '',
          ])}
        />
      </>
    ),
  })
}

function Part({
  title,
  none,
  head,
  rows,
}: {
  title: string
  none: string
  head: readonly string[]
  rows: readonly (readonly ReactNode[])[]
}) {
  return (
    <Stack>
      <Heading2>{title}</Heading2>
      {rows.length === 0 ? <Paragraph>{none}</Paragraph> : <PlainTable head={head} rows={rows} />}
    </Stack>
  )
}

export function PlainTable({
  head,
  rows,
}: {
  head: readonly string[]
  rows: readonly (readonly ReactNode[])[]
}) {
  return (
    <div className="schakel-scroll">
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
        <TableBody>
          {rows.map((cells, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows in a fixed order
            <TableRow key={at}>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns in a fixed order
                <TableCell key={column}>{cell}</TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}

import {
  Link,
  Table,
  TableBody,
  TableCaption,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { capitalise, formatNumber } from '../../../words/format.ts'
import { Part } from '../../components/part.tsx'
import type { MunicipalityRequest } from '../../page.ts'
import { hrefHere } from '../../page.ts'
import { type WishQuery, wishSearch } from './query.ts'
import type { Table as Model, WishTableName } from './tables.ts'

type Props = {
  request: MunicipalityRequest
  query: WishQuery
  name: WishTableName
  title: string
  /** What the chart says, in a sentence. */
  reading: string
  table: Model
  /** The chart; nothing when there is nothing to draw. */
  children?: ReactNode
  note?: ReactNode
}

/** A chart with its reading above it and its table below it. */
export function Figure({ request, query, name, title, reading, table, children, note }: Props) {
  const { wishes: w } = request.words
  return (
    <Part id={name} title={title}>
      <figure className="schakel-figure">
        <figcaption>{reading}</figcaption>
        {children}
      </figure>
      {note}
      {table.rows.length > 0 && (
        <details className="schakel-details schakel-figure__table">
          <summary>{w.table}</summary>
          <div>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
            <section className="utrecht-table-container" aria-label={`${w.table}: ${title}`} tabIndex={0}>
              <DataTable table={table} caption={title} language={request.language} />
            </section>
            <p className="schakel-small schakel-no-print">
              <Link href={hrefHere(request, `/wensen/${name}.csv${wishSearch(query)}`)}>{w.download}</Link>
            </p>
          </div>
        </details>
      )}
    </Part>
  )
}

type DataProps = { table: Model; caption: string; language: MunicipalityRequest['language'] }

function DataTable({ table, caption, language }: DataProps) {
  const [first, ...others] = table.head
  return (
    <Table>
      <TableCaption className="schakel-hidden">{caption}</TableCaption>
      <TableHeader>
        <TableRow>
          <TableHeaderCell scope="col">{first}</TableHeaderCell>
          {others.map((name) => (
            <TableHeaderCell key={name} scope="col" numericColumn>
              {capitalise(name)}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {table.rows.map(([label, ...values]) => (
          <TableRow key={label}>
            <TableHeaderCell scope="row">{capitalise(String(label))}</TableHeaderCell>
            {values.map((value, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
              <TableCell key={index} numericColumn>
                {typeof value === 'number' ? formatNumber(value, language) : value}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

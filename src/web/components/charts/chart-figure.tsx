import {
  Table,
  TableBody,
  TableCaption,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@utrecht/component-library-react'
import type { ReactNode } from 'react'

export type ChartTable = {
  head: readonly string[]
  /** The first cell names its row; numbers are written out already. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
  /** Of which columns the cells are words, from 1; others are figures. */
  words?: readonly number[]
}
type Props = {
  title: string
  /** What the chart says, in a sentence; it stands above it. */
  reading: ReactNode
  children: ReactNode
  /** Null where the same table stands right below already. */
  table: ChartTable | null
  /** What opens the table. */
  tableLabel: string
  /** Below the table, such as a link to the file. */
  below?: ReactNode
  open?: boolean
}

/** A chart with what it says above it and its table below it. */
export function ChartFigure({ title, reading, children, table, tableLabel, below, open }: Props) {
  return (
    <div className="schakel-stack schakel-stack--s">
      <figure className="schakel-figure">
        <figcaption>{reading}</figcaption>
        {children}
      </figure>
      {table && table.rows.length > 0 && (
        <details className="schakel-details" open={open}>
          <summary>{tableLabel}</summary>
          <div>
            <FigureTable table={table} caption={title} label={`${tableLabel}: ${title}`} />
            {below}
          </div>
        </details>
      )}
    </div>
  )
}

/** A table of figures that may scroll sideways on a small screen. */
export function FigureTable({
  table,
  caption,
  label,
}: {
  table: ChartTable
  caption: string
  label: string
}) {
  const isWords = (column: number) => table.words?.includes(column) ?? false
  return (
    /* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */
    <section className="utrecht-table-container schakel-figure__table" aria-label={label} tabIndex={0}>
      <Table>
        <TableCaption className="schakel-hidden">{caption}</TableCaption>
        <TableHeader>
          <TableRow>
            {table.head.map((name, column) => (
              <TableHeaderCell key={name} scope="col" numericColumn={column > 0 && !isWords(column)}>
                {name}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {table.rows.map(({ key, cells: [first, ...others] }) => (
            <TableRow key={key}>
              <TableHeaderCell scope="row">{first}</TableHeaderCell>
              {others.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
                <TableCell key={index} numericColumn={!isWords(index + 1)}>
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  )
}

import { Button, Checkbox, Link } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import type { Difference, ImportAtDesk, ImportRowAtDesk, RowProblem } from '../../../council/index.ts'
import { capitalise, formatDate } from '../../../words/format.ts'
import type { DeskRequest } from '../../page.ts'
import { deskMotionPath } from '../desk-paths.ts'
import { importPath } from './paths.ts'

/** Rows of a list, each with what comes of it: what differs, what is unsaid, what stands in the way. */
export function rowList(
  request: DeskRequest,
  list: ImportAtDesk,
  rows: readonly ImportRowAtDesk[],
): ReactNode {
  return (
    <ol className="schakel-import__rows">
      {rows.map((row) => (
        <li key={row.number} id={`rij-${row.number}`}>
          <p>
            <b>{request.words.import.rows.number(row.number)}</b> {nameOf(request, list, row)}
          </p>
          {row.problems.map((problem, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
            <p key={index} className="schakel-small">
              {problemSentence(request, problem)}
            </p>
          ))}
          {row.differences.length > 0 && differences(request, list, row)}
        </li>
      ))}
    </ol>
  )
}

function nameOf(request: DeskRequest, list: ImportAtDesk, row: ImportRowAtDesk): ReactNode {
  if (row.motion)
    return (
      <Link href={deskMotionPath(request, row.motion)}>
        <span lang="nl">{row.motion.title}</span>
      </Link>
    )
  const column = list.mapping?.columns.indexOf('title') ?? -1
  return <span lang="nl">{(column < 0 ? row.cells[0] : row.cells[column]) ?? ''}</span>
}

/** "Een datum is niet te lezen. Er staat: “4-4-19”." */
export function problemSentence({ words }: DeskRequest, { code, field, text }: RowProblem): string {
  const w = words.import
  const more = !text ? '' : code === 'key-twice' ? w.rowsWith(text) : field === null ? '' : w.cell(text)
  const where = field ? `${capitalise(w.field[field])}: ` : ''
  return [`${where}${w.problem[code]}`, more].filter(Boolean).join(' ')
}

function differences(request: DeskRequest, list: ImportAtDesk, row: ImportRowAtDesk): ReactNode {
  const w = request.words.import.rows
  const choosable = list.state === 'checked' && row.differences.some((one) => one.kind === 'conflict')
  const table = (
    <table className="schakel-import__differences">
      <thead>
        <tr>
          <td />
          <th scope="col">{w.register}</th>
          <th scope="col">{w.file}</th>
        </tr>
      </thead>
      <tbody>
        {row.differences.map((one) => (
          <tr key={one.field}>
            <th scope="row">{capitalise(request.words.import.rowField[one.field])}</th>
            <td>{value(request, one.field, one.register)}</td>
            <td>
              {value(request, one.field, one.file)}
              {one.kind === 'by-hand' && <span className="schakel-hint">{w.byHand}</span>}
              {one.kind === 'conflict' && choosable && choice(request, row, one)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (!choosable) return table
  return (
    <form method="post" action={`${importPath(request, list.id)}/rijen/${row.number}`}>
      {table}
      <Button type="submit" appearance="secondary-action-button" className="schakel-slim">
        {w.save}
      </Button>
    </form>
  )
}

function choice(request: DeskRequest, row: ImportRowAtDesk, { field }: Difference): ReactNode {
  const id = `kies-${row.number}-${field}`
  return (
    <span className="schakel-tick">
      <Checkbox id={id} name="take" value={field} defaultChecked={row.choices[field] === 'file'} />
      <label htmlFor={id}>{request.words.import.rows.choose}</label>
    </span>
  )
}

function value({ words, language }: DeskRequest, field: Difference['field'], text: string): ReactNode {
  if (text === '') return <span className="schakel-soft">{words.import.rows.nothing}</span>
  const { outcome } = words.terms
  if (field === 'outcome') return outcome[text as keyof typeof outcome] ?? text
  if (field === 'settlement') return words.life.outcome[text as keyof typeof words.life.outcome] ?? text
  if (field === 'status') return words.life.state[text as keyof typeof words.life.state] ?? text
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDate(text, language)
  return <span lang="nl">{text.length > 300 ? `${text.slice(0, 300)}…` : text}</span>
}

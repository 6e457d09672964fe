import {
  chooseForRow,
  type ImportRowAtDesk,
  importAtDesk,
  importRows,
  type RowField,
  rowFields,
} from '../../../council/index.ts'
import { NotFound } from '../../../errors.ts'
import { csvOf } from '../../csv.ts'
import type { Answer, DeskRequest } from '../../page.ts'
import { seeOther } from '../../page.ts'
import { importIn, importPath } from './paths.ts'
import { problemSentence } from './row-list.tsx'

/** Keeps for one row in which fields the list is right. */
export async function postRow(request: DeskRequest): Promise<Answer> {
  const id = importIn(request)
  const { row } = request.params
  if (!row || !/^[1-9]\d{0,8}$/.test(row)) throw new NotFound()
  const form = await request.form()
  const fields = form
    .getAll('take')
    .filter((one): one is RowField => (rowFields as readonly unknown[]).includes(one))
  await request.transact((ctx) => chooseForRow(ctx, { import: id, row: Number(row), fields }))
  return seeOther(`${importPath(request, id)}?toon=conflict&bewaard=${row}#rij-${row}`)
}

/** The rows that cannot come in, or come in incomplete, as a list of their own: mended, it can be imported. */
export async function problemsFile(request: DeskRequest): Promise<Answer> {
  const id = importIn(request)
  const { list, rows } = await request.transact(async (ctx) => {
    const found = await importAtDesk(ctx, { import: id })
    const of = (verdict: 'unreadable' | 'notes') => importRows(ctx, { import: id, verdict, limit: 20_000 })
    return { list: found, rows: [...(await of('unreadable')), ...(await of('notes'))] }
  })
  const { csv } = request.words.import
  const line = (row: ImportRowAtDesk) => [
    ...list.headers.map((_, index) => row.cells[index] ?? ''),
    String(row.number),
    row.problems.map((problem) => problemSentence(request, problem)).join(' '),
  ]
  const text = csvOf([...list.headers, csv.row, csv.reason], rows.map(line), ';')
  return new Response(`\ufeff${text}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${csv.file}"`,
    },
  })
}

import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { toJson } from '../save-reading.ts'
import { type Difference, isStop, keyOf, type ReadRow, type RowProblem, type Verdict } from './fields.ts'
import { findMotionsOf } from './load-register.ts'
import type { ImportMapping } from './mapping.ts'
import { planRow } from './plan-row.ts'
import { readRows, type StoredRow } from './read-rows.ts'

/**
 * Gives every row what it is recognised by, and finds motions that stand in the list twice: rows that say the same count once; when
 * they differ nobody knows which is right, so none of them counts. Begins a new comparison.
 */
export async function keyRows(ctx: Ctx, id: number, mapping: ImportMapping): Promise<void> {
  const { municipality } = ctx.actor
  const stored = await ctx.tx
    .selectFrom('council.import_row')
    .select(['row_number', 'cells'])
    .where('municipality', '=', municipality)
    .where('import_id', '=', id)
    .orderBy('row_number')
    .execute()
  const { read } = await readRows(ctx, stored, mapping)
  const numbered = read.map((row, index) => ({ row, number: stored[index]!.row_number }))
  const mixed = mixedRows(numbered)
  const marks: Mark[] = []
  for (const [key, rows] of Map.groupBy(numbered, ({ row }) => row.key ?? '')) {
    const texts = new Set(rows.map(({ row }) => JSON.stringify([row.fields, row.sourceKey])))
    rows.forEach(({ row, number }, index) => {
      const differ = key !== '' && texts.size > 1 ? rows : mixed.get(number)
      const again = key !== '' && !differ && index > 0
      const problems: RowProblem[] = differ ? [...row.problems, twice(differ)] : row.problems
      marks.push({
        row_number: number,
        key: row.key,
        problems,
        verdict: problems.some(isStop) ? 'unreadable' : again ? 'same' : null,
        differences: [],
        motion_id: null,
      })
    })
  }
  await writeMarks(ctx, id, marks)
}

type NumberedRow = { row: ReadRow; number: number }

const twice = (rows: readonly NumberedRow[]): RowProblem => ({
  code: 'key-twice',
  field: null,
  text: rows
    .map((one) => one.number)
    .sort((a, b) => a - b)
    .slice(0, 10)
    .join(', '),
})

/** Rows that one motion may be behind although they are recognised by different marks, such as one without a registry number. */
function mixedRows(rows: readonly NumberedRow[]): Map<number, NumberedRow[]> {
  const found = new Map<number, NumberedRow[]>()
  const look = (kind: string, markOf: (row: ReadRow) => string | null) => {
    for (const [mark, same] of Map.groupBy(rows, ({ row }) => markOf(row) ?? '')) {
      const keys = new Set(same.map(({ row }) => row.key))
      if (mark === '' || keys.size < 2 || ![...keys].some((key) => key?.startsWith(kind))) continue
      for (const { number } of same) found.set(number, same)
    }
  }
  look('number:', ({ fields }) => keyOf({ ...fields, registryNumber: '' }, ''))
  look('source:', ({ sourceKey }) => sourceKey)
  return found
}

type Mark = {
  row_number: number
  key: string | null
  problems: RowProblem[]
  verdict: Verdict | null
  differences: Difference[]
  motion_id: number | null
}

async function writeMarks(ctx: Ctx, id: number, marks: readonly Mark[]): Promise<void> {
  for (let start = 0; start < marks.length; start += 2000) {
    await sql`
      update council.import_row r
         set key = m.key, problems = m.problems, verdict = m.verdict, differences = m.differences, motion_id = m.motion_id
        from jsonb_to_recordset(${toJson(marks.slice(start, start + 2000))}::jsonb)
          as m(row_number integer, key text, problems jsonb, verdict text, differences jsonb, motion_id integer)
       where r.municipality = ${ctx.actor.municipality} and r.import_id = ${id} and r.row_number = m.row_number`.execute(
      ctx.tx,
    )
  }
}

/** Compares the next rows with the register. @returns how many there were; 0: all are compared */
export async function checkRows(ctx: Ctx, id: number, mapping: ImportMapping, size: number): Promise<number> {
  const rows = await ctx.tx
    .selectFrom('council.import_row')
    .select(['row_number', 'cells'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('import_id', '=', id)
    .where('verdict', 'is', null)
    .orderBy('row_number')
    .limit(size)
    .execute()
  if (rows.length === 0) return 0
  const { read } = await readRows(ctx, rows, mapping)
  await writeMarks(ctx, id, await marksOf(ctx, rows, read))
  return rows.length
}

async function marksOf(ctx: Ctx, rows: readonly StoredRow[], read: readonly ReadRow[]): Promise<Mark[]> {
  const found = await findMotionsOf(ctx, read)
  return read.map((row, index): Mark => {
    const register = found[index] ?? null
    const mark = { row_number: rows[index]!.row_number, key: row.key, problems: row.problems }
    if (typeof register === 'string') {
      const problem: RowProblem = { code: register, field: null, text: row.key }
      return {
        ...mark,
        problems: [...row.problems, problem],
        verdict: 'unreadable',
        differences: [],
        motion_id: null,
      }
    }
    if (register === null) return { ...mark, verdict: 'new', differences: [], motion_id: null }
    return { ...mark, ...planRow(row, register), motion_id: register.id }
  })
}

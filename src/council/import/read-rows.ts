import type { Ctx } from '../../ctx.ts'
import { personAmong, type Sitting, sittings } from '../people.ts'
import type { IsoDate } from '../read/reading.ts'
import { type ReadRow, readRow } from './fields.ts'
import type { ImportMapping } from './mapping.ts'

export type StoredRow = { row_number: number; cells: string[] }

/** What these rows say, with the member of the college whom they name, as far as one person fits. */
export async function readRows(
  ctx: Ctx,
  rows: readonly StoredRow[],
  mapping: ImportMapping,
): Promise<{ read: ReadRow[]; people: Sitting[] }> {
  const people = await sittings(ctx)
  const read = rows.map(({ cells }) => {
    const row = readRow(cells, mapping)
    const printed = row.fields.portfolioHolder
    if (printed === '') return row
    const holder = holderAmong(people, printed, row.fields.date)
    if (holder) row.fields.portfolioHolder = holder.name
    else {
      row.fields.portfolioHolder = ''
      row.problems.push({ code: 'holder-unknown', field: 'portfolioHolder', text: printed.slice(0, 80) })
    }
    return row
  })
  return { read, people }
}

/** "wethouder De Wit (Lokaal)" as one of the people of the register; null when none or several fit. */
export function holderAmong(people: readonly Sitting[], printed: string, on: string) {
  const name = printed
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(
      /^(?:(?:portefeuillehouder|wethouder|weth\.?|burgemeester|mevrouw|mevr\.?|de heer|dhr\.?)\s+)+/i,
      '',
    )
  return personAmong(people, name, on === '' ? null : (on as IsoDate))
}

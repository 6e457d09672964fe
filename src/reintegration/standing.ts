import { sql } from 'kysely'
import type { CaseCtx, CaseRole } from '../case-ctx.ts'
import type { Standing } from './access.ts'

type Row = {
  id: number | null
  found: boolean
  here: boolean | null
  state: Standing['state']
  part: Standing['part']
  basis: Standing['basis']
  emergency_until: Date | null
  roles: CaseRole[]
  erased: boolean | null
}

/** How whoever acts stands to the case of this number. One statement and one row, whether there is such a case or not. */
export async function standingOf(ctx: CaseCtx, number: string): Promise<Standing & { id: number | null }> {
  const { rows } = await sql<Row>`select * from reintegration.standing(${number})`.execute(ctx.tx)
  const row = rows[0]
  if (!row) throw new Error('reintegration.standing gave no row')
  const { emergency_until, ...standing } = row
  return { ...standing, emergencyUntil: emergency_until }
}

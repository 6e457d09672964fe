import { sql } from 'kysely'
import type { CaseCtx, CaseRole } from '../case-ctx.ts'
import type { Standing } from './access.ts'

type Row = {
  found: boolean
  here: boolean | null
  state: Standing['state']
  part: Standing['part']
  basis: Standing['basis']
  emergency_until: Date | null
  roles: CaseRole[]
  erased: boolean | null
}

/** How whoever acts stands to a case. One statement and one row, whether there is such a case or not. */
export async function standingOf(ctx: CaseCtx, trajectoryId: number): Promise<Standing> {
  const { rows } = await sql<Row>`select * from reintegration.standing(${trajectoryId})`.execute(ctx.tx)
  const row = rows[0]
  if (!row) throw new Error('reintegration.standing gave no row')
  const { emergency_until, ...standing } = row
  return { ...standing, emergencyUntil: emergency_until }
}

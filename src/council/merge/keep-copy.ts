import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'

/** Tables of one motion; rows of others hang on these. */
const ofMotion = [
  'motion_identifier',
  'motion_submitter',
  'motion_vote',
  'motion_proposal',
  'clause',
  'request',
  'request_part',
  'letter_motion',
  'commitment_motion',
  'document_motion',
  'letter_out_motion',
  'settlement_claim',
  'matter',
  'matter_history',
  'imported_motion',
  'imported_fields',
] as const

/** Every row of a motion as it is now, by table. */
export async function copyOf(ctx: Ctx, motion: number): Promise<Record<string, unknown[]>> {
  const { municipality } = ctx.actor
  const copy: Record<string, unknown[]> = {}
  const keep = async (table: string, from: ReturnType<typeof sql>) => {
    const { rows } = await sql<{ row: unknown }>`select to_jsonb(t) as row from ${from}`.execute(ctx.tx)
    if (rows.length > 0) copy[table] = rows.map(({ row }) => row)
  }
  await keep('motion', sql`council.motion t where t.municipality = ${municipality} and t.id = ${motion}`)
  for (const table of ofMotion)
    await keep(
      table,
      sql`${sql.table(`council.${table}`)} t where t.municipality = ${municipality} and t.motion_id = ${motion}`,
    )
  await keep(
    'settlement_claim_request',
    sql`council.settlement_claim_request t join council.settlement_claim c
      on c.municipality = t.municipality and c.id = t.claim_id
      where t.municipality = ${municipality} and c.motion_id = ${motion}`,
  )
  await keep(
    'matter_history_detail',
    sql`council.matter_history_detail t join council.matter_history h
      on h.municipality = t.municipality and h.id = t.history_id
      where t.municipality = ${municipality} and h.motion_id = ${motion}`,
  )
  await keep(
    'matter_official',
    sql`council.matter_official t join council.matter m
      on m.municipality = t.municipality and m.id = t.matter_id
      where t.municipality = ${municipality} and m.motion_id = ${motion}`,
  )
  return copy
}

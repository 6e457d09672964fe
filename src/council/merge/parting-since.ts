import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import type { Merge } from './parting-blocks.ts'

/**
 * What came while two motions were one goes with the request that it is about: steps, proposals, decisions, corrections. A letter that
 * spoke of requests of both speaks of both motions.
 */
export async function followBack(ctx: Ctx, { motion, into }: Merge): Promise<void> {
  const { municipality } = ctx.actor
  const both = sql`(${motion}, ${into})`
  const follow = (table: string, from: string, on: string) =>
    sql`
      update ${sql.table(`council.${table}`)} t set motion_id = o.motion_id from ${sql.table(`council.${from}`)} o
      where t.municipality = ${municipality} and o.municipality = t.municipality and o.id = t.${sql.id(on)}
        and t.motion_id in ${both} and o.motion_id in ${both} and t.motion_id <> o.motion_id`.execute(ctx.tx)
  await follow('request_part', 'request', 'request_id')
  await follow('matter', 'request', 'request_id')
  await follow('motion_correction', 'request', 'request_id')
  await follow('motion_correction', 'request_part', 'part_id')
  for (const table of ['matter_history', 'settlement_proposal', 'settlement_decision', 'council_list_line'])
    await follow(table, 'matter', 'matter_id')
  for (const table of ['settlement_evidence', 'settlement_commitment'])
    await follow(table, 'settlement_proposal', 'proposal_id')
  await partClaims(ctx, both)
  await sql`
    insert into council.commitment_motion (municipality, commitment_id, motion_id)
    select link.municipality, link.commitment_id, link.motion_id from council.settlement_commitment link
    where link.municipality = ${municipality} and link.motion_id = ${motion}
    on conflict do nothing`.execute(ctx.tx)
}

type Claim = { claim: number; to: number; all: boolean }

async function partClaims(ctx: Ctx, both: ReturnType<typeof sql>): Promise<void> {
  const { municipality } = ctx.actor
  const { rows } = await sql<Claim>`
    select c.id as claim, r.motion_id as to, not exists (
        select from council.settlement_claim_request own
        join council.request o on o.municipality = own.municipality and o.id = own.request_id
        where own.municipality = c.municipality and own.claim_id = c.id and o.motion_id = c.motion_id) as all
    from council.settlement_claim c
    join council.settlement_claim_request l on l.municipality = c.municipality and l.claim_id = c.id
    join council.request r on r.municipality = l.municipality and r.id = l.request_id
    where c.municipality = ${municipality} and c.motion_id in ${both} and r.motion_id in ${both} and r.motion_id <> c.motion_id
    group by c.municipality, c.id, r.motion_id
    order by c.id`.execute(ctx.tx)
  for (const { claim, to, all } of rows) {
    await tieLetter(ctx, claim, to)
    if (all)
      await sql`
        update council.settlement_claim set motion_id = ${to}
        where municipality = ${municipality} and id = ${claim}`.execute(ctx.tx)
    else await copyClaim(ctx, claim, to)
  }
}

async function tieLetter(ctx: Ctx, claim: number, to: number): Promise<void> {
  for (const [table, key] of [
    ['letter_motion', 'letter_id'],
    ['document_motion', 'document_id'],
  ] as const)
    await sql`
      insert into ${sql.table(`council.${table}`)} (municipality, ${sql.id(key)}, motion_id, role)
      select l.municipality, l.${sql.id(key)}, ${to}::integer, l.role
      from council.settlement_claim c
      join ${sql.table(`council.${table}`)} l
        on l.municipality = c.municipality and l.motion_id = c.motion_id and l.${sql.id(key)} = c.${sql.id(key)}
      where c.municipality = ${ctx.actor.municipality} and c.id = ${claim}
      on conflict do nothing`.execute(ctx.tx)
}

/** The same words about another motion; of the requests each claim keeps those of its own. */
async function copyClaim(ctx: Ctx, claim: number, to: number): Promise<void> {
  const { municipality } = ctx.actor
  const { rows } = await sql<{ id: number }>`
    insert into council.settlement_claim
      (municipality, letter_id, motion_id, claim, basis, text, claimed_on, document_id, at)
    select municipality, letter_id, ${to}::integer, claim, basis, text, claimed_on, document_id, at
    from council.settlement_claim where municipality = ${municipality} and id = ${claim}
    returning id`.execute(ctx.tx)
  await sql`
    update council.settlement_claim_request l set claim_id = ${rows[0]!.id}
    from council.request r
    where l.municipality = ${municipality} and l.claim_id = ${claim}
      and r.municipality = l.municipality and r.id = l.request_id and r.motion_id = ${to}`.execute(ctx.tx)
}

import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import type { Move } from './move-rows.ts'
import type { PairPlan } from './pairing.ts'

type Found = { id: number; motion_id: number; request_id: number; part_id: number | null; begun: boolean }

/**
 * What was followed twice: of each pair the matter with a course stays, and of two without one that of the motion that stays. Those that
 * go are first put with the merged motion, so that its copy holds them.
 */
export async function setAside(ctx: Ctx, { from, to }: Move, plan: PairPlan): Promise<number[]> {
  const { municipality } = ctx.actor
  const { rows } = await sql<Found>`
    select id, motion_id, request_id, part_id, exists (
      select from council.matter_history h
      where h.municipality = m.municipality and h.matter_id = m.id and h.step <> 'register') as begun
    from council.matter m
    where municipality = ${municipality} and motion_id in (${from}, ${to})`.execute(ctx.tx)
  const at = (place: { request: number; part: number | null }) =>
    rows.find((row) => row.request_id === place.request && row.part_id === place.part)
  const aside = plan.wholes.flatMap((place) => at(place)?.id ?? [])
  for (const { gone, kept } of plan.same) {
    const [one, other] = [at(gone), at(kept)]
    if (one && other) aside.push(one.begun ? other.id : one.id)
  }
  if (aside.length === 0) return []
  for (const [table, key] of [
    ['matter', 'id'],
    ['matter_history', 'matter_id'],
  ] as const)
    await sql`
      update ${sql.table(`council.${table}`)} set motion_id = ${from}
      where municipality = ${municipality} and motion_id = ${to} and ${sql.ref(key)} = any (${aside})`.execute(
      ctx.tx,
    )
  return aside
}

/** Requests, parts and what is followed of them go to the motion that stays; what both had goes once. The merged motion is marked. */
export async function moveAsked(
  ctx: Ctx,
  { from, to }: Move,
  plan: PairPlan,
  aside: readonly number[],
): Promise<void> {
  const { municipality } = ctx.actor
  await dropMatters(ctx, aside)
  await sql`
    update council.request set motion_id = ${to}, position = position + 1 + (
      select coalesce(max(position), -1) from council.request
      where municipality = ${municipality} and motion_id = ${to})
    where municipality = ${municipality} and id = any (${plan.requests})`.execute(ctx.tx)
  await sql`
    update council.request_part set motion_id = ${to}
    where municipality = ${municipality} and request_id = any (${plan.requests})`.execute(ctx.tx)
  for (const { part, into } of plan.parts) {
    await sql`
      update council.request_part set motion_id = ${to}, request_id = ${into}, position = 1 + (
        select coalesce(max(position), -1) from council.request_part
        where municipality = ${municipality} and request_id = ${into})
      where municipality = ${municipality} and id = ${part}`.execute(ctx.tx)
    await sql`
      update council.matter set request_id = ${into}
      where municipality = ${municipality} and part_id = ${part}`.execute(ctx.tx)
    await nameAgain(ctx, part, into)
  }
  for (const { gone, kept } of plan.same) {
    await sql`
      update council.matter set request_id = ${kept.request}, part_id = ${kept.part}
      where municipality = ${municipality} and request_id = ${gone.request}
        and part_id is not distinct from ${gone.part}`.execute(ctx.tx)
    await sql`
      insert into council.settlement_claim_request (municipality, claim_id, request_id, part_id)
      select municipality, claim_id, ${kept.request}::integer, ${kept.part}::integer
      from council.settlement_claim_request
      where municipality = ${municipality} and request_id = ${gone.request} and part_id is not distinct from ${gone.part}
      on conflict do nothing`.execute(ctx.tx)
    await sql`
      update council.motion_correction set motion_id = ${to}, request_id = ${kept.request}, part_id = ${kept.part}
      where municipality = ${municipality} and ${
        gone.part === null
          ? sql`request_id = ${gone.request} and part_id is null`
          : sql`part_id = ${gone.part}`
      }`.execute(ctx.tx)
  }
  const requests = plan.same.flatMap(({ gone }) => (gone.part === null ? [gone.request] : []))
  await sql`
    delete from council.settlement_claim_request
    where municipality = ${municipality} and request_id = any (${requests})`.execute(ctx.tx)
  for (const table of ['request_part', 'request'] as const)
    await sql`
      delete from ${sql.table(`council.${table}`)}
      where municipality = ${municipality} and motion_id = ${from}`.execute(ctx.tx)
}

/** Claims and corrections name a part together with its request. */
async function nameAgain(ctx: Ctx, part: number, request: number): Promise<void> {
  const { municipality } = ctx.actor
  await sql`
    update council.settlement_claim_request set request_id = ${request}
    where municipality = ${municipality} and part_id = ${part}`.execute(ctx.tx)
  await sql`
    update council.motion_correction set request_id = ${request}
    where municipality = ${municipality} and part_id = ${part} and request_id is not null`.execute(ctx.tx)
}

async function dropMatters(ctx: Ctx, matters: readonly number[]): Promise<void> {
  if (matters.length === 0) return
  const { municipality } = ctx.actor
  await sql`
    delete from council.matter_official
    where municipality = ${municipality} and matter_id = any (${matters})`.execute(ctx.tx)
  await sql`
    delete from council.matter_history_detail d using council.matter_history h
    where d.municipality = ${municipality} and h.municipality = d.municipality and h.id = d.history_id
      and h.matter_id = any (${matters})`.execute(ctx.tx)
  await sql`
    delete from council.matter_history
    where municipality = ${municipality} and matter_id = any (${matters})`.execute(ctx.tx)
  await sql`
    delete from council.matter where municipality = ${municipality} and id = any (${matters})`.execute(ctx.tx)
}

import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { type Became, moveServed } from '../programme/move-served.ts'
import type { Move } from './move-rows.ts'
import type { PairPlan } from './pairing.ts'

/** What becomes of the matters of pairs: those that go, those set aside behind one that stands, and those that stand for both. */
export type Sorted = { drop: number[]; aside: { matter: number; standing: number }[]; joined: number[] }

type Found = { id: number; motion_id: number; request_id: number; part_id: number | null; begun: boolean }

/**
 * What was followed twice: of each pair the matter with a course stays, and of two without one that of the motion that stays. Those that
 * go are first put with the merged motion, so that its copy holds them. Of two with a course, the chosen one takes the place in the motion
 * that stays, and the other its place in the merged motion, where it stays readable.
 */
export async function setAside(ctx: Ctx, { from, to }: Move, plan: PairPlan): Promise<Sorted> {
  const { municipality } = ctx.actor
  const { rows } = await sql<Found>`
    select id, motion_id, request_id, part_id, exists (
      select from council.matter_history h
      where h.municipality = m.municipality and h.matter_id = m.id and h.step <> 'register') as begun
    from council.matter m
    where municipality = ${municipality} and motion_id in (${from}, ${to})`.execute(ctx.tx)
  const at = (place: { request: number; part: number | null }) =>
    rows.find((row) => row.request_id === place.request && row.part_id === place.part)
  const became: Became[] = plan.wholes.flatMap((place) => {
    const whole = at(place)
    const pair = plan.same.find(({ gone, kept }) => [gone, kept].some((one) => same(one, place)))
    if (!whole || !pair) return []
    const other = same(pair.gone, place) ? pair.kept : pair.gone
    const into = rows.filter((row) => row.request_id === other.request && row.part_id !== null)
    return { matter: whole.id, into: into.map(({ id }) => id) }
  })
  const sorted: Sorted = { drop: plan.wholes.flatMap((place) => at(place)?.id ?? []), aside: [], joined: [] }
  for (const { gone, kept, course } of plan.same) {
    const [one, other] = [at(gone), at(kept)]
    if (!one || !other) continue
    const goneStands = course === undefined ? one.begun : course === 'gone'
    const [standing, away] = goneStands ? [one.id, other.id] : [other.id, one.id]
    sorted.joined.push(standing)
    became.push({ matter: away, into: [standing] })
    if (course === undefined) sorted.drop.push(away)
    else sorted.aside.push({ matter: away, standing })
    if (course === 'gone') await changePlaces(ctx, one, other)
  }
  await moveServed(ctx, became)
  await moveCourses(ctx, { from: to, to: from }, [
    ...sorted.drop,
    ...sorted.aside.map(({ matter }) => matter),
  ])
  for (const { matter, standing } of sorted.aside)
    await ctx.tx
      .updateTable('council.matter')
      .set({ aside_for: standing })
      .where('municipality', '=', municipality)
      .where('id', '=', matter)
      .execute()
  return sorted
}

type Place = PairPlan['wholes'][number]
const same = (one: Place, other: Place) => one.request === other.request && one.part === other.part

/** The places of two matters are unique at any moment, so that they change them at once. */
async function changePlaces(ctx: Ctx, one: Found, other: Found): Promise<void> {
  await sql`
    update council.matter set
      request_id = case id when ${one.id} then ${other.request_id}::integer else ${one.request_id}::integer end,
      part_id = case id when ${one.id} then ${other.part_id}::integer else ${one.part_id}::integer end
    where municipality = ${ctx.actor.municipality} and id in (${one.id}, ${other.id})`.execute(ctx.tx)
}

/** These matters with their whole course, as far as they are with one motion, go to another. */
async function moveCourses(ctx: Ctx, { from, to }: Move, matters: readonly number[]): Promise<void> {
  if (matters.length === 0) return
  const { municipality } = ctx.actor
  const proposals = sql`select id from council.settlement_proposal
    where municipality = ${municipality} and matter_id = any (${matters})`
  for (const [table, key, of] of [
    ['matter', 'id', sql`any (${matters})`],
    ['matter_history', 'matter_id', sql`any (${matters})`],
    ['settlement_proposal', 'matter_id', sql`any (${matters})`],
    ['settlement_decision', 'matter_id', sql`any (${matters})`],
    ['council_list_line', 'matter_id', sql`any (${matters})`],
    ['settlement_evidence', 'proposal_id', sql`any (${proposals})`],
    ['settlement_commitment', 'proposal_id', sql`any (${proposals})`],
  ] as const)
    await sql`
      update ${sql.table(`council.${table}`)} set motion_id = ${to}
      where municipality = ${municipality} and motion_id = ${from} and ${sql.ref(key)} = ${of}`.execute(
      ctx.tx,
    )
}

/** Requests, parts and what is followed of them go to the motion that stays; what both had goes once. The merged motion is marked. */
export async function moveAsked(
  ctx: Ctx,
  { from, to }: Move,
  plan: PairPlan,
  { drop, aside }: Sorted,
): Promise<void> {
  const { municipality } = ctx.actor
  await dropMatters(ctx, drop)
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
        and part_id is not distinct from ${gone.part} and aside_for is null`.execute(ctx.tx)
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
  // What a course that was set aside is about stays with it.
  const away = aside.map(({ matter }) => matter)
  for (const [table, key] of [
    ['request_part', 'part_id'],
    ['request', 'request_id'],
  ] as const)
    await sql`
      delete from ${sql.table(`council.${table}`)} t
      where municipality = ${municipality} and motion_id = ${from} and not exists (
        select from council.matter m
        where m.municipality = t.municipality and m.id = any (${away}) and m.${sql.id(key)} = t.id)`.execute(
      ctx.tx,
    )
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

/**
 * Parts of a programme found by what people call them, for steps that know no ids: the id, and the version that a page would show.
 * @throws NotFound, with what was looked for as its cause
 */
import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import { NotFound } from '../errors.ts'
import type { RiskLevel } from './risk.ts'

type At = { id: number; version: number }
async function one<T extends object = At>(
  ctx: Ctx,
  what: string,
  query: ReturnType<typeof sql<T>>,
): Promise<T> {
  const { rows } = await query.execute(ctx.tx)
  if (!rows[0]) throw Object.assign(new NotFound(), { cause: `no ${what}` })
  return rows[0]
}
const town = ({ actor }: Ctx) => actor.municipality

export const programmeCalled = (ctx: Ctx, slug: string): Promise<At> =>
  one(
    ctx,
    `programme ${slug}`,
    sql<At>`select id, version from programme.programme where municipality = ${town(ctx)} and slug = ${slug}`,
  )

export const actionNumbered = (ctx: Ctx, programme: number, number: string): Promise<At> =>
  one(
    ctx,
    `action ${number}`,
    sql<At>`select id, version from programme.action
      where municipality = ${town(ctx)} and programme_id = ${programme} and number = ${number} and not removed`,
  )

export const milestoneCalled = (ctx: Ctx, action: number, title: string): Promise<At> =>
  one(
    ctx,
    `milestone ${title}`,
    sql<At>`select id, version from programme.milestone
      where municipality = ${town(ctx)} and action_id = ${action} and title = ${title} and not removed`,
  )

type Risk = At & { text: string; chance: RiskLevel; effect: RiskLevel; measure: string | null }
export const riskCalled = (ctx: Ctx, action: number, text: string): Promise<Risk> =>
  one(
    ctx,
    `risk ${text}`,
    sql<Risk>`select id, version, text, chance, effect, measure from programme.risk
      where municipality = ${town(ctx)} and action_id = ${action} and text = ${text} and not removed`,
  )

export async function pillarIds(ctx: Ctx, programme: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from programme.pillar
    where municipality = ${town(ctx)} and programme_id = ${programme} and not removed order by position`.execute(
    ctx.tx,
  )
  return rows.map(({ id }) => id)
}

export async function ambitionCalled(ctx: Ctx, text: string): Promise<number> {
  const { id } = await one(
    ctx,
    `ambition ${text}`,
    sql<At>`select id, version from programme.ambition where municipality = ${town(ctx)} and text = ${text}`,
  )
  return id
}

export async function decisionCalled(ctx: Ctx, programme: number, text: string): Promise<number> {
  const { id } = await one(
    ctx,
    `decision ${text}`,
    sql<At>`select id, version from programme.decision
      where municipality = ${town(ctx)} and programme_id = ${programme} and text = ${text}`,
  )
  return id
}

export async function indicatorCalled(ctx: Ctx, programme: number, name: string): Promise<number> {
  const { id } = await one(
    ctx,
    `indicator ${name}`,
    sql<At>`select id, version from programme.indicator
      where municipality = ${town(ctx)} and programme_id = ${programme} and name = ${name} and not removed`,
  )
  return id
}

/** The version of a line of money; null when there is none yet. */
export async function moneyVersion(
  ctx: Ctx,
  { programme, action, year }: { programme: number; action: number | null; year: number },
): Promise<number | null> {
  const { rows } = await sql<At>`select version from programme.money where municipality = ${town(ctx)}
    and programme_id = ${programme} and action_id is not distinct from ${action} and year = ${year}`.execute(
    ctx.tx,
  )
  return rows[0]?.version ?? null
}

/** All that a programme counts now. */
export const indicatorsNow = (ctx: Ctx, programme: number): Promise<(At & { name: string })[]> =>
  ctx.tx
    .selectFrom('programme.indicator')
    .select(['id', 'version', 'name'])
    .where('municipality', '=', town(ctx))
    .where('programme_id', '=', programme)
    .where('removed', '=', false)
    .orderBy('id')
    .execute()

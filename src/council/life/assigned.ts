import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { Denied } from '../../errors.ts'

/**
 * A policy officer acts on matters that are assigned to them; others are theirs to read. `lockMatter` asks this, so that no command goes
 * round it. @throws Denied `not-assigned`
 */
export async function checkAssigned(ctx: Ctx, input: { matter: number }): Promise<void> {
  const account = officerOf(ctx)
  if (account === null) return
  const own = await ctx.tx
    .selectFrom('council.matter_official')
    .select('matter_id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('matter_id', '=', input.matter)
    .where('account_id', '=', account)
    .executeTakeFirst()
  if (!own) throw new Denied('a policy officer acts on matters assigned to them only', 'not-assigned')
}

/** The same for a commitment: theirs when a matter of a motion that it is about is assigned to them. @throws Denied `not-assigned` */
export async function checkCommitmentAssigned(ctx: Ctx, input: { commitment: number }): Promise<void> {
  if (await mayActOnCommitment(ctx, input)) return
  throw new Denied('a policy officer acts on commitments of matters assigned to them only', 'not-assigned')
}

/** Whether whoever acts is no policy officer, or one to whom a matter behind this commitment is assigned. */
export const mayActOnCommitment = async (ctx: Ctx, input: { commitment: number }): Promise<boolean> =>
  (await commitmentsToActOn(ctx, [input.commitment])).has(input.commitment)

/** Of these commitments, those behind which a matter is assigned to whoever acts; all of them unless that is a policy officer. */
export async function commitmentsToActOn(ctx: Ctx, commitments: readonly number[]): Promise<Set<number>> {
  const account = officerOf(ctx)
  if (account === null) return new Set(commitments)
  const rows = await ctx.tx
    .selectFrom('council.commitment_motion as link')
    .innerJoin('council.matter as matter', (join) =>
      join
        .onRef('matter.municipality', '=', 'link.municipality')
        .onRef('matter.motion_id', '=', 'link.motion_id'),
    )
    .innerJoin('council.matter_official as official', (join) =>
      join
        .onRef('official.municipality', '=', 'matter.municipality')
        .onRef('official.matter_id', '=', 'matter.id'),
    )
    .select('link.commitment_id')
    .distinct()
    .where('link.municipality', '=', ctx.actor.municipality)
    .where(sql<boolean>`link.commitment_id = any(${[...commitments]}::int[])`)
    .where('official.account_id', '=', account)
    .execute()
  return new Set(rows.map((row) => row.commitment_id))
}

/** Of these motions, those of which a matter is assigned to whoever acts; all of them unless that is a policy officer. */
export async function motionsToActOn(ctx: Ctx, motions: readonly number[]): Promise<Set<number>> {
  const account = officerOf(ctx)
  if (account === null) return new Set(motions)
  const rows = await ctx.tx
    .selectFrom('council.matter as matter')
    .innerJoin('council.matter_official as official', (join) =>
      join
        .onRef('official.municipality', '=', 'matter.municipality')
        .onRef('official.matter_id', '=', 'matter.id'),
    )
    .select('matter.motion_id')
    .distinct()
    .where('matter.municipality', '=', ctx.actor.municipality)
    .where(sql<boolean>`matter.motion_id = any(${[...motions]}::int[])`)
    .where('official.account_id', '=', account)
    .execute()
  return new Set(rows.map((row) => row.motion_id))
}

/**
 * A policy officer begins a letter about motions of which a matter is assigned to them (`each`), and works on one that is about such a
 * motion (`one`). @throws Denied `not-assigned`
 */
export async function checkMotionsAssigned(
  ctx: Ctx,
  motions: readonly number[],
  of: 'each' | 'one',
): Promise<void> {
  const own = await motionsToActOn(ctx, motions)
  if (of === 'each' ? motions.every((id) => own.has(id)) : own.size > 0 || officerOf(ctx) === null) return
  throw new Denied('a policy officer writes about motions of matters assigned to them only', 'not-assigned')
}

/** The account of a policy officer who acts; null for anybody else. */
export const officerOf = ({ actor }: Ctx): string | null =>
  actor.kind === 'person' && actor.role === 'policy-officer' ? actor.personId : null

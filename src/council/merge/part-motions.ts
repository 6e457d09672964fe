import { record } from '../../audit/index.ts'
import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { Denied, NotFound, Refused } from '../../errors.ts'
import { partFollows } from '../follow/part-follows.ts'
import { neededText, roleOf } from '../life/moving.ts'
import { refreshRegister } from '../refresh-register.ts'
import { takeTurn } from '../registration.ts'
import { clearUndone, putBack } from '../take-back/index.ts'
import { findMerge, type Merge, partingBlocks, type Traces, tracesOf } from './parting-blocks.ts'
import { keepHistory, staysOf } from './parting-history.ts'
import { followBack } from './parting-since.ts'

const termColumns = ['term_source', 'term_text', 'term_not_before', 'term_not_after', 'term_basis']

/**
 * Takes a merge back: the merged motion is a motion of its own again, with everything that was its own, and the other is as it was. What
 * happened since stays: with the request that it is about, or else with the motion that stayed. Terms that were agreed since stand.
 * @param input.motion the motion that was merged @param input.version of the motion that stayed
 * @throws Refused `in-the-way` (`partingBlocks` says what), `changed-by-other`; Invalid (`reason` `needed`); Denied; NotFound
 */
export async function partMotions(
  ctx: Ctx,
  input: { motion: number; version: number; reason: string },
): Promise<{ year: number; slug: string }> {
  const { actor } = ctx
  if (actor.kind === 'person' && actor.role !== 'clerk') throw new Denied(`role ${actor.role} does not part`)
  const reason = neededText(input.reason, 'reason')
  await takeTurn(ctx)
  const merge = await findMerge(ctx, input.motion)
  const both = await hold(ctx, merge)
  if (both.kept.version !== input.version) throw new Refused('changed-by-other')
  const traces = merge.set === null ? null : await tracesOf(ctx, merge.set)
  const blocks = await partingBlocks(ctx, merge, traces)
  if (blocks.length > 0) throw new Refused('in-the-way')
  await takeApart(ctx, merge, traces!, reason)
  await setVersions(ctx, both)
  await refreshRegister(ctx, [merge.into, merge.motion])
  await record(ctx, 'motion.parted', {
    motion: String(merge.motion),
    from: String(merge.into),
    municipality: actor.municipality,
  })
  return { year: both.gone.year, slug: both.gone.slug }
}

async function takeApart(ctx: Ctx, merge: Merge, traces: Traces, reason: string): Promise<void> {
  const { municipality } = ctx.actor
  const { set, motion, into } = merge
  // Derived rows name what moves; they are made again at the end.
  await ctx.tx
    .deleteFrom('council.register_entry')
    .where('municipality', '=', municipality)
    .where('motion_id', 'in', [motion, into])
    .execute()
  await putBack(ctx, {
    set: set!,
    reason,
    stays: staysOf(traces),
    yields: { matter: termColumns },
    first: async () => {
      await ctx.tx
        .deleteFrom('council.motion_merge_detail')
        .where('municipality', '=', municipality)
        .where('motion_id', '=', motion)
        .execute()
      await clearUndone(ctx, traces.hanging)
    },
  })
  await followBack(ctx, merge)
  await partFollows(ctx, { from: motion, to: into })
  await addParting(ctx, merge, reason)
  await keepHistory(ctx, traces, reason)
}

type Held = { kept: { id: number; version: number }; gone: Named & { id: number; version: number } }
type Named = { year: number; slug: string }

async function hold(ctx: Ctx, { motion, into }: Merge): Promise<Held> {
  const { municipality } = ctx.actor
  const rows = await ctx.tx
    .selectFrom('council.motion')
    .select(['id', 'version', 'year', 'slug'])
    .where('municipality', '=', municipality)
    .where('id', 'in', [motion, into])
    .orderBy('id')
    .forUpdate()
    .execute()
  const kept = rows.find(({ id }) => id === into)
  const gone = rows.find(({ id }) => id === motion)
  if (!kept || !gone) throw new NotFound()
  await ctx.tx
    .selectFrom('council.matter')
    .select('id')
    .where('municipality', '=', municipality)
    .where('motion_id', 'in', [motion, into])
    .orderBy('id')
    .forUpdate()
    .execute()
  return { kept, gone }
}

/** Whoever still has one of both open is told that it changed. */
async function setVersions(ctx: Ctx, { kept, gone }: Held): Promise<void> {
  for (const { id, version } of [kept, gone])
    await ctx.tx
      .updateTable('council.motion')
      .set({ version: version + 1 })
      .where('municipality', '=', ctx.actor.municipality)
      .where('id', '=', id)
      .execute()
}

async function addParting(ctx: Ctx, merge: Merge, reason: string): Promise<void> {
  const { municipality } = ctx.actor
  const { id } = await ctx.tx
    .insertInto('council.motion_parting')
    .values({
      municipality,
      motion_id: merge.motion,
      into_id: merge.into,
      merged_at: merge.at,
      merged_on: merge.on,
      merged_by_role: merge.role,
      parted_at: ctx.now,
      parted_on: dayOf(ctx.now),
      by_role: roleOf(ctx),
      reason,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.tx
    .insertInto('council.motion_parting_detail')
    .values({ municipality, parting_id: id, set_id: merge.set! })
    .execute()
}

import type { Ctx } from '../../ctx.ts'
import type { MotionRef } from '../dossier.ts'
import { motionColumns } from '../public-parts.ts'
import { dueOn } from './commitment.ts'
import type { AttentionItem } from './desk-attention.ts'
import { mattersWithWords } from './matters-with-words.ts'
import { type CommitmentRow, commitmentOfRow } from './step-commitment.ts'
import type { Watched } from './to-watch.ts'
import { loadWithdrawn } from './withdrawn.ts'

type Words = Pick<AttentionItem, 'motions' | 'matter' | 'commitment'>

/** What the rows that are shown say; only of those that were given. */
export async function wordsOfWatched(
  ctx: Ctx,
  watched: readonly Watched[],
): Promise<(about: Watched) => Words> {
  const idsOf = (kind: Watched['kind']) => watched.filter((one) => one.kind === kind).map((one) => one.id)
  const [matters, commitments] = await Promise.all([
    wordsOfMatters(ctx, idsOf('matter')),
    wordsOfCommitments(ctx, idsOf('commitment')),
  ])
  const motions = await motionsOf(ctx, [
    ...idsOf('motion'),
    ...[...matters.values()].map((one) => one.motion),
    ...[...commitments.values()].flatMap((one) => one.motions),
  ])
  const named = (ids: readonly number[]) => ids.flatMap((id) => motions.get(id) ?? [])
  return ({ kind, id }) => {
    if (kind === 'motion') return { motions: named([id]), matter: null, commitment: null }
    if (kind === 'matter') {
      const { motion, matter } = matters.get(id)!
      return { motions: named([motion]), matter, commitment: null }
    }
    const found = commitments.get(id)!
    return { motions: named(found.motions), matter: null, commitment: found.commitment }
  }
}

async function wordsOfMatters(ctx: Ctx, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, never>()
  const rows = await mattersWithWords(ctx)
    .leftJoin('council.person as owner', (join) =>
      join
        .onRef('owner.municipality', '=', 'matter.municipality')
        .onRef('owner.id', '=', 'matter.portfolio_holder_id'),
    )
    .leftJoin('council.matter_official as official', (join) =>
      join
        .onRef('official.municipality', '=', 'matter.municipality')
        .onRef('official.matter_id', '=', 'matter.id'),
    )
    .select([
      'matter.id',
      'matter.version',
      'matter.state',
      'matter.term_source',
      'matter.decision_id',
      'matter.proposal_id',
      'matter.motion_id',
      'request.text as request_text',
      'part.text as part_text',
      'owner.name as owner_name',
      'official.name as official_name',
    ])
    .where('matter.municipality', '=', ctx.actor.municipality)
    .where('matter.id', 'in', ids)
    .execute()
  const withdrawn = await loadWithdrawn(ctx, rows)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        motion: row.motion_id,
        matter: {
          id: row.id,
          version: row.version,
          text: row.part_text ?? row.request_text,
          state: row.state,
          owner: row.owner_name,
          official: row.official_name,
          ...(withdrawn.has(row.id) && { decider: withdrawn.get(row.id)!.decider }),
          termSource: row.term_source,
        } satisfies Words['matter'],
      },
    ]),
  )
}

async function wordsOfCommitments(ctx: Ctx, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, never>()
  const { municipality } = ctx.actor
  const [rows, links] = await Promise.all([
    ctx.tx
      .selectFrom('council.commitment')
      .selectAll()
      .where('municipality', '=', municipality)
      .where('id', 'in', ids)
      .execute(),
    ctx.tx
      .selectFrom('council.commitment_motion')
      .select(['commitment_id', 'motion_id'])
      .where('municipality', '=', municipality)
      .where('commitment_id', 'in', ids)
      .orderBy('motion_id')
      .execute(),
  ])
  const motions = Map.groupBy(links, (link) => link.commitment_id)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        motions: (motions.get(row.id) ?? []).map((link) => link.motion_id),
        commitment: {
          id: row.id,
          version: row.version,
          text: row.text,
          state: row.state,
          day: dayOfRow(row),
        } satisfies Words['commitment'],
      },
    ]),
  )
}

async function motionsOf(ctx: Ctx, ids: readonly number[]): Promise<Map<number, MotionRef>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('council.motion')
    .select(motionColumns)
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

function dayOfRow(row: CommitmentRow): NonNullable<AttentionItem['commitment']>['day'] {
  const due = dueOn(commitmentOfRow(row))
  if (due?.source !== 'check') return due?.source ?? null
  return row.check_source === 'ours' ? 'ours' : 'clerk'
}

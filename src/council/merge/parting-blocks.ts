import type { Ctx } from '../../ctx.ts'
import { NotFound } from '../../errors.ts'
import type { IsoDate } from '../read/reading.ts'
import {
  type Altered,
  alteredSince,
  type Change,
  changesOf,
  goesAlong,
  type Hanging,
  hangingOn,
  type Keys,
  keysOf,
  netOf,
} from '../take-back/index.ts'

export const partingBlockCodes = [
  /** It was merged before what a merge changes was kept. */
  'no-copy',
  /** The motion that stayed was merged into another since. */
  'merged-on',
  /** Another motion was merged into it later. */
  'later-merge',
  /** Something was decided since about a request that stands for both. */
  'decided',
  /** A proposal about such a request waits. */
  'proposed',
  /** Something is followed only since the merge, and work on it began. */
  'begun',
  /** What the merge changed was corrected since. */
  'corrected',
  /** A submitter whom only the other motion has objected since. */
  'objected',
  /** A letter about it is being written. */
  'letter-under-way',
  /** Anything else that hangs on what would go. */
  'changed',
] as const
export type PartingBlockCode = (typeof partingBlockCodes)[number]
/** What is in the way of taking a merge back, and what it is about. */
export type PartingBlock = {
  code: PartingBlockCode
  motion?: { year: number; slug: string; title: string; id: number }
  matters?: { id: number; text: string }[]
  letters?: number[]
  fields?: string[]
}

export type Merge = {
  motion: number
  into: number
  on: IsoDate
  at: Date
  role: string
  by: string
  set: number | null
  joined: number[]
  lastStep: number
}

/** The merge of this motion as it stands. @throws NotFound when it is not merged */
export async function findMerge(ctx: Ctx, motion: number): Promise<Merge> {
  const row = await ctx.tx
    .selectFrom('council.motion_merge as merge')
    .innerJoin('council.motion_merge_detail as detail', (join) =>
      join
        .onRef('detail.municipality', '=', 'merge.municipality')
        .onRef('detail.motion_id', '=', 'merge.motion_id'),
    )
    .select([
      'merge.into_id',
      'merge.merged_on',
      'merge.merged_at',
      'merge.by_role',
      'detail.actor_name',
      'detail.set_id',
      'detail.joined',
      'detail.last_step',
    ])
    .where('merge.municipality', '=', ctx.actor.municipality)
    .where('merge.motion_id', '=', motion)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return {
    motion,
    into: row.into_id,
    on: row.merged_on,
    at: row.merged_at,
    role: row.by_role,
    by: row.actor_name,
    set: row.set_id,
    joined: row.joined,
    lastStep: row.last_step ?? 0,
  }
}

/** A set of changes with what came since and hangs on it. */
export type Traces = { keys: Keys; changes: Change[]; altered: Altered[]; hanging: Hanging[] }

export async function tracesOf(ctx: Ctx, set: number): Promise<Traces> {
  const keys = await keysOf(ctx)
  const changes = await changesOf(ctx, set)
  return {
    keys,
    changes,
    altered: await alteredSince(ctx, keys, changes),
    hanging: await hangingOn(ctx, keys, changes),
  }
}

/** What is in the way of taking a merge back; empty: nothing. */
export async function partingBlocks(ctx: Ctx, merge: Merge, traces: Traces | null): Promise<PartingBlock[]> {
  if (merge.set === null || traces === null) return [{ code: 'no-copy' }]
  const later = await laterMerge(ctx, merge)
  if (later) return [later]
  return [
    ...(await stepsOnJoined(ctx, merge)),
    ...(await onAdded(ctx, traces)),
    ...correctedSince(traces, merge),
    ...(await lettersUnderWay(ctx, merge.into)),
  ]
}

async function laterMerge(ctx: Ctx, merge: Merge): Promise<PartingBlock | null> {
  const { municipality } = ctx.actor
  // `into` follows when the motion that stayed was merged in turn, so the newest merge into it says both.
  const newest = await ctx.tx
    .selectFrom('council.motion_merge as merge')
    .innerJoin('council.motion_merge_detail as detail', (join) =>
      join
        .onRef('detail.municipality', '=', 'merge.municipality')
        .onRef('detail.motion_id', '=', 'merge.motion_id'),
    )
    .innerJoin('council.motion as motion', (join) =>
      join.onRef('motion.municipality', '=', 'merge.municipality').onRef('motion.id', '=', 'merge.motion_id'),
    )
    .select(['motion.id', 'motion.year', 'motion.slug', 'motion.title', 'motion.merged_into'])
    .where('merge.municipality', '=', municipality)
    .where('merge.into_id', '=', merge.into)
    .orderBy('detail.set_id', (order) => order.desc().nullsLast())
    .executeTakeFirstOrThrow()
  if (newest.id === merge.motion) return null
  const was = await ctx.tx
    .selectFrom('council.change')
    .select('after')
    .where('municipality', '=', municipality)
    .where('set_id', '=', merge.set!)
    .where('table_name', '=', 'motion_merge')
    .where('before', 'is', null)
    .executeTakeFirst()
  const { merged_into: _, ...motion } = newest
  return { code: was?.after?.into_id === merge.into ? 'later-merge' : 'merged-on', motion }
}

async function stepsOnJoined(ctx: Ctx, { joined, lastStep }: Merge): Promise<PartingBlock[]> {
  if (joined.length === 0) return []
  const rows = await mattersNamed(ctx, joined)
  const decided = await ctx.tx
    .selectFrom('council.matter_history')
    .select('matter_id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('matter_id', 'in', joined)
    .where('id', '>', lastStep)
    .where('step', 'in', ['accept', 'reject', 'correct'])
    .execute()
  const proposed = await ctx.tx
    .selectFrom('council.matter as matter')
    .innerJoin('council.settlement_proposal as proposal', (join) =>
      join
        .onRef('proposal.municipality', '=', 'matter.municipality')
        .onRef('proposal.id', '=', 'matter.proposal_id'),
    )
    .select('matter.id')
    .where('matter.municipality', '=', ctx.actor.municipality)
    .where('matter.id', 'in', joined)
    .where('proposal.history_id', '>', lastStep)
    .execute()
  const about = (code: PartingBlockCode, ids: readonly number[]): PartingBlock[] => {
    const matters = rows.filter(({ id }) => ids.includes(id))
    return matters.length > 0 ? [{ code, matters }] : []
  }
  return [
    ...about(
      'decided',
      decided.map((row) => row.matter_id),
    ),
    ...about(
      'proposed',
      proposed.map((row) => row.id),
    ),
  ]
}

/** What came since and hangs on rows that the merge added. */
async function onAdded(ctx: Ctx, { changes, hanging, keys }: Traces): Promise<PartingBlock[]> {
  const onMatters = hanging.filter(({ on }) => on === 'matter' || on === 'matter_history')
  const added = netOf(keys, changes).flatMap(({ table, before, after }) =>
    table === 'matter' && before === null ? [after!.id as number] : [],
  )
  const found: PartingBlock[] = []
  if (!goesAlong(onMatters)) {
    const matters = await mattersNamed(ctx, added)
    const begun = new Set(onMatters.map(({ row }) => row.matter_id ?? row.id))
    const named = matters.filter(({ id }) => begun.has(id))
    found.push({ code: 'begun', matters: named.length > 0 ? named : matters })
  }
  const rest = hanging.filter((one) => !onMatters.includes(one))
  if (rest.some(({ table }) => table === 'settlement_objection')) found.push({ code: 'objected' })
  if (rest.some(({ table }) => table !== 'settlement_objection')) found.push({ code: 'changed' })
  return found
}

/** Rows that a later import, or a line that left a list, may have changed: they do not stand in the way. */
const loose = [
  'imported_fields',
  'import_row',
  'council_list_line',
  'matter',
  'letter_motion',
  'document_motion',
]
const fieldOfColumn: Readonly<Record<string, string>> = {
  title: 'title',
  number: 'number',
  dated: 'date',
  meeting_id: 'date',
  outcome: 'outcome',
}

function correctedSince({ altered }: Traces, { into }: Merge): PartingBlock[] {
  const found: PartingBlock[] = []
  const fields = altered
    .filter(({ table, row }) => table === 'motion' && row.id === into)
    .flatMap(({ columns }) => columns ?? [])
    .flatMap((column) => fieldOfColumn[column] ?? [])
  const submitters = altered.some(({ table, columns }) => table === 'motion_submitter' && columns !== null)
  const all = [...new Set([...fields, ...(submitters ? ['submitters'] : [])])]
  if (all.length > 0) found.push({ code: 'corrected', fields: all })
  const rest = altered.some(
    ({ table, columns }) =>
      columns !== null && !loose.includes(table) && table !== 'motion' && table !== 'motion_submitter',
  )
  if (rest) found.push({ code: 'changed' })
  return found
}

async function lettersUnderWay(ctx: Ctx, motion: number): Promise<PartingBlock[]> {
  const rows = await ctx.tx
    .selectFrom('council.letter_out_motion as link')
    .innerJoin('council.letter_out as letter', (join) =>
      join.onRef('letter.municipality', '=', 'link.municipality').onRef('letter.id', '=', 'link.letter_id'),
    )
    .select('letter.id')
    .where('link.municipality', '=', ctx.actor.municipality)
    .where('link.motion_id', '=', motion)
    .where('letter.state', '<>', 'dropped')
    .where('letter.document_id', 'is', null)
    .orderBy('letter.id')
    .execute()
  return rows.length > 0 ? [{ code: 'letter-under-way', letters: rows.map(({ id }) => id) }] : []
}

async function mattersNamed(ctx: Ctx, ids: readonly number[]): Promise<{ id: number; text: string }[]> {
  if (ids.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('council.matter as matter')
    .innerJoin('council.request as request', (join) =>
      join
        .onRef('request.municipality', '=', 'matter.municipality')
        .onRef('request.id', '=', 'matter.request_id'),
    )
    .leftJoin('council.request_part as part', (join) =>
      join.onRef('part.municipality', '=', 'matter.municipality').onRef('part.id', '=', 'matter.part_id'),
    )
    .select(['matter.id', 'request.text', 'part.text as part_text'])
    .where('matter.municipality', '=', ctx.actor.municipality)
    .where('matter.id', 'in', [...ids])
    .orderBy('matter.id')
    .execute()
  return rows.map(({ id, text, part_text }) => ({ id, text: part_text ?? text }))
}

import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { byWhom } from '../by-whom.ts'
import { roleOf } from '../life/moving.ts'
import { addMatterHistory, matterOfRow, updateMatter } from '../life/step-matter.ts'
import type { PutBack, Row } from '../take-back/index.ts'
import type { Traces } from './parting-blocks.ts'

const steps = ({ changes }: Traces) =>
  changes.filter((one) => one.before === null && one.table === 'matter_history')

/**
 * What the merge added to the histories and what stays there: fields that it changed, and terms that followed from them. Steps of a matter
 * that the merge itself began go with that matter.
 */
export function staysOf(traces: Traces): NonNullable<PutBack['stays']> {
  const added = new Set(
    traces.changes.flatMap(({ table, before, after }) =>
      table === 'matter' && before === null ? [after!.id] : [],
    ),
  )
  const leave = new Set(
    steps(traces).flatMap(({ after }) =>
      added.has(after!.matter_id) || after!.step === 'register' ? [] : [after!.id],
    ),
  )
  return ({ table, row }) =>
    table === 'motion_correction' ||
    table === 'motion_correction_detail' ||
    (table === 'matter_history' && leave.has(row.id)) ||
    (table === 'matter_history_detail' && leave.has(row.history_id))
}

/** Says of everything that stays in the histories that it was taken back. */
export async function keepHistory(ctx: Ctx, traces: Traces, reason: string): Promise<void> {
  for (const { table, before, after } of traces.changes)
    if (table === 'motion_correction' && before === null) await correctBack(ctx, after!, reason)
  const stays = staysOf(traces)
  for (const { after } of steps(traces).toReversed())
    if (stays({ table: 'matter_history', row: after! })) await undoTerm(ctx, traces, after!, reason)
}

async function correctBack(ctx: Ctx, correction: Row, reason: string): Promise<void> {
  const { municipality } = ctx.actor
  const column = <T>(name: string) => correction[name] as T
  const { id } = await ctx.tx
    .insertInto('council.motion_correction')
    .values({
      municipality,
      motion_id: column<number>('motion_id'),
      field: column('field'),
      request_id: column('request_id'),
      part_id: column('part_id'),
      submitter_position: column('submitter_position'),
      before: column('after'),
      after: column('before'),
      before_hidden: false,
      origin: 'desk',
      corrected_at: ctx.now,
      corrected_on: dayOf(ctx.now),
      by_role: roleOf(ctx),
      reason,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const who = byWhom(ctx)
  await ctx.tx
    .insertInto('council.motion_correction_detail')
    .values({
      municipality,
      correction_id: id,
      actor_id: who.id,
      actor_name: who.name,
      before: column('after'),
    })
    .execute()
}

/** A term that followed from the day of the other motion: the step stays, and its undoing too, unless another term was agreed since. */
async function undoTerm(ctx: Ctx, { changes }: Traces, step: Row, reason: string): Promise<void> {
  const matter = await ctx.tx
    .selectFrom('council.matter')
    .selectAll()
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', step.matter_id as number)
    .executeTakeFirst()
  const undone = await ctx.tx
    .selectFrom('council.matter_history')
    .select('id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('undoes', '=', step.id as number)
    .executeTakeFirst()
  const detail = changes.find(
    ({ table, after }) => table === 'matter_history_detail' && after?.history_id === step.id,
  )
  const was = detail?.after?.before as Row | undefined
  if (!matter || undone || was?.term_not_after !== matter.term_not_after) return
  await addMatterHistory(ctx, matter, matterOfRow(matter), {
    step: 'undo',
    on: dayOf(ctx.now),
    reason,
    undoes: step.id as number,
    event: 'matter.step-undone',
  })
  await updateMatter(ctx, matter, {})
}

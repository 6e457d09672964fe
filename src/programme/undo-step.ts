import type { Ctx } from '../ctx.ts'
import { Refused } from '../errors.ts'
import { changeRow, checkProgrammeRole, lockRow, type Row, type Step, type Subject } from './step.ts'

/**
 * Takes back the last step of a row that still stands and puts back what was before it, who carries an action included; both stay in
 * the history. A file that was destroyed stays so. The evidence of a step that was taken back counts no longer. What was adopted stays adopted, and what is published stays.
 * @param check refuses what may not be so again
 * @throws Refused `changed-by-other`, `nothing-to-undo`, `decision-stands`; NotFound
 */
export async function undoStep(
  ctx: Ctx,
  subject: Subject,
  seen: { id: number; version: number },
  check?: (row: Row, next: Row, undone: string) => void | Promise<void>,
): Promise<Step & { undone: string }> {
  checkProgrammeRole(ctx, 'undo a step')
  const row = await lockRow(ctx, subject, seen.id)
  if (row.version !== seen.version) throw new Refused('changed-by-other')
  const history = await ctx.tx
    .selectFrom('programme.history as history')
    .innerJoin('programme.history_detail as detail', (join) =>
      join
        .onRef('detail.municipality', '=', 'history.municipality')
        .onRef('detail.history_id', '=', 'history.id'),
    )
    .select(['history.id', 'history.step', 'history.undoes', 'detail.before'])
    .where('history.municipality', '=', ctx.actor.municipality)
    .where('history.subject', '=', subject)
    .where('history.subject_id', '=', row.id)
    .orderBy('history.id')
    .execute()
  const undone = new Set(history.map(({ undoes }) => undoes))
  const last = history.findLast(({ id, step }) => step !== 'undo' && step !== 'destroy' && !undone.has(id))
  if (!last) throw new Refused('nothing-to-undo')
  if (final.includes(last.step)) throw new Refused('decision-stands')
  const before = last.before as (Row & { owner?: Owner }) | null
  const { id: _, municipality: __, version: ___, owner, ...columns } = before ?? { ...row, removed: true }
  const done = await changeRow(
    ctx,
    subject,
    { id: row.id, version: row.version },
    { ...columns, removed: before ? columns.removed : true },
    { step: 'undo', undoes: last.id },
    (now, next) => check?.(now, next, last.step),
  )
  if (owner) await keepOwner(ctx, row.id, owner)
  return { ...done, undone: last.step }
}
/** Steps that are decisions. */
const final: readonly string[] = ['adopt', 'amend', 'succeed', 'end']

/** The official who carries an action; its row of `action_owner`. Never public. */
export type Owner = { account: string | null; name: string | null }
export async function keepOwner(ctx: Ctx, action: number, { account, name }: Owner): Promise<void> {
  const columns = { account_id: account, name }
  await ctx.tx
    .insertInto('programme.action_owner')
    .values({ municipality: ctx.actor.municipality, action_id: action, ...columns })
    .onConflict((conflict) => conflict.columns(['municipality', 'action_id']).doUpdateSet(columns))
    .execute()
}
export async function ownerOf(ctx: Ctx, action: number): Promise<Owner> {
  const row = await ctx.tx
    .selectFrom('programme.action_owner')
    .select(['account_id as account', 'name'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('action_id', '=', action)
    .executeTakeFirst()
  return row ?? { account: null, name: null }
}

import { record } from '../../audit/index.ts'
import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { type FieldError, Invalid, Refused } from '../../errors.ts'
import { decideSettlement } from '../life/decide-settlement.ts'
import { holdProposal } from '../life/hold-proposal.ts'
import { lockClosedList, lockList, touchList } from './lock-list.ts'

/**
 * Enters what the meeting made of every line that has a choice: each becomes a decision of that day, or is put off. All of them or
 * none. A line that cannot be entered is an `Invalid` field `lines/<position>`, or `lines/<position>/reason`, so that the form shows
 * the sentence at its line.
 * @throws Invalid; Refused `changed-by-other`, `list-closed`; Denied; NotFound
 */
export async function decideList(
  ctx: Ctx,
  input: { list: number; version: number },
): Promise<{ version: number; entered: number }> {
  const row = await lockList(ctx, input)
  if (row.meeting_on > dayOf(ctx.now)) {
    throw new Invalid('form-invalid', [{ field: 'meetingOn', code: 'date-in-future' }])
  }
  const lines = await ctx.tx
    .selectFrom('council.council_list_line as line')
    .innerJoin('council.matter as matter', (join) =>
      join.onRef('matter.municipality', '=', 'line.municipality').onRef('matter.id', '=', 'line.matter_id'),
    )
    .select([
      'line.position',
      'line.choice',
      'line.reason',
      'line.proposal_id',
      'line.matter_id',
      'matter.version',
    ])
    .where('line.municipality', '=', ctx.actor.municipality)
    .where('line.list_id', '=', row.id)
    .where('line.done', 'is', null)
    .where('line.choice', 'is not', null)
    .orderBy('line.position')
    .execute()
  const problems: FieldError[] = []
  for (const line of lines) {
    const choice = line.choice!
    const step = { matter: line.matter_id, version: line.version, on: row.meeting_on }
    try {
      if (choice === 'hold') await holdProposal(ctx, { ...step, reason: line.reason ?? '' })
      else {
        await decideSettlement(ctx, {
          ...step,
          proposal: line.proposal_id,
          verdict: choice,
          reason: line.reason,
        })
      }
    } catch (error) {
      if (error instanceof Invalid) {
        problems.push(
          ...error.fields.map(({ field, code }) => ({ field: `lines/${line.position}/${field}`, code })),
        )
      } else if (error instanceof Refused) {
        problems.push({ field: `lines/${line.position}`, code: error.code })
      } else throw error
      continue
    }
    await ctx.tx
      .updateTable('council.council_list_line')
      .set({ done: choice })
      .where('municipality', '=', ctx.actor.municipality)
      .where('list_id', '=', row.id)
      .where('position', '=', line.position)
      .execute()
  }
  if (problems.length > 0) throw new Invalid('form-invalid', problems)
  await record(ctx, 'council-list.decided', { list: String(row.id) })
  return { version: await touchList(ctx, row), entered: lines.length }
}

/** The sitting is over: what was not dealt with goes back, for another list. @throws as `decideList` */
export async function closeList(ctx: Ctx, input: { list: number; version: number }): Promise<void> {
  const row = await lockList(ctx, input)
  await ctx.tx
    .updateTable('council.council_list')
    .set({ state: 'closed', closed_at: ctx.now, version: row.version + 1 })
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', row.id)
    .execute()
  await record(ctx, 'council-list.closed', { list: String(row.id) })
}

/**
 * Opens a list again that was closed too early. What stands on another open list by now, stays there.
 * @throws Refused `changed-by-other`, `nothing-to-undo` (it is open); Denied; NotFound
 */
export async function reopenList(
  ctx: Ctx,
  input: { list: number; version: number },
): Promise<{ version: number }> {
  const row = await lockClosedList(ctx, input)
  const { municipality } = ctx.actor
  await ctx.tx
    .deleteFrom('council.council_list_line')
    .where('municipality', '=', municipality)
    .where('list_id', '=', row.id)
    .where('done', 'is', null)
    .where('proposal_id', 'in', (eb) =>
      eb
        .selectFrom('council.council_list_line as line')
        .innerJoin('council.council_list as list', (join) =>
          join.onRef('list.municipality', '=', 'line.municipality').onRef('list.id', '=', 'line.list_id'),
        )
        .select('line.proposal_id')
        .where('line.municipality', '=', municipality)
        .where('list.state', '=', 'open'),
    )
    .execute()
  const version = row.version + 1
  await ctx.tx
    .updateTable('council.council_list')
    .set({ state: 'open', closed_at: null, version })
    .where('municipality', '=', municipality)
    .where('id', '=', row.id)
    .execute()
  await record(ctx, 'council-list.reopened', { list: String(row.id) })
  return { version }
}

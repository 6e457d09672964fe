import type { Ctx } from '../ctx.ts'
import type { IsoDate } from '../days.ts'
import type { ActionRow } from './open-programme.ts'
import { type Change, changeRow } from './step.ts'
import { mostText } from './typed.ts'
import { undoStep } from './undo-step.ts'

/** Why an action keeps the day to which a milestone lengthened it. */
export type KeepsEnd = 'end-moved' | 'later-milestone' | 'adopted-since'
/** What became of the last day of an action when the step of a milestone that lengthened it was taken back. */
export type EndTakenBack = { action: number; endsOn: IsoDate | null; keeps: KeepsEnd | null }

/**
 * Puts back the last day that an action had before this milestone lengthened it, unless something was built on the later day.
 * @param action held; the last step of the milestone is taken back already
 * @returns null when that step did not lengthen it
 */
export async function shortenAction(
  ctx: Ctx,
  action: ActionRow,
  milestone: number,
): Promise<EndTakenBack | null> {
  const steps = await ctx.tx
    .selectFrom('programme.history')
    .select(['id', 'subject', 'subject_id', 'step', 'undoes', 'moved_at', 'changes', 'reason'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('action_id', '=', action.id)
    .where('subject', 'in', ['action', 'milestone'])
    .orderBy('id')
    .execute()
  const undo = steps.findLast(
    (one) => one.subject === 'milestone' && one.subject_id === milestone && one.undoes !== null,
  )
  const taken = steps.find(({ id }) => id === undo?.undoes)
  const own = steps.filter((one) => one.subject === 'action')
  const undone = new Set(own.map(({ undoes }) => undoes))
  const standing = own.filter(({ id, step }) => step !== 'undo' && step !== 'destroy' && !undone.has(id))
  const longer = standing.find(
    (one) =>
      one.step === 'change' && one.moved_at.getTime() === taken?.moved_at.getTime() && endIn(one.changes),
  )
  if (!longer) return null
  const { from, to } = endIn(longer.changes) as { from: IsoDate; to: IsoDate }
  const keeps = await whyKept(ctx, action, { from, to, since: longer.moved_at })
  if (keeps) return { action: action.id, endsOn: action.ends_on, keeps }
  if (standing.at(-1) === longer) await undoStep(ctx, 'action', action)
  else {
    const reason = `Teruggenomen: ${longer.reason ?? ''}`.slice(0, mostText.reason)
    await changeRow(ctx, 'action', action, { ends_on: from }, { reason })
  }
  return { action: action.id, endsOn: from, keeps: null }
}

const endIn = (changes: readonly Change[]) => changes.find(({ field }) => field === 'ends_on')

async function whyKept(
  ctx: Ctx,
  action: ActionRow,
  { from, to, since }: { from: IsoDate; to: IsoDate; since: Date },
): Promise<KeepsEnd | null> {
  if (action.ends_on !== to || (action.starts_on !== null && action.starts_on > from)) return 'end-moved'
  const later = await ctx.tx
    .selectFrom('programme.milestone')
    .select('id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('action_id', '=', action.id)
    .where('removed', '=', false)
    .where('state', '<>', 'dropped')
    .where('due_on', '>', from)
    .limit(1)
    .executeTakeFirst()
  if (later) return 'later-milestone'
  const edition = await ctx.tx
    .selectFrom('programme.edition')
    .select('number')
    .where('municipality', '=', ctx.actor.municipality)
    .where('programme_id', '=', action.programme_id)
    .where('kept_at', '>=', since)
    .limit(1)
    .executeTakeFirst()
  return edition ? 'adopted-since' : null
}

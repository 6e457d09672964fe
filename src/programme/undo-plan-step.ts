import type { Ctx } from '../ctx.ts'
import { NotFound, Refused } from '../errors.ts'
import { checkCircle } from './change-dependencies.ts'
import { checkEmpty } from './change-pillars.ts'
import { holdProgramme, programmeOf, stands } from './hold.ts'
import { checkDays, numberFor } from './plan-action.ts'
import { checkRemovable } from './remove-action.ts'
import { checkAmbition } from './serve.ts'
import { checkProgrammeRole, lockRow, type Row, type Step } from './step.ts'
import { checkProblems, type Problems } from './typed.ts'
import { undoStep } from './undo-step.ts'

export const plannedSubjects = [
  'programme',
  'pillar',
  'action',
  'money',
  'dependency',
  'risk',
  'served',
] as const
export type PlannedSubject = (typeof plannedSubjects)[number]

/**
 * Takes back the last step of something in the plan, unless the plan could then not stand: a circle, a pillar that is gone or is
 * still full, a number that another action took. Moving a pillar is taken back by moving it again.
 * @throws Invalid (`number`, `pillar_id`, `ambition_id`, days); Blocked `dependency-circle`; Refused `decision-stands`, `nothing-to-undo`, `changed-by-other`,
 * `pillar-not-empty`, `action-adopted`, `action-needed`, `in-use`, `programme-closed`; NotFound; Denied
 */
export async function undoPlanStep(
  ctx: Ctx,
  subject: PlannedSubject,
  seen: { id: number; version: number },
): Promise<Step & { undone: string }> {
  checkProgrammeRole(ctx, 'undo a step')
  const programme =
    subject === 'programme'
      ? await holdProgramme(ctx, seen.id)
      : await holdProgramme(ctx, await programmeOf(ctx, subject, seen.id))
  return undoStep(ctx, subject, seen, async (row, next, undone) => {
    if (undone === 'move' && subject === 'pillar') throw new Refused('nothing-to-undo')
    // What was reported or proven since is taken back by its own door.
    if (undone === 'report') throw new Refused('nothing-to-undo')
    if (subject === 'pillar' && next.removed) await checkEmpty(ctx, row.id)
    if (subject === 'dependency' && !next.removed) {
      await checkCircle(ctx, programme.id, {
        action: next.action_id as number,
        needs: next.needs_id as number,
      })
    }
    if (subject === 'action') {
      if (next.removed) return checkRemovable(ctx, programme.id, row.id)
      const problems: Problems = []
      checkDays(problems, next as never, programme)
      checkProblems(problems)
      await numberFor(ctx, {
        programme: programme.id,
        pillar: next.pillar_id as number,
        action: row.id,
        wanted: next.number as string,
      })
    }
    if (subject !== 'programme' && 'action_id' in next && next.action_id !== null && !next.removed) {
      const action = await lockRow<Row>(ctx, 'action', next.action_id as number)
      if (action.removed) throw new NotFound()
    }
    if (subject === 'served' && !next.removed && next.ambition_id !== null) {
      await checkAmbition(ctx, next.ambition_id as number)
    }
    if (subject === 'programme' && next.removed) await checkUnused(ctx, row.id)
  })
}

/** A draft that has actions is dropped, not taken back. */
async function checkUnused(ctx: Ctx, programme: number): Promise<void> {
  if (await stands(ctx, 'action', { programme_id: programme })) throw new Refused('in-use')
}

import { type Ctx, checkRoles } from '../../ctx.ts'
import { Denied, Refused } from '../../errors.ts'
import { type LetterStep, lastLetterStep, letterRoles } from './letter-life.ts'
import { type LetterStepDone, lockLetter, stepLetter } from './step-letter.ts'

/**
 * Takes back the last step of a letter that still stands, and puts back text and desk as they were; both stay in the history. The
 * clerk undoes any step, others their own. What was sent stays sent.
 * @throws Refused `changed-by-other`, `nothing-to-undo`, `letter-sent`; Denied; NotFound
 */
export async function undoLetterStep(
  ctx: Ctx,
  input: { letter: number; version: number },
): Promise<LetterStepDone & { undone: LetterStep }> {
  checkRoles(ctx, letterRoles, 'undo a step')
  const row = await lockLetter(ctx, input)
  const history = await ctx.tx
    .selectFrom('council.letter_out_history')
    .select(['id', 'step', 'undoes', 'actor_id', 'before'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('letter_id', '=', row.id)
    .orderBy('id')
    .execute()
  const found = lastLetterStep(history)
  if ('refused' in found) throw new Refused(found.refused)
  const step = history.find(({ id }) => id === found.step.id)!
  const { actor } = ctx
  if (actor.kind === 'person' && actor.role !== 'clerk' && actor.personId !== step.actor_id)
    throw new Denied('only the clerk undoes the steps of others')
  const done = await stepLetter(ctx, row, {
    step: 'undo',
    state: step.before.state,
    content: step.before.content,
    undoes: step.id,
    event: 'letter-out.step-undone',
  })
  return { ...done, undone: step.step }
}

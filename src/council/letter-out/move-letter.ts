import { type Ctx, checkRoles } from '../../ctx.ts'
import { Invalid } from '../../errors.ts'
import { allowed, neededText } from '../life/moving.ts'
import type { LetterContent } from './letter.ts'
import { type LetterMove, letterDesks, moveLetter } from './letter-life.ts'
import { type LetterStepDone, lockLetter, stepLetter } from './step-letter.ts'

/**
 * Passes a letter on to the next desk, sends it back with a reason, or drops a draft. Sending is `sendLetter`.
 * @throws Refused `changed-by-other`, `move-not-possible`; Invalid (`date`, `subject`, `reason`); Denied; NotFound
 */
export async function passLetter(
  ctx: Ctx,
  input: { letter: number; version: number; move: Exclude<LetterMove, 'send'>; reason?: string | null },
): Promise<LetterStepDone> {
  const row = await lockLetter(ctx, input)
  const { state } = allowed(moveLetter(row.state, input.move))
  checkRoles(ctx, letterDesks[row.state], `${input.move} this letter`)
  const reason = input.move === 'return' ? neededText(input.reason, 'reason') : null
  if (input.move !== 'return' && input.move !== 'drop') checkComplete(row.content)
  return stepLetter(ctx, row, { step: input.move, state, reason, event: `letter-out.${events[input.move]}` })
}

const events = {
  submit: 'submitted',
  clear: 'cleared',
  agree: 'agreed',
  return: 'returned',
  drop: 'dropped',
} as const

/** A letter that goes on needs a day and a subject. @throws Invalid */
export function checkComplete({ fields }: LetterContent): void {
  const missing = (['date', 'subject'] as const).filter((field) => !fields[field])
  if (missing.length > 0) {
    throw new Invalid(
      'form-invalid',
      missing.map((field) => ({ field, code: 'needed' })),
    )
  }
}

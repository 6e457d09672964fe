import { isDeepStrictEqual } from 'node:util'
import { type Ctx, checkRoles } from '../../ctx.ts'
import { Refused } from '../../errors.ts'
import { renewSections } from '../../kept-sections.ts'
import type { TextConflict } from '../../merge-text.ts'
import { composeLetter } from './compose-letter.ts'
import { editable, letterDesks } from './letter-life.ts'
import { loadLetterFacts, motionsOfLetter } from './load-facts.ts'
import type { LetterPhrases } from './phrases.ts'
import { type LetterStepDone, lockLetter, stepLetter } from './step-letter.ts'

/**
 * Takes what changed in the register into a letter, for all sections or those named. What people wrote stays.
 * @returns with the paragraphs where both changed: theirs, not taken
 * @throws Refused `changed-by-other`, `move-not-possible`; Denied; NotFound
 */
export async function renewLetter(
  ctx: Ctx,
  input: { letter: number; version: number; sections: readonly string[] | 'all'; phrases: LetterPhrases },
): Promise<LetterStepDone & { conflicts: { key: string; conflicts: TextConflict[] }[] }> {
  const row = await lockLetter(ctx, input)
  if (!editable.includes(row.state)) throw new Refused('move-not-possible')
  checkRoles(ctx, letterDesks[row.state], 'edit this letter')
  const facts = await loadLetterFacts(ctx, await motionsOfLetter(ctx, row.id))
  const fresh = composeLetter(facts, input.phrases)
  const keys = input.sections === 'all' ? 'all' : new Set(input.sections)
  const { sections, conflicts } = renewSections(row.content.sections, fresh.sections, keys)
  if (isDeepStrictEqual(sections, row.content.sections))
    return { letter: row.id, version: row.version, conflicts }
  const done = await stepLetter(ctx, row, {
    step: 'renew',
    content: { ...row.content, sections },
    sections: input.sections === 'all' ? [] : input.sections,
    event: 'letter-out.renewed',
  })
  return { ...done, conflicts }
}

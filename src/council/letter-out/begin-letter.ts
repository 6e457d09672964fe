import { type Ctx, checkRoles } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { Invalid } from '../../errors.ts'
import { checkMotionsAssigned } from '../life/assigned.ts'
import { toJson } from '../save-reading.ts'
import { composeLetter } from './compose-letter.ts'
import { type LetterContent, type LetterFields, newSection } from './letter.ts'
import { letterWriters } from './letter-life.ts'
import { loadLetterFacts } from './load-facts.ts'
import type { LetterPhrases } from './phrases.ts'
import { addLetterHistory, type LetterStepDone } from './step-letter.ts'

/**
 * Begins a letter about these motions: its draft is composed of what the register says today. Department, contact and signatories are
 * those of the municipality's newest letter, when it has one.
 * @throws Invalid (`motions`) for none, or one that is not there; Denied, also `not-assigned`
 */
export async function beginLetter(
  ctx: Ctx,
  input: { motions: readonly number[]; phrases: LetterPhrases },
): Promise<LetterStepDone> {
  checkRoles(ctx, letterWriters, 'begin a letter')
  const motions = [...new Set(input.motions)]
  if (motions.length === 0) throw new Invalid('form-invalid', [{ field: 'motions', code: 'needed' }])
  await checkMotionsAssigned(ctx, motions, 'each')
  const { municipality } = ctx.actor
  const composed = composeLetter(await loadLetterFacts(ctx, motions), input.phrases)
  const content: LetterContent = {
    fields: { ...(await usualFields(ctx, input.phrases)), date: dayOf(ctx.now), subject: composed.subject },
    sections: composed.sections.map(newSection),
  }
  const row = await ctx.tx
    .insertInto('council.letter_out')
    .values({
      municipality,
      content: toJson(content),
      begun_at: ctx.now,
      changed_at: ctx.now,
      sent_on: null,
      document_id: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await ctx.tx
    .insertInto('council.letter_out_motion')
    .values(
      motions.map((motion, position) => ({ municipality, letter_id: row.id, motion_id: motion, position })),
    )
    .execute()
  await addLetterHistory(ctx, row, { step: 'begin', state: 'draft', version: 1, event: 'letter-out.begun' })
  return { letter: row.id, version: 1 }
}

/** What the newest letter of the municipality says of sender and signatories; its own reference and number are not repeated. */
async function usualFields(ctx: Ctx, phrases: LetterPhrases): Promise<LetterFields> {
  const last = await ctx.tx
    .selectFrom('council.letter_out')
    .select('content')
    .where('municipality', '=', ctx.actor.municipality)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const blank: LetterFields = {
    date: null,
    subject: '',
    reference: null,
    registryNumber: null,
    addressee: phrases.addressee,
    department: null,
    unit: null,
    contactName: null,
    contactPhone: null,
    contactEmail: null,
    signatories: phrases.signatories.map((role) => ({ role, name: null })),
  }
  return last ? { ...last.content.fields, reference: null, registryNumber: null } : blank
}

import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { Invalid } from '../../errors.ts'
import { readerOf } from '../life/desk-reader.ts'
import { motionDossier } from '../public-motion.ts'
import { lifeSettings } from '../set-up-municipality.ts'
import { type LetterFacts, letterMotionOf } from './facts.ts'

/** What a letter about these motions is composed of today, in their order. @throws Invalid (`motions`) for one that is not there */
export async function loadLetterFacts(ctx: Ctx, motions: readonly number[]): Promise<LetterFacts> {
  const { municipality } = ctx.actor
  const rows = await ctx.tx
    .selectFrom('council.motion')
    .select(['id', 'year', 'slug'])
    .where('municipality', '=', municipality)
    .where('id', 'in', [...motions])
    .execute()
  const { decidingBody } = await lifeSettings(ctx, dayOf(ctx.now))
  const facts: LetterFacts = { decidingBody, motions: [] }
  for (const id of motions) {
    const row = rows.find((one) => one.id === id)
    if (!row) throw new Invalid('form-invalid', [{ field: 'motions', code: 'not-a-choice' }])
    const { year, slug } = row
    facts.motions.push(letterMotionOf(await motionDossier(readerOf(ctx), { municipality, year, slug })))
  }
  return facts
}

/** The motions of a letter, in its order. */
export async function motionsOfLetter(ctx: Ctx, letter: number): Promise<number[]> {
  const rows = await ctx.tx
    .selectFrom('council.letter_out_motion')
    .select('motion_id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('letter_id', '=', letter)
    .orderBy('position')
    .execute()
  return rows.map((row) => row.motion_id)
}

import type { Place } from '../../../council/index.ts'
import type { Ctx } from '../../../ctx.ts'
import { Invalid } from '../../../errors.ts'
import { readEvidence } from '../evidence/posted-evidence.ts'
import { workEvidence } from '../evidence/work-evidence.ts'
import type { Posted } from './forms/form.ts'

/** The passage that was chosen, if any; the first of several. @throws Invalid when a sentence was typed that stands nowhere, or in more places */
export async function placeIn(ctx: Ctx, { form, motion }: Posted, name: string): Promise<Place | null> {
  const posted = readEvidence(form, name)
  const sentence = posted.quote.trim() !== ''
  const state = await workEvidence(ctx, { ...posted, act: sentence ? 'find' : null }, { motions: [motion] })
  if (state.errors.length > 0) throw new Invalid('form-invalid', [{ field: name, code: 'passage-missing' }])
  const place = state.passages.find((one) => one.on)?.place
  return place ? { document: place.document, at: place.at } : null
}

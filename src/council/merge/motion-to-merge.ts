import type { Ctx } from '../../ctx.ts'
import { NotFound } from '../../errors.ts'
import { type EditableMotion, editableMotion } from '../correct/editable-motion.ts'
import { findMotions, likeMotions, type PossibleMatch } from '../desk-matches.ts'
import type { MotionRef } from '../dossier.ts'
import { loadAsked } from './load-asked.ts'
import { type Asked, suggestPairs } from './pairing.ts'

/** One of two motions side by side. */
export type MergeSide = {
  id: number
  version: number
  year: number
  slug: string
  title: string
  fields: EditableMotion['fields']
  registryNumbers: string[]
  submitters: string[]
  documents: number
  asked: Asked[]
}

export type MotionToMerge = {
  kept: MergeSide
  /** The other one, once it was chosen. */
  gone: MergeSide | null
  /** By number, day and title, best first; empty once the other was chosen. */
  suggestions: PossibleMatch[]
  found: MotionRef[]
  /** What is probably the same. */
  pairs: Record<string, string>
}

/** A motion and the one that may be the same, for the clerk. @throws NotFound; Refused `merged-already` */
export async function motionToMerge(
  ctx: Ctx,
  input: { year: number; slug: string; other?: number | null; search?: string },
): Promise<MotionToMerge> {
  const motion = await editableMotion(ctx, { year: input.year, slug: input.slug })
  const kept = await sideOf(ctx, motion)
  if (input.other != null) {
    if (input.other === kept.id) throw new NotFound()
    const gone = await sideOf(ctx, await editableMotion(ctx, { motion: input.other }))
    return { kept, gone, suggestions: [], found: [], pairs: suggestPairs(kept.asked, gone.asked) }
  }
  const marks = {
    number: motion.fields.number || null,
    registryNumber: motion.fields.registryNumber || null,
    date: motion.fields.date || null,
    title: motion.title,
  }
  const suggestions = (await likeMotions(ctx, marks)).filter((one) => one.motion.id !== kept.id)
  const found = input.search ? await findMotions(ctx, { search: input.search }) : []
  return {
    kept,
    gone: null,
    suggestions: suggestions.slice(0, 5),
    found: found.filter((one) => one.id !== kept.id),
    pairs: {},
  }
}

async function sideOf(ctx: Ctx, motion: EditableMotion): Promise<MergeSide> {
  const { municipality } = ctx.actor
  const { id, version, year, slug, title, fields } = motion
  const registry = await ctx.tx
    .selectFrom('council.motion_identifier')
    .select('printed')
    .where('municipality', '=', municipality)
    .where('motion_id', '=', id)
    .where('kind', '=', 'registry')
    .orderBy('document_id')
    .orderBy('value')
    .execute()
  const { documents } = await ctx.tx
    .selectFrom('council.document_motion')
    .select((eb) => eb.fn.countAll<number>().as('documents'))
    .where('municipality', '=', municipality)
    .where('motion_id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    id,
    version,
    year,
    slug,
    title,
    fields,
    registryNumbers: registry.map((row) => row.printed),
    submitters: motion.submitters.map((position) => {
      const party = fields[`submitters/${position}/party`]
      return `${fields[`submitters/${position}/name`]}${party ? ` (${party})` : ''}`
    }),
    documents: Number(documents),
    asked: (await loadAsked(ctx, [id])).get(id)!,
  }
}

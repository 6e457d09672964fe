import type { Ctx } from '../../ctx.ts'
import { NotFound } from '../../errors.ts'
import type { MotionDossier, MotionRef } from '../dossier.ts'
import { motionDossier } from '../public-motion.ts'
import { type DeskMatter, mattersAtDesk } from './desk-matters.ts'
import { readerOf } from './desk-reader.ts'
import { type DeskSubmitter, submittersAtDesk } from './submitters.ts'

export type DeskMotion = { dossier: MotionDossier; matters: DeskMatter[]; submitters: DeskSubmitter[] }

/** A motion with its matters for whoever works on it, by its public address. @throws NotFound */
export async function motionAtDesk(ctx: Ctx, input: { year: number; slug: string }): Promise<DeskMotion> {
  const { municipality } = ctx.actor
  const dossier = await motionDossier(readerOf(ctx), { municipality, ...input })
  const motion = dossier.motion.id
  return {
    dossier,
    matters: await mattersAtDesk(ctx, { motion }),
    submitters: await submittersAtDesk(ctx, { motion }),
  }
}

/** The motion that a matter is asked by. @throws NotFound */
export async function motionOfMatter(ctx: Ctx, input: { matter: number }): Promise<MotionRef> {
  const found = await ctx.tx
    .selectFrom('council.matter as matter')
    .innerJoin('council.motion as motion', (join) =>
      join
        .onRef('motion.municipality', '=', 'matter.municipality')
        .onRef('motion.id', '=', 'matter.motion_id'),
    )
    .select([
      'motion.id',
      'motion.year',
      'motion.slug',
      'motion.number',
      'motion.title',
      'motion.dated',
      'motion.outcome',
    ])
    .where('matter.municipality', '=', ctx.actor.municipality)
    .where('matter.id', '=', input.matter)
    .executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}

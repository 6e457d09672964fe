import type { Ctx } from '../../ctx.ts'
import { Denied, NotFound, Refused } from '../../errors.ts'
import { correctLocked } from './correct-motion.ts'
import { editableMotion } from './editable-motion.ts'
import { type CorrectionField, type MotionFields, pathOf } from './fields.ts'

/** A correction with what stood there before, also where that is not public. */
export type PastCorrection = {
  id: number
  field: CorrectionField
  requestId: number | null
  partId: number | null
  submitter: number | null
  before: string | null
  beforeHidden: boolean
  after: string | null
  origin: 'desk' | 'import'
  at: Date
}

/**
 * Of these corrections of one motion, those that can be put back: the last of their field, which still says what they put there. What
 * was hidden is not put back: it would be public again. Pure. @param corrections newest first @returns id → path
 */
export function standingCorrections(
  fields: MotionFields,
  corrections: readonly PastCorrection[],
): Map<number, string> {
  const seen = new Set<string>()
  const found = new Map<number, string>()
  for (const one of corrections) {
    const path = pathOf(one)
    if (seen.has(path)) continue
    seen.add(path)
    if (!one.beforeHidden && fields[path] === (one.after ?? '')) found.set(one.id, path)
  }
  return found
}

/** Corrections of a motion, newest first. */
export async function pastCorrections(ctx: Ctx, motion: number): Promise<PastCorrection[]> {
  return ctx.tx
    .selectFrom('council.motion_correction as correction')
    .innerJoin('council.motion_correction_detail as detail', (join) =>
      join
        .onRef('detail.municipality', '=', 'correction.municipality')
        .onRef('detail.correction_id', '=', 'correction.id'),
    )
    .select([
      'correction.id',
      'correction.field',
      'correction.request_id as requestId',
      'correction.part_id as partId',
      'correction.submitter_position as submitter',
      'detail.before',
      'correction.before_hidden as beforeHidden',
      'correction.after',
      'correction.origin',
      'correction.corrected_at as at',
    ])
    .where('correction.municipality', '=', ctx.actor.municipality)
    .where('correction.motion_id', '=', motion)
    .orderBy('correction.id', 'desc')
    .execute()
}

/**
 * Puts back what stood there before a correction, as a new correction; both stay in the history.
 * @throws Refused `changed-by-other` (another version was saved, or the field was corrected again), and as `correctMotion`; Denied;
 *   NotFound
 */
export async function putBackCorrection(
  ctx: Ctx,
  input: { motion: number; version: number; correction: number },
): Promise<{ version: number; changed: string[] }> {
  const { actor } = ctx
  if (actor.kind === 'person' && actor.role !== 'clerk')
    throw new Denied(`role ${actor.role} does not correct`)
  const now = await editableMotion(ctx, { motion: input.motion }, { lock: true })
  const corrections = await pastCorrections(ctx, now.id)
  const correction = corrections.find(({ id }) => id === input.correction)
  if (!correction) throw new NotFound()
  const path = standingCorrections(now.fields, corrections).get(correction.id)
  if (now.version !== input.version || path === undefined) throw new Refused('changed-by-other')
  return correctLocked(ctx, now, { values: { [path]: correction.before ?? '' } }, 'desk')
}

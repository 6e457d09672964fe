import { record } from '../../audit/index.ts'
import { publicText } from '../../cover.ts'
import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { Denied, Invalid, Refused } from '../../errors.ts'
import { byWhom } from '../by-whom.ts'
import { beginFollowing } from '../life/begin-following.ts'
import { roleOf } from '../life/moving.ts'
import type { Outcome } from '../read/reading.ts'
import { refreshRegister } from '../refresh-register.ts'
import { editableMotion } from './editable-motion.ts'
import { changesOf, checkFields, fieldOf, type MotionFields, tidy } from './fields.ts'
import { renewTerms } from './renew-terms.ts'
import { writeFields } from './write-fields.ts'

export type CorrectMotion = {
  motion: number
  version: number
  /** What should stand there; paths that are left out stay. */
  values: MotionFields
  /** Why; public. */
  reason?: string | null
  /** The earlier words held what may not be public: the public history does not repeat them. */
  hideBefore?: boolean
}

/**
 * Corrects what was registered of a motion. Every changed field becomes a row of its public history; the register, and terms that
 * follow from what was corrected, follow. Its address never changes. @returns the new version, and the paths that changed
 * @throws Refused `changed-by-other` (another version was saved), `followed-already` (it would no longer be adopted, but its requests
 *   are being followed); Invalid with paths as fields and `CorrectionErrorCode`s; Denied; NotFound
 */
export async function correctMotion(
  ctx: Ctx,
  input: CorrectMotion,
): Promise<{ version: number; changed: string[] }> {
  const { actor } = ctx
  if (actor.kind === 'person' && actor.role !== 'clerk')
    throw new Denied(`role ${actor.role} does not correct`)
  const now = await editableMotion(ctx, { motion: input.motion }, { lock: true })
  if (now.version !== input.version) throw new Refused('changed-by-other')
  return correctLocked(ctx, now, input, 'desk')
}

/** The same for a motion that is held at its newest version. */
export async function correctLocked(
  ctx: Ctx,
  now: Awaited<ReturnType<typeof editableMotion>>,
  input: Pick<CorrectMotion, 'values' | 'reason' | 'hideBefore'>,
  origin: 'desk' | 'import',
): Promise<{ version: number; changed: string[] }> {
  const { municipality } = ctx.actor
  const values = Object.fromEntries(
    Object.entries(input.values).map(([path, value]) => [path, publicText(tidy(value)) ?? '']),
  )
  const changes = changesOf(now.fields, values)
  const changed = Object.keys(changes)
  const errors = checkFields({ ...now.fields, ...changes }).filter(({ field }) => field in values)
  if (errors.length > 0) throw new Invalid('form-invalid', errors)
  if (changed.length === 0) return { version: now.version, changed }
  if (changes.outcome !== undefined) await checkOutcome(ctx, now.id, changes.outcome as Outcome)

  await writeFields(ctx, now, changes)
  const version = now.version + 1
  await ctx.tx
    .updateTable('council.motion')
    .set({ version })
    .where('municipality', '=', municipality)
    .where('id', '=', now.id)
    .execute()
  await addCorrections(ctx, now, changes, input, origin)
  await renewTerms(ctx, now.id, changes)
  if (changes.outcome !== undefined) await beginFollowing(ctx, [now.id])
  await refreshRegister(ctx, [now.id])
  await record(
    ctx,
    'motion.corrected',
    { motion: String(now.id) },
    { fields: [...new Set(changed.map((path) => fieldOf(path)!.field))] },
  )
  return { version, changed }
}

/** A motion whose requests are being followed stays adopted: first the steps are to be undone. */
async function checkOutcome(ctx: Ctx, motion: number, outcome: Outcome): Promise<void> {
  if (outcome === 'adopted' || outcome === 'taken-over') return
  const moved = await ctx.tx
    .selectFrom('council.matter_history')
    .select('id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('motion_id', '=', motion)
    .where('step', '<>', 'register')
    .limit(1)
    .executeTakeFirst()
  if (moved) throw new Refused('followed-already')
}

async function addCorrections(
  ctx: Ctx,
  now: Awaited<ReturnType<typeof editableMotion>>,
  changes: Readonly<Record<string, string>>,
  input: Pick<CorrectMotion, 'reason' | 'hideBefore'>,
  origin: 'desk' | 'import',
): Promise<void> {
  const { municipality } = ctx.actor
  const paths = Object.keys(changes)
  const rows = await ctx.tx
    .insertInto('council.motion_correction')
    .values(
      paths.map((path) => {
        const { field, of } = fieldOf(path)!
        return {
          municipality,
          motion_id: now.id,
          field,
          request_id: path.startsWith('requests/') ? of : null,
          part_id: path.startsWith('parts/') ? of : null,
          submitter_position: path.startsWith('submitters/') ? of : null,
          before: input.hideBefore ? null : now.fields[path] || null,
          after: changes[path] || null,
          before_hidden: input.hideBefore ?? false,
          origin,
          corrected_at: ctx.now,
          corrected_on: dayOf(ctx.now),
          by_role: roleOf(ctx),
          reason: publicText(input.reason),
        }
      }),
    )
    .returning('id')
    .execute()
  const who = byWhom(ctx)
  await ctx.tx
    .insertInto('council.motion_correction_detail')
    .values(
      rows
        .map((row) => row.id)
        .sort((a, b) => a - b)
        .map((correction_id, index) => ({
          municipality,
          correction_id,
          actor_id: who.id,
          actor_name: who.name,
          before: now.fields[paths[index]!] || null,
        })),
    )
    .execute()
}

import {
  correctionsAtDesk,
  correctMotion,
  type DeskCorrection,
  type EditableMotion,
  editableMotion,
  type MotionFields,
  mergeFields,
  tidyField,
} from '../../../council/index.ts'
import type { Ctx } from '../../../ctx.ts'
import { type FieldError, Invalid, Refused } from '../../../errors.ts'
import type { Answer, DeskRequest, Screen } from '../../page.ts'
import { seeOther } from '../../page.ts'
import { deskMotionPath } from '../desk-paths.ts'
import { motionIn } from '../motion-paths.ts'
import { changedByMe, type PostedCorrection, readCorrection } from './correct-form.ts'
import { correctScreen, type Others } from './correct-screen.tsx'

type Loaded = { motion: EditableMotion; history: DeskCorrection[] }

async function load(ctx: Ctx, request: DeskRequest): Promise<Loaded> {
  const motion = await editableMotion(ctx, motionIn(request))
  return { motion, history: await correctionsAtDesk(ctx, { motion: motion.id }) }
}

/** What was registered of a motion, to correct. */
export async function correctPage(request: DeskRequest): Promise<Answer> {
  const { motion, history } = await request.transact((ctx) => load(ctx, request))
  return correctScreen(request, motion, {
    values: motion.fields,
    base: motion.fields,
    reason: '',
    hideBefore: false,
    errors: [],
    others: null,
    history,
  })
}

export async function postCorrection(request: DeskRequest): Promise<Answer> {
  const posted = readCorrection(await request.form())
  const found = await request.transact((ctx) => load(ctx, request))
  try {
    const { changed } = await request.transact((ctx) =>
      correctMotion(ctx, {
        motion: found.motion.id,
        version: posted.version,
        values: changedByMe(posted),
        reason: posted.reason,
        hideBefore: posted.hideBefore,
      }),
    )
    const news = changed.length > 0 ? '?verbeterd=1' : '?verbeterd=0'
    return seeOther(`${deskMotionPath(request, found.motion)}${news}`)
  } catch (error) {
    if (error instanceof Refused && error.code === 'changed-by-other') return again(request, posted, [])
    if (error instanceof Invalid) return again(request, posted, error.fields)
    throw error
  }
}

/** The form once more, with what was typed, joined with what somebody else changed meanwhile. */
async function again(
  request: DeskRequest,
  posted: PostedCorrection,
  errors: readonly FieldError[],
): Promise<Screen> {
  const { motion, history } = await request.transact((ctx) => load(ctx, request))
  const { merged, conflicts, others } = mergeFields(posted.base, posted.mine, tidied(motion.fields))
  const newest = history[0]
  const found: Others | null =
    motion.version === posted.version
      ? null
      : { by: newest?.by ?? null, at: newest?.at ?? null, changed: others, conflicts }
  return correctScreen(request, motion, {
    values: merged,
    base: motion.fields,
    reason: posted.reason,
    hideBefore: posted.hideBefore,
    errors,
    others: found,
    history,
  })
}

const tidied = (fields: MotionFields): MotionFields =>
  Object.fromEntries(Object.entries(fields).map(([path, value]) => [path, tidyField(value)]))

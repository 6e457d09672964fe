import {
  correctionsAtDesk,
  correctMotion,
  type DeskCorrection,
  type EditableMotion,
  editableMotion,
  type MotionFields,
  mergeFields,
  putBackCorrection,
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
  return { motion, history: await correctionsAtDesk(ctx, { motion: motion.id, fields: motion.fields }) }
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
  const form = await request.form()
  const back = form.get('terug')
  const posted = readCorrection(form)
  const found = await request.transact((ctx) => load(ctx, request))
  try {
    if (typeof back === 'string' && /^[1-9]\d{0,8}$/.test(back)) {
      const correction = Number(back)
      await request.transact((ctx) =>
        putBackCorrection(ctx, { motion: found.motion.id, version: posted.version, correction }),
      )
      return seeOther(`${deskMotionPath(request, found.motion)}?verbeterd=1`)
    }
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
    if (error instanceof Refused && error.code === 'changed-by-other')
      return back === null ? again(request, posted, []) : unchanged(request)
    if (error instanceof Invalid) return again(request, posted, error.fields)
    throw error
  }
}

/** What stands now, where a correction could not be put back since somebody saved another. */
async function unchanged(request: DeskRequest): Promise<Screen> {
  const { motion, history } = await request.transact((ctx) => load(ctx, request))
  const newest = history[0]
  return correctScreen(request, motion, {
    values: motion.fields,
    base: motion.fields,
    reason: '',
    hideBefore: false,
    errors: [],
    others: { by: newest?.by ?? null, at: newest?.at ?? null, changed: [], conflicts: [] },
    history,
  })
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

import { mergeMotions, motionToMerge, plainSearch } from '../../../council/index.ts'
import { type ErrorCode, type FieldError, Invalid, NotFound, Refused } from '../../../errors.ts'
import type { Answer, DeskRequest, Screen } from '../../page.ts'
import { seeOther } from '../../page.ts'
import { deskMotionPath } from '../desk-paths.ts'
import { motionIn } from '../motion-paths.ts'
import { chooseScreen } from './choose-screen.tsx'
import { type PostedMerge, readMerge } from './merge-form.ts'
import { mergeScreen } from './merge-screen.tsx'

/** "Motie samenvoegen": first which motion is the same, then both side by side. */
export async function mergePage(request: DeskRequest): Promise<Answer> {
  const motion = motionIn(request)
  const other = otherIn(request)
  const search = plainSearch(request.query.get('zoek') ?? '')
  const found = await request.transact((ctx) => motionToMerge(ctx, { ...motion, other, search }))
  const { kept, gone, pairs } = found
  if (!gone) return chooseScreen(request, found, search)
  const posted = { keptVersion: kept.version, goneVersion: gone.version, fields: {}, pairs, sure: false }
  return mergeScreen(request, { kept, gone }, { posted, errors: [], refused: null })
}

export async function postMerge(request: DeskRequest): Promise<Answer> {
  const posted = readMerge(await request.form())
  const other = otherIn(request)
  if (other === null) throw new NotFound()
  const { kept } = await request.transact((ctx) => motionToMerge(ctx, { ...motionIn(request), other }))
  if (!posted.sure) return again(request, other, posted, [{ field: 'sure', code: 'needed' }], null)
  try {
    await request.transact((ctx) => mergeMotions(ctx, { ...posted, kept: kept.id, gone: other }))
  } catch (error) {
    if (error instanceof Invalid) return again(request, other, posted, error.fields, null)
    if (error instanceof Refused && error.code !== 'merged-already')
      return again(request, other, posted, [], error.code)
    throw error
  }
  return seeOther(`${deskMotionPath(request, kept)}?samengevoegd=1`)
}

/** The form once more as it was filled in, with both motions as they are now. */
async function again(
  request: DeskRequest,
  other: number,
  posted: PostedMerge,
  errors: readonly FieldError[],
  refused: ErrorCode | null,
): Promise<Screen> {
  const found = await request.transact((ctx) => motionToMerge(ctx, { ...motionIn(request), other }))
  const gone = found.gone!
  const now = { ...posted, keptVersion: found.kept.version, goneVersion: gone.version }
  const pairs = { ...found.pairs, ...posted.pairs }
  return mergeScreen(request, { kept: found.kept, gone }, { posted: { ...now, pairs }, errors, refused })
}

function otherIn({ query }: DeskRequest): number | null {
  const other = query.get('met')
  if (other === null) return null
  if (!/^[1-9]\d{0,8}$/.test(other)) throw new NotFound()
  return Number(other)
}

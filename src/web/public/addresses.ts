/** Addresses of motions and documents. */
import {
  type DocumentRef,
  type MotionRef,
  type Passage,
  passageId,
  type ServedName,
} from '../../council/index.ts'
import type { MunicipalityRequest } from '../page.ts'
import { hrefHere } from '../page.ts'

export function motionHref(request: MunicipalityRequest, motion: Pick<MotionRef, 'year' | 'slug'>): string {
  return hrefHere(request, `/moties/${motion.year}/${motion.slug}`)
}

export function documentHref(
  request: MunicipalityRequest,
  document: Pick<DocumentRef, 'year' | 'slug'>,
): string {
  return hrefHere(request, `/stukken/${document.year}/${document.slug}`)
}

/** The place of a passage in the public text of its document. */
export function passageHref(request: MunicipalityRequest, passage: NonNullable<Passage>): string {
  return `${documentHref(request, passage.document)}#${passageId(passage.at)}`
}

/** Where something that a programme serves can be read; null when nothing public says it. */
export function servedHref(
  request: MunicipalityRequest,
  { place }: Pick<ServedName, 'place'>,
): string | null {
  if (!place) return null
  const path = place.page === 'motion' ? motionHref(request, place) : documentHref(request, place)
  return `${path}#${place.anchor}`
}

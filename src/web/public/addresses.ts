/** Addresses of motions, documents and commitments. */
import {
  type DocumentRef,
  type MotionRef,
  type Passage,
  passageId,
  type ServedName,
} from '../../council/index.ts'
import { NotFound } from '../../errors.ts'
import type { Here, MunicipalityRequest } from '../page.ts'
import { hrefHere } from '../page.ts'

export function motionHref(request: Here, motion: Pick<MotionRef, 'year' | 'slug'>): string {
  return hrefHere(request, `/moties/${motion.year}/${motion.slug}`)
}

export function documentHref(request: Here, document: Pick<DocumentRef, 'year' | 'slug'>): string {
  return hrefHere(request, `/stukken/${document.year}/${document.slug}`)
}

/** The page of one commitment. */
export function commitmentHref(request: Here, commitment: number): string {
  return hrefHere(request, `/toezeggingen/${commitment}`)
}

/** The place of a passage in the public text of its document. */
export function passageHref(request: Here, passage: NonNullable<Passage>): string {
  return `${documentHref(request, passage.document)}#${passageId(passage.at)}`
}

/** The public page of a programme. */
export function programmeHref(request: Here, programme: string): string {
  return hrefHere(request, `/programma/${programme}`)
}

/** The public page of an action of a programme. */
export function programmeActionHref(request: Here, programme: string, action: number): string {
  return `${programmeHref(request, programme)}/acties/${action}`
}

/** Where something that a programme serves can be read; null when nothing public says it. */
export function servedHref(request: Here, { place }: Pick<ServedName, 'place'>): string | null {
  if (!place) return null
  const path = place.page === 'motion' ? motionHref(request, place) : documentHref(request, place)
  return `${path}#${place.anchor}`
}

/** The commitment that the address names. @throws NotFound when it is no number */
export function commitmentIn(params: MunicipalityRequest['params']): number {
  const { commitment } = params
  if (!commitment || !/^[1-9]\d{0,8}$/.test(commitment)) throw new NotFound()
  return Number(commitment)
}

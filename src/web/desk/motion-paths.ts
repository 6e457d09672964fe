import { NotFound } from '../../errors.ts'
import type { Crumb, DeskRequest, MunicipalityRequest } from '../page.ts'
import { deskMotionPath } from './desk-paths.ts'

type Named = { year: number; slug: string }

/** Addresses of what the desk does with a registered motion. */
export const correctPath = (request: MunicipalityRequest, motion: Named) =>
  `${deskMotionPath(request, motion)}/verbeteren`
export const mergePath = (request: MunicipalityRequest, motion: Named) =>
  `${deskMotionPath(request, motion)}/samenvoegen`

export const partPath = (request: MunicipalityRequest, motion: Named, merged: number) =>
  `${deskMotionPath(request, motion)}/losmaken?van=${merged}`

/** The motion that the address names. @throws NotFound when year or slug are none */
export function motionIn({ params }: DeskRequest): Named {
  const { year, slug } = params
  if (!year || !/^\d{4}$/.test(year) || !slug || !/^[a-z0-9-]{1,100}$/.test(slug)) throw new NotFound()
  return { year: Number(year), slug }
}

/** The way to a page below a motion at the desk. */
export function motionCrumbs(request: DeskRequest, motion: Named & { title: string }): Crumb[] {
  const desk = `/${request.municipality.slug}/bureau`
  return [
    { label: request.words.shell.deskNav.home[request.actor.role], path: desk },
    { label: motion.title, path: `${desk}/moties/${motion.year}/${motion.slug}` },
  ]
}

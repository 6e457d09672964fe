import { NotFound } from '../../../errors.ts'
import type { Crumb, DeskRequest, MunicipalityRequest } from '../../page.ts'
import { hrefHere } from '../../page.ts'

export const importsPath = (request: MunicipalityRequest) => hrefHere(request, '/bureau/invoer')
export const importPath = (request: MunicipalityRequest, id: number) =>
  hrefHere(request, `/bureau/invoer/${id}`)

export const takeBackPath = (request: MunicipalityRequest, id: number) =>
  `${importPath(request, id)}/terughalen`

/** The import that the address names. @throws NotFound */
export function importIn({ params }: DeskRequest): number {
  const { import: id } = params
  if (!id || !/^[1-9]\d{0,8}$/.test(id)) throw new NotFound()
  return Number(id)
}

export const importCrumbs = (request: DeskRequest): Crumb[] => [
  { label: request.words.import.title, path: `/${request.municipality.slug}/bureau/invoer` },
]

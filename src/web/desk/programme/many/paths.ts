import type { MunicipalityRequest } from '../../../page.ts'
import { programmePath } from '../paths.ts'

/** Where many actions are added at once. */
export const manyPath = (request: MunicipalityRequest, programme: string) =>
  `${programmePath(request, programme)}/veel-acties`
export const sheetPath = (request: MunicipalityRequest, programme: string) =>
  `${manyPath(request, programme)}/rekenblad.csv`

export const form = 'regels'

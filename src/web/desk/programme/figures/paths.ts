import type { MunicipalityRequest } from '../../../page.ts'
import { indicatorPath } from '../paths.ts'

type Request = MunicipalityRequest

export const newIndicatorPath = (request: Request, programme: string) =>
  `${indicatorPath(request, programme)}/nieuw`
export const valuePath = (request: Request, programme: string, indicator: number, value: number) =>
  `${indicatorPath(request, programme, indicator)}/waarden/${value}`
/** Where a file is brought, or one that was brought is looked at. */
export const seriesPath = (request: Request, programme: string, indicator: number, series?: number) =>
  `${indicatorPath(request, programme, indicator)}/bestand${series === undefined ? '' : `/${series}`}`
/** All figures of a programme, or of one indicator, as a file. */
export const figuresCsvPath = (request: Request, programme: string, indicator?: number) =>
  `${indicatorPath(request, programme, indicator)}/cijfers.csv`

/** Crumbs take an address without its language. */
export const bare = (request: Request, path: string) =>
  request.language === 'en' ? path.replace(/^\/en/, '') : path

import type { DeskRoute } from '../../../page.ts'
import { officials } from '../officials.ts'
import { indicatorLimit, indicatorPage, postIndicator } from './indicator-page.tsx'
import { indicatorCsv, indicatorsPage, programmeCsv } from './indicators-page.tsx'
import { newIndicatorPage, postNewIndicator } from './new-indicator-page.tsx'
import { postSeries, seriesPage } from './series-page.tsx'
import { postValue, valuePage } from './value-page.tsx'

const indicators = '/:municipality/bureau/programma/:programme/indicatoren' as const
const indicator = `${indicators}/:indicator` as const
/** A preview of a long list has a tick for each row. */
const seriesLimit = 1024 * 1024

/** Indicators of a programme and their figures. */
export const figureRoutes: readonly DeskRoute[] = [
  { method: 'GET', path: indicators, access: officials, page: indicatorsPage },
  { method: 'GET', path: `${indicators}/cijfers.csv`, access: officials, page: programmeCsv },
  { method: 'GET', path: `${indicators}/nieuw`, access: officials, page: newIndicatorPage },
  { method: 'POST', path: `${indicators}/nieuw`, access: officials, page: postNewIndicator },
  { method: 'GET', path: indicator, access: officials, page: indicatorPage },
  { method: 'POST', path: indicator, access: officials, maxBody: indicatorLimit, page: postIndicator },
  { method: 'GET', path: `${indicator}/cijfers.csv`, access: officials, page: indicatorCsv },
  { method: 'GET', path: `${indicator}/waarden/:value`, access: officials, page: valuePage },
  { method: 'POST', path: `${indicator}/waarden/:value`, access: officials, page: postValue },
  { method: 'GET', path: `${indicator}/bestand/:series`, access: officials, page: seriesPage },
  {
    method: 'POST',
    path: `${indicator}/bestand/:series`,
    access: officials,
    maxBody: seriesLimit,
    page: postSeries,
  },
]

import type { PublicRoute } from '../../page.ts'
import { orMoved } from '../moved.ts'
import { atomPage, calendarPage } from './feed-page.ts'

const scopes = [
  '',
  '/moties/:year/:slug',
  '/fracties/:party',
  '/domeinen/:domain',
  '/toezeggingen/:commitment',
] as const

/** A feed and a calendar of everything, of a motion, of a party, of a domain and of a commitment. */
export const feedRoutes: readonly PublicRoute[] = scopes.flatMap((scope): PublicRoute[] => [
  {
    method: 'GET',
    path: `/:municipality${scope}/feed.atom`,
    access: 'public',
    of: 'municipality',
    page: orMoved(atomPage),
  },
  {
    method: 'GET',
    path: `/:municipality${scope}/agenda.ics`,
    access: 'public',
    of: 'municipality',
    page: orMoved(calendarPage),
  },
])

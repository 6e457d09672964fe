import type { DeskRoute } from '../page.ts'
import { correctPage, postCorrection } from './correct/correct-page.tsx'

const clerk = ['clerk'] as const
/** A motion with many requests: what it says and what it said. */
const motionLimit = 1024 * 1024
const motion = '/:municipality/bureau/moties/:year/:slug'

/** What the clerk does with what was registered: correct it. Part of the routes of the desk. */
export const registerRoutes: readonly DeskRoute[] = [
  { method: 'GET', path: `${motion}/verbeteren`, access: clerk, page: correctPage },
  { method: 'POST', path: `${motion}/verbeteren`, access: clerk, maxBody: motionLimit, page: postCorrection },
]

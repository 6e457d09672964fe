import type { DeskRoute } from '../../../page.ts'
import { officials } from '../officials.ts'
import { programmesPage } from './programmes-page.tsx'

/** Setting up and changing a programme. */
export const planRoutes: readonly DeskRoute[] = [
  { method: 'GET', path: '/:municipality/bureau/programma', access: officials, page: programmesPage },
]

import type { DeskRoute } from '../../../page.ts'
import { officials } from '../officials.ts'
import { manyActionsPage, postManyActions, sheet } from './many-actions-page.tsx'

const path = '/:municipality/bureau/programma/:programme/veel-acties'
const access = officials

/** Setting up much of a programme at once. */
export const manyRoutes: readonly DeskRoute[] = [
  { method: 'GET', path, access, page: manyActionsPage },
  { method: 'POST', path, access, maxBody: 512 * 1024, page: postManyActions },
  { method: 'GET', path: `${path}/rekenblad.csv`, access, page: sheet },
]

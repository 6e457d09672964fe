import type { DeskRoute } from '../../page.ts'
import { figureRoutes } from './figures/routes.ts'
import { manyRoutes } from './many/routes.ts'
import { planRoutes } from './plan/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { workRoutes } from './work/routes.ts'

/** The action programme at the desk: each part brings its own routes. */
export const programmeRoutes: readonly DeskRoute[] = [
  ...planRoutes,
  ...manyRoutes,
  ...workRoutes,
  ...figureRoutes,
  ...reportRoutes,
]

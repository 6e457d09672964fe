/** Every address of the confidential side: method, path, who may enter, and the page. Nothing is served that does not stand here. */

import { trajectoryRoutes } from './desk/routes.ts'
import type { CaseRoute } from './page.ts'
import { signInRoutes } from './sign-in/routes.ts'

export const caseRoutes: readonly CaseRoute[] = [...signInRoutes, ...trajectoryRoutes]

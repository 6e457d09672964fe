/** Every address of the confidential side: method, path, who may enter, and the page. Nothing is served that does not stand here. */

import { adminRoutes } from './admin/routes.ts'
import { planRoutes } from './desk/plan/routes.ts'
import { trajectoryRoutes } from './desk/routes.ts'
import { shareRoutes } from './desk/shares/routes.ts'
import { mineRoutes } from './mine/routes.ts'
import type { CaseRoute } from './page.ts'
import { partnerRoutes } from './partner/routes.ts'
import { privacyRoutes } from './privacy/routes.ts'
import { signInRoutes } from './sign-in/routes.ts'

export const caseRoutes: readonly CaseRoute[] = [
  ...signInRoutes,
  ...adminRoutes,
  ...trajectoryRoutes,
  ...planRoutes,
  ...shareRoutes,
  ...partnerRoutes,
  ...mineRoutes,
  ...privacyRoutes,
]

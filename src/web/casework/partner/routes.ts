import type { CaseRoute } from '../page.ts'
import { oneSharedPages, sharedPage } from './shared.tsx'

export const partnerRoutes: readonly CaseRoute[] = [
  { method: 'GET', path: '/gedeeld', access: 'partner', page: sharedPage },
  { method: 'GET', path: '/gedeeld/:share', access: 'partner', page: oneSharedPages.get },
  { method: 'POST', path: '/gedeeld/:share', access: 'partner', page: oneSharedPages.post },
]

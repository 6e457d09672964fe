import type { CaseRoute } from '../page.ts'
import { accountPages } from './account.tsx'
import { adminPages } from './accounts.tsx'
import { recoveryPages } from './recovery.tsx'

export const adminRoutes: readonly CaseRoute[] = [
  { method: 'GET', path: '/beheer', access: 'administer', page: adminPages.get },
  { method: 'POST', path: '/beheer', access: 'administer', page: adminPages.post },
  { method: 'GET', path: '/beheer/herstel', access: 'recover', page: recoveryPages.get },
  { method: 'POST', path: '/beheer/herstel', access: 'recover', page: recoveryPages.post },
  { method: 'GET', path: '/beheer/:account', access: 'administer', page: accountPages.get },
  { method: 'POST', path: '/beheer/:account', access: 'administer', page: accountPages.post },
]

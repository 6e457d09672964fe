import type { CaseRoute } from '../page.ts'
import { care } from '../page.ts'
import { followPages } from './follow-request.tsx'
import { requestsInCasePages } from './in-case.tsx'
import { overviewPages } from './overview.tsx'
import { printoutPages } from './printout.tsx'
import { registerData, registerEntry, registerPage } from './register.tsx'
import { newRequestPages, requestsPage } from './requests.tsx'
import { retentionPage } from './retention.tsx'

const officer = ['privacy-officer'] as const
const at = '/trajecten/:number' as const

export const privacyRoutes: readonly CaseRoute[] = [
  { method: 'GET', path: '/toezicht', access: officer, page: overviewPages.get },
  { method: 'POST', path: '/toezicht', access: officer, page: overviewPages.post },
  { method: 'GET', path: '/toezicht/register', access: officer, page: registerPage },
  { method: 'GET', path: '/toezicht/bewaren', access: officer, page: retentionPage },
  { method: 'GET', path: '/toezicht/verzoeken', access: officer, page: requestsPage },
  { method: 'GET', path: '/toezicht/verzoeken/nieuw', access: officer, page: newRequestPages.get },
  { method: 'POST', path: '/toezicht/verzoeken/nieuw', access: officer, page: newRequestPages.post },
  { method: 'GET', path: '/toezicht/verzoeken/:request', access: officer, page: followPages.get },
  { method: 'POST', path: '/toezicht/verzoeken/:request', access: officer, page: followPages.post },
  { method: 'GET', path: '/verwerkingen/v1', access: 'open', page: registerData },
  { method: 'GET', path: '/verwerkingen/v1/:activity/:version', access: 'open', page: registerEntry },
  { method: 'GET', path: `${at}/verzoeken`, access: care, page: requestsInCasePages.get },
  { method: 'POST', path: `${at}/verzoeken`, access: care, page: requestsInCasePages.post },
  { method: 'GET', path: `${at}/uitdraai`, access: care, page: printoutPages.get },
  { method: 'POST', path: `${at}/uitdraai`, access: care, page: printoutPages.post },
]

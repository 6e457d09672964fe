import type { CaseRoute } from '../page.ts'
import { care } from '../page.ts'
import { emergencyPages, findPages } from './find.tsx'
import { beginPages } from './trajectory/begin.tsx'
import { closePages, reopenPages } from './trajectory/close.tsx'
import { factsPages } from './trajectory/facts.tsx'
import { identityPages } from './trajectory/identity.tsx'
import { listPage } from './trajectory/list.tsx'
import { trajectoryPage } from './trajectory/page.tsx'
import { placePage, placesPages, postPlace } from './trajectory/places.tsx'
import { teamPages } from './trajectory/team.tsx'

const at = '/trajecten/:number' as const

export const trajectoryRoutes: readonly CaseRoute[] = [
  { method: 'GET', path: '/trajecten', access: care, page: listPage },
  { method: 'GET', path: '/trajecten/nieuw', access: care, page: beginPages.get },
  { method: 'POST', path: '/trajecten/nieuw', access: care, page: beginPages.post },
  { method: 'GET', path: at, access: care, page: trajectoryPage },
  { method: 'GET', path: `${at}/gegevens`, access: care, page: factsPages.get },
  { method: 'POST', path: `${at}/gegevens`, access: care, page: factsPages.post },
  { method: 'GET', path: `${at}/wie`, access: care, page: identityPages.get },
  { method: 'POST', path: `${at}/wie`, access: care, page: identityPages.post },
  { method: 'GET', path: `${at}/plaatsen`, access: care, page: placesPages.get },
  { method: 'POST', path: `${at}/plaatsen`, access: care, page: placesPages.post },
  { method: 'GET', path: `${at}/plaatsen/:place`, access: care, page: placePage },
  { method: 'POST', path: `${at}/plaatsen/:place`, access: care, page: postPlace },
  { method: 'GET', path: `${at}/team`, access: care, page: teamPages.get },
  { method: 'POST', path: `${at}/team`, access: care, page: teamPages.post },
  { method: 'GET', path: `${at}/afsluiten`, access: care, page: closePages.get },
  { method: 'POST', path: `${at}/afsluiten`, access: care, page: closePages.post },
  { method: 'GET', path: `${at}/heropenen`, access: care, page: reopenPages.get },
  { method: 'POST', path: `${at}/heropenen`, access: care, page: reopenPages.post },
  { method: 'GET', path: '/zoeken', access: care, page: findPages.get },
  { method: 'POST', path: '/zoeken', access: care, page: findPages.post },
  { method: 'GET', path: '/noodtoegang', access: care, page: emergencyPages.get },
  { method: 'POST', path: '/noodtoegang', access: care, page: emergencyPages.post },
]

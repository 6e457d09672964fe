import type { CaseRoute } from '../../page.ts'
import { care } from '../../page.ts'
import { herMessagesPages } from './her-messages.tsx'
import { partnersPage, referralsPage } from './lists.tsx'
import { oneSharePages } from './one-share.tsx'
import { shareForm } from './share-form.tsx'

const at = '/trajecten/:number' as const

export const shareRoutes: readonly CaseRoute[] = [
  { method: 'GET', path: '/verwijzingen', access: care, page: referralsPage },
  { method: 'GET', path: '/partners', access: care, page: partnersPage },
  { method: 'GET', path: `${at}/delen`, access: care, page: shareForm.get },
  { method: 'POST', path: `${at}/delen`, access: care, page: shareForm.post },
  { method: 'GET', path: `${at}/delen/:share`, access: care, page: oneSharePages.get },
  { method: 'POST', path: `${at}/delen/:share`, access: care, page: oneSharePages.post },
  { method: 'GET', path: `${at}/berichten`, access: care, page: herMessagesPages.get },
  { method: 'POST', path: `${at}/berichten`, access: care, page: herMessagesPages.post },
]

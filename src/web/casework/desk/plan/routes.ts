import type { CaseRoute } from '../../page.ts'
import { care } from '../../page.ts'
import { appointmentPages, appointmentsPages, meetingPlacePage } from '../appointments/appointments-page.tsx'
import { contactPages, networkPages } from '../network/network-page.tsx'
import { attachmentPage } from '../notes/download.ts'
import { notePages } from '../notes/note-page.tsx'
import { notesPages } from '../notes/notes-page.tsx'
import { uploadLimit } from '../notes/uploads.ts'
import { possiblePage } from '../terms/possible.tsx'
import { termPages, termsPages } from '../terms/terms-page.tsx'
import { todayPage } from '../today/today-page.tsx'
import { goalPages } from './goal-page.tsx'
import { planPages } from './plan-page.tsx'

const at = '/trajecten/:number' as const

/** The day, and what hangs on a case: its plan, notes, appointments, network and terms. */
export const planRoutes: readonly CaseRoute[] = [
  { method: 'GET', path: '/vandaag', access: care, page: todayPage },
  { method: 'GET', path: `${at}/plan`, access: care, page: planPages.get },
  { method: 'POST', path: `${at}/plan`, access: care, page: planPages.post },
  { method: 'GET', path: `${at}/plan/:goal`, access: care, page: goalPages.get },
  { method: 'POST', path: `${at}/plan/:goal`, access: care, page: goalPages.post },
  { method: 'GET', path: `${at}/notities`, access: care, page: notesPages.get },
  { method: 'POST', path: `${at}/notities`, access: care, page: notesPages.post, maxBody: uploadLimit },
  { method: 'GET', path: `${at}/notities/:note`, access: care, page: notePages.get },
  { method: 'POST', path: `${at}/notities/:note`, access: care, page: notePages.post, maxBody: uploadLimit },
  { method: 'GET', path: `${at}/bijlagen/:file`, access: care, page: attachmentPage },
  { method: 'GET', path: `${at}/afspraken`, access: care, page: appointmentsPages.get },
  { method: 'POST', path: `${at}/afspraken`, access: care, page: appointmentsPages.post },
  { method: 'GET', path: `${at}/afspraken/:appointment`, access: care, page: appointmentPages.get },
  { method: 'POST', path: `${at}/afspraken/:appointment`, access: care, page: appointmentPages.post },
  { method: 'GET', path: `${at}/afspraken/:appointment/plek`, access: care, page: meetingPlacePage },
  { method: 'GET', path: `${at}/netwerk`, access: care, page: networkPages.get },
  { method: 'POST', path: `${at}/netwerk`, access: care, page: networkPages.post },
  { method: 'GET', path: `${at}/netwerk/:contact`, access: care, page: contactPages.get },
  { method: 'POST', path: `${at}/netwerk/:contact`, access: care, page: contactPages.post },
  { method: 'GET', path: `${at}/termijnen`, access: care, page: termsPages.get },
  { method: 'POST', path: `${at}/termijnen`, access: care, page: termsPages.post },
  { method: 'GET', path: `${at}/termijnen/:term`, access: care, page: termPages.get },
  { method: 'POST', path: `${at}/termijnen/:term`, access: care, page: termPages.post },
  { method: 'GET', path: `${at}/wat-kan`, access: care, page: possiblePage },
]

import type { DeskRoute } from '../../../page.ts'
import { officials } from '../officials.ts'
import { boardPage, postBoard } from './board-page.tsx'
import { agendaDownload, calendarPage } from './calendar-page.tsx'
import { attachmentDownload, postDestroyFile, postTakeBackReport } from './files.ts'
import { meetingLimit, meetingPage, minutesPage, postMeeting } from './meeting-page.tsx'
import { milestonePage, newMilestonePage, postMilestone, postNewMilestone } from './milestone-page.tsx'
import { postSteering, steeringPage } from './steering-page.tsx'
import { chooseActionPage, postTell, tellLimit, tellPage } from './tell-page.tsx'
import { weekPage } from './week-page.tsx'

const desk = '/:municipality/bureau'
const programme = `${desk}/programma/:programme` as const

/** Working with a programme every week. */
export const workRoutes: readonly DeskRoute[] = [
  { method: 'GET', path: `${desk}/mijn-week`, access: officials, page: weekPage },
  { method: 'GET', path: `${desk}/voortgang`, access: officials, page: chooseActionPage },
  { method: 'GET', path: `${desk}/voortgang/:action`, access: officials, page: tellPage },
  {
    method: 'POST',
    path: `${desk}/voortgang/:action`,
    access: officials,
    maxBody: tellLimit,
    page: postTell,
  },
  { method: 'GET', path: `${programme}/mijlpalen/:milestone`, access: officials, page: milestonePage },
  { method: 'POST', path: `${programme}/mijlpalen/:milestone`, access: officials, page: postMilestone },
  {
    method: 'GET',
    path: `${programme}/acties/:action/nieuwe-mijlpaal`,
    access: officials,
    page: newMilestonePage,
  },
  {
    method: 'POST',
    path: `${programme}/acties/:action/nieuwe-mijlpaal`,
    access: officials,
    page: postNewMilestone,
  },
  {
    method: 'POST',
    path: `${programme}/acties/:action/melding-terug`,
    access: officials,
    page: postTakeBackReport,
  },
  {
    method: 'POST',
    path: `${programme}/acties/:action/bestand-vernietigen`,
    access: officials,
    page: postDestroyFile,
  },
  { method: 'GET', path: `${programme}/bijlagen/:attachment`, access: officials, page: attachmentDownload },
  { method: 'GET', path: `${programme}/bord`, access: officials, page: boardPage },
  { method: 'POST', path: `${programme}/bord`, access: officials, page: postBoard },
  { method: 'GET', path: `${programme}/kalender`, access: officials, page: calendarPage },
  { method: 'GET', path: `${programme}/kalender/agenda.ics`, access: officials, page: agendaDownload },
  { method: 'GET', path: `${programme}/stuurgroep`, access: officials, page: steeringPage },
  { method: 'POST', path: `${programme}/stuurgroep`, access: officials, page: postSteering },
  { method: 'GET', path: `${programme}/stuurgroep/:meeting`, access: officials, page: meetingPage },
  {
    method: 'POST',
    path: `${programme}/stuurgroep/:meeting`,
    access: officials,
    maxBody: meetingLimit,
    page: postMeeting,
  },
  { method: 'GET', path: `${programme}/stuurgroep/:meeting/verslag`, access: officials, page: minutesPage },
]

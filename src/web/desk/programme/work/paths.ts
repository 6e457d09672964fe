import type { MunicipalityRequest } from '../../../page.ts'
import { hrefHere } from '../../../page.ts'
import { actionPath, calendarPath, milestonePath, programmePath, steeringPath } from '../paths.ts'

type Request = MunicipalityRequest

export const weekPath = (request: Request) => hrefHere(request, '/bureau/mijn-week')
/** Telling how an action goes, from a phone; without an action, choosing it. */
export const tellPath = (request: Request, action?: number) =>
  `${hrefHere(request, '/bureau/voortgang')}${action === undefined ? '' : `/${action}`}`
export const newMilestonePath = (request: Request, programme: string, action: number) =>
  `${actionPath(request, programme, action)}/nieuwe-mijlpaal`
export const takeBackReportPath = (request: Request, programme: string, action: number) =>
  `${actionPath(request, programme, action)}/melding-terug`
export const destroyFilePath = (request: Request, programme: string, action: number) =>
  `${actionPath(request, programme, action)}/bestand-vernietigen`
/** `anchor` is a form of its page, such as `gehaald`. */
export const milestoneFormPath = (request: Request, programme: string, milestone: number, anchor: string) =>
  `${milestonePath(request, programme, milestone)}?stap=${anchor}#${anchor}`
export const agendaPath = (request: Request, programme: string) =>
  `${calendarPath(request, programme)}/agenda.ics`
export const minutesPath = (request: Request, programme: string, meeting: number) =>
  `${steeringPath(request, programme, meeting)}/verslag`
export const attachmentPath = (request: Request, programme: string, attachment: number) =>
  `${programmePath(request, programme)}/bijlagen/${attachment}`

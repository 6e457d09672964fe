import type { DeskRoute } from '../../../page.ts'
import { officials } from '../officials.ts'
import { newReportPage, postNewReport } from './new-report-page.tsx'
import { postReport, reportDocx, reportPage, reportPdf } from './report-page.tsx'
import { reportsPage } from './reports-page.tsx'

const reports = '/:municipality/bureau/programma/:programme/verslagen' as const
const report = `${reports}/:report` as const
/** Most that a report with all its sections may weigh, in bytes. */
const reportLimit = 2 * 1024 * 1024

/** Reports of a programme to the council. */
export const reportRoutes: readonly DeskRoute[] = [
  { method: 'GET', path: reports, access: officials, page: reportsPage },
  { method: 'GET', path: `${reports}/nieuw`, access: officials, page: newReportPage },
  { method: 'POST', path: `${reports}/nieuw`, access: officials, page: postNewReport },
  { method: 'GET', path: report, access: officials, page: reportPage },
  { method: 'POST', path: report, access: officials, maxBody: reportLimit, page: postReport },
  { method: 'GET', path: `${report}/verslag.docx`, access: officials, page: reportDocx },
  { method: 'GET', path: `${report}/verslag.pdf`, access: officials, page: reportPdf },
]

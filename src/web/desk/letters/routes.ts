import { letterRoles, letterWriters } from '../../../council/index.ts'
import type { DeskRoute } from '../../page.ts'
import { letterDocx, letterPage, letterPdf, postLetter } from './letter-page.tsx'
import { lettersPage, newLetterPage, postNewLetter } from './letters-page.tsx'

/** Most that a letter with all its sections may weigh, in bytes. */
const letterLimit = 1024 * 1024

export const letterRoutes: readonly DeskRoute[] = [
  { method: 'GET', path: '/:municipality/bureau/brieven', access: letterRoles, page: lettersPage },
  { method: 'POST', path: '/:municipality/bureau/brieven', access: letterWriters, page: postNewLetter },
  { method: 'GET', path: '/:municipality/bureau/brieven/nieuw', access: letterWriters, page: newLetterPage },
  { method: 'GET', path: '/:municipality/bureau/brieven/:letter', access: letterRoles, page: letterPage },
  {
    method: 'POST',
    path: '/:municipality/bureau/brieven/:letter',
    access: letterRoles,
    maxBody: letterLimit,
    page: postLetter,
  },
  {
    method: 'GET',
    path: '/:municipality/bureau/brieven/:letter/brief.docx',
    access: letterRoles,
    page: letterDocx,
  },
  {
    method: 'GET',
    path: '/:municipality/bureau/brieven/:letter/brief.pdf',
    access: letterRoles,
    page: letterPdf,
  },
]

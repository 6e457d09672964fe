import type { PublicRoute } from '../../page.ts'
import { programmeActionPage } from './action.tsx'
import { programmeActionsCsv, programmeFiguresCsv } from './csv.ts'
import { programmeEditionPage } from './edition.tsx'
import { programmeFeed } from './feed.ts'
import { programmeFiguresPage } from './figures-page.tsx'
import { currentProgrammePage, programmePage } from './programme.tsx'

const open = { method: 'GET', access: 'public', of: 'municipality' } as const

/** The action programme as everybody can read it, once it is adopted. */
export const publicProgrammeRoutes: readonly PublicRoute[] = [
  { ...open, path: '/:municipality/programma', page: currentProgrammePage },
  { ...open, path: '/:municipality/programma/:programme', page: programmePage },
  { ...open, path: '/:municipality/programma/:programme/feed.atom', page: programmeFeed },
  { ...open, path: '/:municipality/programma/:programme/cijfers', page: programmeFiguresPage },
  { ...open, path: '/:municipality/programma/:programme/cijfers.csv', page: programmeFiguresCsv },
  { ...open, path: '/:municipality/programma/:programme/acties.csv', page: programmeActionsCsv },
  { ...open, path: '/:municipality/programma/:programme/acties/:action', page: programmeActionPage },
  { ...open, path: '/:municipality/programma/:programme/versies/:number', page: programmeEditionPage },
]

import type { DeskRoute } from '../../page.ts'
import { listCsv, listDocx, listPdf } from './export-list.ts'
import { listPage, postList } from './list-page.tsx'
import { listsPage, postNewList } from './lists-page.tsx'

/** Whoever enters the decisions of a deciding body; the commands ask which of them it is here. */
const keepers = ['clerk', 'portfolio-holder'] as const
/** Most that a list with its reasons may weigh, in bytes. */
const listLimit = 1024 * 1024

export const listRoutes: readonly DeskRoute[] = [
  { method: 'GET', path: '/:municipality/bureau/lijsten', access: keepers, page: listsPage },
  { method: 'POST', path: '/:municipality/bureau/lijsten', access: keepers, page: postNewList },
  { method: 'GET', path: '/:municipality/bureau/lijsten/:list', access: keepers, page: listPage },
  {
    method: 'POST',
    path: '/:municipality/bureau/lijsten/:list',
    access: keepers,
    maxBody: listLimit,
    page: postList,
  },
  { method: 'GET', path: '/:municipality/bureau/lijsten/:list/lijst.csv', access: keepers, page: listCsv },
  { method: 'GET', path: '/:municipality/bureau/lijsten/:list/lijst.docx', access: keepers, page: listDocx },
  { method: 'GET', path: '/:municipality/bureau/lijsten/:list/lijst.pdf', access: keepers, page: listPdf },
]

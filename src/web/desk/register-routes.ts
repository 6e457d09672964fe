import { csvLimits } from '../../council/index.ts'
import type { DeskRoute } from '../page.ts'
import { correctPage, postCorrection } from './correct/correct-page.tsx'
import { importPage, postImport } from './import/import-page.tsx'
import { importsPage, postList } from './import/list-page.tsx'
import { postRow, problemsFile } from './import/row-page.ts'
import { postTakeBack, takeBackPage } from './import/take-back-page.tsx'
import { mergePage, postMerge } from './merge/merge-page.tsx'
import { partPage, postPart } from './merge/part-page.tsx'
import { postUnregister, unregisterPage } from './unregister-page.tsx'
import { postWithdraw, withdrawPage } from './withdraw/withdraw-page.tsx'

const clerk = ['clerk'] as const
/** A motion with many requests: what it says and what it said. */
const motionLimit = 1024 * 1024
/** A list with what a form adds to it; a bit more, so that a list that is too large is told so by name. */
const listLimit = csvLimits.bytes + 2 * 1024 * 1024
/** A hundred words of each kind. */
const wordsLimit = 256 * 1024
const list = '/:municipality/bureau/invoer'
const letter = '/:municipality/bureau/stukken/:document/intrekken'
const motion = '/:municipality/bureau/moties/:year/:slug'
const registration = '/:municipality/bureau/post/:document/terughalen'

/** What the clerk does with what was registered: correct it, merge what was registered twice, take a letter back, and bring older lists into it. Part of the routes of the desk. */
export const registerRoutes: readonly DeskRoute[] = [
  { method: 'GET', path: `${motion}/verbeteren`, access: clerk, page: correctPage },
  { method: 'POST', path: `${motion}/verbeteren`, access: clerk, maxBody: motionLimit, page: postCorrection },

  { method: 'GET', path: `${motion}/samenvoegen`, access: clerk, page: mergePage },
  { method: 'POST', path: `${motion}/samenvoegen`, access: clerk, maxBody: motionLimit, page: postMerge },

  { method: 'GET', path: `${motion}/losmaken`, access: clerk, page: partPage },
  { method: 'POST', path: `${motion}/losmaken`, access: clerk, page: postPart },

  { method: 'GET', path: registration, access: clerk, page: unregisterPage },
  { method: 'POST', path: registration, access: clerk, page: postUnregister },

  { method: 'GET', path: letter, access: clerk, page: withdrawPage },
  { method: 'POST', path: letter, access: clerk, page: postWithdraw },

  { method: 'GET', path: list, access: clerk, page: importsPage },
  { method: 'POST', path: list, access: clerk, maxBody: listLimit, page: postList },
  { method: 'GET', path: `${list}/:import`, access: clerk, page: importPage },
  { method: 'POST', path: `${list}/:import`, access: clerk, maxBody: wordsLimit, page: postImport },
  { method: 'GET', path: `${list}/:import/terughalen`, access: clerk, page: takeBackPage },
  { method: 'POST', path: `${list}/:import/terughalen`, access: clerk, page: postTakeBack },
  { method: 'POST', path: `${list}/:import/rijen/:row`, access: clerk, page: postRow },
  { method: 'GET', path: `${list}/:import/problemen.csv`, access: clerk, page: problemsFile },
]

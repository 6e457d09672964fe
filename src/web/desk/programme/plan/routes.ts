import type { DeskRoute } from '../../../page.ts'
import { uploadLimit } from '../../upload-files.ts'
import { officials } from '../officials.ts'
import { actionPage, postAction } from './action-page.tsx'
import { adoptPage, postAdopt } from './adopt-page.tsx'
import { beginPage, postBegin } from './begin-page.tsx'
import { detailsPage, postDetails } from './details-page.tsx'
import { editionPage } from './edition-page.tsx'
import { newActionPage, postNewAction } from './new-action-page.tsx'
import { pillarPage, postPillar } from './pillar-page.tsx'
import { planPage, postPlan } from './plan-page.tsx'
import { programmesPage } from './programmes-page.tsx'
import { checkSourcePage, postCheckSource } from './source-check-page.tsx'
import { postSource, sourcePage } from './source-page.tsx'
import { postSources, sourcesPage } from './sources-page.tsx'
import { postSucceed, succeedPage } from './succeed-page.tsx'
import { postUndo } from './undo.tsx'

const all = '/:municipality/bureau/programma'
const one = `${all}/:programme` as const
const sources = '/:municipality/bureau/bronnen'
const access = officials

/** Setting up and changing a programme. */
export const planRoutes: readonly DeskRoute[] = [
  { method: 'GET', path: all, access, page: programmesPage },
  { method: 'GET', path: `${all}/nieuw`, access, page: beginPage },
  { method: 'POST', path: `${all}/nieuw`, access, page: postBegin },
  { method: 'GET', path: one, access, page: planPage },
  { method: 'POST', path: one, access, page: postPlan },
  { method: 'GET', path: `${one}/gegevens`, access, page: detailsPage },
  { method: 'POST', path: `${one}/gegevens`, access, page: postDetails },
  { method: 'GET', path: `${one}/pijlers/:pillar`, access, page: pillarPage },
  { method: 'POST', path: `${one}/pijlers/:pillar`, access, page: postPillar },
  { method: 'GET', path: `${one}/nieuwe-actie`, access, page: newActionPage },
  { method: 'POST', path: `${one}/nieuwe-actie`, access, page: postNewAction },
  { method: 'GET', path: `${one}/acties/:action`, access, page: actionPage },
  { method: 'POST', path: `${one}/acties/:action`, access, page: postAction },
  { method: 'POST', path: `${one}/terug`, access, page: postUndo },
  { method: 'GET', path: `${one}/vaststellen`, access, page: adoptPage },
  { method: 'POST', path: `${one}/vaststellen`, access, page: postAdopt },
  { method: 'GET', path: `${one}/opvolgen`, access, page: succeedPage },
  { method: 'POST', path: `${one}/opvolgen`, access, page: postSucceed },
  { method: 'GET', path: `${one}/versies/:number`, access, page: editionPage },
  { method: 'GET', path: sources, access, page: sourcesPage },
  { method: 'POST', path: sources, access, maxBody: uploadLimit, page: postSources },
  { method: 'GET', path: `${sources}/stuk/:document`, access, page: checkSourcePage },
  { method: 'POST', path: `${sources}/stuk/:document`, access, page: postCheckSource },
  { method: 'GET', path: `${sources}/:source`, access, page: sourcePage },
  { method: 'POST', path: `${sources}/:source`, access, page: postSource },
]

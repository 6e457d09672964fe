import type { FollowRoute } from '../../page.ts'
import { askPage, postAsk, sentPage } from './ask.tsx'
import { confirmPage, minePage, postConfirm, postMine, postStop, stopPage } from './token-pages.tsx'

const form = 4 * 1024

/** Following by e-mail. Nobody is signed in: a token from a mail opens what is somebody's own. */
export const followRoutes: readonly FollowRoute[] = [
  { method: 'GET', path: '/:municipality/volgen', access: 'by-mail', page: askPage },
  { method: 'POST', path: '/:municipality/volgen', access: 'by-mail', maxBody: form, page: postAsk },
  { method: 'GET', path: '/:municipality/volgen/verstuurd', access: 'by-mail', page: sentPage },
  { method: 'GET', path: '/:municipality/volgen/bevestigen/:token', access: 'by-mail', page: confirmPage },
  {
    method: 'POST',
    path: '/:municipality/volgen/bevestigen/:token',
    access: 'by-mail',
    maxBody: form,
    page: postConfirm,
  },
  { method: 'GET', path: '/:municipality/volgen/mijn/:token', access: 'by-mail', page: minePage },
  {
    method: 'POST',
    path: '/:municipality/volgen/mijn/:token',
    access: 'by-mail',
    maxBody: form,
    page: postMine,
  },
  { method: 'GET', path: '/:municipality/volgen/afmelden/:token', access: 'by-mail', page: stopPage },
  {
    method: 'POST',
    path: '/:municipality/volgen/afmelden/:token',
    access: 'by-mail',
    maxBody: form,
    oneClick: true,
    page: postStop,
  },
]

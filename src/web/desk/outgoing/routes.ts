import { roles } from '../../../ctx.ts'
import type { DeskRoute } from '../../page.ts'
import { mailPage, outgoingPage } from './outgoing-page.tsx'
import { mailSettingsPage, postMailSettings } from './settings-page.tsx'

/** Mail at the desk. */
export const outgoingRoutes: readonly DeskRoute[] = [
  { method: 'GET', path: '/:municipality/bureau/uitgaande-post', access: ['clerk'], page: outgoingPage },
  { method: 'GET', path: '/:municipality/bureau/uitgaande-post/:mail', access: ['clerk'], page: mailPage },
  { method: 'GET', path: '/:municipality/bureau/e-mail', access: roles, page: mailSettingsPage },
  { method: 'POST', path: '/:municipality/bureau/e-mail', access: roles, page: postMailSettings },
]

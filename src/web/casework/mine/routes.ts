import type { CaseRoute } from '../page.ts'
import { leave } from './leave.ts'
import { agreeHere, lookedPage, minePage, stopHere } from './mine.tsx'
import { messagePages, wrongPages } from './write.tsx'

export const mineRoutes: readonly CaseRoute[] = [
  { method: 'GET', path: '/weg', access: 'open', page: leave },
  { method: 'GET', path: '/mijn', access: 'survivor', page: minePage },
  { method: 'POST', path: '/mijn', access: 'survivor', page: agreeHere },
  { method: 'POST', path: '/mijn/stop', access: 'survivor', page: stopHere },
  { method: 'GET', path: '/mijn/gekeken', access: 'survivor', page: lookedPage },
  { method: 'GET', path: '/mijn/bericht', access: 'survivor', page: messagePages.get },
  { method: 'POST', path: '/mijn/bericht', access: 'survivor', page: messagePages.post },
  { method: 'GET', path: '/mijn/klopt-niet', access: 'survivor', page: wrongPages.get },
  { method: 'POST', path: '/mijn/klopt-niet', access: 'survivor', page: wrongPages.post },
]

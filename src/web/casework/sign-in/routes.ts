import type { CaseRoute } from '../page.ts'
import { care } from '../page.ts'
import { cardPage, chooseByCard, newCardPage, signInByCard } from './card.tsx'
import { herCardPages } from './her-card.tsx'
import { homePage } from './home.ts'
import { endSessions, sessionsPage } from './sessions.tsx'
import { signInAs, signInPage, signOutHere } from './sign-in.tsx'

export const signInRoutes: readonly CaseRoute[] = [
  { method: 'GET', path: '/', access: 'open', page: homePage },
  { method: 'GET', path: '/aanmelden', access: 'open', page: signInPage },
  { method: 'POST', path: '/aanmelden', access: 'open', page: signInAs },
  { method: 'POST', path: '/afmelden', access: 'open', page: signOutHere },
  { method: 'GET', path: '/kaart', access: 'open', page: cardPage },
  { method: 'POST', path: '/kaart', access: 'open', page: signInByCard },
  { method: 'GET', path: '/kaart/nieuw', access: 'open', page: newCardPage },
  { method: 'POST', path: '/kaart/nieuw', access: 'open', page: chooseByCard },
  { method: 'GET', path: '/trajecten/:number/kaart', access: care, page: herCardPages.get },
  { method: 'POST', path: '/trajecten/:number/kaart', access: care, page: herCardPages.post },
  { method: 'GET', path: '/sessies', access: 'signed-in', page: sessionsPage },
  { method: 'POST', path: '/sessies', access: 'signed-in', page: endSessions },
]

import type { CaseRoute } from '../page.ts'
import { care } from '../page.ts'
import { cardPage, chooseByCard, newCardPage, signInByCard } from './card.tsx'
import { herCardPages } from './her-card.tsx'
import { homePage } from './home.ts'
import { addPasskey, changePasskeys, ownPasskeysPage } from './own-passkeys.tsx'
import {
  beginByInvitation,
  finishByInvitation,
  invitedPage,
  passkeyPage,
  signInByPasskey,
} from './passkey.tsx'
import { fromProvider, loggedOutElsewhere, ourKeys, toProvider } from './provider.tsx'
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
  { method: 'GET', path: '/aanmelden/sleutel', access: 'open', page: passkeyPage },
  { method: 'POST', path: '/aanmelden/sleutel', access: 'open', page: signInByPasskey },
  { method: 'GET', path: '/aanmelden/organisatie', access: 'open', page: toProvider },
  { method: 'GET', path: '/aanmelden/organisatie/terug', access: 'open', page: fromProvider },
  { method: 'GET', path: '/aanmelden/organisatie/sleutels', access: 'open', page: ourKeys },
  {
    method: 'POST',
    path: '/aanmelden/organisatie/uit',
    access: 'open',
    fromElsewhere: true,
    page: loggedOutElsewhere,
  },
  { method: 'GET', path: '/uitnodiging', access: 'open', page: invitedPage },
  { method: 'POST', path: '/uitnodiging', access: 'open', page: beginByInvitation },
  { method: 'POST', path: '/uitnodiging/sleutel', access: 'open', page: finishByInvitation },
  { method: 'GET', path: '/sleutels', access: 'signed-in', page: ownPasskeysPage },
  { method: 'POST', path: '/sleutels', access: 'signed-in', page: changePasskeys },
  { method: 'POST', path: '/sleutels/nieuw', access: 'signed-in', page: addPasskey },
  { method: 'GET', path: '/sessies', access: 'signed-in', page: sessionsPage },
  { method: 'POST', path: '/sessies', access: 'signed-in', page: endSessions },
]

import type { CaseRoute } from '../page.ts'
import { homePage } from './home.ts'
import { signInAs, signInPage, signOutHere } from './sign-in.tsx'

export const signInRoutes: readonly CaseRoute[] = [
  { method: 'GET', path: '/', access: 'open', page: homePage },
  { method: 'GET', path: '/aanmelden', access: 'open', page: signInPage },
  { method: 'POST', path: '/aanmelden', access: 'open', page: signInAs },
  { method: 'POST', path: '/afmelden', access: 'open', page: signOutHere },
]

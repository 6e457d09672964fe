/** Every address of the site: method, path, who may enter, and the page. Nothing is served that does not stand here. */
import type { Route } from './page.ts'
import { regionPage } from './public/region.tsx'
import { signIn, signInPage, signOut } from './public/sign-in.tsx'

export const routes: readonly Route[] = [
  { method: 'GET', path: '/', access: 'public', page: regionPage },
  { method: 'GET', path: '/aanmelden', access: 'signed-out', page: signInPage },
  { method: 'POST', path: '/aanmelden', access: 'signed-out', page: signIn },
  { method: 'POST', path: '/afmelden', access: 'signed-out', page: signOut },
]

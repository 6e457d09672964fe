/** Every address of the site: method, path, who may enter, and the page. Nothing is served that does not stand here. */
import { deskRoutes } from './desk/routes.ts'
import type { Route } from './page.ts'
import { commitmentPage } from './public/commitment/commitment.tsx'
import { commitmentsPage } from './public/commitments.tsx'
import { documentPage } from './public/document.tsx'
import { feedRoutes } from './public/feeds/routes.ts'
import { followRoutes } from './public/follow/routes.ts'
import { motionPage } from './public/motion/motion.tsx'
import { orMoved } from './public/moved.ts'
import { publicProgrammeRoutes } from './public/programme/routes.ts'
import { regionPage } from './public/region.tsx'
import { registerPage } from './public/register.tsx'
import { signIn, signInPage, signOut } from './public/sign-in.tsx'
import { startPage } from './public/start.tsx'
import { aboutPage, accessibilityPage, privacyPage } from './public/texts.tsx'
import { wishesCsv, wishesPage } from './public/wishes/wishes.tsx'

export const routes: readonly Route[] = [
  { method: 'GET', path: '/', access: 'public', page: regionPage },
  { method: 'GET', path: '/aanmelden', access: 'signed-out', page: signInPage },
  { method: 'POST', path: '/aanmelden', access: 'signed-out', page: signIn },
  { method: 'POST', path: '/afmelden', access: 'signed-out', page: signOut },

  { method: 'GET', path: '/:municipality', access: 'public', of: 'municipality', page: startPage },
  { method: 'GET', path: '/:municipality/moties', access: 'public', of: 'municipality', page: registerPage },
  {
    method: 'GET',
    path: '/:municipality/moties/:year/:slug',
    access: 'public',
    of: 'municipality',
    page: orMoved(motionPage),
  },
  {
    method: 'GET',
    path: '/:municipality/toezeggingen',
    access: 'public',
    of: 'municipality',
    page: commitmentsPage,
  },
  {
    method: 'GET',
    path: '/:municipality/toezeggingen/:commitment',
    access: 'public',
    of: 'municipality',
    page: commitmentPage,
  },
  {
    method: 'GET',
    path: '/:municipality/stukken/:year/:slug',
    access: 'public',
    of: 'municipality',
    page: documentPage,
  },
  { method: 'GET', path: '/:municipality/wensen', access: 'public', of: 'municipality', page: wishesPage },
  {
    method: 'GET',
    path: '/:municipality/wensen/:file',
    access: 'public',
    of: 'municipality',
    page: wishesCsv,
  },
  { method: 'GET', path: '/:municipality/uitleg', access: 'public', of: 'municipality', page: aboutPage },
  {
    method: 'GET',
    path: '/:municipality/toegankelijkheid',
    access: 'public',
    of: 'municipality',
    page: accessibilityPage,
  },
  { method: 'GET', path: '/:municipality/privacy', access: 'public', of: 'municipality', page: privacyPage },

  ...publicProgrammeRoutes,
  ...followRoutes,
  ...feedRoutes,

  ...deskRoutes,
]

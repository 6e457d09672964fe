import { type Role, roles } from '../../ctx.ts'
import type { Words } from '../../words/index.ts'
import type { NavKey } from '../page.ts'

type DeskNavItem = {
  key: NavKey
  label: (words: Words, role: Role) => string
  /** Below the municipality. */
  path: `/${string}`
  roles: readonly Role[]
}

/** The menu of everyone who is signed in, in order; a new page of the desk adds its row. */
export const deskNav: readonly DeskNavItem[] = [
  { key: 'desk', label: ({ shell }, role) => shell.deskNav.home[role], path: '/bureau', roles },
  { key: 'post', label: ({ shell }) => shell.deskNav.post, path: '/bureau/post', roles: ['clerk'] },
  {
    key: 'lists',
    label: ({ shell }) => shell.deskNav.lists,
    path: '/bureau/lijsten',
    roles: ['clerk', 'portfolio-holder'],
  },
  {
    key: 'letters',
    label: ({ letterOut: words }) => words.nav,
    path: '/bureau/brieven',
    roles: ['clerk', 'portfolio-holder', 'policy-officer'],
  },
  {
    key: 'programme',
    label: ({ programme: words }) => words.nav,
    path: '/bureau/programma',
    roles: ['policy-officer', 'portfolio-holder'],
  },
  { key: 'import', label: ({ import: words }) => words.nav, path: '/bureau/invoer', roles: ['clerk'] },
  { key: 'motions', label: ({ shell }) => shell.deskNav.register, path: '/moties', roles },
]

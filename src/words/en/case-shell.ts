import type { caseShell as nl } from '../nl/case-shell.ts'

export const caseShell: typeof nl = {
  site: 'Schakel, care',
  place: 'Care',
  leave: 'Leave now',
  demoHers: 'This is an example. Everything here is invented.',
  nav: {
    today: 'Today',
    trajectories: 'Trajectories',
    referrals: 'Referrals',
    partners: 'Partners',
    search: 'Search',
    privacy: 'Oversight',
    admin: 'Administration',
    shared: 'Shared with us',
    mine: 'My plan',
  },
  roles: {
    'care-coordinator': 'care coordinator',
    'care-worker': 'care worker',
    'privacy-officer': 'privacy officer',
    administrator: 'administrator',
  },
  signIn: {
    title: 'Sign in',
    demo: 'This is a demonstration with invented people. Choose who you want to be.',
    nobody: 'Sign in with your passkey, through your organisation, or with your card.',
    town: (town) => town.charAt(0).toUpperCase() + town.slice(1),
    as: (name) => `Continue as ${name}`,
    someone: 'Someone with a plan of their own',
    ownPage: 'own page',
  },
}

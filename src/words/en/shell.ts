import type { Words } from '../index.ts'

export const shellWords: Words['shell'] = {
  demoLabel: 'Demonstration',
  demo: 'Demonstration: all names and data are invented.',
  skip: 'Skip to content',
  municipality: (name) => `Municipality of ${name}`,
  region: 'Motions and commitments followed',
  mainMenu: 'Main menu',
  breadcrumb: 'Breadcrumb',
  home: 'Home',
  otherLanguage: 'Nederlands',
  nav: { motions: 'Motions', commitments: 'Commitments', about: 'How it works' },
  deskNav: {
    home: {
      clerk: 'Today',
      councillor: 'My motions',
      'portfolio-holder': 'My terms',
      'policy-officer': 'My matters',
    },
    post: 'Inbox',
    letters: 'Letters',
    lists: 'Lists',
    import: 'Import',
    register: 'Register',
  },
  footer: {
    label: 'About this website',
    printedFrom: (address, date) => `This page: ${address}, as on ${date}.`,
    open: 'Everything here is public and free to use.',
    accessibility: 'Accessibility',
    privacy: 'Privacy',
    desk: 'For staff',
  },
  signOut: 'Sign out',
  signedInAs: (name, role) => `${name}, ${role}`,
  roles: {
    clerk: 'council clerk',
    councillor: 'councillor',
    'portfolio-holder': 'alderman',
    'policy-officer': 'policy officer',
  },
  error: {
    title: { notFound: 'Not found', refused: 'That is not possible', unexpected: 'Something went wrong' },
    reference: (id) => `Mention this reference if you call or write to us about it: ${id}.`,
    back: 'To the start',
  },
  pagination: {
    label: 'Pages',
    previous: 'Previous',
    next: 'Next',
    page: (n) => `Page ${n}`,
  },
}

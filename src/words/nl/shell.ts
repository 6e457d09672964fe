import type { Role } from '../../ctx.ts'

/** What stands on every page. */
export const shellWords = {
  demoLabel: 'Demonstratie',
  demo: 'Demonstratie: alle namen en gegevens zijn verzonnen.',
  skip: 'Naar de inhoud',
  municipality: (name: string) => `Gemeente ${name}`,
  region: 'Moties en toezeggingen gevolgd',
  mainMenu: 'Hoofdmenu',
  breadcrumb: 'Kruimelpad',
  home: 'Begin',
  otherLanguage: 'English',
  nav: { motions: 'Moties', commitments: 'Toezeggingen', about: 'Uitleg' },
  deskNav: {
    home: {
      clerk: 'Vandaag',
      councillor: 'Mijn moties',
      'portfolio-holder': 'Mijn termijnen',
      'policy-officer': 'Mijn onderdelen',
    } satisfies Record<Role, string> as Record<Role, string>,
    post: 'Post',
    letters: 'Brieven',
    lists: 'Lijsten',
    import: 'Invoer',
    register: 'Register',
  },
  footer: {
    label: 'Over deze website',
    printedFrom: (address: string, date: string) => `Deze pagina: ${address}, zoals op ${date}.`,
    open: 'Wat hier staat, is openbaar en vrij te gebruiken.',
    accessibility: 'Toegankelijkheid',
    privacy: 'Privacy',
    desk: 'Voor medewerkers',
  },
  signOut: 'Afmelden',
  signedInAs: (name: string, role: string) => `${name}, ${role}`,
  roles: {
    clerk: 'griffie',
    councillor: 'raadslid',
    'portfolio-holder': 'wethouder',
    'policy-officer': 'beleidsmedewerker',
  } satisfies Record<Role, string> as Record<Role, string>,
  error: {
    title: { notFound: 'Niet gevonden', refused: 'Dat kan niet', unexpected: 'Er ging iets mis' },
    reference: (id: string) => `Noem dit kenmerk als je ons hierover belt of schrijft: ${id}.`,
    back: 'Naar het begin',
  },
  pagination: {
    label: 'Bladeren',
    previous: 'Vorige',
    next: 'Volgende',
    page: (n: number) => `Bladzijde ${n}`,
  },
}

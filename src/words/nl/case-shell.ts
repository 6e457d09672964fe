import type { CaseRole } from '../../case-ctx.ts'

export const caseShell = {
  site: 'Schakel, begeleiding',
  place: 'Begeleiding',
  leave: 'Snel weg',
  demoHers: 'Dit is een voorbeeld. Alles hier is verzonnen.',
  nav: {
    today: 'Vandaag',
    trajectories: 'Trajecten',
    referrals: 'Verwijzingen',
    partners: 'Partners',
    search: 'Zoeken',
    privacy: 'Toezicht',
    admin: 'Beheer',
    shared: 'Met ons gedeeld',
    mine: 'Mijn plan',
  },
  roles: {
    'care-coordinator': 'zorgcoördinatie',
    'care-worker': 'begeleiding',
    'privacy-officer': 'functionaris gegevensbescherming',
    administrator: 'beheer',
  } satisfies Record<CaseRole, string>,
  signIn: {
    title: 'Aanmelden',
    demo: 'Dit is een demonstratie met verzonnen mensen. Kies wie je wilt zijn.',
    nobody: 'Meld je aan met je toegangssleutel, via je organisatie, of met je kaart.',
    town: (town: string) => town.charAt(0).toUpperCase() + town.slice(1),
    as: (name: string) => `Verder als ${name}`,
    someone: 'Iemand met een eigen plan',
    ownPage: 'eigen pagina',
  },
}

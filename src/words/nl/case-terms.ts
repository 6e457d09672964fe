import type { Possible, Service, TermState } from '../../reintegration/index.ts'

export const caseTerms = {
  title: 'Termijnen',
  intro: 'Termijnen uit de wet. De laatste dag volgt uit de regel en de dag waarop het begon.',
  none: 'Er loopt geen termijn.',
  start: 'Termijn laten lopen',
  rule: 'Welke termijn?',
  choose: 'Kies een termijn',
  from: (what: string) => `na ${what}`,
  startedOn: 'Wanneer begon het?',
  startSubmit: 'Laten lopen',
  lengths: {
    days: (n: number) => (n === 1 ? '1 dag' : `${n} dagen`),
    'working-days': (n: number) => (n === 1 ? '1 werkdag' : `${n} werkdagen`),
    weeks: (n: number) => (n === 1 ? '1 week' : `${n} weken`),
    months: (n: number) => (n % 12 === 0 ? `${n / 12} jaar` : n === 1 ? '1 maand' : `${n} maanden`),
  },
  reason: (length: string, starts: string, article: string, day: string) =>
    `Termijn ${length} na ${starts} · ${article} · ging in op ${day}`,
  unsure: 'Nog niet nagekeken in de wet.',
  due: (day: string) => `uiterlijk ${day}`,
  states: { running: 'loopt', met: 'gehaald', suspended: 'staat stil', ended: 'vervallen' } satisfies Record<
    TermState,
    string
  >,
  late: 'te laat',
  met: (day: string) => `gehaald op ${day}`,
  still: (day: string) => `staat stil sinds ${day}`,
  on: 'Op welke dag?',
  onHint: 'Leeg is vandaag.',
  suspend: 'Stilzetten',
  resume: 'Weer laten lopen',
  end: 'Vervallen',
  sort: 'Wat is er gebeurd?',
  possible: {
    title: 'Wat kan nu?',
    why: 'Waarom?',
    intro: (residence: string) =>
      `Dit volgt uit haar verblijf: ${residence}. Hulp hangt nooit af van aangifte.`,
    services: { welfare: 'Bijstand', 'debt-help': 'Schuldhulp', work: 'Werken' } satisfies Record<
      Service,
      string
    >,
    verdicts: {
      welfare: { open: 'open', closed: 'kan nu niet', unknown: 'onbekend' },
      'debt-help': { open: 'open', closed: 'kan nu niet', unknown: 'onbekend' },
      work: { open: 'vrij', closed: 'mag nu niet', unknown: 'onbekend' },
    } satisfies Record<Service, Record<Possible['verdict'], string>>,
    first: {
      'address-secret': 'eerst adres geheim',
      'rvb-allowance': 'wel een toelage via de opvang (Rvb)',
    },
    reason: 'Reden',
    noRule: 'Hierover is nog niets nagekeken.',
    debtSafety:
      'Het register van schuldsaneringen is openbaar, en brieven van schuldeisers verraden een plaats. Laat eerst haar adres geheimhouden.',
  },
}

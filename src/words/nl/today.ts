import { figureOf, formatDate, formatSpan } from '../format.ts'

const date = (iso: string) => formatDate(iso, 'nl')

/** The clerk's day, and that of a policy officer. */
export const todayWords = {
  weekday: ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'],
  day: (weekday: string, iso: string) => `${weekday} ${date(iso)}`,
  wants: (n: number) =>
    n === 0
      ? 'Er is vandaag niets dat op jou wacht.'
      : n === 1
        ? 'Eén ding vraagt aandacht.'
        : `${figureOf(n, 'ding', 'dingen', 'nl')} vragen aandacht.`,
  empty: 'Alles is bijgewerkt. Wat een dag of een brief verandert, komt vanzelf hier te staan.',
  emptyFilter: 'Met deze keuze is er niets.',
  post: (n: number) =>
    n === 1
      ? 'Eén stuk in de post wacht nog.'
      : `${figureOf(n, 'stuk', 'stukken', 'nl')} in de post wachten nog.`,
  toPost: 'Naar de post',

  groups: {
    now: 'Nu',
    answer: 'Er is iets om voor te stellen',
    soon: 'De komende weken',
    complete: 'Nog aan te vullen',
  },
  late: (since: string, today: string) => `${formatSpan(since, today, 'nl')} te laat`,
  over: (today: string, on: string) => `over ${formatSpan(today, on, 'nl')}`,
  today: 'vandaag',
  since: (iso: string) => `sinds ${date(iso)}`,
  letterWords: (text: string) => `“${text}”`,
  checkOurs: (rule: string | null) => `controledatum van ons, niet uit de brief${rule ? `: ${rule}` : ''}`,
  checkClerk: 'controledatum gekozen door de griffie, niet uit de brief',
  also: (reasons: string) => `Ook: ${reasons}`,
  owner: (name: string) => `portefeuillehouder ${name}`,
  official: (name: string) => `ambtenaar ${name}`,
  commitment: 'toezegging',
  noMotion: 'zonder motie',

  reasons: {
    'commitment-late': 'Toezegging te laat',
    reopened: 'Heropend',
    'evidence-withdrawn': 'Bewijs teruggenomen',
    objected: 'Bezwaar',
    'decision-due': 'Besluit nodig',
    'term-passed': 'Termijn voorbij',
    'claim-waits': 'Brief zegt iets',
    'evidence-offered': 'Bewijs gekomen',
    'milestone-reached': 'Mijlpaal gehaald',
    'check-date-needed': 'Zonder controledatum',
    'commitment-near': 'Toezegging komt eraan',
    'term-near': 'Termijn komt eraan',
    'term-undated': 'Termijn zonder datum',
    'owner-needed': 'Zonder portefeuillehouder',
    'proposal-held': 'Aangehouden',
    'text-needed': 'Zonder tekst',
  } as Record<string, string>,
  filter: {
    title: 'Tonen',
    choose: 'Kies wat je wilt zien',
    all: 'Alles',
    holder: 'Portefeuillehouder',
    anyHolder: 'Allemaal',
    button: 'Tonen',
    clear: 'Wis keuzes',
  },
  done: {
    start: 'In behandeling genomen.',
    undone: 'Ongedaan gemaakt.',
  },
  undo: 'Ongedaan maken',
  see: 'Bekijken',
  changed: 'Iemand anders heeft dit intussen aangepast. Hieronder staat hoe het nu is.',

  official_: {
    lead: (n: number) =>
      n === 0
        ? 'Er zijn nog geen onderdelen aan jou toegewezen.'
        : n === 1
          ? 'Eén onderdeel is aan jou toegewezen.'
          : `${figureOf(n, 'onderdeel', 'onderdelen', 'nl')} zijn aan jou toegewezen.`,
    none: 'De griffie of je portefeuillehouder wijst ze toe. Dan staan ze hier, met de volgende stap.',
    calm: 'Nu is er niets dat aandacht vraagt.',
    rest: 'Loopt verder',
    settled: 'Afgedaan',
  },
}

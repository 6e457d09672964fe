import { formatDate, listOf } from '../format.ts'

/** What all pages of the action programme share, at the desk and in public. */
export const programmeWords = {
  nav: 'Programma',
  errorPrefix: 'Fout',
  tabsLabel: 'Delen van het programma',
  tabs: {
    plan: 'Plan',
    board: 'Bord',
    calendar: 'Kalender',
    figures: 'Cijfers',
    steering: 'Stuurgroep',
    reports: 'Verslagen',
  },
  state: {
    draft: 'Concept',
    adopted: 'Vastgesteld',
    succeeded: 'Opgevolgd',
    ended: 'Afgelopen',
    dropped: 'Vervallen',
  },
  actionState: { planned: 'Gepland', running: 'Bezig', done: 'Klaar', stopped: 'Gestopt' },
  milestoneState: { open: 'Open', reached: 'Gehaald', dropped: 'Vervallen' },
  pillarKind: {
    prevention: 'Voorkomen',
    combating: 'Bestrijden',
    protection: 'Bescherming van slachtoffers',
    chain: 'Samenwerking in de keten',
    other: 'Anders',
  },
  body: { college: 'het college', council: 'de gemeenteraad' },
  years: (from: string, to: string) =>
    from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}–${to.slice(0, 4)}`,
  date: (day: string) => formatDate(day, 'nl'),
  list: (items: readonly string[]) => listOf(items, 'nl'),
  /** Cents as people write euros; null when nobody knows. */
  euro: (cents: number | null) =>
    cents === null
      ? 'onbekend'
      : new Intl.NumberFormat('nl-NL', {
          style: 'currency',
          currency: 'EUR',
          minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
        }).format(cents / 100),
}

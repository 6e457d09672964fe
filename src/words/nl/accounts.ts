import { formatDate } from '../format.ts'

/** Which councillor or member of the college each account is. */
export const accountWords = {
  title: 'Wie is wie',
  lead: 'Zeg hier wie uit het register iemand is die zich aanmeldt. Een raadslid ziet dan de eigen moties en kan bezwaar maken tegen een voorstel. Een wethouder ziet de eigen termijnen.',
  none: 'Er meldt zich nog niemand aan als raadslid of wethouder.',
  is: 'Hoort bij',
  nobody: 'nog niemand',
  choose: 'Wie is dit?',
  any: 'Kies een persoon',
  likely: (name: string) => `${name} heeft dezelfde naam. Kijk of het dezelfde persoon is.`,
  person: (party: string | null, motions: number) =>
    [party, motions === 0 ? null : motions === 1 ? '1 motie ingediend' : `${motions} moties ingediend`]
      .filter(Boolean)
      .join(', '),
  taken: 'heeft al een account',
  link: 'Koppel',
  linkOf: (account: string) => `Koppel het account van ${account}`,
  unlink: 'Maak los',
  unlinkOf: (account: string) => `Maak los: het account van ${account}`,
  linked: (account: string, person: string) => `Het account van ${account} hoort nu bij ${person}.`,
  unlinked: (account: string) => `Het account van ${account} is losgemaakt.`,
  stale: 'Iemand anders heeft dit intussen veranderd. Hieronder staat hoe het nu is.',
  history: 'Wat er is vastgelegd',
  historyNone: 'Er is hier nog niets vastgelegd.',
  said: {
    link: (account: string, person: string) => `${account} gekoppeld aan ${person}`,
    unlink: (account: string, person: string) => `${account} losgemaakt van ${person}`,
  },
  by: (name: string, iso: string) => `${name}, ${formatDate(iso, 'nl')}`,
  program: 'bij het inrichten',
}

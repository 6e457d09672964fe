import type { Look } from '../../programme/index.ts'
import { countOf, figureOf, formatDate, formatSpan, listOf } from '../format.ts'

const date = (day: string) => formatDate(day, 'nl')

/** The action programme as everybody can read it. */
export const programmePublicWords = {
  kind: 'Actieprogramma',
  none: 'Er is nog geen actieprogramma vastgesteld. Zodra dat zo is, staat het hier.',
  noneNow: 'Er loopt nu geen actieprogramma. Wat eerder liep, staat hieronder.',
  lead: 'Wat de gemeente doet met wat de raad vroeg: in pijlers, acties en mijlpalen.',
  start: (title: string, actions: number, parts: readonly string[], reached: number, milestones: number) =>
    `In “${title}” ${actions === 1 ? 'staat 1 actie' : `staan ${actions} acties`}: ${listOf(parts, 'nl')}. Van de ${figureOf(milestones, 'mijlpaal', 'mijlpalen', 'nl')} ${reached === 1 ? 'is er 1' : `zijn er ${reached}`} gehaald.`,
  startNoMilestones: (title: string, actions: number) =>
    `In “${title}” ${actions === 1 ? 'staat 1 actie' : `staan ${actions} acties`}.`,
  notBegun: (n: number) => (n === 1 ? '1 is nog niet begonnen' : `${n} zijn nog niet begonnen`),
  startLink: 'Bekijk het programma',
  years: (from: string, to: string) =>
    from.slice(0, 4) === to.slice(0, 4)
      ? from.slice(0, 4)
      : `${from.slice(0, 4)} tot en met ${to.slice(0, 4)}`,
  adopted: (day: string, body: string) => `vastgesteld op ${date(day)} door ${body}`,
  state: { succeeded: 'opgevolgd', ended: 'afgelopen' } as Record<string, string>,
  over: {
    succeeded: 'Dit programma is voorbij. Het is opgevolgd door',
    ended: 'Dit programma is afgelopen. Hieronder staat het zoals het eindigde.',
    asLeft: 'Hieronder staat het oude programma zoals het eindigde.',
  },
  succeeds: 'Het volgt op',

  inShort: 'In het kort',
  actions: (actions: number, pillars: number, parts: readonly string[]) =>
    `${countOf(actions, 'actie', 'acties', 'nl')} in ${countOf(pillars, 'pijler', 'pijlers', 'nl')}: ${listOf(parts, 'nl')}.`,
  noActions: 'Er staan geen acties in dit programma.',
  looksOf: {
    done: (n: number) => (n === 1 ? '1 is klaar' : `${n} zijn klaar`),
    running: (n: number) => (n === 1 ? '1 loopt' : `${n} lopen`),
    late: (n: number) => (n === 1 ? '1 loopt achter' : `${n} lopen achter`),
    planned: (n: number) => (n === 1 ? '1 begint later' : `${n} beginnen later`),
    stopped: (n: number) => (n === 1 ? '1 is gestopt' : `${n} zijn gestopt`),
    unfinished: (n: number) => (n === 1 ? '1 was niet af' : `${n} waren niet af`),
  } as Record<Exclude<Look, 'dropped'>, (n: number) => string>,
  milestones: (reached: number, of: number, late: number) => {
    if (of === 0) return 'Er zijn nog geen mijlpalen.'
    if (of === 1)
      return reached === 1
        ? 'De enige mijlpaal is gehaald.'
        : `De enige mijlpaal is ${late === 1 ? 'te laat' : 'niet gehaald'}.`
    const said =
      reached === 0
        ? `Geen van de ${of} mijlpalen is`
        : `${reached} van ${of} mijlpalen ${reached === 1 ? 'is' : 'zijn'}`
    return `${said} gehaald${late > 0 ? `, ${late === 1 ? '1 is' : `${late} zijn`} te laat` : ''}.`
  },
  pillarMilestones: (reached: number, of: number) =>
    of === 0 ? 'nog geen mijlpalen' : `${reached} van ${figureOf(of, 'mijlpaal', 'mijlpalen', 'nl')} gehaald`,
  next: (day: string, title: string, number: string) =>
    `Eerst komt, op ${date(day)}: ${title} (actie ${number}).`,

  look: {
    done: 'klaar',
    running: 'loopt',
    late: 'loopt achter',
    planned: 'gepland',
    stopped: 'gestopt',
    unfinished: 'niet af',
    dropped: 'vervallen',
  } as Record<Look, string>,
  milestoneLook: {
    done: 'gehaald',
    running: 'open',
    late: 'te laat',
    planned: 'komt nog',
    stopped: 'gestopt',
    unfinished: 'niet gehaald',
    dropped: 'vervallen',
  } as Record<Look, string>,
  perPillar: 'Hoe de acties ervoor staan, per pijler',
  chainOf: (pillar: string) => `Acties van ${pillar}`,
  action: (number: string, title: string) => `Actie ${number}: ${title}`,
  noneInPillar: 'In deze pijler staan geen acties.',

  span: (from: string, to: string) => `${date(from)} tot en met ${date(to)}`,
  until: (day: string) => `tot en met ${date(day)}`,
  from: (day: string) => `vanaf ${date(day)}`,
  ended: {
    done: (day: string) => `klaar op ${date(day)}`,
    stopped: (day: string) => `gestopt op ${date(day)}`,
  },
  noDays: 'geen dagen afgesproken',
  concern: {
    'not-started': (day: string) => `Had moeten beginnen op ${date(day)}.`,
    'past-end': (day: string) => `Had klaar moeten zijn op ${date(day)}.`,
    'milestone-late': (day: string, title: string) => `Had er moeten zijn op ${date(day)}: ${title}.`,
    'over-budget': (year: number, by: string) => `In ${year} ligt ${by} meer vast dan begroot.`,
    'risk-happened': (text: string) => `Dit ging mis: ${text}`,
  },
  lastReport: (day: string) => `Laatste bericht, ${date(day)}:`,

  astray: {
    title: 'Wat niet gaat zoals gepland',
    none: 'Alles gaat zoals het was gepland.',
    more: (n: number) => `Nog ${figureOf(n, 'actie', 'acties', 'nl')}`,
  },
  actionsOf: (n: number) => (n === 1 ? 'De actie, met uitleg' : `De ${n} acties, met uitleg`),
  about: 'Waar het over gaat',
  aboutSays: 'In de woorden van het programma zelf',
  openAll: 'Klap alles open, om te zoeken of af te drukken',
  closeAll: 'Klap alles weer dicht',
  asked: {
    title: 'Wat de raad vroeg, en wat eraan werkt',
    lead: 'Het programma is er om dit te doen.',
    says: (n: number, idle: number) =>
      `${figureOf(n, 'verzoek, toezegging of ambitie', 'verzoeken, toezeggingen en ambities', 'nl')}${idle === 0 ? '' : `; aan ${idle} werkt geen actie`}`,
    noLead: 'Bij dit programma is nog niet gezegd wat de raad vroeg.',
    motion: (number: string | null, title: string) =>
      number ? `Motie ${number}: ${title}` : `Motie: ${title}`,
    commitment: 'Toezegging van het college',
    ambition: 'Ambities uit kaderstukken',
    other: 'Andere toezeggingen',
    oneAmbition: 'Ambitie uit een kaderstuk',
    whole: 'dit dient het programma als geheel',
    nothing: 'geen actie werkt hieraan',
  },
  money: {
    title: 'Geld',
    none: 'Er zijn nog geen bedragen bekend.',
    says: (budget: string, spent: string | null) =>
      spent === null ? `${budget} begroot` : `${budget} begroot, ${spent} uitgegeven`,
    frame: 'Beschikbaar voor het hele programma:',
    frameYear: (year: number, euro: string) => `${year}: ${euro}`,
    unknown: (n: number) =>
      `Van ${figureOf(n, 'actie', 'acties', 'nl')} is de begroting niet bekend; die ${n === 1 ? 'telt' : 'tellen'} niet mee.`,
    csv: 'Acties, mijlpalen en geld als CSV',
  },
  figures: {
    title: 'Cijfers',
    lead: 'Elke grafiek toont dezelfde jaren.',
    none: 'Er zijn nog geen indicatoren.',
    all: (n: number) => (n === 1 ? 'De grafiek en de tabel' : `Alle ${n} grafieken en tabellen`),
    openTables: 'Klap alle tabellen open',
    closeTables: 'Klap de tabellen dicht',
    /** Of the programme before: its figures under the same name. */
    earlier: (values: readonly string[]) => `Eerder stond onder deze naam: ${listOf(values, 'nl')}. Zie`,
    value: (value: string, period: string) => `${value} (${period})`,
    csv: 'Cijfers als CSV',
  },
  decisions: {
    title: 'Besluiten van de stuurgroep',
    became: (title: string, day: string | null) =>
      `Werd een mijlpaal: ${title}${day ? `, ${date(day)}` : ''}`,
    more: (n: number) => `Alle ${n} besluiten`,
    says: (n: number, last: string) =>
      n === 1 ? `1 besluit, op ${last}` : `${n} besluiten, het laatste op ${last}`,
  },
  editions: {
    title: 'Versies',
    one: (number: number, day: string, body: string, kind: 'adopted' | 'amended') =>
      `Versie ${number}, ${kind === 'adopted' ? 'vastgesteld' : 'gewijzigd vastgesteld'} op ${date(day)} door ${body}`,
    document: 'Stuk:',
    says: (number: number, day: string, kind: 'adopted' | 'amended') =>
      `Versie ${number} geldt, ${kind === 'adopted' ? 'vastgesteld' : 'gewijzigd vastgesteld'} op ${date(day)}`,
  },
  papers: {
    title: 'Verslagen aan de raad',
    says: (n: number, last: string) =>
      n === 1
        ? `1 verslag, verstuurd op ${date(last)}`
        : `${n} verslagen, het laatste verstuurd op ${date(last)}`,
    one: (kind: 'interim' | 'yearly', from: string, to: string, sent: string) =>
      `${kind === 'yearly' ? 'Jaarverslag' : 'Tussentijds verslag'} over ${date(from)} tot en met ${date(to)}, verstuurd op ${date(sent)}`,
  },
  feed: {
    follow: 'Hoor het als er in dit programma iets verandert.',
    title: (programme: string, place: string) => `${programme}, ${place}`,
    subtitle:
      'Wat er in het actieprogramma veranderde: mijlpalen, acties die stoppen of klaar zijn, versies en verslagen.',
    milestone: {
      reach: (title: string) => `Mijlpaal gehaald: ${title}`,
      drop: (title: string) => `Mijlpaal vervallen: ${title}`,
    },
    moved: (title: string, from: string | null, to: string | null) =>
      from && to
        ? `Mijlpaal verschoven van ${date(from)} naar ${date(to)}: ${title}`
        : to
          ? `Mijlpaal gepland op ${date(to)}: ${title}`
          : `Mijlpaal zonder dag: ${title}`,
    action: {
      stop: (number: string, title: string) => `Actie ${number} is gestopt: ${title}`,
      resume: (number: string, title: string) => `Actie ${number} is weer opgepakt: ${title}`,
      finish: (number: string, title: string) => `Actie ${number} is klaar: ${title}`,
    },
    programme: {
      adopt: 'Het programma is vastgesteld',
      amend: 'Het programma is gewijzigd vastgesteld',
      end: 'Het programma is afgelopen',
      succeed: 'Het programma is opgevolgd',
    },
    report: (title: string) => `Verslag aan de raad: ${title}`,
  },
  others: { title: 'Andere programma’s', now: 'loopt nu' },
  files: { title: 'Als bestand', lead: 'Alles op deze bladzijde, om zelf mee te rekenen.' },
  facts: {
    title: 'Gegevens',
    span: 'Looptijd',
    adopted: 'Vastgesteld',
    pillar: 'Pijler',
    holder: 'Verantwoordelijk',
    partners: 'Samen met',
    programme: 'Programma',
    waits: 'Wacht op',
    waitedFor: 'Hierop wacht',
    unknown: 'niet bekend',
  },

  one: {
    what: 'Wat het is',
    state: {
      done: (day: string | null) =>
        day ? `Deze actie is klaar sinds ${date(day)}.` : 'Deze actie is klaar.',
      running: (ends: string | null) =>
        ends ? `Deze actie loopt, tot en met ${date(ends)}.` : 'Deze actie loopt.',
      late: (ends: string | null) =>
        ends ? `Deze actie loopt achter. De laatste dag is ${date(ends)}.` : 'Deze actie loopt achter.',
      planned: (starts: string | null) =>
        starts ? `Deze actie begint op ${date(starts)}.` : 'Deze actie moet nog beginnen.',
      stopped: (day: string | null) =>
        day ? `Deze actie is gestopt op ${date(day)}.` : 'Deze actie is gestopt.',
      unfinished: () => 'Deze actie was niet af toen het programma eindigde.',
    } as Record<Exclude<Look, 'dropped'>, (day: string | null) => string>,
    later: 'Onder dezelfde naam gaat het verder in',
    earlier: 'Onder dezelfde naam stond het ook in',
    because: 'Reden:',
    chain: 'De mijlpalen van deze actie',
    why: 'Waarvoor',
    whyNone: 'Bij deze actie staat niet waarvoor zij is.',
    milestones: 'Mijlpalen',
    milestonesNone: 'Deze actie heeft geen mijlpalen.',
    reachedOn: (day: string) => `gehaald op ${date(day)}`,
    dueOn: (day: string) => `op ${date(day)}`,
    was: (day: string) => `zou op ${date(day)}`,
    lateBy: (due: string, today: string) => `zou op ${date(due)}, nu ${formatSpan(due, today, 'nl')} te laat`,
    noDay: 'nog geen dag',
    shown: 'Dat blijkt uit:',
    shownNotPublic: 'Waaruit dat blijkt, is niet openbaar.',
    dayMoved: (from: string, to: string | null) =>
      to ? `Dag verschoven van ${date(from)} naar ${date(to)}.` : `De dag ${date(from)} is vervallen.`,
    droppedBecause: 'Vervallen.',
    startMoved: (from: string, to: string | null) =>
      to
        ? `Het begin verschoof van ${date(from)} naar ${date(to)}.`
        : `De eerste dag ${date(from)} is vervallen.`,
    endMoved: (from: string, to: string | null) =>
      to
        ? `Het einde verschoof van ${date(from)} naar ${date(to)}.`
        : `De laatste dag ${date(from)} is vervallen.`,
    moved: 'Verschoven dagen',
    reports: 'Berichten',
    reportsNone: 'Er is nog niets gemeld.',
    reportsMore: (n: number) => `Alle ${n} berichten`,
    money: 'Geld',
    risks: 'Risico’s',
    riskState: { open: 'kan nog gebeuren', happened: 'is gebeurd', past: 'speelt niet meer' },
    measure: 'Wat de gemeente eraan doet:',
    decisions: 'Besluiten van de stuurgroep',
    figures: 'Cijfers bij deze actie',
    history: 'Hoe het ging',
    historyNone: 'Sinds het programma is vastgesteld, is er niets veranderd.',
  },
  history: {
    action: {
      add: 'Deze actie kwam in het programma.',
      start: 'De actie is begonnen.',
      finish: 'De actie is klaar.',
      stop: 'De actie is gestopt.',
      resume: 'De actie is weer opgepakt.',
      move: 'De actie kwam in een andere pijler.',
    } as Record<string, string>,
    adopted: (body: string) => `Het programma is vastgesteld door ${body}.`,
    report: 'Bericht:',
    milestone: {
      add: (title: string, day: string | null) =>
        `Er kwam een mijlpaal bij: ${title}${day ? `, op ${date(day)}` : ''}.`,
      reach: (title: string) => `Mijlpaal gehaald: ${title}.`,
      drop: (title: string) => `Mijlpaal vervallen: ${title}.`,
      evidence: (title: string) => `Er kwam bewijs bij de mijlpaal ${title}.`,
      moved: (title: string, from: string, to: string) =>
        `De mijlpaal ${title} verschoof van ${date(from)} naar ${date(to)}.`,
      planned: (title: string, day: string) => `De mijlpaal ${title} kreeg een dag: ${date(day)}.`,
    },
    decision: 'De stuurgroep besloot:',
    riskAdd: (text: string) => `Nieuw risico: ${text}`,
    riskHappened: (text: string) => `Dit ging mis: ${text}`,
    budget: (year: number, from: string, to: string) =>
      `De begroting van ${year} ging van ${from} naar ${to}.`,
    budgetSet: (year: number, to: string) => `De begroting van ${year} is ${to}.`,
    reason: 'Reden:',
    undone: 'Dit is later teruggenomen.',
  },
  edition: {
    title: (number: number) => `Versie ${number}`,
    lead: (day: string, body: string, kind: 'adopted' | 'amended') =>
      `${kind === 'adopted' ? 'Vastgesteld' : 'Gewijzigd vastgesteld'} op ${date(day)} door ${body}. Zo was het plan op die dag.`,
    reason: 'Daarbij gezegd:',
    changed: (number: number) => `Wat er veranderde sinds versie ${number}`,
    unchanged: 'Aan het plan veranderde niets.',
    first: 'Dit is de eerste versie.',
    later: (number: number) => `Er is een nieuwere versie: versie ${number}.`,
    now: 'Hoe het programma nu staat',
    plan: 'Het plan',
  },
  /** How one version of the plan differs from the one before. */
  change: {
    added: 'Dit kwam erbij.',
    removed: 'Dit verviel.',
    changed: 'veranderd',
    went: (what: string, from: string, to: string) => `${what}: van ${from} naar ${to}.`,
    set: (what: string, to: string) => `${what}: nu ${to}; eerder stond hier niets.`,
    cleared: (what: string, from: string) => `${what}: vervallen; dat was ${from}.`,
    cameWith: (what: string, name: string) => `${what}, erbij: ${name}.`,
    wentFrom: (what: string, name: string) => `${what}, weg: ${name}.`,
    gone: 'Weg:',
    came: 'Erbij:',
    budget: (year: number) => `Begroting van ${year}`,
    frame: (year: number) => `Beschikbaar voor het hele programma in ${year}`,
    risk: (text: string) => `Risico “${text}”`,
    measure: (text: string) => `Wat de gemeente doet aan “${text}”`,
    milestoneDay: (title: string) => `Dag van de mijlpaal “${title}”`,
    of: {
      title: 'Naam',
      number: 'Nummer',
      summary: 'Waar het programma over gaat',
      description: 'Uitleg',
      aim: 'Doel van de pijler',
      kind: 'Soort',
      position: 'Plaats in de rij',
      startsOn: 'Eerste dag',
      endsOn: 'Laatste dag',
      pillar: 'Pijler',
      holder: 'Verantwoordelijk',
      partners: 'Partners',
      needs: 'Wacht op',
      risks: 'Risico’s',
      risk: 'Risico',
      milestones: 'Mijlpalen',
      milestoneTitle: 'Naam van een mijlpaal',
      serves: 'Waarvoor de actie is',
    },
  },
  csv: {
    row: 'soort',
    rows: { action: 'actie', milestone: 'mijlpaal', money: 'geld' },
    pillar: 'pijler',
    number: 'actienummer',
    action: 'actie',
    milestone: 'mijlpaal',
    state: 'stand',
    starts: 'eerste dag',
    ends: 'laatste dag',
    ended: 'klaar of gestopt op',
    holder: 'verantwoordelijk',
    partners: 'partners',
    due: 'dag',
    firstDue: 'eerst gepland op',
    reached: 'gehaald op',
    year: 'jaar',
    budget: 'begroot (euro)',
    committed: 'vastgelegd (euro)',
    spent: 'uitgegeven (euro)',
  },
}

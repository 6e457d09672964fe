import { isMonth } from '../../days.ts'
import type { Promised, ReportPhrases, ReportScope } from '../../programme/index.ts'
import { countOf, figureOf, formatDate, formatNumber, listOf } from '../format.ts'
import { programmeWords } from './programme.ts'
import { programmeFiguresWords } from './programme-figures.ts'
import { choiceWords } from './programme-limits.ts'

const date = (iso: string) => formatDate(iso, 'nl')
const called = ({ number, title }: { number: string; title: string }) => `actie ${number} (${title})`
const milestones = (count: number) => figureOf(count, 'mijlpaal', 'mijlpalen', 'nl')
const sentence = (text: string) => (/[.?!…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)
const because = (reason: string | null) =>
  reason === null ? 'Waarom, is niet vastgelegd.' : `De reden: ${sentence(reason)}`

/** "2025", "de eerste helft van 2025", "december 2025", else its first and last day. */
function over({ from, to }: Pick<ReportScope, 'from' | 'to'>): string {
  const [year, other] = [from.slice(0, 4), to.slice(0, 4)]
  const span = year === other ? `${from.slice(5)} ${to.slice(5)}` : ''
  if (span === '01-01 12-31') return year
  if (span === '01-01 06-30') return `de eerste helft van ${year}`
  if (span === '07-01 12-31') return `de tweede helft van ${year}`
  if (isMonth(from, to)) return date(from).replace(/^1 /, '')
  return `${date(from)} tot en met ${date(to)}`
}

function subject({ of, title, action }: Promised): string {
  return of === 'action'
    ? `Actie ${action.number} (${action.title}) klaar`
    : `Mijlpaal van ${called(action)}: ${title}`
}
function outcome({ outcome: one }: Promised): string {
  switch (one.kind) {
    case 'reached':
      return `gehaald op ${date(one.on)}`
    case 'reached-later':
      return `na deze periode gehaald, op ${date(one.on)}`
    case 'late':
      return 'niet gehaald'
    case 'open':
      return 'nog niet; de dag moet nog komen'
    case 'moved':
      return one.to === null ? 'verplaatst, nog geen nieuwe dag' : `verplaatst naar ${date(one.to)}`
    case 'dropped':
      return one.on === null ? 'vervallen' : `vervallen op ${date(one.on)}`
    case 'stopped':
      return one.on === null ? 'actie gestopt' : `actie gestopt op ${date(one.on)}`
  }
}
function why({ outcome: one }: Promised): string {
  switch (one.kind) {
    case 'reached':
    case 'open':
      return ''
    case 'reached-later':
      return `Niet in deze periode gehaald, wel daarna: op ${date(one.on)}.`
    case 'late':
      return 'Niet gehaald; er is ook geen nieuwe dag afgesproken. Waarom, is niet vastgelegd.'
    case 'moved': {
      const to =
        one.to === null ? 'Verplaatst; er is nog geen nieuwe dag.' : `Verplaatst naar ${date(one.to)}.`
      const reasons = [...new Set(one.moves.flatMap(({ reason }) => (reason === null ? [] : [reason])))]
      return `${to} ${reasons.length === 0 ? because(null) : `${reasons.length === 1 ? 'De reden' : 'De redenen'}: ${reasons.map(sentence).join(' ')}`}`
    }
    case 'dropped':
      return `Vervallen${one.on === null ? '' : ` op ${date(one.on)}`}. ${because(one.reason)}`
    case 'stopped':
      return `De actie is gestopt${one.on === null ? '' : ` op ${date(one.on)}`}. ${because(one.reason)}`
  }
}
const promisedFor = (day: string | null) =>
  day === null ? 'Voor deze periode was dit niet beloofd.' : `Beloofd voor ${date(day)}.`
const counted = (n: number, of: string) => `van ${countOf(n, 'actie', 'acties', 'nl')} wat er is ${of}`
const { euro } = programmeWords

/** The sentences of reports to the council, in Dutch. */
export const reportPhrases: ReportPhrases = {
  language: 'nl',
  labels: {
    to: 'Aan',
    date: 'Datum',
    reference: 'Ons kenmerk',
    period: 'Periode',
    programme: 'Actieprogramma',
    page: 'Pagina',
    of: 'van',
    source: 'Bron:',
  },
  date,
  period: ({ from, to }) => `${date(from)} tot en met ${date(to)}`,
  letterhead: (municipality) => `Gemeente ${municipality}`,
  addressee: 'de gemeenteraad',
  title: (programme, scope) =>
    `${scope.kind === 'yearly' ? 'Jaarverslag' : 'Tussenverslag'} over ${over(scope)}, ${programme}`,
  about: {
    what: ({ title, adoptedOn, editions }, { from, to }) => {
      const first = editions[0]
      const last = editions.at(-1)
      const by = first ? ` door ${programmeWords.body[first.body]}` : ''
      const now = last && last.number > 1 ? ` Sinds ${date(last.decidedOn)} geldt versie ${last.number}.` : ''
      const adopted = adoptedOn === null ? '' : ` Het is op ${date(adoptedOn)}${by} vastgesteld.${now}`
      return `In dit verslag leest uw raad wat er in de periode van ${date(from)} tot en met ${date(to)} is gedaan in het programma ${title}: wat was beloofd, wat is gedaan, wat niet is gedaan en waarom, en wat er nu komt.${adopted}`
    },
    running: 'Deze periode loopt nog: wat hier staat, kan nog veranderen.',
    counts: ({ promised, kept, reached, late, open }) =>
      promised === 0
        ? `In deze periode was geen mijlpaal beloofd. Er ${reached === 1 ? 'is' : 'zijn'} ${milestones(reached)} gehaald.`
        : `In deze periode ${promised === 1 ? 'was' : 'waren'} ${milestones(promised)} beloofd. Daarvan ${kept === 1 ? 'is' : 'zijn'} er ${kept} gehaald${late > 0 ? `; bij ${late} is de dag voorbij zonder nieuwe afspraak` : ''}${open > 0 ? `; bij ${open} moet de dag nog komen` : ''}. In totaal ${reached === 1 ? 'is' : 'zijn'} in deze periode ${milestones(reached)} gehaald.`,
    rests:
      'Onder elke regel staat waaruit zij blijkt. Waar iets niet bekend is, staat dat erbij. Over personen staat hier niets.',
  },
  headings: {
    promised: 'Beloofd',
    done: 'Gedaan',
    notDone: 'Niet gedaan, en waarom',
    next: 'Wat nu komt',
    money: 'Geld',
    indicators: 'Cijfers',
    council: 'Voor verzoeken en toezeggingen',
  },
  pillar: {
    aim: (text) => `Wat deze pijler wil: ${sentence(text)}`,
    actions: (count) =>
      `In deze pijler ${count === 1 ? 'staat' : 'staan'} ${figureOf(count, 'actie', 'acties', 'nl')}.`,
    counts: ({ promised, kept, reached }) =>
      promised === 0
        ? `Beloofd was geen mijlpaal, gehaald ${reached === 1 ? 'is' : 'zijn'} er ${reached}.`
        : `Beloofd ${promised === 1 ? 'was' : 'waren'} ${milestones(promised)}, daarvan gehaald ${kept}.`,
    none: 'In deze pijler staan geen acties.',
  },
  promised: {
    head: ['Actie', 'Beloofd', 'Dag', 'Wat ervan kwam'],
    done: 'de actie klaar',
    outcome: (one) => `${outcome(one)}${one.earlier ? ' (was al te laat)' : ''}`,
    none: 'Voor deze periode was in deze pijler niets beloofd.',
  },
  done: {
    one: (done) => {
      if (done.kind === 'report')
        return `Voortgang van ${called(done.action)} op ${date(done.on)}: ${sentence(done.text)}`
      if (done.kind === 'finished')
        return `Actie ${done.action.number} (${done.action.title}) is klaar sinds ${date(done.on)}. ${promisedFor(done.promised)}${done.reason ? ` Daarbij is gezegd: ${sentence(done.reason)}` : ''}`
      return `Mijlpaal van ${called(done.action)}: ${sentence(done.title)} Gehaald op ${date(done.on)}. ${promisedFor(done.promised)}`
    },
    none: 'In deze pijler is in deze periode niets vastgelegd dat gehaald is.',
  },
  notDone: {
    one: (one) =>
      `${sentence(subject(one))} Beloofd voor ${date(one.day)}${one.earlier ? ', dus al voor deze periode' : ''}. ${why(one)}`,
    lastReport: (on, text) => `De laatste melding bij deze actie, van ${date(on)}: ${sentence(text)}`,
    none: 'Alles wat voor deze periode was beloofd, is gehaald.',
    noneYet: 'Alles waarvan de dag voorbij is, is gehaald.',
  },
  next: {
    head: ['Dag', 'Actie', 'Wat er dan is'],
    begins: 'de actie begint',
    late: (count) =>
      `Daarbij komt wat hierboven nog niet is gehaald: voor ${countOf(count, 'belofte', 'beloften', 'nl')} moet een nieuwe dag worden afgesproken.`,
    undated: (count) => `Voor ${milestones(count)} is nog geen dag afgesproken.`,
    none: 'Voor de periode hierna staat nog geen dag in het programma.',
  },
  money: {
    asOf: 'Dit zijn de bedragen zoals zij in het programma staan. Een bedrag dat niet is opgegeven, is onbekend en telt niet mee.',
    year: (year) => `Per pijler, over ${year}:`,
    head: ['Pijler', 'Begroot', 'Vastgelegd', 'Uitgegeven'],
    total: 'Alle acties samen',
    frame: 'Kader van het programma',
    euro,
    unknown: (budget, committed, spent) =>
      `Niet bekend is ${listOf(
        [
          ...(budget > 0 ? [counted(budget, 'begroot')] : []),
          ...(committed > 0 ? [counted(committed, 'vastgelegd')] : []),
          ...(spent > 0 ? [counted(spent, 'uitgegeven')] : []),
        ],
        'nl',
      )}. De optelling is daar dus te laag.`,
    overrun: ({ action, year, budget, came, reason }) =>
      `Hoger dan begroot is ${called(action)} in ${year}: begroot was ${euro(budget)}, het werd ${euro(came)}, dus ${euro(came - budget)} meer. ${because(reason)}`,
    lack: (one) => {
      if (one.kind === 'no-frame')
        return `Voor ${one.year} is geen kader vastgesteld. De acties samen hebben ${euro(one.planned)} begroot.`
      if (one.kind === 'over-frame')
        return `De acties hebben in ${one.year} samen ${euro(one.planned)} begroot. Het kader is ${euro(one.frame)}; dat is ${euro(one.by)} te weinig.`
      return `Er staat geld in ${one.year}, een jaar waarin het programma niet loopt${one.named ? `: bij ${called(one.named)}` : ''}.`
    },
    addsUp:
      'Voor zover de bedragen bekend zijn, is nergens meer vastgelegd dan begroot en blijven de acties samen binnen het kader.',
    none: 'Er zijn voor deze jaren geen bedragen opgegeven. Wat het programma kost, is dus niet bekend.',
  },
  indicators: {
    head: ['Cijfer', 'Begin', 'Laatste stand', 'Doel', 'Hoe het gaat', 'Hoe zeker'],
    value: (value, { unit }) => `${formatNumber(value, 'nl')} ${unit}`,
    way: ({ reached, way }) => programmeFiguresWords.way[reached ? 'reached' : way],
    sure: choiceWords.certainty,
    noValue: 'onbekend',
    noTarget: 'geen doel',
    target: (value, on) => (on ? `${value} op ${date(on)}` : value),
    since: (value, on) => `${value} (${date(on)})`,
    when: (value, scope) => `${value} (${over(scope)})`,
    one: (indicator, { last, from }) => {
      const say = (value: number) => `${formatNumber(value, 'nl')} ${indicator.unit}`
      const course = !last
        ? 'er is nog geen cijfer.'
        : from
          ? `van ${say(from.value)} naar ${say(last.value)} (${over(last)}).`
          : `${say(last.value)} (${over(last)}); er is nog niets om mee te vergelijken.`
      return `Cijfer over ${indicator.name}: ${course} Wat het telt: ${sentence(indicator.definition)}${last?.note ? ` Daarbij hoort: ${sentence(last.note)}` : ''}`
    },
    none: 'Bij dit programma horen nog geen cijfers.',
  },
  council: {
    one: ({ kind, named, actions, reached }) => {
      const motion = named.motion
        ? ` (motie ${[named.motion.number, named.motion.title].filter(Boolean).join(' ')})`
        : ''
      const stand =
        named.settled === null
          ? ''
          : kind === 'matter'
            ? named.settled
              ? ' Dit is afgedaan.'
              : ' Dit is nog niet afgedaan.'
            : named.settled
              ? ' De toezegging is nagekomen.'
              : ' De toezegging is nog niet nagekomen.'
      const work =
        actions.length === 0
          ? ' Geen actie werkt hieraan.'
          : ` Hieraan ${actions.length === 1 ? 'werkt' : 'werken'} ${listOf(actions.map(called), 'nl')}.`
      const came =
        actions.length === 0
          ? ''
          : reached.length === 0
            ? ' In deze periode is daarin geen mijlpaal gehaald.'
            : ` In deze periode is daarin gehaald: ${listOf(
                reached.map(({ title, on }) => `${title} (${date(on)})`),
                'nl',
              )}.`
      return `${kind === 'matter' ? 'Verzoek' : 'Toezegging'}${motion}: ${sentence(named.title)}${work}${came}${stand}`
    },
    hidden: (count) =>
      `Het programma noemt nog ${countOf(count, 'verzoek of toezegging', 'verzoeken of toezeggingen', 'nl')} die niet in het openbare register ${count === 1 ? 'staat' : 'staan'}.`,
    none: 'Het programma noemt geen verzoeken of toezeggingen waarvoor het werkt.',
  },
  source: (source) => {
    switch (source.kind) {
      case 'passage':
        return `Bron: ${source.document.title}${source.document.dated ? `, ${date(source.document.dated)}` : ''}${source.page ? `, bladzijde ${source.page}` : ''}, ${source.document.address}`
      case 'document':
        return `Bron: ${source.document.title}${source.document.dated ? `, ${date(source.document.dated)}` : ''}, ${source.document.address}`
      case 'decision':
        return `Bron: besluit van de stuurgroep van ${date(source.on)}`
      case 'gone':
        return 'Bron: niet (meer) openbaar. Waaruit dit blijkt, kan niemand nu nazien.'
      case 'step':
        return `Bron: vastgelegd in het actieprogramma op ${date(source.on)}, ${source.address}`
      case 'plan':
        return `Bron: het actieprogramma${source.edition ? `, versie ${source.edition.number} van ${date(source.edition.on)}` : ''}, ${source.address}`
      case 'page':
        return `Bron: ${source.address}`
      case 'count':
        return `Bron: ${source.by}${source.file ? `, bestand ${source.file}` : ''}${source.on ? `, ${date(source.on)}` : ''}`
    }
  },
  quotation: (words) => `“${words.replace(/[“„«]/g, '‘').replace(/[”»]/g, '’')}”`,
  closing:
    'Alles wat in dit verslag staat, is op de openbare pagina van het programma na te zien, ook wat daarna verandert.',
}

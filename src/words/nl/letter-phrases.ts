import type { LetterPhrases, NamedMotion, SettledOutcome } from '../../council/index.ts'
import { capitalise, formatDate, listOf } from '../format.ts'

const date = (iso: string) => formatDate(iso, 'nl')
const list = (items: readonly string[]) => listOf(items, 'nl')

/** A title between quotes that do not stand in it. */
function quotedTitle(title: string): string {
  if (!/['’‘]/.test(title)) return `‘${title}’`
  return /["“”„]/.test(title) ? `«${title}»` : `“${title}”`
}
const named = ({ number, title }: NamedMotion) => `motie ${number ? `${number} ` : ''}${quotedTitle(title)}`
const briefly = ({ number, title }: NamedMotion) => `motie ${number ?? quotedTitle(title)}`
const parts = (positions: readonly number[]) => `onderdeel ${list(positions.map(String))}`

const ground: Record<SettledOutcome, [whole: string, part: string]> = {
  'carried-out': ['zij is uitgevoerd', 'zijn uitgevoerd'],
  absorbed: ['zij is opgenomen in het bestaande beleid', 'zijn opgenomen in het bestaande beleid'],
  transferred: [
    'zij is overgedragen aan een andere organisatie',
    'zijn overgedragen aan een andere organisatie',
  ],
  overtaken: ['zij is achterhaald', 'zijn achterhaald'],
  announced: ['de uitvoering is aangekondigd', 'zijn aangekondigd'],
}
function because(outcomes: readonly SettledOutcome[], partly = false): string {
  if (outcomes.length === 0) return ''
  if (outcomes.length === 1 && !partly) return `, omdat ${ground[outcomes[0]!][0]}`
  return `, omdat onderdelen ervan ${list(outcomes.map((one) => ground[one][1]))}`
}

/** The sentences of the letters that the college writes. A letter is Dutch, whatever the language of the page it is written on. */
export const letterPhrases: LetterPhrases = {
  labels: {
    to: 'Aan',
    date: 'Datum',
    subject: 'Onderwerp',
    reference: 'Ons kenmerk',
    registry: 'Registratienummer',
    contact: 'Contactpersoon',
    department: 'Dienst',
    unit: 'Afdeling',
    phone: 'Telefoonnummer',
    email: 'E-mailadres',
    page: 'Pagina',
    of: 'van',
    source: 'Bron:',
  },
  date,
  letterhead: (municipality) => `Gemeente ${municipality}`,
  addressee: 'de gemeenteraad',
  signatories: ['secretaris', 'burgemeester'],
  signatory: (role) => `de ${role},`,
  college: (municipality) => `Het college van burgemeester en wethouders van ${municipality},`,
  subject: (motions, settles) => {
    const what = settles ? 'Afdoening' : 'Stand van zaken'
    const [only] = motions
    if (motions.length !== 1 || !only) return `${what} van ${motions.length} moties`
    return `${what} motie ${only.number ? `${only.number} ${only.title}` : quotedTitle(only.title)}`
  },
  salutation: 'Geachte leden van de raad,',
  intro: (motions) =>
    motions === 1
      ? 'In deze brief leest u hoe het staat met wat uw raad vroeg.'
      : 'In deze brief leest u per onderwerp hoe het staat met wat uw raad vroeg.',
  motionHeading: (motion) => capitalise(named(motion)),
  adopted: ({ registryNumber, dated, outcome, submitters, ...motion }) => {
    const who = list(submitters.map(({ name, party }) => (party ? `${name} (${party})` : name)))
    const full = `${named(motion)}${registryNumber ? ` (${registryNumber})` : ''}`
    const moved = submitters.length === 1 ? `raadslid ${who}` : `de raadsleden ${who}`
    // Long lists go behind the motion, as letters print them.
    const before = who && moved.length < 120 ? `de door ${moved} ingediende ` : ''
    const behind = who && before === '' ? `, ingediend door ${moved},` : ''
    if (outcome === 'told' || dated === null)
      return `Deze brief gaat over ${before}${full}${behind.replace(/,$/, '')}${dated ? ` van ${date(dated)}` : ''}.`
    return outcome === 'adopted'
      ? `Uw raad heeft op ${date(dated)} ${before}${full}${behind} aangenomen.`
      : `Het college heeft op ${date(dated)} ${before}${full}${behind} overgenomen.`
  },
  asked: 'In de motie staat:',
  opener: (kind, addressee) => {
    const to = addressee ?? 'het college'
    return {
      request: `Verzoekt ${to}:`,
      instruct: `Draagt ${to} op:`,
      'call-upon': `Roept ${to} op:`,
      declare: 'Spreekt uit dat:',
      decide: 'Besluit:',
    }[kind]
  },
  closingFormula: 'En gaat over tot de orde van de dag.',
  matterHeading: (position, text) =>
    position === null
      ? 'Antwoord'
      : text.length > 60
        ? `Antwoord op onderdeel ${position}`
        : `Antwoord op onderdeel ${position}: ${text}`,
  outcome: {
    'carried-out': 'Dit is uitgevoerd.',
    partly: 'Dit is gedeeltelijk uitgevoerd.',
    not: 'Dit wordt niet uitgevoerd.',
    absorbed: 'Dit is opgenomen in het bestaande beleid.',
    transferred: 'Dit is overgedragen aan een andere organisatie.',
    overtaken: 'Dit is achterhaald.',
    announced: 'Dit is aangekondigd.',
  },
  decided: (on) => `Hierover is op ${date(on)} besloten.`,
  reason: (text) => `De reden daarvan: ${text}`,
  evidence: (count, also) =>
    `Dat blijkt ${also ? 'ook ' : ''}uit ${count === 1 ? 'dit stuk' : 'deze stukken'}:`,
  quotedAbove: (count) =>
    count === 1
      ? 'Dat blijkt uit een stuk dat hierboven al is aangehaald.'
      : 'Dat blijkt uit stukken die hierboven al zijn aangehaald.',
  unknownEvidence: 'In het register staat niet waaruit dat blijkt.',
  fallenEvidence: 'Een stuk waarop dit eerder rustte, geldt niet meer. Daaruit halen wij hier niets aan.',
  done: (count) =>
    count === 1
      ? 'Dat blijkt uit wat in het actieprogramma is gedaan:'
      : 'Dat blijkt uit wat in het actieprogramma is gedaan, in deze stappen:',
  doneSource: ({ kind, on, action, programme }) =>
    `Bron: ${kind === 'milestone' ? 'mijlpaal' : 'voortgangsbericht'} van actie ${action.number} (${action.title}) in ${programme}, ${kind === 'milestone' ? 'gehaald op' : 'van'} ${date(on)}`,
  shownByDocument: (title, dated) => `Zie: ${title}${dated ? `, ${date(dated)}` : ''}`,
  shownByDecision: (on, text) => `Besluit van de stuurgroep van ${date(on)}: ${text}`,
  quotation: (words) => `“${words.replace(/[“„«]/g, '‘').replace(/[”»]/g, '’')}”`,
  source: (title, dated, page) =>
    `Bron: ${title}${dated ? `, ${date(dated)}` : ''}${page ? `, bladzijde ${page}` : ''}`,
  running: (begun) => (begun ? 'Hieraan wordt gewerkt.' : 'Hiervoor is nog geen afdoening voorgesteld.'),
  report: (on, text) => `Stand op ${date(on)}: ${text}`,
  term: (on) => `De termijn hiervoor: ${date(on)}.`,
  openHeading: 'Wat nog openstaat',
  announced: (positions) =>
    positions.length === 0
      ? 'De uitvoering is aangekondigd.'
      : `${capitalise(parts(positions))} ${positions.length === 1 ? 'is' : 'zijn'} aangekondigd.`,
  check: (on, source) =>
    `Wij informeren uw raad uiterlijk op ${date(on)}${source === 'check' ? ' (controledatum)' : ''} of dat is nagekomen.`,
  checkPassed: (on) => `De datum daarvoor was ${date(on)} en is voorbij.`,
  noCheck: 'Voor de controle daarvan is nog geen datum afgesproken.',
  stillOpen: (positions) =>
    positions.length === 0
      ? 'Er is nog geen voorstel om dit af te ronden.'
      : `Voor ${parts(positions)} is er nog geen voorstel om dat af te ronden.`,
  conclusionHeading: 'Conclusie',
  conclusion: {
    settled: (motion, outcomes, proposed) =>
      proposed
        ? `Wij stellen uw raad voor om ${briefly(motion)} hiermee als afgedaan te beschouwen${because(outcomes)}.`
        : `Wij beschouwen ${briefly(motion)} hiermee als afgedaan${because(outcomes)}.`,
    partly: (motion, outcomes) =>
      `${capitalise(briefly(motion))} is hiermee gedeeltelijk afgedaan${because(outcomes, true)}.`,
    not: (motion) => `Wij geven geen uitvoering aan ${briefly(motion)}.`,
    running: (motion) => `${capitalise(briefly(motion))} is nog in uitvoering.`,
  },
  councilDecides: 'Het besluit over de afdoening is aan uw raad.',
  closing: (contact) =>
    contact
      ? 'Heeft u vragen over deze brief, dan kunt u terecht bij de contactpersoon die hierboven staat.\n\nMet vriendelijke groet,'
      : 'Met vriendelijke groet,',
}

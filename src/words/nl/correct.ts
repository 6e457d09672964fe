import type { CorrectionErrorCode, CorrectionField } from '../../council/correct/fields.ts'
import { formatDate } from '../format.ts'

type Of<K extends string> = Record<K, string>
const date = (iso: string) => formatDate(iso, 'nl')

/** Correcting what was registered of a motion, and the public history of it. */
export const correctWords = {
  title: 'Motie verbeteren',
  link: 'Verbeteren',
  lead: 'Verbeter wat verkeerd is vastgelegd. Het adres van de motie blijft hetzelfde. Op de openbare pagina staat wat is verbeterd, en wanneer.',
  motion: 'De motie',
  submitters: 'Indieners',
  submitter: (n: number) => `Indiener ${n}`,
  request: (n: number) => `Verzoek ${n}`,
  part: (letter: string) => `Onderdeel ${letter}`,
  field: {
    title: 'Titel',
    number: 'Nummer',
    registryNumber: 'RIS-nummer',
    date: 'Datum van de stemming',
    outcome: 'Uitslag',
    submitterName: 'Naam van een indiener',
    submitterParty: 'Fractie van een indiener',
    requestText: 'Tekst van een verzoek',
    requestDomain: 'Onderwerp van een verzoek',
    requestTermText: 'Woorden van de termijn',
    requestTermNotBefore: 'Termijn: niet eerder dan',
    requestTermNotAfter: 'Termijn: uiterlijk',
    partText: 'Tekst van een onderdeel',
    partDomain: 'Onderwerp van een onderdeel',
  } as Of<CorrectionField>,
  short: {
    name: 'Naam',
    party: 'Fractie',
    text: 'Tekst',
    domain: 'Onderwerp',
    termText: 'Termijn, in de woorden van de motie',
    termNotBefore: 'Niet eerder dan',
    termNotAfter: 'Uiterlijk',
  },
  dateHint: 'Bijvoorbeeld 4 april 2024. Laat leeg als niemand het weet.',
  none: 'niet ingevuld',
  why: 'Waarom',
  reason: 'Reden',
  reasonHint: 'Mag leeg blijven. Deze reden is openbaar.',
  hide: 'Toon niet wat er eerst stond',
  hideHint: 'Kies dit als er iets stond dat niet openbaar mag zijn, zoals een telefoonnummer.',
  save: 'Verbetering opslaan',
  cancel: 'Terug zonder opslaan',
  saved: 'De verbetering is opgeslagen.',
  nothing: 'Er was niets veranderd.',
  errorTitle: 'Dit moet nog anders',
  error: {
    needed: 'Dit mag niet leeg zijn.',
    'date-invalid': 'Deze dag is niet te lezen. Schrijf hem als 4 april 2024.',
    'date-order': 'Deze dag ligt voor de eerste dag.',
    'not-a-choice': 'Kies iets uit de lijst.',
  } as Of<CorrectionErrorCode>,
  other: {
    title: 'Iemand anders was je net voor',
    lead: (name: string | null, when: string) =>
      `${name ?? 'Iemand anders'} verbeterde deze motie ${when}. Wat jij invulde, staat er nog. Niets is opgeslagen. Kijk het na en sla opnieuw op.`,
    changed: 'Dit veranderde intussen:',
    conflict: (n: number) =>
      n === 1
        ? 'Bij één veld vulden jullie iets anders in. Kies daar wat moet staan.'
        : `Bij ${n} velden vulden jullie iets anders in. Kies daar wat moet staan.`,
    theirs: (value: string) => `Er staat nu: “${value}”.`,
    empty: 'Er staat nu niets.',
    take: 'Laat staan wat er nu staat',
  },
  history: {
    title: 'Eerdere verbeteringen',
    on: (iso: string) => `Verbeterd op ${date(iso)}`,
    summary: (iso: string, fields: string) => `Verbeterd op ${date(iso)}: ${fields}.`,
    by: (name: string) => `door ${name}`,
    wasBecame: (was: string, became: string) => `eerst “${was}”, nu “${became}”`,
    added: (became: string) => `nu “${became}”; eerst stond er niets`,
    removed: (was: string) => `nu leeg; eerst “${was}”`,
    hidden: (became: string) => `nu “${became}”; wat er eerst stond, is niet openbaar`,
    hiddenRemoved: 'nu leeg; wat er eerst stond, is niet openbaar',
    import: 'overgenomen uit een nieuwe versie van het oude register',
    show: 'Wat is er verbeterd?',
    putBack: 'Terugzetten',
    /** Behind the button, for who hears the page. */
    putBackOf: (field: string, iso: string) => `: ${field.toLowerCase()}, verbeterd op ${date(iso)}`,
  },
}

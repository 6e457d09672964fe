import { type SettlementOutcome, settlementOutcomes } from '../life/matter.ts'
import { type Outcome, outcomes } from '../read/reading.ts'

/** What a column of a list may be. */
export const importFields = [
  'number',
  'registryNumber',
  'title',
  'date',
  'submitters',
  'parties',
  'outcome',
  'request',
  'portfolioHolder',
  'term',
  'status',
  'settlement',
  'settledOn',
  'settlementText',
  'sourceKey',
] as const
export type ImportField = (typeof importFields)[number]

export const statusMeanings = ['open', 'in-progress', 'settled', ...settlementOutcomes, 'unknown'] as const
/** `settled`: how, the column for that says; an outcome: settled so; `unknown`: the word says nothing to us, so nothing follows from it. */
export type StatusMeaning = (typeof statusMeanings)[number]
export const settlementMeanings = [...settlementOutcomes, 'unknown'] as const
export type SettlementMeaning = SettlementOutcome | 'unknown'

/** What the clerk chose. Words of the list are folded (`foldWord`). What is not in it means `unknown`. */
export type ImportMapping = {
  /** By the number of the column, from 0. */
  columns: (ImportField | null)[]
  outcomes: Record<string, Outcome>
  statuses: Record<string, StatusMeaning>
  settlements: Record<string, SettlementMeaning>
  /** What all motions of a list without a column for it are. */
  outcomeOfAll: Outcome
  /** Who decided that motions were settled, in the time of this list; null: nobody says, so nothing is imported as settled. */
  decidedBy: 'college' | 'council' | null
}

/** A word of a list as compared: lower case, without accents, one space between words. */
export const foldWord = (word: string) =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Headers as Dutch lists print them, most telling first; folded. */
const headers: readonly [ImportField, RegExp][] = [
  [
    'registryNumber',
    /^(ris|ris nummer|ris nr|registratienummer|registratie ?nr|zaaknummer|documentnummer|dms nummer|briefnummer)$/,
  ],
  [
    'settledOn',
    /^(datum afdoening|afdoeningsdatum|afgedaan op|datum afgedaan|afgehandeld op|datum afhandeling|datum gereed)$/,
  ],
  [
    'settlementText',
    /^(toelichting|toelichting (op )?(de )?afdoening|stand van zaken|afdoeningstekst|opmerking(en)?|wijze van uitvoering)$/,
  ],
  ['settlement', /^(afdoening|wijze van afdoening|afdoeningswijze|resultaat afdoening|afhandeling)$/],
  ['status', /^(status|stand|voortgang|status motie)$/],
  [
    'term',
    /^(termijn|deadline|uiterlijk|gereed voor|streefdatum|datum gereed gepland|afdoen voor|afdoeningstermijn|planning)$/,
  ],
  [
    'date',
    /^(datum|datum motie|datum vergadering|vergaderdatum|datum raad|datum raadsvergadering|raadsvergadering|datum besluit|ingediend op)$/,
  ],
  [
    'outcome',
    /^(uitslag|besluit|uitslag stemming|stemming|resultaat|aangenomen|aangenomen verworpen|uitkomst)$/,
  ],
  [
    'portfolioHolder',
    /^(portefeuillehouder|pfh|wethouder|verantwoordelijk(e)? (wethouder|portefeuillehouder)|bestuurder)$/,
  ],
  [
    'parties',
    /^(fractie|fracties|fractie s|partij|partijen|indienende fractie(s)?|ingediend door fractie(s)?)$/,
  ],
  ['submitters', /^(indiener|indieners|indiener s|ingediend door|initiatiefnemer(s)?|naam indiener(s)?)$/],
  ['request', /^(verzoek|dictum|verzoekt|tekst|motietekst|verzoek aan (het )?college|inhoud|opdracht)$/],
  ['title', /^(titel|motie|onderwerp|naam|naam motie|titel motie|omschrijving|motietitel)$/],
  ['number', /^(nummer|nr|motienummer|motie nummer|motie nr|volgnummer|motienr|no)$/],
  ['sourceKey', /^(id|sleutel|volg id|record|code|kenmerk)$/],
]

/** Guesses what each column is, from its header alone; each field once. */
export function guessColumns(
  printed: readonly string[],
  remembered: ReadonlyMap<string, string> = new Map(),
): (ImportField | null)[] {
  const taken = new Set<ImportField>()
  const take = (field: ImportField | undefined | null) => {
    if (!field || taken.has(field)) return null
    taken.add(field)
    return field
  }
  const known = printed.map((header) => {
    const value = remembered.get(foldWord(header))
    return value === undefined
      ? undefined
      : (importFields as readonly string[]).includes(value)
        ? take(value as ImportField)
        : null
  })
  return printed.map((header, index) =>
    known[index] !== undefined
      ? known[index]!
      : take(headers.find(([, pattern]) => pattern.test(foldWord(header)))?.[0]),
  )
}

const outcomeWords: readonly [Outcome, RegExp][] = [
  [
    'adopted',
    /^(aangenomen|aanvaard|aangenomen motie|met algemene stemmen aangenomen|unaniem aangenomen|ja)$/,
  ],
  ['rejected', /^(verworpen|afgewezen|niet aangenomen|nee)$/],
  ['withdrawn', /^(ingetrokken)$/],
  ['held', /^(aangehouden)$/],
  ['taken-over', /^(overgenomen|toegezegd en overgenomen|overgenomen door( het)? college)$/],
  ['lapsed', /^(vervallen)$/],
  ['not-voted', /^(niet in stemming( gebracht)?|niet in behandeling genomen)$/],
]
const statusWords: readonly [StatusMeaning, RegExp][] = [
  ['open', /^(open|openstaand|nieuw|nog niet gestart)$/],
  ['in-progress', /^(in behandeling|in uitvoering|loopt|lopend|in bewerking|onderhanden)$/],
  ['settled', /^(afgedaan|afgehandeld|gesloten|gereed|afgerond)$/],
  ['carried-out', /^(uitgevoerd|volledig uitgevoerd)$/],
  ['partly', /^(deels uitgevoerd|gedeeltelijk uitgevoerd)$/],
  ['not', /^(niet uitgevoerd)$/],
]
const settlementWords: readonly [SettlementMeaning, RegExp][] = [
  ['carried-out', /^(uitgevoerd|volledig uitgevoerd|geheel uitgevoerd)$/],
  ['partly', /^(deels|deels uitgevoerd|gedeeltelijk|gedeeltelijk uitgevoerd)$/],
  ['not', /^(niet uitgevoerd|niet|wordt niet uitgevoerd)$/],
  ['absorbed', /^(opgegaan in ander(e)? beleid|opgegaan in beleid|opgenomen in beleid)$/],
  ['transferred', /^(overgedragen|overgedragen aan (andere|derden).*)$/],
  ['overtaken', /^(achterhaald|ingehaald door de tijd|niet meer relevant)$/],
  ['announced', /^(aangekondigd|toegezegd)$/],
]

/** What a word of a list plainly means; anything else is `unknown`, for the clerk to choose. */
export const guessOutcome = (word: string): Outcome => guess(outcomeWords, word) ?? 'unknown'
export const guessStatus = (word: string): StatusMeaning => guess(statusWords, word) ?? 'unknown'
export const guessSettlement = (word: string): SettlementMeaning => guess(settlementWords, word) ?? 'unknown'

function guess<T>(words: readonly [T, RegExp][], word: string): T | undefined {
  return words.find(([, pattern]) => pattern.test(foldWord(word)))?.[0]
}

/** A mapping whose parts are of these lists and nothing else. */
export function isOutcome(value: string): value is Outcome {
  return (outcomes as readonly string[]).includes(value)
}
export function isStatusMeaning(value: string): value is StatusMeaning {
  return (statusMeanings as readonly string[]).includes(value)
}
export function isSettlementMeaning(value: string): value is SettlementMeaning {
  return (settlementMeanings as readonly string[]).includes(value)
}
export function isImportField(value: string): value is ImportField {
  return (importFields as readonly string[]).includes(value)
}

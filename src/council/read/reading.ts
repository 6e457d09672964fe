/**
 * The shape of a reading: what the reader found in one document, and where. Published as JSON Schema in
 * `docs/schemas/reading.schema.json`. All keys are always present; what the document does not say is `null`, `[]` or `unknown`.
 */

/** A slice of one page. `page` from 1; `start` (inclusive) and `end` (exclusive) are UTF-16 offsets in that page's NFC text. */
export type Span = { page: number; start: number; end: number }
/** One or more slices in reading order: several where a page break, a header or a footer cuts a passage. */
export type At = Span[]
/** ISO 8601 calendar date, `2019-07-02`. */
export type IsoDate = string

export const documentKinds = [
  'settlement-letter',
  'information-letter',
  'motion',
  'amendment',
  'decision-list',
  'unknown',
] as const
export type DocumentKind = (typeof documentKinds)[number]

export const outcomes = [
  'adopted',
  'rejected',
  'withdrawn',
  'held',
  'taken-over',
  'lapsed',
  'not-voted',
  'unknown',
] as const
export type Outcome = (typeof outcomes)[number]

export const clauseKinds = ['noting', 'considering', 'opinion', 'appreciating', 'other'] as const
export type ClauseKind = (typeof clauseKinds)[number]

export const requestKinds = ['request', 'instruct', 'call-upon', 'declare', 'decide'] as const
export type RequestKind = (typeof requestKinds)[number]

export const requestActs = ['investigate', 'do', 'report', 'stop', 'other'] as const
export type RequestAct = (typeof requestActs)[number]

export const domains = [
  'housing',
  'training',
  'work',
  'debt',
  'health',
  'safety',
  'network',
  'legal',
  'other',
] as const
export type Domain = (typeof domains)[number]

export const pillarKeys = ['prevention', 'combating', 'protection', 'chain', 'other'] as const
export type PillarKey = (typeof pillarKeys)[number]

export const claims = ['settled', 'partly', 'not', 'in-progress', 'none'] as const
export type Claim = (typeof claims)[number]

export const bases = ['carried-out', 'announced', 'absorbed', 'transferred', 'overtaken', 'unstated'] as const
/** `announced`: what carries the claim does not exist at the letter's date; `absorbed`: it does. */
export type Basis = (typeof bases)[number]

export const voteChoices = ['for', 'against', 'divided'] as const
export type VoteChoice = (typeof voteChoices)[number]

export const personalDataKinds = ['name', 'email', 'phone'] as const
export type PersonalDataKind = (typeof personalDataKinds)[number]

/** How the dates of a term were found. `no-…`: the words name a moment that only other data can date, so both dates are null. */
export const termRules = [
  'exact-date',
  'before-date',
  'after-date',
  'in-month',
  'before-month',
  'in-quarter',
  'before-quarter',
  'in-half-year',
  'in-year',
  'before-year',
  'in-season',
  'within-weeks',
  'within-months',
  'after-recess',
  'before-recess',
  'no-recess-calendar',
  'no-reference-date',
  'named-moment',
] as const
export type TermRule = (typeof termRules)[number]

/** A term as printed, with the dates that follow from it. Never an invented date. */
export type Term = { text: string; notBefore: IsoDate | null; notAfter: IsoDate | null; rule: TermRule }

/**
 * Lines that are read, empty ones in a row counted once. Three hundred full pages have some 20,000; what has more than this is no
 * council paper, and opening a file refuses it.
 */
export const mostLines = 60_000

export const warningCodes = [
  'same-registry-number-for-letter-and-motion',
  'no-closing-formula',
  'two-numbers-for-one-motion',
  'no-settlement-for-motion',
  'no-request-found',
  'no-letter-date',
  'no-motion-found',
  'outcome-unknown',
  'settled-on-announcement',
  'votes-do-not-add-up',
  'date-after-letter',
  'looks-like-ocr',
  'submitter-without-party',
  'term-without-date',
  'only-beginning-read',
] as const
export type WarningCode = (typeof warningCodes)[number]

export type Signatory = { name: string; role: string | null; acting: boolean }
export type Contact = { name: string | null; phone: string | null; email: string | null }

export type Letter = {
  date: IsoDate | null
  subject: string | null
  reference: string | null
  registryNumber: string | null
  /** As printed: "de Gemeenteraad". */
  addressee: string | null
  place: string | null
  department: string | null
  unit: string | null
  contact: Contact
  signatories: Signatory[]
}

export type Clause = { kind: ClauseKind; text: string; at: At }
export type Part = { text: string; domain: Domain | null; at: At }
export type Request = {
  kind: RequestKind
  act: RequestAct
  /** As printed, "het college"; null for what is declared or decided. */
  addressee: string | null
  text: string
  deadline: Term | null
  periodic: { text: string; months: number } | null
  /** The matters that one request names, at least two; `[]` when it is not split and counts as one. */
  parts: Part[]
  at: At
}
export type PartyVote = { party: string; vote: VoteChoice }
export type Votes = { parties: PartyVote[]; for: number | null; against: number | null }

export type Motion = {
  number: string | null
  title: string | null
  registryNumber: string | null
  /** Date of the meeting. */
  date: IsoDate | null
  outcome: Outcome
  proposal: { title: string | null; registryNumber: string | null } | null
  submitters: { name: string; party: string | null }[]
  votes: Votes | null
  clauses: Clause[]
  requests: Request[]
  closingFormula: boolean
}

export type Commitment = { text: string; due: Term | null; at: At }
/** One for every motion of a letter; `claim: 'none'`, `text: null`, `at: []` where the letter claims nothing. */
export type Settlement = { motion: number; claim: Claim; basis: Basis; text: string | null; at: At }

export type Reading = {
  kind: DocumentKind
  letter: Letter | null
  motions: Motion[]
  commitments: Commitment[]
  pillars: { key: PillarKey; text: string; at: At }[]
  domains: { key: Domain; text: string; at: At }[]
  settlement: Settlement[]
  personalData: { kind: PersonalDataKind; text: string; at: At }[]
  warnings: WarningCode[]
  /** JSON pointer → where, for every value from the document that does not carry its own `at`. */
  passages: Record<string, At>
}

/** A document as the reader gets it: the text of each page, in NFC, lines ended by `\n`. */
export type TextDocument = { pages: readonly string[] }

/** A recess of one municipality, from the dated data in `rules/`. Both days are inclusive. */
export type Recess = {
  kind: 'summer' | 'autumn' | 'christmas' | 'spring' | 'may'
  from: IsoDate
  to: IsoDate
}
/** What the reader may know besides the document. Without it, terms that lean on it stay undated. */
export type ReadingContext = { recesses: readonly Recess[] | null }

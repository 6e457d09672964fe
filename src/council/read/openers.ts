import { readAddressee, readUnknownAddressee } from './addressee.ts'
import {
  adverbs,
  clauseFormulae,
  type Formula,
  lookAlikes,
  looseAdverbs,
  requestFormulae,
  speakers,
} from './formulae.ts'
import type { ClauseKind, RequestKind } from './reading.ts'
import { isBlankAt, type Token, Tokens, tokenAt, WordFinder } from './words.ts'

/** A formula found in the text. `end`: where what it opens begins. */
export type Opener = { start: number; end: number; anywhere: boolean } & (
  | { opens: 'clause'; kind: ClauseKind }
  | { opens: 'request'; kind: RequestKind; addressee: { start: number; end: number } | null }
)

type Parsed = { words: readonly string[]; anywhere: boolean; needsDat: boolean } & (
  | { opens: 'clause'; kind: ClauseKind }
  | { opens: 'request'; kind: RequestKind }
)

const parse = <K>(formula: Formula<K>) => ({
  words: formula.words.split(' '),
  anywhere: formula.anywhere === true,
  needsDat: formula.needsDat === true,
  kind: formula.kind,
})
const formulae: readonly Parsed[] = [
  ...clauseFormulae.map((formula): Parsed => ({ opens: 'clause', ...parse(formula) })),
  ...requestFormulae.map((formula): Parsed => ({ opens: 'request', ...parse(formula) })),
]
const byFirst = new Map<string, Parsed[]>()
for (const formula of formulae) {
  const first = formula.words[0] as string
  byFirst.set(
    first,
    [...(byFirst.get(first) ?? []), formula].sort((a, b) => b.words.length - a.words.length),
  )
}
const firstWords = new WordFinder(byFirst.keys(), lookAlikes)
const allWords = new WordFinder(
  new Set(formulae.flatMap((formula) => formula.words.filter((w) => w.length > 1))),
  lookAlikes,
)
const speakerWords = speakers.map((speaker) => speaker.split(' '))

/** How far ahead a formula with its addressee may reach, in tokens. */
const reach = 28

const lead = new Tokens(5)
const ahead = new Tokens(reach)

/** The opener that begins at `at`, or null. */
export function openerAt(text: string, at: number, limit: number): Opener | null {
  if (!mayOpen(text, at, limit)) return null
  lead.moveTo(text, at, limit)
  const first = lead.get(skipLead(lead))
  const word = first?.word ? firstWords.find(first.key) : null
  if (!first || !word) return null
  ahead.moveTo(text, first.start, limit)
  for (const formula of byFirst.get(word) ?? []) {
    const match =
      formula.opens === 'clause' ? matchClause(formula, ahead) : matchRequest(formula, ahead, text)
    if (match) return { ...match, start: lead.get(0)?.start ?? at }
  }
  return null
}

/** Whether the first word is that of a formula, or may stand before one. */
function mayOpen(text: string, at: number, limit: number): boolean {
  let from = at
  while (from < limit && from < at + 400 && isBlankAt(text, from)) from++
  if (from >= limit) return false
  const first = tokenAt(text, from, limit)
  return mayLead.has(first.key) || (first.word && firstWords.find(first.key) !== null)
}

/** Adverbs, *en* and the speaker may stand before the formula: "En voorts overwegende", "De raad verzoekt". */
function skipLead(tokens: Tokens): number {
  let i = 0
  for (const words of speakerWords) {
    if (words.every((word, j) => tokens.key(j) === word)) {
      i = words.length
      break
    }
  }
  while (isLead(tokens.key(i))) i++
  return i
}

const leadWords = new Set([
  'en',
  'ten',
  'slotte',
  'tot',
  'slot',
  'daarom',
  'derhalve',
  'ook',
  'hierbij',
  'nogmaals',
  ',',
])
const isLead = (key: string): boolean => adverbs.has(key) || leadWords.has(key)
const mayLead = new Set([...adverbs, ...leadWords, ...speakerWords.map((words) => words[0] as string)])

const sameWord = (wanted: string, token: Token | undefined): boolean =>
  token !== undefined && (token.key === wanted || (wanted.length >= 7 && allWords.find(token.key) === wanted))

function matchClause(formula: Parsed, tokens: Tokens): Opener | null {
  if (formula.opens !== 'clause') return null
  let i = 0
  for (const word of formula.words) {
    const found = i === 0 || sameWord(word, tokens.get(i))
    if (!found) return null
    i++
  }
  const after = formula.words.at(-1) === 'dat' ? skipMarks(tokens, i) : skipToDat(tokens, i)
  if (formula.needsDat && !holds(tokens, i, after, 'dat', ':')) return null
  return {
    opens: 'clause',
    kind: formula.kind,
    anywhere: formula.anywhere,
    start: 0,
    end: endOf(tokens, after),
  }
}

/** Past adverbs, commas, colons and *dat*. */
function skipToDat(tokens: Tokens, from: number): number {
  let i = from
  while (isMark(tokens.key(i)) || adverbs.has(tokens.key(i))) i++
  return skipMarks(tokens, isDat(tokens.key(i)) ? i + 1 : i)
}

function skipMarks(tokens: Tokens, from: number): number {
  let i = from
  while (isMark(tokens.key(i))) i++
  return i
}

const datWords = new Set(['dat', 'dát', 'dàt', 'dal'])
const isDat = (key: string): boolean => datWords.has(key)
const isMark = (key: string): boolean => key === ',' || key === ':' || key === ';'

/** Whether one of two words stands between two tokens. */
function holds(tokens: Tokens, from: number, to: number, one: string, other: string): boolean {
  for (let i = from; i < to; i++) if (tokens.key(i) === one || tokens.key(i) === other) return true
  return false
}

function matchRequest(formula: Parsed, tokens: Tokens, text: string): Opener | null {
  if (formula.opens !== 'request') return null
  let i = 1
  let addressee: { start: number; end: number } | null = null
  let anywhere = formula.anywhere
  for (const word of formula.words.slice(1)) {
    if (word === '…') {
      i = skipAdverbs(tokens, i)
      if (tokens.key(i) === 'aan') i++
      const next = addresseeEnd(tokens, i, text)
      if (next > i)
        addressee = { start: (tokens.get(i) as Token).start, end: (tokens.get(next - 1) as Token).end }
      else if (!/^(?:om|:|,|te|dat)$/.test(tokens.get(i)?.key ?? ':')) anywhere = false
      i = skipAdverbs(tokens, next)
    } else if (word === '+') {
      const last = i + 6
      while (i <= last && tokens.key(i) !== 'uit') i++
      if (i > last) return null
    } else if (sameWord(word, tokens.get(i))) i++
    else return null
  }
  if (formula.kind === 'decide') {
    if (
      /^(?:raad|van|aangenomen|verworpen|ingetrokken|aangehouden|unaniem|bij)$/.test(
        tokens.key(i) === ':' ? tokens.key(i + 1) : tokens.key(i),
      )
    )
      return null
    i = skipSubject(tokens, i)
  }
  i = formula.kind === 'declare' || formula.kind === 'decide' ? skipToDat(tokens, i) : skipToAction(tokens, i)
  if (formula.words[0] === 'vraagt' && !addressee) return null
  return { opens: 'request', kind: formula.kind, addressee, anywhere, start: 0, end: endOf(tokens, i) }
}

function addresseeEnd(tokens: Tokens, from: number, text: string): number {
  const known = readAddressee(tokens, from, text)
  return known > from ? known : readUnknownAddressee(tokens, from)
}

/** *besluit unaniem:* and the like. */
function skipSubject(tokens: Tokens, from: number): number {
  return tokens.key(from) === 'als' && tokens.key(from + 1) === 'volgt' ? from + 2 : from
}

function skipAdverbs(tokens: Tokens, from: number): number {
  let i = from
  while (adverbs.has(tokens.key(i))) i++
  let loose = i
  while (looseAdverbs.has(tokens.key(loose))) loose++
  return loose > i && /^(?:om|op|:|,|opdracht)$/.test(tokens.key(loose)) ? loose : i
}

/** Past adverbs, *om*, commas and colons, in any order: ", om:", "tevens om", "voorts, indien". */
function skipToAction(tokens: Tokens, from: number): number {
  let i = from
  for (;;) {
    const next = skipAdverbs(tokens, i)
    const key = tokens.key(next)
    if (key === 'om' || key === ',' || key === ':') i = next + 1
    else return next
  }
}

const endOf = (tokens: Tokens, i: number): number =>
  i > 0 ? (tokens.get(i - 1)?.end ?? tokens.last()?.end ?? 0) : 0

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
import { type Token, tokenAt, tokensFrom, WordFinder } from './words.ts'

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

/** The opener that begins at `at`, or null. */
export function openerAt(text: string, at: number, limit: number): Opener | null {
  if (!mayOpen(text, at, limit)) return null
  const lead = tokensFrom(text, at, limit, 5)
  let i = skipLead(lead)
  const first = lead[i]
  if (!first?.word || !firstWords.find(first.key)) return null
  const tokens = tokensFrom(text, first.start, limit, reach)
  i = 0
  const candidates = byFirst.get(firstWords.find(first.key) as string) ?? []
  for (const formula of candidates) {
    const match =
      formula.opens === 'clause' ? matchClause(formula, tokens) : matchRequest(formula, tokens, text)
    if (match) return { ...match, start: lead[0]?.start ?? at }
  }
  return null
}

/** Whether the first word is that of a formula, or may stand before one. */
function mayOpen(text: string, at: number, limit: number): boolean {
  let from = at
  while (from < limit && from < at + 400 && !/[^\s*_]/.test(text[from] as string)) from++
  if (from >= limit) return false
  const first = tokenAt(text, from, limit)
  return isLead(first) || speakerStarts.has(first.key) || (first.word && firstWords.find(first.key) !== null)
}

const speakerStarts = new Set(speakerWords.map((words) => words[0] as string))

/** Adverbs, *en* and the speaker may stand before the formula: "En voorts overwegende", "De raad verzoekt". */
function skipLead(tokens: readonly Token[]): number {
  let i = 0
  for (const words of speakerWords) {
    if (words.every((word, j) => tokens[j]?.key === word)) {
      i = words.length
      break
    }
  }
  while (i < tokens.length && isLead(tokens[i] as Token)) i++
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
const isLead = (token: Token): boolean => adverbs.has(token.key) || leadWords.has(token.key)

const sameWord = (wanted: string, token: Token | undefined): boolean =>
  token !== undefined && (token.key === wanted || (wanted.length >= 7 && allWords.find(token.key) === wanted))

function matchClause(formula: Parsed, tokens: readonly Token[]): Opener | null {
  if (formula.opens !== 'clause') return null
  let i = 0
  for (const word of formula.words) {
    const found = i === 0 || sameWord(word, tokens[i])
    if (!found) return null
    i++
  }
  const after = formula.words.at(-1) === 'dat' ? skipMarks(tokens, i) : skipToDat(tokens, i)
  if (
    formula.needsDat &&
    !(after > i && tokens.slice(i, after).some((token) => token.key === 'dat' || token.key === ':'))
  )
    return null
  return {
    opens: 'clause',
    kind: formula.kind,
    anywhere: formula.anywhere,
    start: 0,
    end: endOf(tokens, after),
  }
}

/** Past adverbs, commas, colons and *dat*. */
function skipToDat(tokens: readonly Token[], from: number): number {
  let i = from
  while (i < tokens.length && (isMark(tokens[i]) || adverbs.has(tokens[i]?.key ?? ''))) i++
  return skipMarks(tokens, isDat(tokens[i]) ? i + 1 : i)
}

function skipMarks(tokens: readonly Token[], from: number): number {
  let i = from
  while (isMark(tokens[i])) i++
  return i
}

const isDat = (token: Token | undefined): boolean => token !== undefined && /^d[aáà]t$|^dal$/.test(token.key)
const isMark = (token: Token | undefined): boolean => token !== undefined && /^[,:;]$/.test(token.key)

function matchRequest(formula: Parsed, tokens: readonly Token[], text: string): Opener | null {
  if (formula.opens !== 'request') return null
  let i = 1
  let addressee: { start: number; end: number } | null = null
  let anywhere = formula.anywhere
  for (const word of formula.words.slice(1)) {
    if (word === '…') {
      i = skipAdverbs(tokens, i)
      if (tokens[i]?.key === 'aan') i++
      const next = addresseeEnd(tokens, i, text)
      if (next > i) addressee = { start: (tokens[i] as Token).start, end: (tokens[next - 1] as Token).end }
      else if (!/^(?:om|:|,|te|dat)$/.test(tokens[i]?.key ?? ':')) anywhere = false
      i = skipAdverbs(tokens, next)
    } else if (word === '+') {
      const to = tokens.findIndex((token, j) => j >= i && j < i + 7 && token.key === 'uit')
      if (to < 0) return null
      i = to
    } else if (sameWord(word, tokens[i])) i++
    else return null
  }
  if (formula.kind === 'decide') {
    if (
      /^(?:raad|van|aangenomen|verworpen|ingetrokken|aangehouden|unaniem|bij)$/.test(
        tokens[i]?.key === ':' ? (tokens[i + 1]?.key ?? '') : (tokens[i]?.key ?? ''),
      )
    )
      return null
    i = skipSubject(tokens, i)
  }
  i = formula.kind === 'declare' || formula.kind === 'decide' ? skipToDat(tokens, i) : skipToAction(tokens, i)
  if (formula.words[0] === 'vraagt' && !addressee) return null
  return { opens: 'request', kind: formula.kind, addressee, anywhere, start: 0, end: endOf(tokens, i) }
}

function addresseeEnd(tokens: readonly Token[], from: number, text: string): number {
  const known = readAddressee(tokens, from, text)
  return known > from ? known : readUnknownAddressee(tokens, from)
}

/** *besluit unaniem:* and the like. */
function skipSubject(tokens: readonly Token[], from: number): number {
  return tokens[from]?.key === 'als' && tokens[from + 1]?.key === 'volgt' ? from + 2 : from
}

function skipAdverbs(tokens: readonly Token[], from: number): number {
  let i = from
  while (i < tokens.length && adverbs.has((tokens[i] as Token).key)) i++
  let loose = i
  while (loose < tokens.length && looseAdverbs.has((tokens[loose] as Token).key)) loose++
  return loose > i && /^(?:om|op|:|,|opdracht)$/.test(tokens[loose]?.key ?? '') ? loose : i
}

/** Past adverbs, *om*, commas and colons, in any order: ", om:", "tevens om", "voorts, indien". */
function skipToAction(tokens: readonly Token[], from: number): number {
  let i = from
  for (;;) {
    const next = skipAdverbs(tokens, i)
    const key = tokens[next]?.key
    if (key === 'om' || key === ',' || key === ':') i = next + 1
    else return next
  }
}

const endOf = (tokens: readonly Token[], i: number): number =>
  i > 0 ? (tokens[i - 1]?.end ?? tokens.at(-1)?.end ?? 0) : 0

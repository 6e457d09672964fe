import { addresseeAdjectives, addresseeHeads, articles } from './formulae.ts'
import { type Token, type Tokens, WordFinder } from './words.ts'

/** Reads whom a request addresses: *het college van burgemeester en wethouders*, *de minister van Justitie en Veiligheid*. */

const heads = new WordFinder(
  addresseeHeads,
  new Set(['colleges', 'wethouderszetel', 'ministerieel', 'regeringen', 'gemeenten']),
)
const joiners = new Set(['en', 'van', 'voor', 'het', 'de', '&', ',', 'der', 'den'])
const executive: readonly (readonly string[])[] = [
  ['van', 'burgemeester', 'en', 'wethouders'],
  ['van', 'burgemeester', '&', 'wethouders'],
  ['burgemeester', 'en', 'wethouders'],
  ['van', 'b', 'en', 'w'],
  ['van', 'b.', 'en', 'w.'],
  ['van', 'b', '.', 'en', 'w', '.'],
  ['van', 'b&w'],
  ['van', 'gedeputeerde', 'staten'],
]
/** Bodies whose name ends with the words that say of what: *de minister van …*, *het bestuur van …*. */
const named = new Set(
  'minister ministers staatssecretaris ministerie commissie raadscommissie bestuur wethouder voorzitter directie wethouders'.split(
    ' ',
  ),
)

/** Index after the addressee that begins at `from`, or `from` when none begins there. */
export function readAddressee(tokens: Tokens, from: number, text: string): number {
  let at = readOne(tokens, from, text)
  if (at === from) return from
  while (tokens.key(at) === 'en' || tokens.key(at) === 'alsmede') {
    const next = readOne(tokens, at + 1, text)
    if (next === at + 1) break
    at = next
  }
  return at
}

function readOne(tokens: Tokens, from: number, text: string): number {
  const whole = executivePhrase(tokens, from)
  if (whole > from) return whole
  let at = from
  if (articles.has(tokens.key(at))) at++
  for (let i = 0; i < 2 && addresseeAdjectives.has(tokens.key(at)); i++) at++
  const head = tokens.get(at)
  if (!head?.word || !heads.find(head.key)) return from
  at++
  const rest = executivePhrase(tokens, at)
  if (rest > at) return rest
  return named.has(head.key) ? readName(tokens, at, text) : readTown(tokens, at, text)
}

function executivePhrase(tokens: Tokens, from: number): number {
  for (const phrase of executive) {
    if (phrase.every((word, i) => tokens.key(from + i) === word)) return from + phrase.length
  }
  return from
}

const isCapital = (text: string, token: Token | undefined): boolean =>
  token?.word === true && text.charAt(token.start) !== text.charAt(token.start).toLowerCase()

/** *van Sociale Zaken en Werkgelegenheid*: capital words with their joiners. */
function readName(tokens: Tokens, from: number, text: string): number {
  let at = from
  let last = from
  while (at < from + 14) {
    const token = tokens.get(at)
    if (!token) break
    if (isCapital(text, token)) last = at + 1
    else if (!joiners.has(token.key) || (token.key === ',' && !isCapital(text, tokens.get(at + 1)))) break
    at++
  }
  return last
}

/** *de gemeente Oudebroek*, *het college van Oudebroek*: one or two capital words. */
function readTown(tokens: Tokens, from: number, text: string): number {
  let at = from
  if (tokens.key(at) === 'van' && isCapital(text, tokens.get(at + 1))) at++
  else if (!isCapital(text, tokens.get(at)) || tokens.key(from - 1) !== 'gemeente') return from
  while (isCapital(text, tokens.get(at))) at++
  return at
}

/** Another addressee, unknown to the table, closed by *om* or a colon: *de directeur van de instelling om*. */
export function readUnknownAddressee(tokens: Tokens, from: number): number {
  if (!articles.has(tokens.key(from))) return from
  for (let at = from + 2; at < from + 7; at++) {
    const token = tokens.get(at)
    if (!token) return from
    if (token.key === 'om' || token.key === ':') return at
    if (!token.word || token.key === 'te' || token.key === 'dat') return from
  }
  return from
}

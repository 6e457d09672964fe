import { matchesOf } from './matches.ts'
import type { Domain } from './reading.ts'

/**
 * Which matter a word is about. `x` is the whole word, `x*` a word that begins so, `*x` one that ends so. `other` is a person's
 * correction: the reader never gives it.
 */
export const domainWords: readonly (readonly [Exclude<Domain, 'other'>, string])[] = [
  [
    'housing',
    'huisvest* woning* *woning *woningen wonen woonruimte* woonplek* woonvoorziening* onderdak huur* *huur',
  ],
  ['training', '*scholing opleiding* *onderwijs taalles* taalonderwijs cursus* leerwerk*'],
  ['work', 'werk werkplek* werkgelegenheid arbeid* baan banen dagbesteding stage*'],
  ['debt', 'schuld* bewindvoering budgetbeheer'],
  [
    'health',
    'zorg *zorg zorgverlen* *gezondheid gezondheid* ggz ggz-* medisch* psychisch* traumabehandeling verslaving*',
  ],
  ['safety', 'veiligheid* politie beveiliging handhaving toezicht'],
  ['network', 'netwerk* buddy* maatje* ontmoeting* lotgenoten*'],
  ['legal', 'juridisch* rechtsbijstand rechtshulp verblijfs*'],
]

type Rule = { domain: Domain; test: (word: string) => boolean }

const rules: readonly Rule[] = domainWords.flatMap(([domain, words]) =>
  words.split(' ').map((word): Rule => ({ domain, test: testOf(word) })),
)

function testOf(word: string): (printed: string) => boolean {
  if (word.endsWith('*')) return (printed) => printed.startsWith(word.slice(0, -1))
  if (word.startsWith('*')) return (printed) => printed.endsWith(word.slice(1))
  return (printed) => printed === word
}

/** Without one of these, or a bracket within a word, a passage names no domain: spares it the search word by word. */
const mayName = new RegExp(
  domainWords.flatMap(([, words]) => words.replaceAll('*', '').split(' ')).join('|'),
  'iu',
)

const known = new Map<string, Domain | null>()

/** The domain of one printed word, with its hyphen or bracketed prefix: *GGZ-behandeling*, *(om)scholing*. */
export function domainOfWord(printed: string): Domain | null {
  const seen = known.get(printed)
  if (seen !== undefined) return seen
  const bare = printed.toLowerCase().replace(/[()]/g, '')
  const domain = rules.find((rule) => rule.test(bare))?.domain ?? null
  if (known.size > 20000) known.clear()
  if (printed.length < 60) known.set(printed, domain)
  return domain
}

const printedWord = /\(?\p{L}{1,60}\)?(?:[-–]?\(?\p{L}{1,60}\)?){0,6}/gu

/** Every word of a passage that names a domain, in order. */
export function findDomains(text: string): { domain: Domain; text: string; start: number; end: number }[] {
  const found: { domain: Domain; text: string; start: number; end: number }[] = []
  if (!mayName.test(text) && !/[()]/.test(text)) return found
  for (const match of matchesOf(text, printedWord)) {
    const { word, start } = withoutLooseBrackets(match[0], match.index)
    const domain = domainOfWord(word)
    if (domain) found.push({ domain, text: word, start, end: start + word.length })
  }
  return found
}

/** "(zorg" and "zorg)" lose a bracket that has no partner within the word, "(zorg)" both. */
function withoutLooseBrackets(word: string, start: number): { word: string; start: number } {
  let from = 0
  let to = word.length
  if (word.startsWith('(') && (word.indexOf(')') < 0 || word.endsWith(')'))) from = 1
  if (word.endsWith(')') && (word.lastIndexOf('(') < 1 || from === 1)) to--
  return { word: word.slice(from, to), start: start + from }
}

export function domainOf(text: string): Domain | null {
  return findDomains(text)[0]?.domain ?? null
}

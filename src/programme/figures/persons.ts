/** Words by which a text counts persons. Pure. */
export type PersonWords = { words: readonly string[]; endings: readonly string[] }

/** What follows is what is counted. */
const countingWords = new Set(
  'aantal aantallen hoeveel hoeveelheid tellen tel telt geteld getelde percentage aandeel deel totaal som number many count counts share proportion percentage'.split(
    ' ',
  ),
)
/** After these a text no longer says what is counted, but for whom or where. */
const stops = new Set(
  'voor met over aan door in op die dat dit bij waar waarin waarbij waarvan waarmee waaraan tegen om naar uit tijdens per sinds vanaf als wanneer omdat zodat om te die welke zonder binnen buiten for with about by on at that which who to from during where in is zijn wordt worden werd werden heeft hebben kreeg kregen krijgt krijgen was waren are were'.split(
    ' ',
  ),
)
const negations = new Set(['niet', 'geen', 'not', 'no'])

/** The word by which this unit, name or definition counts persons; null when it counts something else. */
export function countsPersons(
  { unit, name, definition }: { unit: string; name: string; definition: string },
  words: PersonWords,
): { field: 'unit' | 'name' | 'definition'; word: string } | null {
  const known = new Set(words.words)
  const isPerson = (word: string) => known.has(word) || words.endings.some((end) => word.endsWith(end))
  const counted = (text: string) => {
    const found = tokens(text)
    const starts = [0, ...found.flatMap((_, at) => (isCount(found, at) ? [at + 1] : []))]
    return starts.map((at) => phraseFrom(found, at).find(isPerson)).find((word) => word !== undefined)
  }
  const inUnit = unitHead(unit).find(isPerson)
  if (inUnit) return { field: 'unit', word: inUnit }
  for (const [field, text] of [
    ['name', name],
    ['definition', definition],
  ] as const) {
    const word = counted(text)
    if (word) return { field, word }
  }
  return null
}

const tokens = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}'’-]+|[.,;:!?()[\]/]/gu) ?? []

const isCount = (all: readonly string[], at: number) => {
  if (!countingWords.has(all[at]!)) return false
  const before = all.slice(Math.max(0, at - 2), at)
  return !before.some((word) => negations.has(word))
}

/** The words of what is counted: up to a preposition, a verb or a sign. "van de" directly after the counting word still leads to it. */
function phraseFrom(all: readonly string[], start: number): string[] {
  const phrase: string[] = []
  for (let at = start; at < all.length && phrase.length < 12; at++) {
    const word = all[at]!
    if (/^[^\p{L}\p{N}]/u.test(word) && word !== '/') break
    if (stops.has(word)) break
    if ((word === 'van' || word === 'of') && phrase.length > 0 && !countingWords.has(phrase.at(-1)!)) {
      if (word === 'van') break
    }
    phrase.push(word)
  }
  return phrase
}

/** Of "bijeenkomsten voor jongeren" only the first; of "% van de cliënten" all. */
const unitHead = (unit: string): string[] => phraseFrom(tokens(unit.replace(/%/g, ' aandeel ')), 0)

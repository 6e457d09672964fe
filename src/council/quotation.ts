import type { At, Span } from './read/reading.ts'

/**
 * Where a quotation stands on the pages of a document. `exact`: the same characters; `folded`: the same letters and figures, with other
 * capitals, accents, quotation marks or punctuation. White space and hyphens never count: lines break anywhere.
 */
export type FoundQuotation = { at: At; how: 'exact' | 'folded' }

type Letters = { text: string; places: { page: number; start: number; end: number }[] }

const exact = (character: string) => (/[\s\u00ad-]/u.test(character) ? '' : character.normalize('NFC'))
const folded = (character: string) =>
  character
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** Places of the quotation in page order, at most `most`; exact ones when there are any, and whole words before parts of words. */
export function placesOf(quotation: string, pages: readonly string[], most = 20): FoundQuotation[] {
  const typed = quotation.normalize('NFC').trim()
  for (const [how, fold] of [
    ['exact', exact],
    ['folded', folded],
  ] as const) {
    const wanted = lettersOf([typed], fold).text
    if (wanted === '') continue
    const letters = lettersOf(pages, fold)
    const found = occurrences(letters, wanted, pages)
    const whole = found.filter((one) => one.whole)
    const kept = (whole.length > 0 ? whole : found).slice(0, most)
    if (kept.length > 0)
      return kept.map(({ at }) => ({ at: how === 'folded' ? withStop(at, typed, pages) : at, how }))
  }
  return []
}

function lettersOf(pages: readonly string[], fold: (character: string) => string): Letters {
  const parts: string[] = []
  const places: Letters['places'] = []
  pages.forEach((page, index) => {
    let start = 0
    for (const character of page) {
      const end = start + character.length
      const letters = fold(character)
      if (letters !== '') {
        parts.push(letters)
        for (let n = 0; n < letters.length; n += 1) places.push({ page: index + 1, start, end })
      }
      start = end
    }
  })
  return { text: parts.join(''), places }
}

function occurrences(letters: Letters, wanted: string, pages: readonly string[]) {
  const found: { at: At; whole: boolean }[] = []
  for (
    let from = letters.text.indexOf(wanted);
    from >= 0 && found.length < 500;
    from = letters.text.indexOf(wanted, from + wanted.length)
  ) {
    const places = letters.places.slice(from, from + wanted.length)
    const at: Span[] = []
    for (const { page, start, end } of places) {
      const last = at.at(-1)
      if (last?.page === page) last.end = end
      else at.push({ page, start, end })
    }
    const first = at[0]!
    const last = at.at(-1)!
    const before = pages[first.page - 1]!.slice(0, first.start)
    const after = pages[last.page - 1]!.slice(last.end)
    found.push({ at, whole: !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after) })
  }
  return found
}

/** Folding drops the mark that ends a sentence; it belongs to the quotation when it was typed and stands there. */
function withStop(at: At, typed: string, pages: readonly string[]): At {
  const last = at.at(-1)!
  const stop = /[.?!]$/.exec(typed)?.[0]
  if (!stop || pages[last.page - 1]![last.end] !== stop) return at
  return [...at.slice(0, -1), { ...last, end: last.end + 1 }]
}

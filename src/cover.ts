/** Covering what must not be public in a text. Pure. */

export type Span = { start: number; end: number }

const cover = '█'

/** Any address at all, also broken at a line end or with "(at)". The look-behind keeps the search linear. */
const anyEmail =
  /(?<![\p{L}\p{N}._%+'’-])[\p{L}\p{N}._%+'’-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]+(?:-\n[\p{L}\p{N}-]+)?(?:\.(?:\n(?=\p{Ll}))?[\p{L}\p{N}-]+)+/gu
/** Any Dutch mobile number. Numbers of an organisation, such as 14070, are no one's own and stay. */
const anyMobile =
  /(?<!\d|\d[.-])(?:(?:\+\s?31|0031)[\s.-]?(?:\(0\)|0)?|\(0|0)[\s.-]?\)?[\s.-]?6\)?(?:[\s.-]?\d){8}(?!\d)/g

/** Where e-mail addresses and mobile numbers stand, whosever they are. */
export const contactDetails = (value: string): Span[] => [
  ...findAll(anyEmail, value),
  ...findAll(anyMobile, value),
]

/** What a person wrote, on one line, without e-mail addresses and mobile numbers: it will be public. Null when blank. */
export function publicText(typed: string | null | undefined): string | null {
  const text = typed?.normalize('NFC').replace(/\s+/g, ' ').trim() ?? ''
  return text === '' ? null : paint(text, contactDetails(text))
}

/** Covers these places with `█` of equal UTF-16 length; white space stays. */
export function paint(value: string, places: readonly Span[]): string {
  if (places.length === 0) return value
  const sorted = [...places].sort((a, b) => a.start - b.start)
  const pieces: string[] = []
  let done = 0
  for (const place of sorted) {
    const start = Math.max(place.start, done)
    const end = Math.min(place.end, value.length)
    if (end <= start) continue
    pieces.push(value.slice(done, start), covered(value.slice(start, end)))
    done = end
  }
  return pieces.join('') + value.slice(done)
}

function covered(text: string): string {
  let result = ''
  for (const unit of text) result += isSpace.test(unit) ? unit : cover.repeat(unit.length)
  return result
}
const isSpace = /\s/

export function findAll(pattern: RegExp, value: string): Span[] {
  return [...value.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

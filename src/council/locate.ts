import type { At, Span } from './read/reading.ts'

/**
 * Finds a value inside a passage, as a value is made from its slices: white space folded, hyphenation at line ends undone. Returns
 * its slices, or null when it is not there. Offsets are UTF-16 offsets per page, as everywhere.
 */
export function locate(text: string, within: At, pages: readonly string[]): At | null {
  const wanted = text.normalize('NFC').replace(/[\s\u00ad-]/g, '')
  if (wanted === '') return null
  let letters = ''
  const places: { page: number; offset: number }[] = []
  for (const span of within) {
    const page = pages[span.page - 1] ?? ''
    for (let offset = span.start; offset < Math.min(span.end, page.length); offset += 1) {
      const unit = page[offset]!
      if (/[\s\u00ad-]/.test(unit)) continue
      letters += unit
      places.push({ page: span.page, offset })
    }
  }
  const from = letters.indexOf(wanted)
  if (from < 0) return null
  const found: Span[] = []
  for (const { page, offset } of places.slice(from, from + wanted.length)) {
    const last = found.at(-1)
    const source = within.findIndex((span) => span.page === page && span.start <= offset && offset < span.end)
    const lastSource = last
      ? within.findIndex(
          (span) => span.page === last.page && span.start <= last.start && last.start < span.end,
        )
      : -1
    if (last && source === lastSource) last.end = offset + 1
    else found.push({ page, start: offset, end: offset + 1 })
  }
  return found
}

/** The text of a passage, with white space folded. */
export function passageText(at: At, pages: readonly string[]): string {
  return at
    .map((span) => pages[span.page - 1]?.slice(span.start, span.end) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

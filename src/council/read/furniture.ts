import type { Line } from './source.ts'

/**
 * Running headers, footers and page numbers. A line counts as such when it stands at the edge of a page and returns, figures
 * apart, at the edge of another, or when it can be nothing else (a page number, the imprint of a parliamentary paper).
 */

/** How many printed lines from the top and from the bottom may belong to a header or footer. */
const edge = 4
const longestHeader = 160

/** What can be nothing else, wherever it stands; by the sign or letter that it begins with. */
const imprint: readonly { begins: RegExp; whole: RegExp }[] = [
  { begins: /[p]/i, whole: /^(?:pagina:?|page|pag\.?) \d{1,4}(?: ?(?:van|of|\/) ?\d{1,4})?$/i },
  { begins: /[b]/i, whole: /^(?:blad|bladzijde) \d{1,4}(?: ?(?:van|\/) ?\d{1,4})?$/i },
  { begins: /\d/, whole: /^\d{1,4} ?\/ ?\d{1,4}$/ },
  { begins: /[-–—]/, whole: /^[-–—] ?\d{1,4} ?[-–—]$/ },
  { begins: /[k]/i, whole: /^kst-[\w-]{1,40}$/i },
  { begins: /[i]/i, whole: /^issn \d{4} ?- ?\d{3}[\dx]$/i },
  { begins: /['’‘]/, whole: /^['’‘]s-gravenhage \d{4}$/i },
  { begins: /[te]/i, whole: /^(?:tweede|eerste) kamer, vergaderjaar \d{4}[-–]\d{4}, .{1,60}$/i },
]
const shortestImprint = 3
const pageNumber = /^(?:pagina )?\d{1,4}$/i

/** Lines of a motion that may well return on every page of a bundle, and still are its text. */
const ownText =
  /\b(?:raad|kamer|college|dag|dat|motie luidt|aangenomen|verworpen|verzoekt|gehoord|ingetrokken|aangehouden)\b[^|]{0,3}$|^(?:[“„«]|antwoord|in de motie|wij |constat|overweg|verzoek|van mening|van oordeel|spreekt|draagt|roept|besluit|gehoord|de raad|de gemeenteraad|en gaa?t? |ondertekend|toelichting|stemming|status|uitslag|ris ?\d)/i

export function markFurniture(text: string, lines: Line[]): void {
  const pages = edgesOf(lines)
  markImprint(text, lines)
  markPageNumbers(text, pages, lines)
  if (pages.length > 1) markRunning(text, pages)
  if (lines.some((line) => line.furniture)) markNeighbours(text, lines)
}

/** The printed lines at the edges of a page, from the edge inwards, and how many the page has. */
type Edges = { top: Line[]; bottom: Line[]; printed: number }

function edgesOf(lines: readonly Line[]): Edges[] {
  const pages: Edges[] = []
  for (let i = 0; i < lines.length; ) {
    const page: Edges = { top: [], bottom: [], printed: 0 }
    const { page: number } = lines[i] as Line
    let line = lines[i]
    for (; line?.page === number; line = lines[++i]) {
      if (line.blank) continue
      page.printed++
      if (page.top.length < edge) page.top.push(line)
    }
    for (let back = i - 1; page.bottom.length < Math.min(edge, page.printed); back--) {
      const last = lines[back] as Line
      if (!last.blank) page.bottom.push(last)
    }
    pages.push(page)
  }
  return pages
}

const inkOf = (text: string, line: Line): string => text.slice(line.from, line.to)

/** The same line on another page: figures and spacing do not count. */
function shapeOf(text: string, line: Line): string {
  return inkOf(text, line).replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase()
}

function markImprint(text: string, lines: Line[]): void {
  for (const line of lines) {
    const length = line.to - line.from
    if (length < shortestImprint || length > longestHeader) continue
    const first = text.charAt(line.from)
    if (!closesImprint(text.charCodeAt(line.to - 1)) || !imprintSigns.test(first)) continue
    const ink = inkOf(text, line)
    if (imprint.some(({ begins, whole }) => begins.test(first) && whole.test(ink))) line.furniture = true
  }
}

/** A figure, a dash or the X of an ISSN. */
const closesImprint = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code | 32) === 120 || code === 45 || code === 0x2013 || code === 0x2014

const imprintSigns = /[pbkiet\d'’‘–—-]/i

/** A bare number is a page number at the edge of a page, or between blank lines beside an imprint. */
function markPageNumbers(text: string, pages: readonly Edges[], lines: Line[]): void {
  const isNumber = (line: Line, longest: number) =>
    line.to - line.from <= longest && pageNumber.test(inkOf(text, line))
  for (const { top, bottom, printed } of pages) {
    if (printed <= 2) continue
    for (const line of top.slice(0, 2)) line.furniture ||= isNumber(line, 12)
    for (const line of bottom.slice(0, 2)) line.furniture ||= isNumber(line, 12)
  }
  let lastWasImprint = false
  for (const line of lines) {
    if (line.blank) continue
    if (!line.furniture && lastWasImprint && isNumber(line, 4)) line.furniture = true
    lastWasImprint = line.furniture
  }
}

/** A line at the edge of a page, with its shape; `''` for one too long to run. */
type Shaped = { line: Line; shape: string }

function markRunning(text: string, pages: readonly Edges[]): void {
  const seen = new Map<string, number>()
  const shaped = (lines: readonly Line[], side: string): Shaped[] =>
    lines.map((line) => ({ line, shape: couldRun(line) ? `${side}${shapeOf(text, line)}` : '' }))
  const edges = pages.map(({ top, bottom }) => [shaped(top, 't'), shaped(bottom, 'b')])
  for (const sides of edges) {
    for (const shape of new Set(sides.flat().map((one) => one.shape)))
      seen.set(shape, (seen.get(shape) ?? 0) + 1)
  }
  for (const side of edges.flat()) markFromEdge(side, seen)
}

const couldRun = (line: Line): boolean => line.to - line.from <= longestHeader

function markFromEdge(fromEdge: readonly Shaped[], seen: ReadonlyMap<string, number>): void {
  for (const { line, shape } of fromEdge) {
    if (line.furniture) continue
    if (shape === '' || (seen.get(shape) ?? 0) < 2 || ownText.test(shape.slice(1))) return
    line.furniture = true
  }
}

/** In a text without pages, a header is the line that touches a page number and returns elsewhere. */
function markNeighbours(text: string, lines: Line[]): void {
  const candidates = lines.filter((line, i) => {
    if (line.blank || line.furniture || !couldRun(line)) return false
    return lines[i - 1]?.furniture === true || lines[i + 1]?.furniture === true
  })
  const seen = new Map<string, number>()
  for (const line of candidates) {
    const shape = shapeOf(text, line)
    seen.set(shape, (seen.get(shape) ?? 0) + 1)
  }
  for (const line of candidates) {
    const shape = shapeOf(text, line)
    if ((seen.get(shape) ?? 0) > 1 && !ownText.test(shape)) line.furniture = true
  }
}

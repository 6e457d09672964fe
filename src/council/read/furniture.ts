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
  /\b(?:raad|kamer|college|dag|dat|motie luidt|aangenomen|verworpen|verzoekt|gehoord|ingetrokken|aangehouden)\b[^|]{0,3}$|^(?:constat|overweg|verzoek|van mening|van oordeel|spreekt|draagt|roept|besluit|gehoord|de raad|de gemeenteraad|en gaa?t? |ondertekend|toelichting|stemming|status|uitslag|ris ?\d)/i

export function markFurniture(text: string, lines: Line[]): void {
  const pages = byPage(lines)
  markImprint(text, lines)
  markPageNumbers(text, pages, lines)
  if (pages.length > 1) markRunning(text, pages)
  markNeighbours(text, lines)
}

function byPage(lines: Line[]): Line[][] {
  const pages: Line[][] = []
  for (const line of lines) {
    while (pages.length < line.page) pages.push([])
    if (!line.blank) pages[line.page - 1]?.push(line)
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
function markPageNumbers(text: string, pages: Line[][], lines: Line[]): void {
  for (const page of pages) {
    for (const line of new Set([...page.slice(0, 2), ...page.slice(-2)])) {
      if (page.length > 2 && line.to - line.from <= 12 && pageNumber.test(inkOf(text, line)))
        line.furniture = true
    }
  }
  let lastWasImprint = false
  for (const line of lines) {
    if (line.blank) continue
    if (!line.furniture && lastWasImprint && line.to - line.from <= 4 && pageNumber.test(inkOf(text, line)))
      line.furniture = true
    lastWasImprint = line.furniture
  }
}

function markRunning(text: string, pages: Line[][]): void {
  const seen = new Map<string, number>()
  const edges = pages.map((page) => ({ top: page.slice(0, edge), bottom: page.slice(-edge).reverse() }))
  for (const { top, bottom } of edges) {
    const shapes = new Set<string>()
    for (const line of top) if (couldRun(line)) shapes.add(`t${shapeOf(text, line)}`)
    for (const line of bottom) if (couldRun(line)) shapes.add(`b${shapeOf(text, line)}`)
    for (const shape of shapes) seen.set(shape, (seen.get(shape) ?? 0) + 1)
  }
  for (const { top, bottom } of edges) {
    markFromEdge(text, top, 't', seen)
    markFromEdge(text, bottom, 'b', seen)
  }
}

const couldRun = (line: Line): boolean => line.to - line.from <= longestHeader

function markFromEdge(text: string, fromEdge: Line[], side: string, seen: Map<string, number>): void {
  for (const line of fromEdge) {
    if (line.furniture) continue
    if (!couldRun(line)) return
    const shape = shapeOf(text, line)
    if ((seen.get(`${side}${shape}`) ?? 0) < 2 || ownText.test(shape)) return
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

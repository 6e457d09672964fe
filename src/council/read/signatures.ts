import { cellsOf } from './labels.ts'
import { matchesOf } from './matches.ts'
import { flatOf, note, type Paper, type Range, rangeIn, textOf } from './paper.ts'
import { isName, withoutHonorific } from './people.ts'
import type { Signatory } from './reading.ts'
import { type Line, linesIn } from './source.ts'

/** The signatures below a letter: names and roles in rows, columns or one behind the other. */

const closing =
  /^(?:hoogachtend|met (?:vriendelijke|hartelijke|beste) groet(?:en)?|namens (?:het college|burgemeester en wethouders)|(?:het )?college van (?:burgemeester en wethouders|b&w|b en w)(?: van [\p{L} '’-]{2,40})?,?$|burgemeester en wethouders(?: van [\p{L} '’-]{2,40})?,?$)/iu
const appendix = /^(?:bijlagen?(?!\p{L})|noten(?!\p{L}))/iu

/** The stretch of the signatures, or null when the letter has none. `body`: printed lines. */
export function findSignatures(paper: Paper, body: readonly Line[]): Range | null {
  const { text } = paper.source
  let first: Range | null = null
  let appendixAt: number | null = null
  let broken = false
  let before: Range | null = null
  let last: Range | null = null
  for (const row of joined(text, body)) {
    before = last
    last = row
    if (closes(paper, row)) {
      if (!first || broken) {
        first = row
        appendixAt = null
      }
      broken = false
    } else if (first && !couldSign(text, row)) broken = true
    if (first && first !== row && isAppendix(text, row)) appendixAt ??= row.start
  }
  if (first) return { start: first.start, end: appendixAt ?? text.length }
  if (!before || !last || !isLoneSignature(paper, before, last)) return null
  return { start: before.start, end: isAppendix(text, last) ? last.start : text.length }
}

const closes = (paper: Paper, row: Range): boolean =>
  row.end - row.start <= 140 &&
  'hmncbHMNCB'.includes(paper.source.text.charAt(row.start)) &&
  closing.test(flatOf(paper, row).text)

const isAppendix = (text: string, row: Range): boolean =>
  'bnBN'.includes(text.charAt(row.start)) && appendix.test(text.slice(row.start, row.start + 20))

/** Printed lines as rows; one that ends with a hyphen or with *van* goes on in the next. */
function* joined(text: string, lines: readonly Line[]): Generator<Range> {
  let last: Range | null = null
  let open = false
  for (const line of lines) {
    if (line.furniture) continue
    if (last && (open || isTown(text, line, last))) last.end = line.to
    else {
      if (last) yield last
      last = { start: line.from, end: line.to }
    }
    open =
      !open &&
      '-n'.includes(text.charAt(line.to - 1)) &&
      line.to - line.from > 1 &&
      /(?:\p{L}-|\svan)$/u.test(text.slice(Math.max(line.from, line.to - 8), line.to))
  }
  if (last) yield last
}

/** *van Oudebroek* below *burgemeester en wethouders*. */
const isTown = (text: string, line: Line, above: Range): boolean =>
  text[line.from] === 'v' &&
  /^van \p{Lu}/u.test(text.slice(line.from, line.from + 8)) &&
  endsInOffice.test(text.slice(Math.max(above.start, above.end - 60), above.end))

/** *burgemeester en wethouders*, after which *van …* may stand on a line of its own. */
const endsInOffice = /(?:wethouders|b&w|b en w|college)$/iu

/** Between an earlier closing line and a later one, nothing but greetings and names may stand. */
const couldSign = (text: string, row: Range): boolean =>
  row.end - row.start < 90 && !/[.?]/.test(text.charAt(row.end - 1))

/** A name above a role as the very last lines. */
function isLoneSignature(paper: Paper, before: Range, last: Range): boolean {
  if (last.end - last.start > 60 || before.end - before.start > 80) return false
  return roleWord.test(textOf(paper, last)) && isName(withoutHonorific(textOf(paper, before)))
}

const roleWord =
  /(?<!\p{L})(?:(?:loco-?)?(?:gemeente)?secretaris|(?:loco-?)?burgemeester|wethouder|griffier|directeur|voorzitter|portefeuillehouder|gemeentesecretaris|commissaris|gedeputeerde|algemeen directeur)(?!\p{L})/iu
const acting = /(?<!\p{L})(?:wnd\.?|waarnemend|plv\.?|plaatsvervangend)\s+/iu
const rolePrefix =
  /^(?:(?:de|het)\s+)?(?:(?:wnd\.?|waarnemend|plv\.?|plaatsvervangend)\s+)?(?:(?:de|het)\s+)?/iu

const comma = /,\s*/g
const mostRows = 40

/** The cells of a row; a row of joined lines is one. */
function cellsIn(paper: Paper, row: Range): Range[] {
  const lines = linesIn(paper.source, row)
  const [line] = lines
  return lines.length === 1 && line ? cellsOf(paper.source.text, line) : [row]
}

type Piece = Range & { role: boolean; text: string }

export function readSignatories(paper: Paper, range: Range | null): Signatory[] {
  if (!range) return []
  const rows: Piece[][] = []
  const printed = linesIn(paper.source, range).filter((line) => !line.blank && !line.furniture)
  for (const row of joined(paper.source.text, printed.slice(0, mostRows))) {
    const text = flatOf(paper, row).text
    if (
      text.length > 160 ||
      (closing.test(text) && !roleWord.test(text.replace(/burgemeester en wethouders/i, '')))
    )
      continue
    rows.push(cellsIn(paper, row).flatMap((cell) => piecesOf(paper, cell)))
  }
  return pair(paper, rows.flat())
}

/** A cell as names and roles: commas part them, *wethouder Zorg, Welzijn en Sport* stays one. */
function piecesOf(paper: Paper, cell: Range): Piece[] {
  const flat = flatOf(paper, cell)
  const pieces: Piece[] = []
  let from = 0
  const push = (to: number) => {
    const raw = flat.text.slice(from, to)
    const lead = raw.length - raw.trimStart().length
    const text = raw.trim().replace(/[,;]+$/, '')
    if (text === '' || /^(?:namens|met vriendelijke)/iu.test(text)) return
    const bare = withoutHonorific(text)
    const role = roleWord.test(text) && !/^\p{Lu}\.|burgemeester en wethouders/u.test(text)
    const last = pieces.at(-1)
    if (!role && last?.role && /^wethouder/iu.test(last.text) && from > 0) {
      const range = rangeIn(flat, 0, to)
      last.end = range.end
      return
    }
    if (!role && !isName(bare)) return
    const start = from + lead + (role ? 0 : text.length - bare.length)
    pieces.push({ ...rangeIn(flat, start, from + lead + text.length), role, text: role ? text : bare })
  }
  for (const match of matchesOf(flat.text, comma)) {
    push(match.index)
    from = match.index + match[0].length
  }
  push(flat.text.length)
  return pieces
}

/** Names and roles pair in the order in which they are printed. */
function pair(paper: Paper, pieces: readonly Piece[]): Signatory[] {
  const roles = pieces.filter((piece) => piece.role)
  return pieces
    .filter((piece) => !piece.role)
    .map((name, i): Signatory => {
      note(paper, `/letter/signatories/${i}/name`, name)
      const role = roles[i]
      if (!role) return { name: textOf(paper, name), role: null, acting: false }
      const flat = flatOf(paper, role)
      const prefix = flat.text.match(rolePrefix)?.[0].length ?? 0
      const bare = rangeIn(flat, prefix, flat.text.replace(/[\s,;.]+$/, '').length)
      note(paper, `/letter/signatories/${i}/role`, bare)
      return { name: textOf(paper, name), role: roleOf(textOf(paper, bare)), acting: acting.test(flat.text) }
    })
}

/** A role in running text: without a capital at its head. */
export const roleOf = (printed: string): string => printed.charAt(0).toLowerCase() + printed.slice(1)

import { cellsOf } from './labels.ts'
import { flatOf, note, type Paper, type Range, rangeIn, textOf } from './paper.ts'
import { isName, withoutHonorific } from './people.ts'
import type { Signatory } from './reading.ts'
import { type Line, linesIn } from './source.ts'

/** The signatures below a letter: names and roles in rows, columns or one behind the other. */

const closing =
  /^(?:hoogachtend|met (?:vriendelijke|hartelijke|beste) groet(?:en)?|namens (?:het college|burgemeester en wethouders)|(?:het )?college van (?:burgemeester en wethouders|b&w|b en w)(?: van [\p{L} '’-]{2,40})?,?$|burgemeester en wethouders(?: van [\p{L} '’-]{2,40})?,?$)/iu
const appendix = /^(?:bijlagen?(?!\p{L})|noten(?!\p{L}))/iu

/** The stretch of the signatures, or null when the letter has none. */
export function findSignatures(paper: Paper, body: readonly Line[]): Range | null {
  const { text } = paper.source
  const ink = (line: Line) => text.slice(line.from, Math.min(line.to, line.from + 120))
  let first = -1
  for (let i = 0; i < body.length; i++) {
    const line = body[i] as Line
    if (line.furniture || line.to - line.from > 110 || !closing.test(ink(line))) continue
    if (first < 0 || !onlySignature(paper, body.slice(first, i))) first = i
  }
  if (first < 0) first = loneSignature(paper, body)
  if (first < 0) return null
  const start = body[first] as Line
  const end = body.slice(first + 1).find((line) => appendix.test(ink(line)))
  return { start: start.start, end: end ? end.start : text.length }
}

/** Whether nothing but greetings and names lies between an earlier closing line and a later one. */
function onlySignature(paper: Paper, lines: readonly Line[]): boolean {
  return lines.every(
    (line) => line.to - line.from < 90 && !/[.?]$/.test(paper.source.text.slice(line.from, line.to)),
  )
}

/** A name above a role as the very last lines. */
function loneSignature(paper: Paper, body: readonly Line[]): number {
  const { text } = paper.source
  const printed = body.filter((line) => !line.furniture)
  const last = printed.at(-1)
  const before = printed.at(-2)
  if (!last || !before) return -1
  const role = text.slice(last.from, last.to)
  const name = text.slice(before.from, before.to).replace(/,$/, '')
  return roleWord.test(role) && role.length < 60 && isName(withoutHonorific(name)) ? body.indexOf(before) : -1
}

const roleWord =
  /(?<!\p{L})(?:(?:loco-?)?(?:gemeente)?secretaris|(?:loco-?)?burgemeester|wethouder|griffier|directeur|voorzitter|portefeuillehouder|gemeentesecretaris|commissaris|gedeputeerde|algemeen directeur)(?!\p{L})/iu
const acting = /(?<!\p{L})(?:wnd\.?|waarnemend|plv\.?|plaatsvervangend)\s+/iu
const rolePrefix =
  /^(?:(?:de|het)\s+)?(?:(?:wnd\.?|waarnemend|plv\.?|plaatsvervangend)\s+)?(?:(?:de|het)\s+)?/iu

type Piece = Range & { role: boolean; text: string }

export function readSignatories(paper: Paper, range: Range | null): Signatory[] {
  if (!range) return []
  const rows: Piece[][] = []
  for (const line of linesIn(paper.source, range)) {
    if (line.blank || line.furniture) continue
    if (rows.length > 30) break
    const ink = paper.source.text.slice(line.from, line.to)
    if (
      ink.length > 160 ||
      (closing.test(ink) && !roleWord.test(ink.replace(/burgemeester en wethouders/i, '')))
    )
      continue
    rows.push(cellsOf(paper.source.text, line).flatMap((cell) => piecesOf(paper, cell)))
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
  for (const match of flat.text.matchAll(/,\s*/g)) {
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

import type { HeadKey } from './heading.ts'
import { type Cell, cellsOf, type Labelled } from './labels.ts'
import { closingSign } from './layout.ts'
import { matchesOf } from './matches.ts'
import { findOutcome } from './outcome.ts'
import { flatOf, type Paper, type Range, rangeIn } from './paper.ts'
import { isParty } from './parties.ts'
import { honorificSource, isName, nameSource, noName, withoutHonorific } from './people.ts'
import { type Line, linesIn } from './source.ts'

/** Who moved a motion: names with the party printed behind, before or under them. */
export type SubmitterRanges = { name: Range; party: Range | null }

/** From the labels at the head (*Indiener: …*) and from the signatures below. */
export function readSubmitters(
  paper: Paper,
  labels: readonly Labelled<HeadKey>[],
  signatures: Range,
): SubmitterRanges[] {
  const labelled = labels
    .filter(({ key }) => key === 'submitter')
    .flatMap(({ value }) => readList(paper, value))
  return labelled.length > 0 ? labelled : readSignatures(paper, signatures)
}

const person = new RegExp(
  `(?<![\\p{L}\\p{N}])(${honorificSource})(${nameSource})(?:\\sc\\.s\\.)?(?:\\s?\\(([^()]{2,60})\\))?`,
  'gu',
)

/** Names in running words: *Bisschop (Stadspartij) en Van Zuilekom (Groen Verbond)*, *Kustpartij (Ids Wiarda)*. */
export function readList(paper: Paper, range: Range): SubmitterRanges[] {
  const flat = flatOf(paper, range)
  const text = flat.text.slice(0, 1200)
  const found: SubmitterRanges[] = []
  for (const match of matchesOf(text, person)) {
    const name = match[2] as string
    if (noName.has(name)) continue
    const start = match.index + (match[1] as string).length
    const ranges = { start, end: start + name.length }
    const bracket = match[3]
    const open = bracket ? match.index + match[0].lastIndexOf('(') + 1 : 0
    if (isParty(name) && bracket && !isParty(bracket)) {
      found.push({
        name: rangeIn(flat, open, open + bracket.length),
        party: rangeIn(flat, ranges.start, ranges.end),
      })
    } else if (!isParty(name)) {
      const party = bracket ? { start: open, end: open + bracket.length } : partyBehind(text, ranges.end)
      found.push({
        name: rangeIn(flat, ranges.start, ranges.end),
        party: party ? rangeIn(flat, party.start, party.end) : null,
      })
    }
  }
  return found
}

/** *Postma, Dorpsbelang*; *Roos – Groen Verbond*. */
function partyBehind(text: string, from: number): { start: number; end: number } | null {
  const match = text.slice(from, from + 80).match(/^\s?(?:,|–|—|-|:)\s?([^,;()]{2,60})/u)
  const party = match?.[1]?.trim()
  if (!match || !party || !isParty(party)) return null
  const start = from + match[0].indexOf(party)
  return { start, end: start + party.length }
}

const stopLine =
  /^(?:status|uitslag|stemming|stemverhouding|besluit|bijlage|dekking|financi|aangenomen|verworpen|ingetrokken|aangehouden|de motie|het amendement|noten)(?!\p{L})/iu
const explanation = /^toelichting(?!\p{L})/iu
const lead =
  /^(?:ondertekend|ondertekening|ondertekenaars|indieners?|mede-indieners?|ingediend door|was getekend|w\.g\.|handtekening)(?: en naam| door)?:?\s*/iu
const onBehalf = /^namens\s+(?:de\s+)?(?:fracties?\s+(?:van\s+)?(?:de\s+|het\s+)?)?/iu
const mostLines = 60
const longestLine = 160

type Row = { cells: Cell[]; parties: boolean }

/** Lines below the motion, until one that can be no signature. Below an explanation only names with a party count. */
function readSignatures(paper: Paper, range: Range): SubmitterRanges[] {
  const { source } = paper
  const rows: Row[] = []
  const found: SubmitterRanges[] = []
  let party: Range | null = null
  let explains = false
  for (const line of linesIn(source, {
    start: range.start,
    end: Math.min(range.end, range.start + 12000),
  }).slice(0, mostLines)) {
    const from = Math.max(line.from, range.start)
    if (line.blank || line.furniture || from >= line.to) continue
    const text = source.text.slice(from, Math.min(line.to, from + longestLine + 1))
    if (/^[\s.,!;:"”*]*$/.test(text)) continue
    if (explanation.test(text)) {
      explains = true
      continue
    }
    if (stopLine.test(text) || findOutcome(text) || noteLine.test(text)) break
    const namens = onBehalf.exec(text)
    if (namens && !explains) {
      party = onlyParty(paper, { start: from + namens[0].length, end: line.to })
      continue
    }
    const start = from + (lead.exec(text)?.[0].length ?? 0)
    if (start >= line.to) continue
    const cells = text.length > longestLine ? [] : cellsOf(source.text, { ...line, from: start } as Line)
    if (explains) found.push(...cells.flatMap((cell) => signedWithParty(paper, cell)))
    else if (cells.length === 0 || !take(paper, cells, rows, found)) break
  }
  const [only] = found
  if (party && only && found.length === 1) only.party ??= party
  return found
}

const noteLine = /^(?:\d|[¹²³⁴-⁹]|\[\d)/u

/** *Mevrouw A. Postma, Dorpsbelang*: nothing but a name and its party. */
function signedWithParty(paper: Paper, cell: Cell): SubmitterRanges[] {
  const text = flatOf(paper, cell).text
  const found = readCell(paper, cell, text.replace(/[,;]+$/, ''))
  return text.length < 90 && !/\.$/.test(text) && found.length > 0 && found.every((one) => one.party !== null)
    ? found
    : []
}

function onlyParty(paper: Paper, range: Range): Range | null {
  const flat = flatOf(paper, range)
  const text = flat.text.replace(/[,:;]+$/, '')
  return isParty(text) && !/ en (?:de )?(?:fractie|\p{Lu})/u.test(text.replace(/\p{L}+ en \p{Ll}+/u, ''))
    ? rangeIn(flat, 0, text.length)
    : null
}

/** Takes one line of signatures; false when it cannot be one. */
function take(paper: Paper, cells: readonly Cell[], rows: Row[], found: SubmitterRanges[]): boolean {
  const texts = cells.map((cell) => flatOf(paper, cell).text.replace(/[,;]+$/, ''))
  const inline = cells.flatMap((cell, i) => readCell(paper, cell, texts[i] as string))
  const parties = texts.every(
    (text) => isParty(text) && !/[(,:–]/.test(text) && inline.every((one) => one.party === null),
  )
  const names = texts.every((text) => isName(withoutHonorific(text)))
  if (parties) {
    const above = rows.at(-1)
    if (above && !above.parties && above.cells.length === cells.length) {
      const last = found.slice(-cells.length)
      last.forEach((one, i) => {
        one.party ??= clean(paper, cells[i] as Cell)
      })
    }
    rows.push({ cells: [...cells], parties: true })
    return true
  }
  if (inline.length === 0) return false
  const above = rows.at(-1)
  if (
    names &&
    above?.parties &&
    above.cells.length === cells.length &&
    !found.some((one) => above.cells.some((cell) => one.party?.start === cell.start))
  ) {
    inline.forEach((one, i) => {
      one.party ??= clean(paper, above.cells[i] as Cell)
    })
  }
  found.push(...inline)
  rows.push({ cells: [...cells], parties: false })
  return true
}

const clean = (paper: Paper, cell: Range): Range => {
  const flat = flatOf(paper, cell)
  return rangeIn(flat, 0, flat.text.replace(/[,;:]+$/, '').length)
}

/** One cell: *Name*, *Name (Party)*, *Name, Party*, *Party: Name*, *Name en Name*. */
function readCell(paper: Paper, cell: Cell, text: string): SubmitterRanges[] {
  const flat = flatOf(paper, cell)
  const colon = text.indexOf(': ')
  if (colon > 0 && isParty(text.slice(0, colon))) {
    const inner = readCell(
      paper,
      { ...cell, start: rangeIn(flat, colon + 2, text.length).start },
      text.slice(colon + 2),
    )
    for (const one of inner) one.party ??= rangeIn(flat, 0, colon)
    return inner
  }
  const bare = withoutHonorific(text)
  if (isName(bare) && !isParty(bare)) {
    const start = text.length - bare.length
    const end = bare.replace(/\sc\.s\.$/, '').length + start
    return [{ name: rangeIn(flat, start, end), party: null }]
  }
  if (!/[(,:–—]| - | en /.test(text)) return []
  return closingSign(text, 0, text.length) === ':' ? [] : readList(paper, cell)
}

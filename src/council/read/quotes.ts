import { readBlock } from './block.ts'
import type { Mark } from './marks.ts'
import { marksIn, splitMarks } from './motion-text.ts'
import type { Paper, Range } from './paper.ts'
import { linesIn } from './source.ts'
import { endsBlock } from './stops.ts'

/** The motions that a letter quotes, and what is left when they are taken out: the letter's own voice. */
export type Quote = Range & { marks: Mark[]; limit: number }

export function findQuotes(paper: Paper, body: Range): Quote[] {
  const quoted = quotedMarks(paper, body)
  const groups = splitMarks(quoted, newStarts(paper, quoted))
  return groups.map((marks, i): Quote => {
    const limit = groups[i + 1]?.[0]?.start ?? body.end
    return { marks, start: marks[0]?.start ?? limit, end: endOf(paper, marks, limit), limit }
  })
}

/** Openers before which the letter itself spoke again: there another motion begins, also when the last one had no closing formula. */
function newStarts(paper: Paper, marks: readonly Mark[]): number[] {
  return marks.flatMap((mark, i) => {
    const before = marks[i - 1]
    if (mark.type !== 'opener' || before?.type !== 'opener') return []
    const end = endOf(paper, [before], mark.start)
    const spoke = linesIn(paper.source, { start: end, end: mark.start }).some(
      (line) =>
        !line.blank && line.from >= end && line.to <= mark.start && endsBlock(paper.source, line, line.from),
    )
    return spoke ? [mark.start] : []
  })
}

function endOf(paper: Paper, marks: readonly Mark[], limit: number): number {
  let end = 0
  marks.forEach((mark, i) => {
    end = Math.max(end, mark.end)
    if (mark.type === 'close') return
    const block = readBlock(paper.source, mark, marks[i + 1]?.start ?? limit)
    for (const item of block.items) end = Math.max(end, item.end)
  })
  return end
}

/** Formulae that quote a motion: they begin a line, or stand behind one that does. The letter's own *wij constateren* is none. */
function quotedMarks(paper: Paper, body: Range): Mark[] {
  const { text } = paper.source
  const kept: Mark[] = []
  let open = false
  for (const mark of marksIn(paper, body)) {
    if (mark.type === 'close') {
      if (open) kept.push(mark)
      open = false
      continue
    }
    const head = text.slice(mark.start, mark.start + 4).toLowerCase()
    const plain = head.startsWith('wij ') || head.startsWith('we ')
    const listed =
      /[:]\s*$|dat\s*$/.test(text.slice(mark.start, mark.end)) &&
      /^\s*\n/.test(text.slice(mark.end, mark.end + 20))
    if (plain && !listed) continue
    if (!open && !(startsLine(text, mark.start) && (mark.opener.anywhere || isAnnounced(text, mark.start))))
      continue
    open = true
    kept.push(mark)
  }
  return kept
}

/** *In de motie staat:*, *De motie luidt als volgt:* right above. */
const isAnnounced = (text: string, at: number): boolean =>
  /(?<!\p{L})(?:motie|amendement)(?!\p{L})[^\n]{0,60}:\s{1,300}$/iu.test(
    text.slice(Math.max(0, at - 400), at),
  )

function startsLine(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 80), at)
  return !/[\p{L}\p{N}]/u.test(before.slice(before.lastIndexOf('\n') + 1))
}

/** Words of other papers, set apart: whole paragraphs between quotes, and the line below that says where they stand. */
const setApart = /^[ \t]*[“„«][^”»]{1,4000}[”»][.;,]?[ \t]*$/gmu
const itsSource = /\s*\n[ \t]*Bron:[^\n]*(?:\n[ \t]*[^\s“„«][^\n]*)*/uy

export function findSetApart(paper: Paper, body: Range): Range[] {
  const text = paper.source.text.slice(0, body.end)
  const found: Range[] = []
  setApart.lastIndex = body.start
  for (let match = setApart.exec(text); match; match = setApart.exec(text)) {
    itsSource.lastIndex = match.index + match[0].length
    const end = itsSource.test(text) ? itsSource.lastIndex : match.index + match[0].length
    found.push({ start: match.index, end })
    setApart.lastIndex = end
  }
  return found
}

/** What a letter says itself: without the motions that it quotes and without words of other papers. In any order. */
export function ownVoice(body: Range, others: readonly Range[]): Range[] {
  const ranges: Range[] = []
  let from = body.start
  for (const quote of [...others].sort((a, b) => a.start - b.start)) {
    if (quote.start > from) ranges.push({ start: from, end: quote.start })
    from = Math.max(from, quote.end)
  }
  ranges.push({ start: from, end: body.end })
  return ranges.filter((range) => range.end > range.start)
}

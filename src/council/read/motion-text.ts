import { readBlock } from './block.ts'
import { findMarks, type Mark } from './marks.ts'
import { at, note, type Paper, type Range, textOf } from './paper.ts'
import type { Clause, IsoDate, Request } from './reading.ts'
import { buildRequests } from './requests.ts'

/** Clauses and requests of one motion, wherever its text stands. `end`: behind the last of it. */
export type MotionText = {
  clauses: Clause[]
  requests: Request[]
  closing: Range | null
  start: number
  end: number
}

/** Splits marks where one motion ends and the next begins: behind a closing formula, or at one of `starts`. */
export function splitMarks(marks: readonly Mark[], starts: readonly number[]): Mark[][] {
  const groups: Mark[][] = []
  let group: Mark[] = []
  let closed = false
  const finish = () => {
    if (group.some((mark) => mark.type === 'opener')) groups.push(group)
    group = []
    closed = false
  }
  let next = 0
  for (const mark of marks) {
    while (next < starts.length && (starts[next] as number) <= mark.start) {
      if (group.length > 0) finish()
      next++
    }
    if (closed && mark.type === 'opener') finish()
    group.push(mark)
    if (mark.type === 'close') closed = true
  }
  finish()
  return groups
}

export const marksIn = (paper: Paper, range: Range): Mark[] => findMarks(paper.source, range.start, range.end)

/** Reads one group of marks. `limit`: where the motion's text must have ended. */
export function readMotionText(
  paper: Paper,
  marks: readonly Mark[],
  limit: number,
  reference: IsoDate | null,
  pointer: string,
): MotionText {
  const clauses: Clause[] = []
  const requests: Request[] = []
  let closing: Range | null = null
  let end = marks[0]?.start ?? limit
  marks.forEach((mark, i) => {
    if (mark.type === 'close') {
      closing ??= mark
      end = mark.end
      return
    }
    const block = readBlock(paper.source, mark, marks[i + 1]?.start ?? limit)
    for (const item of block.items) end = Math.max(end, item.end)
    const { opener } = mark
    if (opener.opens === 'clause') {
      for (const item of block.items)
        clauses.push({ kind: opener.kind, text: textOf(paper, item), at: at(paper, item) })
    } else {
      requests.push(...buildRequests(paper, opener, block, reference, `${pointer}/requests`, requests.length))
    }
  })
  note(paper, `${pointer}/closingFormula`, closing)
  return { clauses, requests, closing, start: marks[0]?.start ?? limit, end }
}

import type { ListBlock, ParagraphBlock, TableBlock } from './document.ts'

/**
 * The simple writing of a section, the same in the form and in the draft: an empty line parts paragraphs; lines that begin with `- `
 * or `1. ` are a list; lines that begin with `>` are a quotation, whose last paragraph may begin with `Bron:`; lines that begin with `|` are a
 * table, its first row the head, cells parted by `|`.
 */
export type TextBlock =
  | ParagraphBlock
  | ListBlock
  | TableBlock
  | { kind: 'quotation'; blocks: (ParagraphBlock | ListBlock)[]; source: string | null }

const quoted = /^\s{0,3}>\s?/
const dash = /^\s{0,3}[-–•]\s+/
const row = /^\s{0,3}\|/
const number = /^\s{0,3}\d{1,2}[.)]\s+/

export function blocksOfText(text: string, sourceLabel: string): TextBlock[] {
  const blocks: TextBlock[] = []
  let quotation: string[] | null = null
  let rows: string[] = []
  let plain: string[] = []
  const closeRows = () => {
    if (rows.length > 0) blocks.push(tableOf(rows))
    rows = []
  }
  const closePlain = () => {
    blocks.push(...plainBlocks(plain))
    plain = []
  }
  const closeQuotation = () => {
    if (quotation) blocks.push(...quotationOf(quotation, sourceLabel))
    quotation = null
  }
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    if (row.test(line)) {
      closePlain()
      closeQuotation()
      rows.push(line)
      continue
    }
    closeRows()
    if (quoted.test(line)) {
      closePlain()
      quotation ??= []
      quotation.push(line.replace(quoted, ''))
    } else {
      closeQuotation()
      plain.push(line)
    }
  }
  closeRows()
  closeQuotation()
  closePlain()
  return blocks
}

function quotationOf(lines: string[], sourceLabel: string): TextBlock[] {
  const blocks = plainBlocks(lines, sourceLabel)
  const last = blocks.at(-1)
  const source = last?.kind === 'paragraph' && last.text.startsWith(sourceLabel) ? last.text : null
  if (source !== null) blocks.pop()
  if (blocks.length === 0) return source === null ? [] : [{ kind: 'paragraph', text: source }]
  return [{ kind: 'quotation', blocks, source }]
}

function plainBlocks(lines: readonly string[], sourceLabel?: string): (ParagraphBlock | ListBlock)[] {
  const blocks: (ParagraphBlock | ListBlock)[] = []
  let open: ParagraphBlock | ListBlock | null = null
  const begin = (block: ParagraphBlock | ListBlock) => {
    blocks.push(block)
    open = block
  }
  for (const line of lines) {
    const ink = line.trim()
    const current = open as ParagraphBlock | ListBlock | null
    const marker = dash.test(line) ? dash : number.test(line) ? number : null
    if (ink === '') open = null
    else if (marker) {
      const ordered = marker === number
      const item = line.replace(marker, '').trim()
      if (current?.kind === 'list' && current.ordered === ordered) current.items.push(item)
      else begin({ kind: 'list', ordered, items: [item] })
    } else if (current?.kind === 'list' && /^\s/.test(line)) {
      // Below an item and indented: the item carries on.
      current.items.push(`${current.items.pop()} ${ink}`)
    } else if (current?.kind === 'paragraph' && !(sourceLabel && ink.startsWith(sourceLabel))) {
      current.text += ` ${ink}`
    } else begin({ kind: 'paragraph', text: ink })
  }
  return blocks
}

/** Text of others as a quotation of this writing. */
export const asQuotation = (lines: readonly string[]) =>
  lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n')

function tableOf(lines: readonly string[]): TableBlock {
  const [head = [], ...rows] = lines.map((line) =>
    line
      .trim()
      .replace(/^\|/, '')
      .replace(/\|$/, '')
      .split('|')
      .map((cell) => cell.trim()),
  )
  const columns = Math.max(head.length, ...rows.map((cells) => cells.length))
  const whole = (cells: readonly string[]) => Array.from({ length: columns }, (_, at) => cells[at] ?? '')
  const all = [whole(head), ...rows.map(whole)]
  return {
    kind: 'table',
    caption: null,
    head: all[0]!,
    rows: all.slice(1),
    // As wide as what stands in it, within reason: long cells take more lines.
    widths: Array.from({ length: columns }, (_, at) =>
      Math.min(26, Math.max(9, ...all.map((cells) => cells[at]!.length))),
    ),
  }
}

/** Rows of cells as a table of this writing; the first is the head. */
export const asTable = (rows: readonly (readonly string[])[]) =>
  rows
    .map((cells) => `| ${cells.map((cell) => cell.replace(/[|\s]+/g, ' ').trim()).join(' | ')} |`)
    .join('\n')

/** What somebody typed, as it is kept: with plain line ends, without white space that nobody sees. */
export const plainLines = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim()

/** What somebody typed on one line, as it is kept, cut at 400 signs; null when it says nothing. */
export const plainLine = (text: string | null): string | null =>
  text?.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 400) || null

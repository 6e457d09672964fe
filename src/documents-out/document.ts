/** A document to make: typed blocks, which become Word and PDF alike. What it says is the caller's; how it looks is ours. */

export const documentLanguages = ['nl', 'en'] as const
export type DocumentLanguage = (typeof documentLanguages)[number]
export const outFormats = ['docx', 'pdf'] as const
export type OutFormat = (typeof outFormats)[number]

/** `quiet`: smaller, beside what is said, such as a source. */
export type ParagraphBlock = { kind: 'paragraph'; text: string; strong?: boolean; quiet?: boolean }
/** `ordered`: 1. 2. 3.; otherwise dashes. */
export type ListBlock = { kind: 'list'; ordered: boolean; items: string[] }
export type TableBlock = {
  kind: 'table'
  caption: string | null
  /** One heading per column; repeated on each page. */
  head: string[]
  /** As many cells as the head; a cell may hold several paragraphs, parted by line ends. */
  rows: string[][]
  /** How wide the columns are, relative to each other. */
  widths: number[]
}
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | ParagraphBlock
  | ListBlock
  /** For whom it is: lines that stand together. */
  | { kind: 'address'; lines: string[] }
  /** Labels with their values, such as date and reference. */
  | { kind: 'reference'; rows: { label: string; value: string }[] }
  /** Words of someone else, set apart; `source` says whose, below them. */
  | { kind: 'quotation'; blocks: (ParagraphBlock | ListBlock)[]; source: string | null }
  | TableBlock
  /** `name` null: room to sign, without a name below it. */
  | { kind: 'signatures'; intro: string | null; signatories: { role: string; name: string | null }[] }

export type OutDocument = {
  language: DocumentLanguage
  /** For the window, lists of files and screen readers; PDF/UA demands one. */
  title: string
  /** Who speaks in it, such as the municipality. */
  author: string
  /** The day that it carries, ISO; becomes its day of making, so that the same document always has the same bytes. */
  dated: string | null
  /** Printed at the head of the first page; null: nothing. */
  letterhead: string | null
  /** At the foot of every page: `text`, and "page 1 of 3" in the words given. */
  footer: { text: string | null; page: string; of: string }
  blocks: Block[]
}

/** Signs that have no place in running text: control characters, soft hyphens, invisible joiners, half surrogate pairs. */
const invisible = /[\p{Cc}\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffe\uffff]|\p{Cs}/gu

/** Text as it can be printed: in NFC, on one line, without what nobody sees; an amount keeps its euro sign beside it. */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(invisible, '')
    .trim()
    .replace(/€ (?=\d)/g, '€\u00a0')
}

const address = /https?:\/\/[^\s"<>]*[^\s"<>.,;:!?)”’]/g
/** Text in pieces, of which those with an `address` lead somewhere; the same as in `document.typ`. */
export function linkedPieces(text: string): { text: string; address: boolean }[] {
  const pieces: { text: string; address: boolean }[] = []
  let at = 0
  for (const { 0: found, index } of text.matchAll(address)) {
    if (index > at) pieces.push({ text: text.slice(at, index), address: false })
    pieces.push({ text: found, address: true })
    at = index + found.length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), address: false })
  return pieces
}

/** The same document with every text as it can be printed; lines, items and rows without text are left out. */
export function cleanDocument(document: OutDocument): OutDocument {
  return {
    ...document,
    title: printable(document.title) || '–',
    author: printable(document.author),
    letterhead: document.letterhead === null ? null : printable(document.letterhead),
    footer: { ...document.footer, text: document.footer.text && printable(document.footer.text) },
    blocks: document.blocks.flatMap(cleanBlock),
  }
}

function cleanBlock(block: Block): Block[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph': {
      const text = printable(block.text)
      return text === '' ? [] : [{ ...block, text }]
    }
    case 'list': {
      const items = filled(block.items)
      return items.length === 0 ? [] : [{ ...block, items }]
    }
    case 'address':
      return [{ ...block, lines: filled(block.lines) }]
    case 'reference':
      return [
        {
          ...block,
          rows: block.rows
            .map(({ label, value }) => ({ label: printable(label), value: printable(value) }))
            .filter(({ value }) => value !== ''),
        },
      ]
    case 'quotation': {
      const blocks = block.blocks.flatMap((inner) => cleanBlock(inner) as (ParagraphBlock | ListBlock)[])
      return blocks.length === 0
        ? []
        : [{ ...block, blocks, source: block.source && printable(block.source) }]
    }
    case 'table':
      return [
        {
          ...block,
          caption: block.caption && printable(block.caption),
          head: block.head.map(printable),
          rows: block.rows.map((row) => row.map((cell) => filled(cell.split('\n')).join('\n'))),
        },
      ]
    case 'signatures':
      return [
        {
          ...block,
          intro: block.intro && printable(block.intro),
          signatories: block.signatories.map(({ role, name }) => ({
            role: printable(role),
            name: name === null ? null : printable(name) || null,
          })),
        },
      ]
  }
}

const filled = (lines: readonly string[]) => lines.map(printable).filter((line) => line !== '')

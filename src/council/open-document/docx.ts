import { UnreadableDocument } from '../../errors.ts'
import { openZip } from '../../files/zip.ts'
import { type Block, joinBlocks, rowText } from './blocks.ts'
import { type ListPlace, type Lists, readLists } from './docx-lists.ts'
import { limits } from './limits.ts'
import { raised, tidyPages } from './text.ts'
import { walkXml } from './xml.ts'

/**
 * The pages of a Word document: its body, with lists, tables and text boxes; without headers, footers, comments and deleted text.
 * Pages are parted where the writer put a break and where Word last broke the page; footnotes stand at the end of their page.
 * @throws UnreadableDocument `docx-damaged`, `docx-encrypted`, `zip-too-large`, `file-type-unsupported` (a ZIP that is no Word file).
 */
export function pagesOfDocx(bytes: Uint8Array): string[] {
  const zip = openZip(bytes, limits.zip)
  const read = (name: string) => {
    const data = zip.read(name)
    return data && new TextDecoder('utf-8').decode(data)
  }
  const main = zip.names.find((name) => /^word\/document\d*\.xml$/.test(name))
  if (!main) {
    const office = zip.names.includes('[Content_Types].xml') && zip.names.some((n) => n.startsWith('word/'))
    throw new UnreadableDocument(office ? 'docx-damaged' : 'file-type-unsupported')
  }
  const document = read(main) ?? ''
  if (!/<(?:\w+:)?document\b/.test(document.slice(0, 4000))) throw new UnreadableDocument('docx-damaged')
  const lists = readLists(read('word/numbering.xml'), read('word/styles.xml'))
  const notes = new Map([
    ...readNotes(read('word/footnotes.xml'), 'footnote', lists),
    ...readNotes(read('word/endnotes.xml'), 'endnote', lists),
  ])
  return tidyPages(new BodyWalk(lists, notes).walk(document))
}

function readNotes(xml: string | null, kind: string, lists: Lists): [string, string][] {
  if (!xml) return []
  const notes: [string, string][] = []
  for (const part of xml.split(new RegExp(`(?=<w:${kind}\\b[^e])`)).slice(1)) {
    const id = /\bw:id="(-?\d+)"/.exec(part.slice(0, 300))?.[1]
    const end = part.indexOf(`</w:${kind}>`)
    if (!id || Number(id) < 1 || end < 0) continue
    const pages = new BodyWalk(lists, new Map()).walk(`${part.slice(0, end)}</w:${kind}>`)
    notes.push([`${kind} ${id}`, pages.join(' ').replace(/\s+/g, ' ').trim()])
  }
  return notes
}

type Paragraph = { text: string; style: string | null; place: Partial<ListPlace> }
type Table = { row: string[][]; cell: string[] | null; depth: number }

/** Elements whose text is not part of the document as it reads now. */
const skipped = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:rPrChange', 'w:pPrChange', 'w:instrText'])

class BodyWalk {
  private readonly pages: Block[][] = [[]]
  private readonly footnotes: string[][] = [[]]
  private readonly paragraphs: Paragraph[] = []
  private readonly tables: Table[] = []
  private noteCount = 0
  private skipping = 0
  private inText = false
  private raisedRun = false
  private hiddenRun = false
  /** What made the page that is being filled, while it has no text yet. */
  private freshBreak: 'explicit' | 'rendered' | null = null
  private sectionBreak = false
  private readonly lists: Lists
  private readonly notes: ReadonlyMap<string, string>

  constructor(lists: Lists, notes: ReadonlyMap<string, string>) {
    this.lists = lists
    this.notes = notes
  }

  walk(xml: string): string[] {
    walkXml(xml, {
      open: (name, attribute) => this.open(name, attribute),
      close: (name) => this.close(name),
      text: (text) => {
        if (this.inText) this.write(text)
      },
    })
    return this.pages.map((blocks, i) => {
      const notes = this.footnotes[i] ?? []
      return joinBlocks([...blocks, ...notes.map((text): Block => ({ kind: 'item', text }))])
    })
  }

  private open(name: string, attribute: (name: string) => string | undefined): void {
    if (skipped.has(name)) this.skipping++
    if (this.skipping > 0) return
    const value = () => attribute('w:val')
    const paragraph = this.paragraphs.at(-1)
    switch (name) {
      case 'w:p':
        this.paragraphs.push({ text: '', style: null, place: {} })
        break
      case 'w:pStyle':
        if (paragraph) paragraph.style = value() ?? null
        break
      case 'w:numId':
        if (paragraph) paragraph.place.list = value() ?? '0'
        break
      case 'w:ilvl':
        if (paragraph) paragraph.place.level = Math.min(8, Number(value()) || 0)
        break
      case 'w:pageBreakBefore':
        if (!/^(?:0|false|off)$/.test(value() ?? '')) this.breakPage('explicit')
        break
      case 'w:sectPr':
        this.sectionBreak = paragraph !== undefined
        break
      case 'w:type':
        if (/^(?:continuous|nextColumn)$/.test(value() ?? '')) this.sectionBreak = false
        break
      case 'w:r':
        this.raisedRun = false
        this.hiddenRun = false
        break
      case 'w:vertAlign':
        this.raisedRun = value() === 'superscript'
        break
      case 'w:vanish':
        this.hiddenRun = !/^(?:0|false|off)$/.test(value() ?? '')
        break
      case 'w:t':
        this.inText = true
        break
      case 'w:tab':
        // Also the name of a tab stop's definition, which carries a position.
        if (attribute('w:pos') === undefined) this.write('\t')
        break
      case 'w:cr':
        this.write('\n')
        break
      case 'w:br':
        if (attribute('w:type') === 'page') this.breakPage('explicit')
        else this.write('\n')
        break
      case 'w:lastRenderedPageBreak':
        this.breakPage('rendered')
        break
      case 'w:noBreakHyphen':
        this.write('-')
        break
      case 'w:sym':
        this.write('•')
        break
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.refer(`${name.slice(2, -9)} ${attribute('w:id')}`)
        break
      case 'w:tbl':
        this.tables.push({ row: [], cell: null, depth: this.paragraphs.length })
        break
      case 'w:tr':
        if (this.tables.length > 0) this.tables.at(-1)!.row = []
        break
      case 'w:tc':
        if (this.tables.length > 0) this.tables.at(-1)!.cell = []
        break
    }
  }

  private close(name: string): void {
    if (skipped.has(name)) {
      this.skipping--
      return
    }
    if (this.skipping > 0) return
    if (name === 'w:t') this.inText = false
    else if (name === 'w:p') this.endParagraph()
    else if (name === 'w:tc') {
      const table = this.tables.at(-1)
      if (table?.cell) table.row.push(table.cell)
      if (table) table.cell = null
    } else if (name === 'w:tr') {
      const row = this.tables.at(-1)?.row ?? []
      const outer = this.tables.at(-2)?.cell
      if (outer) outer.push(...rowText(row).map((block) => block.text))
      else for (const block of rowText(row)) this.put(block)
    } else if (name === 'w:tbl') this.tables.pop()
  }

  private write(text: string): void {
    const paragraph = this.paragraphs.at(-1)
    if (!paragraph || this.hiddenRun || this.skipping > 0) return
    const seen = this.inText ? text.replaceAll('\u00ad', '') : text
    paragraph.text += this.raisedRun && this.inText ? raised(seen) : seen
    if (seen.trim() !== '') this.freshBreak = null
  }

  private refer(note: string): void {
    const paragraph = this.paragraphs.at(-1)
    if (!paragraph) return
    const mark = raised(String(++this.noteCount))
    paragraph.text += mark
    const text = this.notes.get(note)
    if (text) this.footnotes.at(-1)!.push(`${mark} ${text}`)
  }

  private endParagraph(): void {
    const { text, style, place } = this.paragraphs.pop()!
    const bare = text.replace(/^[ \n]+|\s+$/g, '')
    if (bare !== '') {
      const inherited = this.lists.ofStyle(style)
      const list = place.list ?? inherited?.list
      const mark =
        list === undefined ? '' : this.lists.mark({ list, level: place.level ?? inherited?.level ?? 0 })
      const cell = this.tables.at(-1)?.cell
      if (cell) cell.push(...(mark.trimStart() + bare).split('\n'))
      else this.put({ kind: mark.trim() === '' ? 'paragraph' : 'item', text: mark + bare })
    }
    if (this.sectionBreak && this.paragraphs.length === 0) {
      this.sectionBreak = false
      this.breakPage('explicit')
    }
  }

  private put(block: Block): void {
    this.pages.at(-1)!.push(block)
  }

  /** Starts a page. What the paragraph holds so far stays on the page before. Within a table the row stays whole. */
  private breakPage(kind: 'explicit' | 'rendered'): void {
    if (this.tables.some((table) => table.cell !== null)) return
    if (this.freshBreak !== null && (kind === 'rendered' || this.freshBreak === 'rendered')) return
    const paragraph = this.paragraphs[0]
    const before = paragraph?.text.trim() ?? ''
    if (kind === 'rendered' && before === '' && this.pages.length === 1 && this.pages[0]!.length === 0) return
    if (paragraph && before !== '') {
      const inherited = this.lists.ofStyle(paragraph.style)
      const list = paragraph.place.list ?? inherited?.list
      const level = paragraph.place.level ?? inherited?.level ?? 0
      const mark = list === undefined ? '' : this.lists.mark({ list, level })
      this.put({ kind: mark.trim() === '' ? 'paragraph' : 'item', text: mark + before })
      paragraph.text = ''
      paragraph.style = null
      paragraph.place = { list: '0' }
    }
    this.pages.push([])
    this.footnotes.push([])
    this.freshBreak = kind
  }
}

import { closesSomething, closingSign, isNameLine, type Marker, markerOf, sameList } from './layout.ts'
import type { Mark } from './marks.ts'
import { isSpace, type Line, lineAt, type Source } from './source.ts'
import { endsBlock } from './stops.ts'

/** One clause or request: its range in `Source.text`, trimmed. `nested`: the items of a list within it. */
export type Item = { start: number; end: number; nested?: readonly { start: number; end: number }[] }
/** What an opener opens. `lead`: words between opener and list that hold for every item, such as a term. */
export type Block = { items: Item[]; lead: Item | null }

type Draft = {
  start: number
  end: number
  marker: Marker | null
  nested: { start: number; end: number; kind: string }[]
}

/** What one line is to the block that it stands in. */
type Step = 'opens-item' | 'continues' | 'ends'

class BlockReader {
  private readonly source: Source
  private readonly text: string
  private readonly of: 'clause' | 'request'
  private readonly items: Draft[] = []
  private lead: Item | null = null
  private first: Marker | null = null
  private previous: Marker | null = null
  private inline = false
  private nested = false
  private beside = false
  private gap = false
  private cut = false

  constructor(source: Source, of: 'clause' | 'request') {
    this.source = source
    this.text = source.text
    this.of = of
  }

  read(from: number, limit: number): Block {
    const { lines } = this.source
    let index = lineAt(this.source, from)
    const page = lines[index]?.page
    for (let piece = from; index < lines.length; index++) {
      const line = lines[index] as Line
      if (line.start >= limit) break
      const start = piece > 0 ? pastEmphasis(this.text, piece, line.to) : line.from
      const end = Math.min(line.to, limit)
      piece = 0
      if (line.furniture || line.page !== page) this.cut ||= line.furniture || line.page !== page
      if (line.furniture) continue
      if (start >= end) {
        if (line.blank) this.gap = true
        continue
      }
      if (!this.take(line, start, end, line.start < from)) break
      this.beside ||= line.beside
      this.gap = false
      this.cut = false
    }
    return this.finish()
  }

  /** Takes one printed line; false when the block ended before it. */
  private take(line: Line, start: number, end: number, ofOpener: boolean): boolean {
    if (ofOpener) {
      const marker = markerOf(this.text, { ...line, to: end }, skipSpace(this.text, start, end))
      if (marker) this.open(marker.end, end, marker)
      else {
        this.inline = true
        this.items.push({ start, end, marker: null, nested: [] })
      }
      return true
    }
    const marker = markerOf(this.text, { ...line, to: end })
    const step = marker ? this.stepOfMarked(marker) : this.stepOfPlain(line, start, end)
    if (step === 'ends') return false
    const begin = marker ? marker.end : start
    if (step === 'opens-item') this.open(begin, end, marker)
    else this.extend(end, marker)
    if (marker) this.previous = marker
    return true
  }

  private open(start: number, end: number, marker: Marker | null): void {
    if (marker && !this.first) this.first = marker
    if (marker) this.previous = marker
    this.items.push({ start: this.pastLink(start, end), end, marker, nested: [] })
  }

  private extend(end: number, marker: Marker | null): void {
    const current = this.items.at(-1)
    if (!current) return
    current.end = end
    const within = current.nested.at(-1)
    if (marker && marker.kind === (current.nested[0]?.kind ?? marker.kind)) {
      current.nested.push({ start: marker.end, end, kind: marker.kind })
    } else if (within) within.end = end
  }

  /** Past *en*, *dat* and *om* at the head of an item. */
  private pastLink(start: number, end: number): number {
    const head = this.text.slice(start, Math.min(end, start + 16))
    const link = this.of === 'clause' ? clauseLink : requestLink
    return start + (head.match(link)?.[0].length ?? 0)
  }

  private stepOfMarked(marker: Marker): Step {
    const current = this.items.at(-1)
    if (!current) return 'opens-item'
    if (this.first && this.previous)
      return sameList(this.first, this.previous, marker) ? 'opens-item' : 'continues'
    const sign = this.signOf(current)
    if (sign === ';' || sign === '.') return this.nested ? 'continues' : 'opens-item'
    if (this.isLead(current)) {
      this.lead = { start: current.start, end: current.end }
      this.items.pop()
      return 'opens-item'
    }
    this.nested = true
    this.first = null
    return 'continues'
  }

  /** Words before the list that hold for all its items, instead of being one with a list within. */
  private isLead(current: Draft): boolean {
    const words = this.text.slice(current.start, Math.min(current.end, current.start + 400))
    if (this.of === 'clause') return words.split(/\s+/).length <= 3
    return !action.test(words) && !opensList.test(words.trimEnd())
  }

  private stepOfPlain(line: Line, start: number, end: number): Step {
    if (endsBlock(this.source, line, start)) return 'ends'
    const current = this.items.at(-1)
    if (!current) return 'opens-item'
    if (current.start >= current.end) {
      current.start = this.pastLink(start, end)
      return 'continues'
    }
    const sign = this.signOf(current)
    const closed = sign !== '' && ';.,!?'.includes(sign)
    if ((closed || this.gap) && isNameLine(this.text, line)) return 'ends'
    if (sign === ':' && !this.first) this.nested = true
    return this.first ? this.stepInList(start, sign) : this.stepInProse(line, start, end, sign)
  }

  private stepInList(start: number, sign: string): Step {
    if (!this.gap) return 'continues'
    if (sign === ';' || sign === '.' || sign === '!' || sign === '?') return 'ends'
    return this.cut || startsLower(this.text, start) ? 'continues' : 'ends'
  }

  private stepInProse(line: Line, start: number, end: number, sign: string): Step {
    const dat = this.of === 'clause' ? datLine.exec(this.text.slice(start, Math.min(end, start + 12))) : null
    if (
      dat &&
      (this.gap || sign === ';' || sign === '.' || (sign === ',' && (!this.inline || /^E/.test(dat[0]))))
    )
      return 'opens-item'
    if (this.nested) return this.gap && sign === '.' ? 'ends' : 'continues'
    if ((line.beside || this.beside) && this.gap) return 'opens-item'
    if (sign === ';') {
      if (this.inline)
        return this.of === 'request' && startsLower(this.text, start) && !this.gap ? 'continues' : 'ends'
      return this.isItem(line) ? 'opens-item' : 'ends'
    }
    if (sign === '.') return this.gap ? 'ends' : 'continues'
    if (!this.gap || this.cut || !closesSomething(sign) || startsLower(this.text, start)) return 'continues'
    return sign === ',' && !this.inline && this.isItem(line) ? 'opens-item' : 'ends'
  }

  /** Whether the paragraph that begins here closes like an item. */
  private isItem(line: Line): boolean {
    const { lines } = this.source
    let last = line
    for (let i = line.index + 1; i < lines.length && i < line.index + 40; i++) {
      const next = lines[i] as Line
      if (next.blank && !next.furniture) break
      if (next.furniture) continue
      if (';.'.includes(closingSign(this.text, last.from, last.to) || 'x')) break
      last = next
    }
    return ';.,'.includes(closingSign(this.text, last.from, last.to) || 'x')
  }

  private signOf(draft: Draft): string {
    return closingSign(this.text, draft.start, draft.end)
  }

  private finish(): Block {
    const items = this.items
      .map(
        (item): Item => ({
          ...trimItem(this.text, item),
          nested: item.nested.map((one) => trimItem(this.text, one)),
        }),
      )
      .filter((item) => item.start < item.end)
    const lead = this.lead ? trimItem(this.text, this.lead) : null
    return { items, lead: lead && lead.start < lead.end ? lead : null }
  }
}

const clauseLink = /^(?:en\s+)?dat(?![\p{L}-])[\s,:]*/iu
const requestLink = /^(?:en\s+)?om(?![\p{L}-])[\s,:]*/iu
const datLine = /^(?:en\s+)?dat(?![\p{L}-])/iu
const action = /(?<!\p{L})te\s+\p{L}{2,}/u
const opensList =
  /(?<!\p{L})(?:zoals|waarin|waarbij|dat|namelijk|weten|waaronder|van|over|met|aan|naar)[:,]?$/iu

/** An opener in italics or bold may close its emphasis behind its colon. */
function pastEmphasis(text: string, from: number, to: number): number {
  let at = from
  while (at < to && (isSpace(text.charCodeAt(at)) || '*_'.includes(text[at] as string))) at++
  return at
}

const startsLower = (text: string, at: number): boolean =>
  /^[*_]{0,3}[\p{Ll}("'‘“„]/u.test(text.slice(at, at + 4))

function skipSpace(text: string, from: number, to: number): number {
  let at = from
  while (at < to && isSpace(text.charCodeAt(at))) at++
  return at
}

/** Reads what an opener opens, up to `limit` (the next mark). */
export function readBlock(source: Source, mark: Mark & { type: 'opener' }, limit: number): Block {
  return new BlockReader(source, mark.opener.opens).read(mark.end, limit)
}

const danglingLink = /[\s;,.]*(?<![\p{L}\p{N}])(?:en|én|alsmede|alsook)$/iu

const lastOfLink = /[nk]/iu

/** Without emphasis, marks, a dangling *en* and a quote that closes more than the item. */
export function trimItem(text: string, item: { start: number; end: number }): { start: number; end: number } {
  let { start, end } = item
  const skipped = (code: string) => isSpace(code.charCodeAt(0)) || '*_'.includes(code)
  while (start < end && skipped(text[start] as string)) start++
  for (let quotes = 0; ; ) {
    const before: number = end
    while (end > start && (skipped(text[end - 1] as string) || ';,.'.includes(text[end - 1] as string))) end--
    const link = lastOfLink.test(text.charAt(end - 1))
      ? text.slice(Math.max(start, end - 24), end).match(danglingLink)
      : null
    if (link) end -= link[0].length
    const quote = text[end - 1] ?? ''
    if (quotes < 1 && end > start && closesTooMuch(text, start, end, quote)) {
      end--
      quotes++
    }
    if (end === before) return { start, end }
  }
}

const openersOf: Record<string, string> = { '"': '"', '”': '“„"', '’': '‘', '»': '«' }

function closesTooMuch(text: string, start: number, end: number, quote: string): boolean {
  const opening = openersOf[quote]
  if (!opening) return false
  if (quote === '"') {
    let count = 0
    for (let i = start; i < end; i++) if (text[i] === '"') count++
    return count % 2 === 1
  }
  for (let i = end - 2; i >= start; i--) if (opening.includes(text[i] as string)) return false
  return quote !== '’' || !/\p{L}/u.test(text.charAt(end - 2))
}

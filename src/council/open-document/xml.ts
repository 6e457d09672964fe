import { UnreadableDocument } from '../../errors.ts'

export type XmlEvents = {
  /** `name` as written, with its prefix. `attribute` reads one attribute, by its name as written. */
  open(name: string, attribute: (name: string) => string | undefined): void
  close(name: string): void
  text(text: string): void
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{1,8}));/g, (whole, decimal, hex, name) => {
    if (name) return entities[name] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

/**
 * Walks through an XML text, event by event and without a tree, so that a large document costs no more than its text. Entities of
 * a document type are not expanded (Office writes none, and they are how XML bombs work).
 * @throws UnreadableDocument `docx-damaged` when tags do not nest or end.
 */
export function walkXml(xml: string, events: XmlEvents): void {
  const open: string[] = []
  let at = 0
  const damaged = () => new UnreadableDocument('docx-damaged')
  const endOf = (mark: string, from: number) => {
    const end = xml.indexOf(mark, from)
    if (end < 0) throw damaged()
    return end
  }
  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    const text = xml.slice(at, tag < 0 ? xml.length : tag)
    if (text) events.text(decodeEntities(text))
    if (tag < 0) break
    if (xml.startsWith('<!--', tag)) at = endOf('-->', tag + 4) + 3
    else if (xml.startsWith('<![CDATA[', tag)) {
      const end = endOf(']]>', tag + 9)
      events.text(xml.slice(tag + 9, end))
      at = end + 3
    } else if (xml[tag + 1] === '?') at = endOf('?>', tag + 2) + 2
    else if (xml[tag + 1] === '!') throw damaged()
    else if (xml[tag + 1] === '/') {
      const end = endOf('>', tag + 2)
      const name = xml.slice(tag + 2, end).trim()
      if (open.pop() !== name) throw damaged()
      events.close(name)
      at = end + 1
    } else {
      const end = endOfTag(xml, tag + 1)
      if (end < 0) throw damaged()
      const empty = xml[end - 1] === '/'
      const inside = xml.slice(tag + 1, empty ? end - 1 : end)
      const name = /^[^\s/>]+/.exec(inside)?.[0]
      if (!name) throw damaged()
      events.open(name, (wanted) => attributeOf(inside, wanted))
      if (empty) events.close(name)
      else open.push(name)
      if (open.length > 1000) throw damaged()
      at = end + 1
    }
  }
  if (open.length > 0) throw damaged()
}

function endOfTag(xml: string, from: number): number {
  let end = xml.indexOf('>', from)
  let quote = nextQuote(xml, from, end)
  while (end >= 0 && quote >= 0) {
    const closing = xml.indexOf(xml[quote]!, quote + 1)
    if (closing < 0) return -1
    if (closing > end) end = xml.indexOf('>', closing)
    quote = nextQuote(xml, closing + 1, end)
  }
  return end
}

function nextQuote(xml: string, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    const code = xml.charCodeAt(i)
    if (code === 34 || code === 39) return i
  }
  return -1
}

function attributeOf(inside: string, wanted: string): string | undefined {
  for (const [, name, double, single] of inside.matchAll(/([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (name === wanted) return decodeEntities(double ?? single ?? '')
  return undefined
}

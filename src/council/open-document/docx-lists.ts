import { ordinal } from './blocks.ts'
import { walkXml } from './xml.ts'

type Level = { start: number; format: string; text: string }
type NumberedStyle = { basedOn: string | null; list: string | null; level: number }

/** Where a paragraph stands in which list of a Word document. */
export type ListPlace = { list: string; level: number }

export type Lists = {
  /** The list that a paragraph style puts its paragraphs in, if any. */
  ofStyle(style: string | null): ListPlace | null
  /** The mark before the next paragraph at this place: indentation, then `- `, `1. ` or `a) `; advances the count. */
  mark(place: ListPlace): string
}

/** Reads `word/numbering.xml` and `word/styles.xml`; both may be absent. */
export function readLists(numbering: string | null, styles: string | null): Lists {
  const levels = numbering ? readNumbering(numbering) : new Map<string, NumberedList>()
  const named = styles ? readStyles(styles) : new Map<string, NumberedStyle>()
  const counts = new Map<string, number[]>()
  return {
    ofStyle(style) {
      let at = style
      for (let depth = 0; at !== null && depth < 20; depth++) {
        const found = named.get(at)
        if (found?.list) return { list: found.list, level: found.level }
        at = found?.basedOn ?? null
      }
      return null
    },
    mark({ list, level }) {
      const found = levels.get(list)
      if (list === '0' || !found) return list === '0' ? '' : `${'  '.repeat(level)}- `
      const count = counts.get(found.counter) ?? []
      counts.set(found.counter, count)
      const here = found.levels[level] ?? { start: 1, format: 'bullet', text: '' }
      count[level] = count[level] === undefined ? here.start : count[level] + 1
      count.length = level + 1
      const indent = '  '.repeat(level)
      if (here.format === 'none') return indent
      if (here.format === 'bullet') return `${indent}- `
      const text = here.text.replace(/%(\d)/g, (_, digit) => {
        const which = Number(digit) - 1
        const of = found.levels[which]
        return ordinal(count[which] ?? of?.start ?? 1, of?.format ?? 'decimal')
      })
      return text.trim() === '' ? indent : `${indent}${text.trim()} `
    },
  }
}

type NumberedList = { counter: string; levels: (Level | undefined)[] }

function readNumbering(xml: string): Map<string, NumberedList> {
  const abstract = new Map<string, (Level | undefined)[]>()
  const lists = new Map<string, NumberedList>()
  let levels: (Level | undefined)[] | null = null
  let level: Level | null = null
  let list: { id: string; of: string; starts: [number, number][] } | null = null
  let override = 0
  walkXml(xml, {
    text() {},
    open(name, attribute) {
      const value = attribute('w:val')
      if (name === 'w:abstractNum') {
        levels = []
        abstract.set(attribute('w:abstractNumId') ?? '', levels)
      } else if (name === 'w:lvl' && levels) {
        level = { start: 1, format: 'decimal', text: '' }
        const at = Number(attribute('w:ilvl'))
        if (at >= 0 && at < 10) levels[at] = level
      } else if (name === 'w:start' && level) level.start = Number(value) || 0
      else if (name === 'w:numFmt' && level) level.format = value ?? 'decimal'
      else if (name === 'w:lvlText' && level) level.text = value ?? ''
      else if (name === 'w:num') list = { id: attribute('w:numId') ?? '', of: '', starts: [] }
      else if (name === 'w:abstractNumId' && list) list.of = value ?? ''
      else if (name === 'w:lvlOverride') override = Number(attribute('w:ilvl')) || 0
      else if (name === 'w:startOverride' && list) list.starts.push([override, Number(value) || 0])
    },
    close(name) {
      if (name === 'w:lvl') level = null
      if (name === 'w:abstractNum') levels = null
      if (name !== 'w:num' || !list) return
      const own = [...(abstract.get(list.of) ?? [])]
      for (const [at, start] of list.starts) if (own[at]) own[at] = { ...own[at], start }
      lists.set(list.id, { counter: list.starts.length > 0 ? `num ${list.id}` : list.of, levels: own })
      list = null
    },
  })
  return lists
}

function readStyles(xml: string): Map<string, NumberedStyle> {
  const styles = new Map<string, NumberedStyle>()
  let style: NumberedStyle | null = null
  walkXml(xml, {
    text() {},
    open(name, attribute) {
      if (name === 'w:style') {
        style = { basedOn: null, list: null, level: 0 }
        styles.set(attribute('w:styleId') ?? '', style)
      } else if (name === 'w:basedOn' && style) style.basedOn = attribute('w:val') ?? null
      else if (name === 'w:numId' && style) style.list = attribute('w:val') ?? null
      else if (name === 'w:ilvl' && style) style.level = Math.min(8, Number(attribute('w:val')) || 0)
    },
    close(name) {
      if (name === 'w:style') style = null
    },
  })
  return styles
}

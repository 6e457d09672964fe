import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { UnreadableDocument } from '../../errors.ts'
import { type Block, joinBlocks, ordinal, rowText } from './blocks.ts'
import { byteOrderMark, decodeStrictly, decodeText, raised, tidyPages } from './text.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

const dropped = new Set(
  'head script style noscript template svg math iframe object audio video canvas select button textarea'.split(
    ' ',
  ),
)
const blocks = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)

/** Decodes HTML: by its byte-order mark, else by the charset of a `<meta>` in the first 1,024 bytes, else as text. */
export function decodeHtml(bytes: Uint8Array): string {
  if (byteOrderMark(bytes)) return decodeText(bytes)
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const named = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase()
  const text = named && !/^utf-?(?:8|16)/.test(named) ? decodeStrictly(bytes, named) : null
  return text ?? decodeText(bytes)
}

/**
 * The text of an HTML page, as one page: blocks as paragraphs, lists with their marks, tables row by row; without scripts, styles
 * and what is hidden.
 */
export function pagesOfHtml(bytes: Uint8Array): string[] {
  const text = decodeHtml(bytes)
  if (text.includes('\0')) throw new UnreadableDocument('text-not-decodable')
  return tidyPages([new HtmlWalk().walk(parse(text))])
}

type List = { ordered: string | null; next: number }
type Row = { cells: string[][]; into: Block[] }

/** One step of the walk: enter a node, or leave an element. A stack of its own, since pages may nest deeper than calls can. */
type Step = { node: Node; leave: boolean }

class HtmlWalk {
  private blocks: Block[] = []
  private line = ''
  private mark = ''
  private preformatted = 0
  private raisedDepth = 0
  private readonly lists: List[] = []
  private readonly rows: Row[] = []

  walk(root: Node): string {
    const steps: Step[] = [{ node: root, leave: false }]
    for (let step = steps.pop(); step; step = steps.pop()) {
      const { node } = step
      if (step.leave) this.leave(node as Element)
      else if (node.nodeName === '#text') this.write((node as DefaultTreeAdapterTypes.TextNode).value)
      else if (!('childNodes' in node)) continue
      else {
        if ('tagName' in node) {
          if (dropped.has(node.tagName) || isHidden(node)) continue
          this.enter(node)
          steps.push({ node, leave: true })
        }
        for (let i = node.childNodes.length - 1; i >= 0; i--)
          steps.push({ node: node.childNodes[i]!, leave: false })
      }
    }
    this.endBlock()
    return joinBlocks(this.blocks)
  }

  private write(value: string): void {
    const text = value.replaceAll('\u00ad', '')
    if (this.preformatted > 0) this.line += text
    else if (this.raisedDepth > 0) this.line += raised(text.replace(/\s+/g, ' '))
    else this.line += text.replace(/[^\S\u00a0]+/g, ' ')
  }

  private enter({ tagName, attrs }: Element): void {
    const attribute = (name: string) => attrs.find((attr) => attr.name === name)?.value
    if (tagName === 'br') this.line += '\n'
    if (tagName === 'sup') this.raisedDepth++
    if (!blocks.has(tagName)) return
    this.endBlock()
    if (tagName === 'pre') this.preformatted++
    if (tagName === 'ol' || tagName === 'ul') {
      const type = attribute('type') ?? '1'
      const formats: Record<string, string> = {
        a: 'lowerLetter',
        A: 'upperLetter',
        i: 'lowerRoman',
        I: 'upperRoman',
      }
      const start = Number.parseInt(attribute('start') ?? '1', 10)
      const ordered = tagName === 'ol' ? (formats[type] ?? 'decimal') : null
      this.lists.push({ ordered, next: Number.isNaN(start) ? 1 : start })
    } else if (tagName === 'li') {
      const list = this.lists.at(-1)
      const indent = '  '.repeat(Math.min(8, Math.max(0, this.lists.length - 1)))
      this.mark = indent + (list?.ordered ? `${ordinal(list.next++, list.ordered)}. ` : '- ')
    } else if (tagName === 'tr') {
      this.rows.push({ cells: [], into: this.blocks })
    } else if ((tagName === 'td' || tagName === 'th') && this.rows.length > 0) {
      this.blocks = []
    }
  }

  private leave({ tagName }: Element): void {
    if (tagName === 'sup') this.raisedDepth--
    if (!blocks.has(tagName)) return
    this.endBlock()
    if (tagName === 'pre') this.preformatted--
    if (tagName === 'ol' || tagName === 'ul') this.lists.pop()
    if (tagName === 'li') this.mark = ''
    const row = this.rows.at(-1)
    if ((tagName === 'td' || tagName === 'th') && row) {
      row.cells.push(this.blocks.flatMap((block) => block.text.split('\n')))
      this.blocks = row.into
    } else if (tagName === 'tr' && row) {
      this.rows.pop()
      this.blocks.push(...rowText(row.cells))
    }
  }

  private endBlock(): void {
    const text =
      this.preformatted > 0
        ? this.line.trimEnd()
        : this.line
            .split('\n')
            .map((line) => line.trim().replace(/ {2,}/g, ' '))
            .join('\n')
            .trim()
    this.line = ''
    if (text === '') return
    this.blocks.push({ kind: this.mark === '' ? 'paragraph' : 'item', text: this.mark + text })
    this.mark = ''
  }
}

function isHidden({ attrs }: Element): boolean {
  return attrs.some(
    ({ name, value }) => name === 'hidden' || (name === 'style' && /display\s*:\s*none/i.test(value)),
  )
}

/** A piece of a page: a paragraph, an item of a list or a row of a table. Its text may hold several lines. */
export type Block = { kind: 'paragraph' | 'item' | 'row'; text: string }

/** Joins blocks into a page: items of a list and rows of a table follow one another, all else is parted by an empty line. */
export function joinBlocks(blocks: readonly Block[]): string {
  let page = ''
  let before: Block | null = null
  for (const block of blocks) {
    if (block.text.trim() === '') continue
    if (before) page += block.kind !== 'paragraph' && block.kind === before.kind ? '\n' : '\n\n'
    page += block.text
    before = block
  }
  return page
}

/** The longest text that a cell may have for its row to become one line. */
const longestCell = 240

/**
 * A row of a table as text. Each cell comes as its lines. Short cells: on one line with a tab between them, so that a label and its
 * value stay together; cells with the same number of lines are paired line by line; a line that begins with a tab continues the
 * last cell. Long cells (a table that only makes the layout) follow one another as paragraphs.
 */
export function rowText(cells: readonly (readonly string[])[]): Block[] {
  const filled = cells.map((cell) => cell.map((line) => line.trim()).filter((line) => line !== ''))
  const most = Math.max(0, ...filled.map((cell) => cell.length))
  if (most === 0) return []
  const withText = filled.filter((cell) => cell.length > 0)
  if (withText.length === 1 && filled[0]!.length > 0)
    return withText[0]!.map((text) => ({ kind: 'row', text }))
  const long = filled.some((cell) => cell.length > 3 || cell.join(' ').length > longestCell)
  if (most > 1 && withText.every((cell) => cell.length === most)) return pairLines(filled, most)
  if (long) return withText.flatMap((cell) => cell.map((text): Block => ({ kind: 'paragraph', text })))
  return pairLines(filled, most)
}

function pairLines(cells: readonly (readonly string[])[], most: number): Block[] {
  return Array.from({ length: most }, (_, i) => ({
    kind: 'row' as const,
    text: cells
      .map((cell) => cell[i] ?? '')
      .join('\t')
      .trimEnd(),
  }))
}

/** The number of an item in a list, as it is printed. */
export function ordinal(value: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(value).toLowerCase()
    case 'upperLetter':
      return letters(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'upperRoman':
      return roman(value)
    case 'decimalZero':
      return String(value).padStart(2, '0')
    default:
      return String(value)
  }
}

/** A … Z, AA, BB, as Word counts. */
function letters(value: number): string {
  if (value < 1 || value > 26 * 20) return String(value)
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  const signs: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let left = value
  let text = ''
  for (const [worth, sign] of signs)
    while (left >= worth) {
      text += sign
      left -= worth
    }
  return text
}

import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImportedXmlComponent,
  type IParagraphOptions,
  type IRunOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import {
  type Block,
  type ListBlock,
  linkedPieces,
  type OutDocument,
  type ParagraphBlock,
  type TableBlock,
} from './document.ts'
import { fixZipTimes } from './zip-times.ts'

/** Lengths in twips (1/20 point); sizes of type in half points. */
const page = { width: 11906, height: 16838, side: 1588, top: 1361, bottom: 1474 }
const measure = page.width - 2 * page.side
const labelWidth = 2040
const quoteIndent = 340
const itemIndent = 360
const ink = '1B1B1B'
const quiet = '4A4A4A'
const rule = '8A8A8A'
const away = '0B4F5C'

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
const locale = { nl: 'nl-NL', en: 'en-GB' } as const

/** The document for Word, with real headings, lists, a repeated table head and its language. The same document gives the same bytes. */
export async function toDocx(document: OutDocument): Promise<Uint8Array> {
  const lists = { used: 0 }
  const children = [
    ...(document.letterhead === null
      ? []
      : [
          new Paragraph({
            children: [new TextRun({ text: document.letterhead, bold: true, size: 28 })],
            spacing: { after: 480 },
          }),
        ]),
    ...document.blocks.flatMap((block) => blockOf(block, lists)),
  ]
  const word = new Document({
    title: document.title,
    creator: document.author,
    lastModifiedBy: document.author,
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 21, color: ink, language: { value: locale[document.language] } },
          paragraph: { spacing: { after: 200, line: 288 } },
        },
        heading1: headingStyle(25, 400),
        heading2: headingStyle(22, 320),
        heading3: headingStyle(21, 280),
      },
    },
    numbering: {
      config: [
        listing('dashes', LevelFormat.BULLET, '–'),
        listing('numbers', LevelFormat.DECIMAL, '%1.'),
        listing('quoted-dashes', LevelFormat.BULLET, '–', quoteIndent),
        listing('quoted-numbers', LevelFormat.DECIMAL, '%1.', quoteIndent),
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { left: page.side, right: page.side, top: page.top, bottom: page.bottom, footer: 680 },
          },
        },
        footers: { default: footerOf(document) },
        children,
      },
    ],
  })
  const bytes = await Packer.toBuffer(word, undefined, [
    { path: 'docProps/core.xml', data: properties(document) },
  ])
  return fixZipTimes(bytes)
}

const headingStyle = (size: number, before: number) => ({
  run: { size, bold: true, color: ink },
  paragraph: { spacing: { before, after: 140 }, keepNext: true },
})

const listing = (
  reference: string,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
  within = 0,
) => ({
  reference,
  levels: [
    {
      level: 0,
      format,
      text,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: within + itemIndent, hanging: itemIndent } } },
    },
  ],
})

type Lists = { used: number }

function blockOf(block: Block, lists: Lists): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: block.text, heading: headings[block.level] })]
    case 'paragraph':
      return [paragraph(block)]
    case 'list':
      return listOf(block, lists, false)
    case 'address':
      return [
        new Paragraph({
          children: block.lines.map((text, i) => new TextRun({ text, break: i === 0 ? 0 : 1 })),
          spacing: { after: 400 },
        }),
      ]
    case 'reference':
      return block.rows.map(({ label, value }, i) => {
        const last = i === block.rows.length - 1
        return new Paragraph({
          children: [
            new TextRun({ text: `${label}:`, bold: true, color: quiet, size: 20 }),
            new TextRun({ text: `\t${value}`, size: 20 }),
          ],
          tabStops: [{ type: TabStopType.LEFT, position: labelWidth }],
          indent: { left: labelWidth, hanging: labelWidth },
          spacing: { after: last ? 480 : 60 },
        })
      })
    case 'quotation':
      return [
        ...block.blocks.flatMap((inner) =>
          inner.kind === 'list' ? listOf(inner, lists, true) : [paragraph(inner, quoted)],
        ),
        ...(block.source === null
          ? []
          : [
              new Paragraph({
                ...quoted,
                children: runsOf(block.source, { size: 19, color: quiet }),
              }),
            ]),
      ]
    case 'table':
      return tableOf(block)
    case 'signatures':
      return signaturesOf(block)
  }
}

const bar = { style: BorderStyle.SINGLE, size: 8, space: 10, color: rule }
const quoted: IParagraphOptions = { indent: { left: quoteIndent }, border: { left: bar } }

const paragraph = (block: ParagraphBlock, more: IParagraphOptions = {}) =>
  new Paragraph({
    ...more,
    // What ends with a colon stays with what it announces.
    keepNext: block.text.endsWith(':'),
    children: runsOf(block.text, {
      bold: block.strong === true,
      ...(block.quiet ? { size: 19, color: quiet } : {}),
    }),
  })

/**
 * Running text, in which addresses can be followed. As fields: for a hyperlink of its own the library makes up a name each time, and the
 * same document would not give the same bytes.
 */
function runsOf(text: string, look: IRunOptions): TextRun[] {
  return linkedPieces(text).flatMap((piece) => {
    if (!piece.address) return [new TextRun({ ...look, text: piece.text })]
    const instruction = new ImportedXmlComponent('w:instrText', { 'xml:space': 'preserve' })
    instruction.push(` HYPERLINK "${piece.text}" `)
    return [
      fieldMark('begin'),
      new TextRun({ children: [instruction] }),
      fieldMark('separate'),
      new TextRun({ ...look, text: piece.text, color: away, underline: {} }),
      fieldMark('end'),
    ]
  })
}

const fieldMark = (kind: 'begin' | 'separate' | 'end') =>
  new TextRun({ children: [new ImportedXmlComponent('w:fldChar', { 'w:fldCharType': kind })] })

function listOf(block: ListBlock, lists: Lists, within: boolean): Paragraph[] {
  lists.used += 1
  const instance = lists.used
  const reference = `${within ? 'quoted-' : ''}${block.ordered ? 'numbers' : 'dashes'}`
  return block.items.map(
    (text) =>
      new Paragraph({
        children: runsOf(text, {}),
        numbering: { reference, level: 0, instance },
        ...(within ? { border: quoted.border } : {}),
        spacing: { after: 120 },
      }),
  )
}

function tableOf(block: TableBlock): (Paragraph | Table)[] {
  const all = block.widths.reduce((sum, width) => sum + width, 0)
  const widths = block.widths.map((width) => Math.round((width / all) * measure))
  const row = (cells: readonly string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: head,
      children: cells.map(
        (cell, i) =>
          new TableCell({
            width: { size: widths[i] ?? 0, type: WidthType.DXA },
            margins: { top: 80, bottom: 80, left: 90, right: 90 },
            children: cell.split('\n').map(
              (text) =>
                new Paragraph({
                  children: [new TextRun({ text, bold: head, size: 19 })],
                  spacing: { after: 60 },
                }),
            ),
          }),
      ),
    })
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const line = { style: BorderStyle.SINGLE, size: 4, color: rule }
  const caption =
    block.caption === null
      ? []
      : [
          new Paragraph({
            children: [new TextRun({ text: block.caption, bold: true })],
            keepNext: true,
            spacing: { before: 200, after: 100 },
          }),
        ]
  return [
    ...caption,
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: measure, type: WidthType.DXA },
      columnWidths: widths,
      borders: {
        top: none,
        left: none,
        right: none,
        insideVertical: none,
        bottom: line,
        insideHorizontal: line,
      },
      rows: [row(block.head, true), ...block.rows.map((cells) => row(cells, false))],
    }),
    new Paragraph({ text: '', spacing: { after: 120 } }),
  ]
}

/** With tabs, not a table: what makes only the layout is no table to a screen reader. */
function signaturesOf(block: Extract<Block, { kind: 'signatures' }>): Paragraph[] {
  const width = Math.floor(measure / Math.max(1, block.signatories.length))
  const row = (cells: readonly string[], more: IParagraphOptions) =>
    new Paragraph({
      ...more,
      text: cells.join('\t').trimEnd(),
      tabStops: block.signatories
        .slice(1)
        .map((_, i) => ({ type: TabStopType.LEFT, position: (i + 1) * width })),
    })
  return [
    ...(block.intro === null
      ? []
      : [new Paragraph({ text: block.intro, spacing: { before: 480 }, keepNext: true })]),
    row(
      block.signatories.map(({ role }) => role),
      { keepNext: true },
    ),
    row(
      block.signatories.map(({ name }) => name ?? ''),
      { spacing: { before: 900 } },
    ),
  ]
}

function footerOf({ footer }: OutDocument): Footer {
  const run = (children: (string | (typeof PageNumber)[keyof typeof PageNumber])[]) =>
    new TextRun({ children, size: 17, color: quiet })
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: measure }],
        spacing: { after: 0 },
        children: [
          run([`${footer.text ?? ''}\t${footer.page} `]),
          run([PageNumber.CURRENT]),
          run([` ${footer.of} `]),
          run([PageNumber.TOTAL_PAGES]),
        ],
      }),
    ],
  })
}

/** The properties of the file; the library would write the moment of making. */
function properties({ title, author, language, dated }: OutDocument): string {
  const when = `${dated ?? '2000-01-01'}T12:00:00Z`
  return `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(title)}</dc:title><dc:creator>${xml(author)}</dc:creator><cp:lastModifiedBy>${xml(author)}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${when}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${when}</dcterms:modified><dc:language>${locale[language]}</dc:language></cp:coreProperties>`
}

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

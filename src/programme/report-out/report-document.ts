import { type Block, blocksOfText, type OutDocument } from '../../documents-out/index.ts'
import type { ReportPhrases } from './phrases.ts'
import type { ReportContent, ReportScope } from './report.ts'

/** A report as a document to make. Sections without text are left out, with their heading; a pillar keeps its heading. Pure. */
export function reportDocument(
  content: ReportContent,
  about: { municipality: string; programme: string; scope: ReportScope },
  phrases: ReportPhrases,
): OutDocument {
  const { fields, sections } = content
  const { labels } = phrases
  const rows: [string, string | null][] = [
    [labels.date, fields.date && phrases.date(fields.date)],
    [labels.programme, about.programme],
    [labels.period, phrases.period(about.scope)],
    [labels.reference, fields.reference],
  ]
  const author = phrases.letterhead(about.municipality)
  return {
    language: phrases.language,
    title: fields.title,
    author,
    dated: fields.date,
    letterhead: author,
    footer: { text: fields.title, page: labels.page, of: labels.of },
    blocks: [
      { kind: 'heading', level: 1, text: fields.title },
      { kind: 'address', lines: [`${labels.to}: ${fields.addressee}`] },
      { kind: 'reference', rows: rows.flatMap(([label, value]) => (value ? [{ label, value }] : [])) },
      ...sections.flatMap(({ kind, heading, level, text }): Block[] => {
        const blocks = blocksOfText(text, labels.source).map((block) =>
          block.kind === 'paragraph' && block.text.startsWith(labels.source)
            ? { ...block, quiet: true }
            : block,
        )
        if (blocks.length === 0 && kind !== 'pillar') return []
        // The title is the first heading, so that everything stands one below it.
        return heading === null
          ? blocks
          : [{ kind: 'heading', level: level === 1 ? 2 : 3, text: heading }, ...blocks]
      }),
    ],
  }
}

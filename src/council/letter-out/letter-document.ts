import { type Block, blocksOfText, type OutDocument } from '../../documents-out/index.ts'
import type { LetterContent } from './letter.ts'
import type { LetterPhrases } from './phrases.ts'

/** A letter as a document to make. Sections without text are left out, with their heading. Pure. */
export function letterDocument(
  content: LetterContent,
  municipality: string,
  phrases: LetterPhrases,
): OutDocument {
  const { fields, sections } = content
  const { labels } = phrases
  const rows: [string, string | null][] = [
    [labels.date, fields.date && phrases.date(fields.date)],
    [labels.subject, fields.subject],
    [labels.reference, fields.reference],
    [labels.registry, fields.registryNumber],
    [labels.department, fields.department],
    [labels.unit, fields.unit],
    [labels.contact, fields.contactName],
    [labels.phone, fields.contactPhone],
    [labels.email, fields.contactEmail],
  ]
  // A name is printed below its role in the same order, so who has a name comes first.
  const named = fields.signatories.filter(({ name }) => name !== null)
  const unnamed = fields.signatories.filter(({ name }) => name === null)
  return {
    language: 'nl',
    title: fields.subject,
    author: phrases.letterhead(municipality),
    dated: fields.date,
    letterhead: phrases.letterhead(municipality),
    footer: {
      text: fields.reference && `${labels.reference} ${fields.reference}`,
      page: labels.page,
      of: labels.of,
    },
    blocks: [
      { kind: 'address', lines: [`${labels.to}: ${fields.addressee}`] },
      { kind: 'reference', rows: rows.flatMap(([label, value]) => (value ? [{ label, value }] : [])) },
      ...sections.flatMap(({ heading, level, text }): Block[] => {
        const blocks = blocksOfText(text, labels.source)
        if (blocks.length === 0) return []
        return heading === null ? blocks : [{ kind: 'heading', level, text: heading }, ...blocks]
      }),
      {
        kind: 'signatures',
        intro: phrases.college(municipality),
        signatories: [...named, ...unnamed].map(({ role, name }) => ({
          role: phrases.signatory(role),
          name,
        })),
      },
    ],
  }
}

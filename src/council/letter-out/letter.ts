import type { Kept } from '../../kept-sections.ts'
import type { IsoDate } from '../read/reading.ts'

export { isEdited, newSection } from '../../kept-sections.ts'

/** A letter that the college writes: its reference block, and its text in sections that are edited one by one. */
export type LetterFields = {
  date: IsoDate | null
  subject: string
  /** "Ons kenmerk". */
  reference: string | null
  registryNumber: string | null
  addressee: string
  department: string | null
  unit: string | null
  contactName: string | null
  contactPhone: string | null
  contactEmail: string | null
  /** Who signs, by role; a name only where somebody gave one. */
  signatories: { role: string; name: string | null }[]
}

export const sectionKinds = ['opening', 'motion', 'answer', 'open', 'conclusion', 'closing'] as const
export type SectionKind = (typeof sectionKinds)[number]

/** `text` in the writing of `documents-out/section-text.ts`: paragraphs, `- ` lists, `> ` quotations. */
export type ComposedSection = {
  /** Stable between drafts of the same letter: `answer-21`. */
  key: string
  kind: SectionKind
  motion: number | null
  matter: number | null
  level: 1 | 2
  heading: string | null
  text: string
}
export type LetterSection = Kept<ComposedSection>
export type LetterContent = { fields: LetterFields; sections: LetterSection[] }

/** Words of the motion are quoted as the register has them: they are never edited, only left out. */
export const isQuoted = (section: Pick<LetterSection, 'kind'>) => section.kind === 'motion'

import {
  type LetterContent,
  type LetterFields,
  type LetterMove,
  letterMoves,
} from '../../../council/index.ts'
import { dateTyped, type PostedDraft, postedDraft, textOf } from '../draft/posted-draft.ts'

export type LetterAction = LetterMove | 'save' | 'renew' | 'undo' | 'register'

/** What somebody sent from the page of a letter. `fields` null: the form had none, because they may not edit. */
export type PostedLetter = PostedDraft<LetterAction> & { fields: Partial<LetterFields> | null }

const lines = [
  'subject',
  'reference',
  'registryNumber',
  'addressee',
  'department',
  'unit',
  'contactName',
  'contactPhone',
  'contactEmail',
] as const

export function readLetterForm(form: FormData): PostedLetter {
  const posted = postedDraft(form, letterMoves)
  const { texts, typedDate } = posted
  const left = Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, form.has(`leave:${key}`) ? '' : text]),
  )
  const fields = typedDate === null ? null : fieldsOf((name) => textOf(form, name), typedDate)
  return { ...posted, texts: left, fields }
}

function fieldsOf(text: (name: string) => string | null, typedDate: string): Partial<LetterFields> {
  const fields: Partial<LetterFields> = {
    date: dateTyped(typedDate),
  }
  for (const name of lines) {
    const value = text(`field:${name}`)
    if (value !== null) fields[name] = value
  }
  const signatories = []
  for (let i = 0; i < 6; i++) {
    const role = text(`role:${i}`)
    if (role !== null) signatories.push({ role, name: text(`name:${i}`) })
  }
  if (signatories.length > 0) fields.signatories = signatories
  return fields
}

/** A letter with what was typed put over it, unchecked: to show again. */
export function typedOver(
  content: LetterContent,
  posted: Pick<PostedLetter, 'fields' | 'texts'>,
): LetterContent {
  return {
    fields: { ...content.fields, ...posted.fields },
    sections: content.sections.map((section) => ({
      ...section,
      text: posted.texts[section.key] ?? section.text,
    })),
  }
}

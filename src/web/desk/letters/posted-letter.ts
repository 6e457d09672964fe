import {
  type LetterContent,
  type LetterFields,
  type LetterMove,
  letterMoves,
} from '../../../council/index.ts'
import { parseTypedDate } from '../typed-date.ts'

export type LetterAction = LetterMove | 'save' | 'renew' | 'undo' | 'register'

/** What somebody sent from the page of a letter. `fields` null: the form had none, because they may not edit. */
export type PostedLetter = {
  action: LetterAction
  version: number
  reason: string
  fields: Partial<LetterFields> | null
  texts: Record<string, string>
  /** The date as typed, to show again. */
  typedDate: string | null
}

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
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : null
  }
  const asked = text('action') ?? 'save'
  const known = ['save', 'renew', 'undo', 'register', ...letterMoves] as const
  const texts: Record<string, string> = {}
  for (const name of form.keys()) {
    if (!name.startsWith('text:')) continue
    const key = name.slice(5)
    texts[key] = form.has(`leave:${key}`) ? '' : (text(name) ?? '')
  }
  const typedDate = text('field:date')
  return {
    action: known.find((one) => one === asked) ?? 'save',
    version: Number(/^\d{1,9}$/.exec(text('version') ?? '')?.[0] ?? 0),
    reason: text('reason') ?? '',
    fields: typedDate === null ? null : fieldsOf(text, typedDate),
    texts,
    typedDate,
  }
}

function fieldsOf(text: (name: string) => string | null, typedDate: string): Partial<LetterFields> {
  const fields: Partial<LetterFields> = {
    // What is no date stays as typed, so that the command can refuse it beside its field.
    date: typedDate.trim() === '' ? null : (parseTypedDate(typedDate) ?? typedDate),
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

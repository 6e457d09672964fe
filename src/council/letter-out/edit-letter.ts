import { isDeepStrictEqual } from 'node:util'
import { type Ctx, checkRoles } from '../../ctx.ts'
import { isIsoDate } from '../../days.ts'
import { plainLine, plainLines } from '../../documents-out/index.ts'
import { Invalid, Refused } from '../../errors.ts'
import { isQuoted, type LetterContent, type LetterFields } from './letter.ts'
import { editable, letterDesks } from './letter-life.ts'
import { type LetterStepDone, lockLetter, stepLetter } from './step-letter.ts'

/** More than any letter holds. */
const longestSection = 40_000

/**
 * Writes what somebody made of a letter: fields of its reference block, and texts by key of the section; what is left out stays.
 * Nothing changed is no step.
 * @throws Refused `changed-by-other`, `move-not-possible` (no longer to be edited); Invalid (`date`, `subject`, `texts/<key>`); Denied
 */
export async function editLetter(
  ctx: Ctx,
  input: {
    letter: number
    version: number
    fields?: Partial<LetterFields>
    texts?: Readonly<Record<string, string>>
  },
): Promise<LetterStepDone> {
  const row = await lockLetter(ctx, input)
  if (!editable.includes(row.state)) throw new Refused('move-not-possible')
  checkRoles(ctx, letterDesks[row.state], 'edit this letter')
  const content = editedContent(row.content, input)
  const sections = changedNames(row.content, content)
  if (sections.length === 0) return { letter: row.id, version: row.version }
  return stepLetter(ctx, row, { step: 'edit', content, sections, event: 'letter-out.edited' })
}

/** @throws Invalid */
export function editedContent(
  content: LetterContent,
  edit: { fields?: Partial<LetterFields>; texts?: Readonly<Record<string, string>> },
): LetterContent {
  const fields = cleanFields({ ...content.fields, ...edit.fields })
  const tooLong = Object.entries(edit.texts ?? {}).find(([, text]) => text.length > longestSection)
  if (tooLong) throw new Invalid('form-invalid', [{ field: `texts/${tooLong[0]}`, code: 'too-long' }])
  return {
    fields,
    sections: content.sections.map((section) => {
      const typed = edit.texts?.[section.key]
      if (typed === undefined) return section
      const text = plainLines(typed)
      // Quoted words are left as they are, or left out whole.
      return isQuoted(section) && text !== '' && text !== section.text ? section : { ...section, text }
    }),
  }
}

/** Names of what differs between two contents: fields, and keys of sections. */
export function changedNames(before: LetterContent, after: LetterContent): string[] {
  const fields = (Object.keys(after.fields) as (keyof LetterFields)[]).filter(
    (name) => !isDeepStrictEqual(before.fields[name], after.fields[name]),
  )
  const sections = after.sections.filter(
    (section) => before.sections.find(({ key }) => key === section.key)?.text !== section.text,
  )
  return [...fields, ...sections.map(({ key }) => key)]
}

function cleanFields(fields: LetterFields): LetterFields {
  const date = plainLine(fields.date)
  const errors = []
  if (date !== null && !isIsoDate(date)) errors.push({ field: 'date', code: 'date-invalid' })
  const subject = plainLine(fields.subject)
  if (subject === null) errors.push({ field: 'subject', code: 'needed' })
  const addressee = plainLine(fields.addressee)
  if (addressee === null) errors.push({ field: 'addressee', code: 'needed' })
  if (errors.length > 0) throw new Invalid('form-invalid', errors)
  return {
    date,
    subject: subject!,
    reference: plainLine(fields.reference),
    registryNumber: plainLine(fields.registryNumber),
    addressee: addressee!,
    department: plainLine(fields.department),
    unit: plainLine(fields.unit),
    contactName: plainLine(fields.contactName),
    contactPhone: plainLine(fields.contactPhone),
    contactEmail: plainLine(fields.contactEmail),
    signatories: fields.signatories
      .map(({ role, name }) => ({ role: plainLine(role) ?? '', name: plainLine(name) }))
      .filter(({ role }) => role !== ''),
  }
}

import type { IsoDate } from '../../../days.ts'
import { parseTypedDate } from '../typed-date.ts'

/** What somebody sent from the page of a letter or a report that they write. `typedDate` null: the form did not hold it. */
export type PostedDraft<Action extends string> = {
  action: Action
  version: number
  reason: string
  /** By key of the section. */
  texts: Record<string, string>
  /** The date as typed, to show again. */
  typedDate: string | null
}

export const textOf = (form: FormData, name: string): string | null => {
  const value = form.get(name)
  return typeof value === 'string' ? value : null
}

/** `save` when the form names no action that is known. */
export function postedDraft<Move extends string>(
  form: FormData,
  moves: readonly Move[],
): PostedDraft<Move | 'save' | 'renew' | 'undo' | 'register'> {
  const known = ['save', 'renew', 'undo', 'register', ...moves] as const
  const asked = textOf(form, 'action')
  const keys = [...form.keys()].flatMap((name) => (name.startsWith('text:') ? [name.slice(5)] : []))
  return {
    action: known.find((one) => one === asked) ?? 'save',
    version: Number(/^\d{1,9}$/.exec(textOf(form, 'version') ?? '')?.[0] ?? 0),
    reason: textOf(form, 'reason') ?? '',
    texts: Object.fromEntries(keys.map((key) => [key, textOf(form, `text:${key}`) ?? ''])),
    typedDate: textOf(form, 'field:date'),
  }
}

/** What is no date stays as typed, so that the command can refuse it beside its field. */
export const dateTyped = (typed: string): IsoDate | string | null =>
  typed.trim() === '' ? null : (parseTypedDate(typed) ?? typed)

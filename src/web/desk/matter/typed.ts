import type { IsoDate } from '../../../council/index.ts'
import { type FieldError, Invalid } from '../../../errors.ts'
import { parseTypedDate } from '../typed-date.ts'

/** What a form sent, as it was typed. */
export type Typed = ReadonlyMap<string, readonly string[]>

export function typedOf(form: FormData): Typed {
  const typed = new Map<string, string[]>()
  for (const [name, value] of form) {
    if (typeof value === 'string') typed.set(name, [...(typed.get(name) ?? []), value])
  }
  return typed
}

export const textIn = (typed: Typed, name: string): string => typed.get(name)?.at(-1) ?? ''

/** Null when blank. */
export const writtenIn = (typed: Typed, name: string): string | null => textIn(typed, name).trim() || null

/** A day as people write it; undefined when blank. @throws Invalid `date-invalid` */
export function dayIn(typed: Typed, name: string): IsoDate | undefined {
  const text = textIn(typed, name)
  if (text.trim() === '') return undefined
  const day = parseTypedDate(text)
  if (day === undefined) throw new Invalid('form-invalid', [{ field: name, code: 'date-invalid' }])
  return day
}

/** @throws Invalid `needed` when blank, `date-invalid` */
export function neededDayIn(typed: Typed, name: string): IsoDate {
  const day = dayIn(typed, name)
  if (day === undefined) throw new Invalid('form-invalid', [{ field: name, code: 'needed' }])
  return day
}

/** `{ on }` for commands, nothing when blank. */
export function onIn(typed: Typed): { on?: IsoDate } {
  const on = dayIn(typed, 'on')
  return on ? { on } : {}
}

/** Identifiers that were chosen; what is none is left out. */
export const idsIn = (typed: Typed, name: string): number[] =>
  (typed.get(name) ?? []).filter((value) => /^\d{1,9}$/.test(value)).map(Number)

export const idIn = (typed: Typed, name: string): number | null => idsIn(typed, name).at(-1) ?? null

/** One of these, @throws Invalid `not-a-choice` */
export function choiceIn<T extends string>(typed: Typed, name: string, of: readonly T[]): T {
  const value = textIn(typed, name)
  const found = of.find((one) => one === value)
  if (!found) {
    throw new Invalid('form-invalid', [{ field: name, code: value === '' ? 'needed' : 'not-a-choice' }])
  }
  return found
}

/** The version of a matter that the form showed; 0 never fits. */
export const versionIn = (typed: Typed, matter: number): number => idIn(typed, `version/${matter}`) ?? 0
/** The newest step of a matter that the form showed. */
export const seenIn = (typed: Typed, matter: number): number => idIn(typed, `seen/${matter}`) ?? 0

/** What was written. @throws Invalid `needed` when blank */
export function neededIn(typed: Typed, name: string): string {
  const text = writtenIn(typed, name)
  if (text === null) throw new Invalid('form-invalid', [{ field: name, code: 'needed' }])
  return text
}

/** Reads several fields, and says at once of all of them what is wrong. @throws Invalid */
export function together<T extends Record<string, () => unknown>>(
  read: T,
): { [K in keyof T]: ReturnType<T[K]> } {
  const values: Record<string, unknown> = {}
  const wrong: FieldError[] = []
  for (const [name, one] of Object.entries(read)) {
    try {
      values[name] = one()
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      wrong.push(...error.fields)
    }
  }
  if (wrong.length > 0) throw new Invalid('form-invalid', wrong)
  return values as { [K in keyof T]: ReturnType<T[K]> }
}

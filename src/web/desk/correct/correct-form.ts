import { fieldOf, type MotionFields, tidyField } from '../../../council/index.ts'
import type { Language } from '../../../words/format.ts'
import { showDate } from '../review-form.ts'
import { parseTypedDate } from '../typed-date.ts'

const days = ['date', 'requestTermNotBefore', 'requestTermNotAfter']
export const isDay = (path: string) => days.includes(fieldOf(path)?.field ?? '')

export type PostedCorrection = {
  version: number
  /** What was filled in. A day that cannot be read stays as it was typed. */
  mine: Record<string, string>
  /** What stood there when the form was shown. */
  base: Record<string, string>
  reason: string
  hideBefore: boolean
}

/** The posted form: `/title` is a value, `was:/title` what stood there, `take:/title` says to leave what stands there now. */
export function readCorrection(form: FormData): PostedCorrection {
  const mine: Record<string, string> = {}
  const base: Record<string, string> = {}
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  for (const name of form.keys()) {
    const path = name.startsWith('was:/') ? name.slice(5) : null
    if (path === null || !fieldOf(path)) continue
    base[path] = tidyField(text(name))
    const typed = form.has(`take:/${path}`) ? base[path] : tidyField(text(`/${path}`))
    mine[path] = isDay(path) && typed !== '' ? (parseTypedDate(typed) ?? typed) : typed
  }
  const version = text('version')
  return {
    version: /^[1-9]\d{0,8}$/.test(version) ? Number(version) : 0,
    mine,
    base,
    reason: text('reason'),
    hideBefore: form.get('hide') === 'on',
  }
}

/** A value as a field shows it: a day in words. */
export const shown = (path: string, value: string, language: Language): string =>
  isDay(path) ? (showDate(value, language) ?? '') : value

/** Only what I changed myself: what stands in other fields is left alone, also when somebody changes it meanwhile. */
export const changedByMe = ({ mine, base }: Pick<PostedCorrection, 'mine' | 'base'>): MotionFields =>
  Object.fromEntries(Object.entries(mine).filter(([path, value]) => value !== base[path]))

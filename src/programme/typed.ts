/** What commands of this room ask of what was typed. */
import { publicText } from '../cover.ts'
import type { Ctx } from '../ctx.ts'
import { dayOf, type IsoDate, isIsoDate } from '../days.ts'
import { type FieldError, Invalid } from '../errors.ts'
import type { ProgrammeFieldCode } from './field-codes.ts'

/** Collects what is wrong with the fields of a form, to say all of it at once. */
export type Problems = FieldError[]
export function problem(problems: Problems, field: string, code: ProgrammeFieldCode): void {
  if (!problems.some((one) => one.field === field)) problems.push({ field, code })
}
/** @throws Invalid */
export function checkProblems(problems: Problems): void {
  if (problems.length > 0) throw new Invalid('form-invalid', problems)
}

type Text = { field: string; most: number; needed?: 'needed' | 'reason-needed' }
/** One line that becomes public: contact details are covered. Empty text gives null, and a problem where it is needed. */
export function publicLine(
  problems: Problems,
  typed: string | null | undefined,
  { field, most, needed }: Text,
): string | null {
  const text = publicText(typed)
  if (text === null && needed) problem(problems, field, needed)
  if (text !== null && text.length > most) problem(problems, field, 'too-long')
  return text
}

/** The day on which something happened: today when not given, never later. */
export function happenedOn(
  ctx: Ctx,
  problems: Problems,
  field: string,
  day: IsoDate | null | undefined,
): IsoDate {
  const today = dayOf(ctx.now)
  const on = day ?? today
  if (!isIsoDate(on)) problem(problems, field, 'date-invalid')
  else if (on > today) problem(problems, field, 'date-in-future')
  return on
}

export function plannedDay(
  problems: Problems,
  field: string,
  day: IsoDate | null | undefined,
): IsoDate | null {
  if (day === null || day === undefined) return null
  if (!isIsoDate(day)) problem(problems, field, 'date-invalid')
  return day
}

/** Most characters of a title, of one line, of a reason, and of longer text. */
export const mostText = { title: 200, line: 500, reason: 2_000, text: 20_000 } as const

/** Text of several paragraphs for the desk; it stays as it was written. */
export function deskText(problems: Problems, field: string, typed: string | null | undefined): string | null {
  const text = typed?.normalize('NFC').replace(/\r\n?/g, '\n').trim() ?? ''
  if (text.length > mostText.text) problem(problems, field, 'too-long')
  return text === '' ? null : text
}

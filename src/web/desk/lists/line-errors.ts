import type { DeskRequest } from '../../page.ts'

export const lineId = (position: number) => `regel-${position}`

/** The line that a field of an error belongs to. */
export function positionOf(field: string): number | null {
  const found = /^lines\/(\d+)/.exec(field)
  return found ? Number(found[1]) : null
}

/** What is wrong, in a sentence. */
export function sentenceOf({ words }: DeskRequest, field: string, code: string): string {
  const { problem } = words.councilList
  if (field === 'meetingOn' || code === 'date-in-future') return problem.toCome
  if (field.endsWith('/reason')) return problem.reasonNeeded
  return words.errors[code as keyof typeof words.errors] ?? words.errors['form-invalid']
}

import { Blocked, type FieldError, Invalid, Refused } from '../../../../errors.ts'
import type { FigureCode, ProgrammeFieldCode } from '../../../../programme/index.ts'
import type { Words } from '../../../../words/index.ts'
import type { Typed } from '../../matter/typed.ts'

/** A form that came back: which one, as typed, and what stood in the way. */
export type Sent = { form: string; typed: Typed; problem: Invalid | Refused | null }

/** Runs a step. @returns what stood in the way, null when nothing did; anything else is thrown */
export async function attempt(work: () => Promise<void>): Promise<Invalid | Refused | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof Invalid || error instanceof Refused) return error
    throw error
  }
}

export const isBlocked = (problem: Invalid | Refused | null): problem is Blocked<unknown> =>
  problem instanceof Blocked

/** The sentence of a field that needs another answer. */
export function sentenceOf(
  { code, detail = {} }: FieldError,
  { programmeFields, programmeFigures: { problems }, errors }: Words,
): string {
  if (code in problems) return problems[code as FigureCode](detail)
  return code in programmeFields ? programmeFields[code as ProgrammeFieldCode] : errors['form-invalid']
}

/** Sentences by field; `evidence/0` and `attachments/1` count as `evidence` and `attachments`. */
export function sentencesOf(problem: Invalid | Refused | null, words: Words): Map<string, string> {
  if (!(problem instanceof Invalid)) return new Map()
  return new Map(problem.fields.map((one) => [one.field.split('/')[0]!, sentenceOf(one, words)]))
}
/** Fields that somebody else changed differently meanwhile. */
export const contestedIn = (problem: Invalid | Refused | null): string[] =>
  problem instanceof Invalid
    ? problem.fields.filter(({ code }) => code === 'changed-by-other').map(({ field }) => field)
    : []

/** Somebody else was first: what stands now is shown beside what was typed. */
export const isConflict = (sent: Sent | null): boolean =>
  sent?.problem?.code === 'changed-by-other' ||
  sent?.problem?.code === 'move-not-possible' ||
  contestedIn(sent?.problem ?? null).length > 0

/**
 * The version that a form carries: once its reader was shown what others made of the same fields, sending it again counts as knowing;
 * otherwise it stays the one they began with, so that what others change meanwhile is still joined.
 */
export function versionFor(sent: Sent | null, form: string, current: number): number {
  if (sent?.form !== form || isConflict(sent)) return current
  const seen = sent.typed.get('version')?.at(-1) ?? ''
  return /^\d{1,9}$/.test(seen) ? Number(seen) : current
}

/** 409 where somebody was first or a rule says no, 422 where a field needs another answer. */
export const statusOf = (sent: Sent | null): { status?: 409 | 422 } =>
  sent?.problem ? { status: sent.problem.status === 409 ? 409 : 422 } : {}

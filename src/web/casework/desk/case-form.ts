/** What the pages below a trajectory have alike. */
import type { CaseCtx } from '../../../case-ctx.ts'
import { dayOf, type IsoDate } from '../../../days.ts'
import { Invalid, NotFound } from '../../../errors.ts'
import type { Trajectory } from '../../../reintegration/index.ts'
import { openTrajectory } from '../../../reintegration/index.ts'
import { formatDate, formatTime } from '../../../words/format.ts'
import type { FieldSet } from '../../desk/form-fields.tsx'
import { type Typed, textIn } from '../../desk/matter/typed.ts'
import { fieldsFor, type Sent } from '../kit.tsx'
import type { CasePage, StaffRequest } from '../page.ts'

export const numberOf = (request: CasePage): string => request.params.number ?? ''

/** Opens the case that the address names, in one transaction with what is done with it. */
export const inCase = <T>(
  request: StaffRequest,
  aim: 'read' | 'write',
  work: (ctx: CaseCtx, trajectory: Trajectory) => Promise<T>,
): Promise<T> =>
  request.transact(async (ctx) => work(ctx, await openTrajectory(ctx, numberOf(request), 'care', aim)))

/** The row that the address names. @throws {NotFound} when it names none */
export function rowIn(request: CasePage, name: string): number {
  const text = request.params[name] ?? ''
  if (!/^\d{1,12}$/.test(text)) throw new NotFound()
  return Number(text)
}

/** The one of this identifier. @throws {NotFound} */
export function found<T extends { id: number }>(rows: readonly T[], id: number): T {
  const row = rows.find((one) => one.id === id)
  if (!row) throw new NotFound()
  return row
}

export const versionIn = (typed: Typed): number => Number(textIn(typed, 'version')) || 0

/**
 * Fields of a form that changes something. When somebody else changed it meanwhile, theirs stands beside what was typed; the form
 * bears the new version then, so that sending it again keeps what was typed.
 */
export function changeFields(
  request: CasePage,
  form: string,
  sent: Sent | null,
  current: Readonly<Record<string, string>>,
): FieldSet {
  const set = fieldsFor(request, form, sent)
  if (!set.typed || !(sent?.error instanceof Invalid) || sent.error.code !== 'changed-by-other') return set
  const { typed } = set
  return {
    ...set,
    theirs: new Map(
      Object.entries(current)
        .filter(([name, value]) => textIn(typed, name).trim() !== value)
        .map(([name, value]) => [name, request.words.caseForm.theirs(value)]),
    ),
  }
}

export const choices = <K extends string>(list: readonly K[], labels: Readonly<Record<K, string>>) =>
  list.map((value) => ({ value, label: labels[value] }))

export const dayText = (request: CasePage, day: IsoDate | null): string =>
  day ? formatDate(day, request.language) : ''
export const dayOfText = (request: CasePage, moment: Date): string => dayText(request, dayOf(moment))
export const momentText = (request: CasePage, moment: Date): string =>
  `${dayOfText(request, moment)}, ${formatTime(moment, request.language)}`

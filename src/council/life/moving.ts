import { publicText } from '../../cover.ts'
import type { Ctx, Role } from '../../ctx.ts'
import { dayOf, isIsoDate } from '../../days.ts'
import { Denied, Invalid, Refused } from '../../errors.ts'
import { isRefused, type RefusedMove } from '../../machine.ts'
import type { IsoDate } from '../read/reading.ts'
import type { CommitmentStep, MatterStep } from './undo.ts'

/** A step's place in the histories, and the version that the next step must name. */
export type Step = { version: number; history: number }

/** `FieldError.code` of the commands in this folder. */
export const lifeFieldCodes = [
  'needed',
  'not-a-choice',
  'date-invalid',
  'date-in-future',
  'date-too-early',
  'passage-missing',
  'milestone-not-reached',
  'report-taken-back',
  'programme-not-adopted',
  'evidence-fallen',
  'motion-not-withdrawn',
  'goes-in-a-circle',
  'linked-already',
] as const
export type LifeFieldCode = (typeof lifeFieldCodes)[number]

/** Who takes which steps. Deciding has rules of its own (`mayDecide`). */
const takers: Readonly<Record<string, readonly Role[]>> = {
  object: ['clerk', 'councillor'],
  hold: ['clerk', 'portfolio-holder'],
  'set-check-date': ['clerk'],
  'agree-term': ['clerk', 'portfolio-holder', 'policy-officer'],
}
const staff: readonly Role[] = ['clerk', 'portfolio-holder', 'policy-officer']

/** Whether people in this role take this step. */
export const takesStep = (step: MatterStep | CommitmentStep, role: Role) =>
  (takers[step] ?? staff).includes(role)

/** @throws Denied when this step is not for this role */
export function checkRole({ actor }: Ctx, step: MatterStep | CommitmentStep): void {
  if (actor.kind === 'person' && !takesStep(step, actor.role)) {
    throw new Denied(`role ${actor.role} does not ${step}`)
  }
}

/** What a pure rule returned, or its refusal as an error. @throws Refused */
export function allowed<T extends object>(result: T | RefusedMove): T {
  if (isRefused(result)) throw new Refused(result.refused)
  return result
}

/** @throws Invalid when nothing was written */
export function neededText(typed: string | null | undefined, field: string): string {
  const text = publicText(typed)
  if (text === null) throw new Invalid('form-invalid', [{ field, code: 'needed' }])
  return text
}

/**
 * The day that a step counts from: today unless an earlier one is given.
 * @throws Invalid for a day to come, or one before `earliest`
 */
export function stepDay(ctx: Ctx, on: IsoDate | undefined, earliest: IsoDate | null = null): IsoDate {
  const today = dayOf(ctx.now)
  const day = on ?? today
  checkDay(day, 'on')
  if (day > today) throw new Invalid('form-invalid', [{ field: 'on', code: 'date-in-future' }])
  if (earliest && day < earliest) throw new Invalid('form-invalid', [{ field: 'on', code: 'date-too-early' }])
  return day
}

/** @throws Invalid when this is no day of the calendar */
export function checkDay(day: string, field: string): void {
  if (!isIsoDate(day)) throw new Invalid('form-invalid', [{ field, code: 'date-invalid' }])
}

/** Role of whoever acts, as a history shows it. */
export const roleOf = ({ actor }: Ctx) => (actor.kind === 'person' ? actor.role : 'program')
/** Only councillors and members of the college act under their name. */
export const publicName = ({ actor }: Ctx) =>
  actor.kind === 'person' && (actor.role === 'councillor' || actor.role === 'portfolio-holder')
    ? actor.name
    : null

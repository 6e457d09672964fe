/** What pages with forms of the plan share: what came back, what to say after it, fields of their own. */
import { Checkbox, FormFieldErrorMessage, FormLabel, Textbox } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { type Blocked, Invalid, type Refused } from '../../../../errors.ts'
import type { Owner, ProgrammeStep } from '../../../../programme/index.ts'
import { parseEuro } from '../../../../programme/index.ts'
import type { DeskRequest } from '../../../page.ts'
import { type FieldSet, fieldId } from '../../form-fields.tsx'
import { type Typed, textIn } from '../../matter/typed.ts'
import type { Sent } from '../work/sent.ts'
import type { PlanAtDesk } from './load-plan.ts'

export const statusOf = (sent: Sent | null): 200 | 409 | 422 =>
  !sent?.problem ? 200 : sent.problem instanceof Invalid ? 422 : 409
export const problemsOf = <T,>(problem: Invalid | Refused | null | undefined): readonly T[] =>
  problem && 'problems' in problem ? ((problem as Blocked<T>).problems ?? []) : []

/** `?gedaan=bewaard`, and which fields others had changed meanwhile. */
export function doneQuery(done: string, steps: readonly (ProgrammeStep | null)[] = []): string {
  const joined = [...new Set(steps.flatMap((step) => step?.joined ?? []))]
  return `?gedaan=${done}${joined.length > 0 ? `&ook=${joined.join(',')}` : ''}`
}

/** What was done, and what others changed meanwhile. `said`: sentences by what `gedaan` holds, beside the usual ones. */
export function DoneNotice({
  request,
  said = {},
  children,
}: {
  request: DeskRequest
  said?: Readonly<Record<string, string>>
  children?: ReactNode
}) {
  const { words, query } = request
  const w = words.programmePlan
  const done = query.get('gedaan')
  const sentence =
    done === null
      ? undefined
      : ({ bewaard: w.saved, terug: w.undone, ...said } as Record<string, string>)[done]
  if (sentence === undefined) return null
  const also = query.get('ook')
  const fields = (also ?? '').split(',').flatMap((field) => words.programmeHistory.field[field] ?? [])
  return (
    <div className="schakel-done" role="status">
      <p>{sentence}</p>
      {also !== null && <p>{w.joined(fields)}</p>}
      {children}
    </div>
  )
}

/** An amount; null when blank. @throws Invalid `not-money` */
export function euroIn(typed: Typed, name: string): number | null {
  const cents = parseEuro(textIn(typed, name))
  if (cents === undefined) throw new Invalid('form-invalid', [{ field: name, code: 'not-money' }])
  return cents
}
/** As `parseEuro` reads it back. */
export function euroTyped(cents: number | null): string {
  if (cents === null) return ''
  const digits = cents % 100 === 0 ? 0 : 2
  return new Intl.NumberFormat('nl-NL', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(cents / 100)
}

/** Runs a step for one of several rows of a form; the fields of its errors get the name of the row: `budget_cents-2026`. */
export async function inRow<T>(row: string | number, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    throw new Invalid(
      error.code,
      error.fields.map(({ field, code }) => ({
        field: field === 'reason' ? field : `${field}-${row}`,
        code,
      })),
    )
  }
}

/** Each line that says something. */
export const linesIn = (typed: Typed, name: string): string[] =>
  textIn(typed, name)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Values of an official's choice: an account, or a name without one. */
export function officialChoices(request: DeskRequest, { people }: PlanAtDesk, now: Owner | null | undefined) {
  const choices = people.officials.map(({ account, name }) => ({ value: account, label: name }))
  if (now?.name && !people.officials.some(({ account }) => account === now.account)) {
    choices.unshift({ value: officialValue(now), label: now.name })
  }
  return [{ value: '', label: request.words.programmePlan.action.officialNone }, ...choices]
}
export const officialValue = (owner: Owner | null | undefined): string =>
  !owner?.name ? '' : (owner.account ?? `naam:${owner.name}`)
export function officialIn(typed: Typed, { people, owners }: PlanAtDesk): Owner | null {
  const value = textIn(typed, 'owner')
  if (value === '') return null
  if (value.startsWith('naam:')) return { account: null, name: value.slice(5) }
  const known = people.officials.find(({ account }) => account === value)
  if (known) return { account: known.account, name: known.name }
  const kept = [...owners.values()].find(({ account }) => account === value)
  if (kept) return kept
  throw new Invalid('form-invalid', [{ field: 'owner', code: 'not-a-choice' }])
}
export function holderChoices(request: DeskRequest, { people }: PlanAtDesk) {
  return [
    { value: '', label: request.words.programmePlan.action.holderNone },
    ...people.college.map(({ person, name }) => ({ value: String(person), label: name })),
  ]
}

export type TickChoice = { value: string; label: ReactNode; hint?: ReactNode; on?: boolean }
/** Several of these. */
export function TicksField({
  set,
  name,
  legend,
  quiet,
  choices,
}: {
  set: FieldSet
  name: string
  legend: string
  /** The heading above says the same. */
  quiet?: boolean
  choices: readonly TickChoice[]
}) {
  const id = fieldId(set.form, name)
  const error = set.errors.get(name)
  const chosen = set.typed?.get(name) ?? null
  return (
    <fieldset
      className={`schakel-choices${error ? ' schakel-field--invalid' : ''}`}
      id={id}
      tabIndex={-1}
      aria-describedby={error ? `${id}-fout` : undefined}
    >
      <legend className={quiet ? 'schakel-hidden' : undefined}>{legend}</legend>
      {error && <FormFieldErrorMessage id={`${id}-fout`}>{error}</FormFieldErrorMessage>}
      {choices.map(({ value, label, hint, on }) => (
        <div key={value} className="schakel-tick">
          <Checkbox
            id={`${id}-${value}`}
            name={name}
            value={value}
            defaultChecked={set.typed ? (chosen ?? []).includes(value) : (on ?? false)}
          />
          <label htmlFor={`${id}-${value}`}>
            {label}
            {hint && <span className="schakel-hint">{hint}</span>}
          </label>
        </div>
      ))}
    </fieldset>
  )
}

/** Looking something up, by a form that only reads. */
export function SearchForm({
  request,
  action,
  name,
  label,
  hint,
  keep = {},
}: {
  request: DeskRequest
  action: string
  name: string
  label: string
  hint: string
  keep?: Readonly<Record<string, string>>
}) {
  return (
    <form method="get" action={action} className="schakel-search">
      {Object.entries(keep).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <FormLabel htmlFor={`zoek-${name}`}>{label}</FormLabel>
      <span id={`zoek-${name}-hint`} className="schakel-hint">
        {hint}
      </span>
      <span className="schakel-actions">
        <Textbox
          id={`zoek-${name}`}
          name={name}
          defaultValue={request.query.get(name) ?? ''}
          autoComplete="off"
          aria-describedby={`zoek-${name}-hint`}
        />
        <button type="submit" className="utrecht-button utrecht-button--secondary-action schakel-slim">
          {request.words.programmePlan.serve.searchButton}
        </button>
      </span>
    </form>
  )
}

/** A link that looks like a button, as the other pages of the desk draw it. */
export function WayTo({
  href,
  children,
  primary,
  label,
}: {
  href: string
  children: ReactNode
  primary?: boolean
  label?: string
}) {
  return (
    <a
      href={href}
      className={`utrecht-button-link utrecht-button-link--html-a utrecht-button-link--${primary ? 'primary' : 'secondary'}-action schakel-slim`}
      aria-label={label}
    >
      {children}
    </a>
  )
}

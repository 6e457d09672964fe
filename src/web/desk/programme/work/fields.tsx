import {
  Checkbox,
  FormFieldErrorMessage,
  FormLabel,
  RadioButton,
  Select,
  SelectOption,
  Textarea,
  Textbox,
} from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import type { DeskRequest } from '../../../page.ts'
import { type Typed, textIn } from '../../matter/typed.ts'
import { contestedIn, type Sent, sentencesOf } from './sent.ts'

/** What the fields of one form need: its name, what was typed, what is wrong, and what others made of it meanwhile. */
export type FieldSet = {
  form: string
  typed: Typed | null
  errors: ReadonlyMap<string, string>
  theirs: ReadonlyMap<string, string>
}

/** @param now what stands in each field now, as people read it, to show beside what two people changed differently */
export function fieldSet(
  request: DeskRequest,
  form: string,
  sent: Sent | null,
  now: Readonly<Record<string, string>> = {},
): FieldSet {
  const own = sent?.form === form ? sent : null
  const w = request.words.programmeWork.problem
  return {
    form,
    typed: own?.typed ?? null,
    errors: sentencesOf(own?.problem ?? null, request.words),
    theirs: new Map(
      contestedIn(own?.problem ?? null).map((field) => [field, w.other(now[field] || w.nothing)]),
    ),
  }
}

export const fieldId = (form: string, name: string) => `${form}-${name.replaceAll('/', '-')}`
const shownIn = ({ typed }: FieldSet, name: string, value: string) => (typed ? textIn(typed, name) : value)

type Common = { set: FieldSet; name: string; label: ReactNode; hint?: string | undefined }
type Ids = { id: string; 'aria-describedby'?: string }

function partsOf({ set, name, hint }: Common) {
  const id = fieldId(set.form, name)
  const [error, theirs] = [set.errors.get(name), set.theirs.get(name)]
  const described = [error && `${id}-fout`, theirs && `${id}-ander`, hint && `${id}-hint`]
    .filter(Boolean)
    .join(' ')
  return {
    id,
    described: described || undefined,
    invalid: error !== undefined,
    before: (
      <>
        {error && <FormFieldErrorMessage id={`${id}-fout`}>{error}</FormFieldErrorMessage>}
        {theirs && (
          <p id={`${id}-ander`} className="schakel-other">
            {theirs}
          </p>
        )}
      </>
    ),
    hint: hint && (
      <span id={`${id}-hint`} className="schakel-hint">
        {hint}
      </span>
    ),
  }
}

function Field(props: Common & { children: (ids: Ids, invalid: boolean) => ReactNode }) {
  const { id, described, invalid, before, hint } = partsOf(props)
  return (
    <div className={`schakel-field${invalid ? ' schakel-field--invalid' : ''}`}>
      <FormLabel htmlFor={id}>{props.label}</FormLabel>
      {before}
      {props.children(described ? { id, 'aria-describedby': described } : { id }, invalid)}
      {hint}
    </div>
  )
}

export function TextField({ value = '', ...common }: Common & { value?: string }) {
  const { set, name } = common
  return (
    <Field {...common}>
      {(ids, invalid) => (
        <Textbox
          {...ids}
          name={name}
          defaultValue={shownIn(set, name, value)}
          invalid={invalid}
          autoComplete="off"
        />
      )}
    </Field>
  )
}

export function LongField({ value = '', rows = 3, ...common }: Common & { value?: string; rows?: number }) {
  const { set, name } = common
  return (
    <Field {...common}>
      {(ids, invalid) => (
        <Textarea
          {...ids}
          name={name}
          defaultValue={shownIn(set, name, value)}
          invalid={invalid}
          rows={rows}
        />
      )}
    </Field>
  )
}

export function SelectField({
  value = '',
  choices,
  ...common
}: Common & { value?: string; choices: readonly { value: string; label: string }[] }) {
  const { set, name } = common
  return (
    <Field {...common}>
      {(ids, invalid) => (
        <Select {...ids} name={name} defaultValue={shownIn(set, name, value)} invalid={invalid}>
          {choices.map((choice) => (
            <SelectOption key={choice.value} value={choice.value}>
              {choice.label}
            </SelectOption>
          ))}
        </Select>
      )}
    </Field>
  )
}

export function FilesField(props: Common & { accept: string }) {
  return (
    <Field {...props}>
      {(ids) => (
        <input
          {...ids}
          type="file"
          name={props.name}
          accept={props.accept}
          multiple
          className="schakel-file"
        />
      )}
    </Field>
  )
}

type Choice = { value: string; label: ReactNode; hint?: ReactNode }
export function RadioField({
  value = '',
  choices,
  ...common
}: Common & { value?: string; choices: readonly Choice[] }) {
  const { set, name, label } = common
  const chosen = shownIn(set, name, value)
  const { id, described, invalid, before, hint } = partsOf(common)
  return (
    <fieldset
      className={`schakel-choices${invalid ? ' schakel-field--invalid' : ''}`}
      id={id}
      tabIndex={-1}
      aria-describedby={described}
    >
      <legend>{label}</legend>
      {before}
      {hint}
      {choices.map((choice) => (
        <div key={choice.value} className="schakel-tick">
          <RadioButton
            id={`${id}-${choice.value}`}
            name={name}
            value={choice.value}
            defaultChecked={choice.value === chosen}
          />
          <label htmlFor={`${id}-${choice.value}`}>
            {choice.label}
            {choice.hint && <span className="schakel-hint">{choice.hint}</span>}
          </label>
        </div>
      ))}
    </fieldset>
  )
}

/** One tick, on when `value` was sent or is the start. */
export function TickField({ set, name, label }: { set: FieldSet; name: string; label: ReactNode }) {
  const id = fieldId(set.form, name)
  return (
    <div className="schakel-tick">
      <Checkbox id={id} name={name} value="ja" defaultChecked={(set.typed?.get(name) ?? []).includes('ja')} />
      <label htmlFor={id}>{label}</label>
    </div>
  )
}

/** What stands in the way of a form that came back, above its fields. `labels`: what each field is called. */
export function Problem({
  request,
  sent,
  form,
  labels = {},
  extra = [],
  top = false,
}: {
  request: DeskRequest
  sent: Sent | null
  form: string
  /** Right below the heading of the page, not within a part of it. */
  top?: boolean
  labels?: Readonly<Record<string, string>>
  extra?: readonly { href: string; label: string; text: string }[]
}) {
  if (sent?.form !== form || !sent.problem) return null
  const { words } = request
  const w = words.programmeWork.problem
  const Title = top ? 'h2' : 'h3'
  const lines = [
    ...[...sentencesOf(sent.problem, words)]
      .filter(([field]) => field !== 'evidence' || extra.length === 0)
      .map(([field, text]) => ({ href: `#${fieldId(form, field)}`, label: labels[field] ?? '', text })),
    ...extra,
  ]
  return (
    <section className="schakel-errors" aria-labelledby={`${form}-fouten`} tabIndex={-1} data-errors>
      <Title id={`${form}-fouten`}>{w.title}</Title>
      {lines.length === 0 ? (
        <p>{words.errors[sent.problem.code]}</p>
      ) : (
        <ul>
          {lines.map(({ href, label, text }) => (
            <li key={`${href} ${text}`}>
              <a className="utrecht-link utrecht-link--html-a" href={href}>
                {label ? `${label}${label.endsWith('?') ? '' : ':'} ${text}` : text}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p className="schakel-small">{w.kept}</p>
    </section>
  )
}

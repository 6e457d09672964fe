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
import { type Typed, textIn } from './matter/typed.ts'

/** What the fields of one form need: its name, what was typed, what is wrong, and what others made of it meanwhile. */
export type FieldSet = {
  form: string
  typed: Typed | null
  errors: ReadonlyMap<string, string>
  theirs: ReadonlyMap<string, string>
}

/** Of a form that asks only why: `error` null when nothing is wrong with what was typed. */
export const reasonAlone = (form: string, typed: string, error: string | null): FieldSet => ({
  form,
  typed: new Map([['reason', [typed]]]),
  errors: new Map(error === null ? [] : [['reason', error]]),
  theirs: new Map(),
})

/** The id of a field: forms of one page use the same names. */
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

export function LongField({
  value = '',
  rows = 3,
  maxLength,
  ...common
}: Common & { value?: string; rows?: number; maxLength?: number }) {
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
          {...(maxLength === undefined ? {} : { maxLength })}
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

function Choices(props: Common & { children: ReactNode }) {
  const { id, described, invalid, before, hint } = partsOf(props)
  return (
    <fieldset
      className={`schakel-choices${invalid ? ' schakel-field--invalid' : ''}`}
      id={id}
      tabIndex={-1}
      aria-describedby={described}
    >
      <legend>{props.label}</legend>
      {before}
      {hint}
      {props.children}
    </fieldset>
  )
}

export function RadioField({
  value = '',
  choices,
  ...common
}: Common & { value?: string; choices: readonly Choice[] }) {
  const { set, name } = common
  const chosen = shownIn(set, name, value)
  return (
    <Choices {...common}>
      {choices.map((choice) => (
        <Tick key={choice.value} id={`${fieldId(set.form, name)}-${choice.value}`} choice={choice}>
          {(id) => (
            <RadioButton id={id} name={name} value={choice.value} defaultChecked={choice.value === chosen} />
          )}
        </Tick>
      ))}
    </Choices>
  )
}

/** Several ticks under one name. */
export function TicksField({ choices, ...common }: Common & { choices: readonly Choice[] }) {
  const { set, name } = common
  const on = new Set(set.typed?.get(name) ?? [])
  return (
    <Choices {...common}>
      {choices.map((choice) => (
        <Tick key={choice.value} id={`${fieldId(set.form, name)}-${choice.value}`} choice={choice}>
          {(id) => (
            <Checkbox id={id} name={name} value={choice.value} defaultChecked={on.has(choice.value)} />
          )}
        </Tick>
      ))}
    </Choices>
  )
}

/** One tick, on when it was sent. */
export function TickField({ set, name, label }: { set: FieldSet; name: string; label: ReactNode }) {
  return (
    <Tick id={fieldId(set.form, name)} choice={{ value: 'ja', label }}>
      {(id) => (
        <Checkbox
          id={id}
          name={name}
          value="ja"
          defaultChecked={(set.typed?.get(name) ?? []).includes('ja')}
        />
      )}
    </Tick>
  )
}

function Tick({ id, choice, children }: { id: string; choice: Choice; children: (id: string) => ReactNode }) {
  return (
    <div className="schakel-tick">
      {children(id)}
      <label htmlFor={id}>
        {choice.label}
        {choice.hint && <span className="schakel-hint">{choice.hint}</span>}
      </label>
    </div>
  )
}

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
import { anchors, type FormKey } from './steps.ts'
import { type Typed, textIn } from './typed.ts'

/** What a form needs to draw its fields: its own name, what was typed and what is wrong with it. */
export type FieldSet = {
  key: FormKey
  typed: Typed | null
  /** Name of a field → its sentence. */
  errors: ReadonlyMap<string, string>
}

/** The id of a field: forms of one page use the same names. */
export const fieldId = (key: FormKey, name: string) => `${anchors[key]}-${name.replaceAll('/', '-')}`

const shownIn = ({ typed }: FieldSet, name: string, value: string) => (typed ? textIn(typed, name) : value)

type Common = { set: FieldSet; name: string; label: string; hint?: string | undefined }

function Field({
  set,
  name,
  label,
  hint,
  children,
}: Common & { children: (ids: { id: string; 'aria-describedby'?: string }, invalid: boolean) => ReactNode }) {
  const id = fieldId(set.key, name)
  const error = set.errors.get(name)
  const described = [error && `${id}-fout`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className={`schakel-field${error ? ' schakel-field--invalid' : ''}`}>
      <FormLabel htmlFor={id}>{label}</FormLabel>
      {error && <FormFieldErrorMessage id={`${id}-fout`}>{error}</FormFieldErrorMessage>}
      {children(described ? { id, 'aria-describedby': described } : { id }, error !== undefined)}
      {hint && (
        <span id={`${id}-hint`} className="schakel-hint">
          {hint}
        </span>
      )}
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

export function LongField({ value = '', rows = 4, ...common }: Common & { value?: string; rows?: number }) {
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

type Choice = { value: string; label: ReactNode; hint?: ReactNode }

function Choices({ set, name, label, hint, children }: Common & { children: ReactNode }) {
  const id = fieldId(set.key, name)
  const error = set.errors.get(name)
  const described = [error && `${id}-fout`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <fieldset
      className={`schakel-choices${error ? ' schakel-field--invalid' : ''}`}
      id={id}
      tabIndex={-1}
      aria-describedby={described || undefined}
    >
      <legend>{label}</legend>
      {error && <FormFieldErrorMessage id={`${id}-fout`}>{error}</FormFieldErrorMessage>}
      {hint && (
        <span id={`${id}-hint`} className="schakel-hint">
          {hint}
        </span>
      )}
      {children}
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
      {choices.map((choice) => {
        const id = `${fieldId(set.key, name)}-${choice.value}`
        return (
          <div key={choice.value} className="schakel-tick">
            <RadioButton id={id} name={name} value={choice.value} defaultChecked={choice.value === chosen} />
            <label htmlFor={id}>
              {choice.label}
              {choice.hint && <span className="schakel-hint">{choice.hint}</span>}
            </label>
          </div>
        )
      })}
    </Choices>
  )
}

export function TickField({ choices, ...common }: Common & { choices: readonly Choice[] }) {
  const { set, name } = common
  const on = new Set(set.typed?.get(name) ?? [])
  return (
    <Choices {...common}>
      {choices.map((choice) => {
        const id = `${fieldId(set.key, name)}-${choice.value}`
        return (
          <div key={choice.value} className="schakel-tick">
            <Checkbox id={id} name={name} value={choice.value} defaultChecked={on.has(choice.value)} />
            <label htmlFor={id}>
              {choice.label}
              {choice.hint && <span className="schakel-hint">{choice.hint}</span>}
            </label>
          </div>
        )
      })}
    </Choices>
  )
}

import {
  Button,
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
import { numberOf } from './review-values.ts'

/**
 * The fields of a form about a document, each with the number of the passage that it comes from. Plain functions, not components:
 * they run in the order in which they are written, so that `anchors` knows all fields before the document beside them is drawn.
 */
export type FieldSet = {
  numbers: ReadonlyMap<string, number>
  /** Numbers that have a field; the first field with a number carries the id `f…`. */
  anchors: Set<number>
  /** Pointer → label, filled while the fields are drawn. */
  labels: Map<string, string>
  /** Pointer → sentence. */
  errors: ReadonlyMap<string, string>
  /** Pointer → what was typed and cannot be kept. */
  typed: ReadonlyMap<string, string>
  /** Pointer → what another clerk made of it. */
  others: ReadonlyMap<string, ReactNode>
  words: { number: (n: number) => string; none: string }
}

/** "/letter/date" → "v-letter-date", the id of its input. */
export const inputId = (pointer: string) => `v${pointer.replaceAll('/', '-')}`

type Common = {
  label: string
  /** The label is for screen readers only, because what stands beside it says the same. */
  quiet?: boolean
  hint?: ReactNode
}

function frame(
  set: FieldSet,
  pointer: string,
  { label, quiet, hint }: Common,
  control: (ids: { id: string; 'aria-describedby'?: string }, invalid: boolean) => ReactNode,
): ReactNode {
  const id = inputId(pointer)
  set.labels.set(pointer, label)
  const number = numberOf(set.numbers, pointer)
  const error = set.errors.get(pointer)
  const other = set.others.get(pointer)
  const describedBy = [
    error !== undefined && `${id}-error`,
    other !== undefined && `${id}-other`,
    hint !== undefined && `${id}-hint`,
  ].filter((part) => part !== false)
  const ids = describedBy.length > 0 ? { id, 'aria-describedby': describedBy.join(' ') } : { id }
  return (
    <div
      key={pointer}
      className={`schakel-field${error === undefined ? '' : ' schakel-field--invalid'}`}
      {...anchor(set, number)}
    >
      <span className="schakel-field__label">
        <FormLabel htmlFor={id} className={quiet ? 'schakel-hidden' : ''}>
          {label}
        </FormLabel>
        {source(set, number)}
      </span>
      {error !== undefined && <FormFieldErrorMessage id={`${id}-error`}>{error}</FormFieldErrorMessage>}
      {control(ids, error !== undefined)}
      {hint !== undefined && (
        <span id={`${id}-hint`} className="schakel-hint">
          {hint}
        </span>
      )}
      {other !== undefined && (
        <div id={`${id}-other`} className="schakel-other">
          {other}
        </div>
      )}
    </div>
  )
}

/** `id` and mark for the first field of a passage; nothing for the others. */
export function anchor(set: FieldSet, number: number | null): { id?: string; 'data-p'?: number } {
  if (number === null) return {}
  if (set.anchors.has(number)) return { 'data-p': number }
  set.anchors.add(number)
  return { id: `f${number}`, 'data-p': number }
}

/** The number of a passage as a link to it. */
export function source(set: FieldSet, number: number | null): ReactNode {
  if (number === null) return null
  return (
    <a className="schakel-source" href={`#p${number}`} aria-label={set.words.number(number)}>
      {number}
    </a>
  )
}

export function textField(
  set: FieldSet,
  pointer: string,
  value: string | null,
  options: Common & { inputMode?: 'numeric' | 'email' | 'tel' },
): ReactNode {
  return frame(set, pointer, options, (ids, invalid) => (
    <Textbox
      {...ids}
      name={pointer}
      defaultValue={set.typed.get(pointer) ?? value ?? ''}
      invalid={invalid}
      inputMode={options.inputMode}
      autoComplete="off"
      spellCheck={false}
    />
  ))
}

export function longField(
  set: FieldSet,
  pointer: string,
  value: string | null,
  options: Common & { rows?: number },
): ReactNode {
  const text = set.typed.get(pointer) ?? value ?? ''
  return frame(set, pointer, options, (ids, invalid) => (
    <Textarea
      {...ids}
      name={pointer}
      defaultValue={text}
      invalid={invalid}
      rows={options.rows ?? Math.min(12, Math.max(2, Math.ceil(text.length / 52)))}
      spellCheck={false}
    />
  ))
}

export function choiceField(
  set: FieldSet,
  pointer: string,
  value: string | null,
  options: Common & { of: readonly string[]; say: Readonly<Record<string, string>>; blank?: boolean },
): ReactNode {
  return frame(set, pointer, options, (ids, invalid) => (
    <Select {...ids} name={pointer} defaultValue={value ?? ''} invalid={invalid}>
      {options.blank && <SelectOption value="">{set.words.none}</SelectOption>}
      {options.of.map((choice) => (
        <SelectOption key={choice} value={choice}>
          {options.say[choice]}
        </SelectOption>
      ))}
    </Select>
  ))
}

/** A tick of its own. The hidden input says "no" when it is off. */
export function tickField(set: FieldSet, pointer: string, value: boolean, label: string): ReactNode {
  const id = inputId(pointer)
  const number = numberOf(set.numbers, pointer)
  return (
    <div key={pointer} className="schakel-tick" {...anchor(set, number)}>
      <input type="hidden" name={pointer} value="" />
      <Checkbox id={id} name={pointer} value="on" defaultChecked={value} />
      <label htmlFor={id}>{label}</label>
      {source(set, number)}
    </div>
  )
}

/** Ticks that together make one value: the keys that are on. */
export function tickList(
  set: FieldSet,
  pointer: string,
  legend: string,
  choices: readonly { key: string; label: ReactNode; on: boolean }[],
): ReactNode {
  const error = set.errors.get(pointer)
  const id = inputId(pointer)
  set.labels.set(pointer, legend)
  return (
    <fieldset
      key={pointer}
      className="schakel-choices"
      id={id}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend>{legend}</legend>
      {error !== undefined && <FormFieldErrorMessage id={`${id}-error`}>{error}</FormFieldErrorMessage>}
      <input type="hidden" name={pointer} value="" />
      {choices.map(({ key, label, on }) => (
        <div key={key} className="schakel-tick">
          <Checkbox id={`${id}-${key}`} name={pointer} value={key} defaultChecked={on} />
          <label htmlFor={`${id}-${key}`}>{label}</label>
        </div>
      ))}
    </fieldset>
  )
}

export function radioList(
  set: FieldSet,
  pointer: string,
  legend: string,
  value: string,
  choices: readonly { value: string; label: ReactNode; hint?: ReactNode }[],
): ReactNode {
  const error = set.errors.get(pointer)
  const id = inputId(pointer)
  set.labels.set(pointer, legend)
  return (
    <fieldset
      key={pointer}
      className="schakel-choices"
      id={id}
      tabIndex={-1}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend>{legend}</legend>
      {error !== undefined && <FormFieldErrorMessage id={`${id}-error`}>{error}</FormFieldErrorMessage>}
      {choices.map((choice) => (
        <div key={choice.value} className="schakel-tick">
          <RadioButton
            id={`${id}-${choice.value}`}
            name={pointer}
            value={choice.value}
            defaultChecked={choice.value === value}
          />
          <label htmlFor={`${id}-${choice.value}`}>
            {choice.label}
            {choice.hint !== undefined && <span className="schakel-hint">{choice.hint}</span>}
          </label>
        </div>
      ))}
    </fieldset>
  )
}

/** A button that sends the whole form along with what to do: "split:r3". */
export function actButton(action: string, label: string): ReactNode {
  return (
    <Button
      key={action}
      type="submit"
      name="action"
      value={action}
      appearance="secondary-action-button"
      className="schakel-slim"
    >
      {label}
    </Button>
  )
}

/** The same for what is seldom needed, as quiet as a link. `long` is its full name where the short one needs its place. */
export function quietButton(action: string, label: string, long?: string): ReactNode {
  return (
    <button
      key={action}
      type="submit"
      name="action"
      value={action}
      className="schakel-link-button schakel-quiet"
      aria-label={long}
    >
      {label}
    </button>
  )
}

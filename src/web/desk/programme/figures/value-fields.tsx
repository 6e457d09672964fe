import { FormFieldErrorMessage, RadioButton } from '@utrecht/component-library-react'
import { certainties } from '../../../../programme/index.ts'
import { Original } from '../../../components/original.tsx'
import type { DeskRequest } from '../../../page.ts'
import { EvidencePicker, evidenceErrors } from '../../evidence/evidence-picker.tsx'
import { type FieldSet, fieldId, LongField, SelectField, TextField } from '../../form-fields.tsx'
import type { OriginState } from './origin-choice.ts'

export const valueLabels = ({ words }: DeskRequest): Record<string, string> => {
  const w = words.programmeFigures.value
  return {
    period_start: w.from,
    period_end: w.to,
    value: w.value,
    certainty: w.certainty,
    document_id: w.document,
    at: w.passage,
    note: w.note,
    reason: w.reason,
  }
}

type Props = {
  request: DeskRequest
  set: FieldSet
  /** As they are typed. */
  start?: { from: string; to: string; value: string; certainty: string; note: string }
  children?: React.ReactNode
}

/** The fields of a figure over a period. */
export function ValueFields({ request, set, start, children }: Props) {
  const w = request.words.programmeFigures
  return (
    <>
      <div className="schakel-figures__pair">
        <TextField
          set={set}
          name="period_start"
          label={w.value.from}
          value={start?.from ?? ''}
          hint={w.value.dayHint}
        />
        <TextField
          set={set}
          name="period_end"
          label={w.value.to}
          value={start?.to ?? ''}
          hint={w.value.dayHint}
        />
      </div>
      <div className="schakel-figures__pair">
        <TextField set={set} name="value" label={w.value.value} value={start?.value ?? ''} />
        <SelectField
          set={set}
          name="certainty"
          label={w.value.certainty}
          value={start?.certainty ?? 'counted'}
          choices={certainties.map((value) => ({ value, label: w.certainty[value] }))}
        />
      </div>
      {children}
      <LongField
        set={set}
        name="note"
        label={w.value.note}
        value={start?.note ?? ''}
        rows={2}
        hint={w.value.noteHint}
      />
    </>
  )
}

type OriginProps = { request: DeskRequest; set: FieldSet; state: OriginState; action: string }

/** Choosing the document that states a figure, or the sentence in it. */
export function OriginFields({ request, set, state, action }: OriginProps) {
  const { words, language } = request
  const w = words.programmeFigures.value
  const id = fieldId(set.form, 'document_id')
  const own = state.passages.errors.length > 0
  const error = set.errors.get('document_id') ?? (own ? undefined : set.errors.get('at'))
  const { passages } = state
  const busy = own || passages.passages.length > 0 || passages.search !== '' || passages.quote !== ''
  return (
    <fieldset
      className={`schakel-choices${error ? ' schakel-field--invalid' : ''}`}
      id={id}
      tabIndex={-1}
      aria-describedby={error ? `${id}-fout` : undefined}
    >
      <legend>{w.document}</legend>
      {error && <FormFieldErrorMessage id={`${id}-fout`}>{error}</FormFieldErrorMessage>}
      {state.documents.length === 0 && <p className="schakel-hint">{w.documentNone}</p>}
      {state.documents.map(({ id: document, title, dated }) => (
        <div key={document} className="schakel-tick">
          <RadioButton
            id={`${id}-${document}`}
            name="document_id"
            value={String(document)}
            defaultChecked={state.document === document}
          />
          <label htmlFor={`${id}-${document}`}>
            <Original language={language}>{title}</Original>
            {dated && <span className="schakel-hint">{words.programme.date(dated)}</span>}
          </label>
        </div>
      ))}
      <details open={busy} className="schakel-programme-more" id={fieldId(set.form, 'at')}>
        <summary>{w.passage}</summary>
        <EvidencePicker request={request} state={passages} action={action} legend={w.passage} />
      </details>
    </fieldset>
  )
}

/** What stands in the way of the picker, for the list above the form. */
export const originErrors = (request: DeskRequest, state: OriginState | null) =>
  state ? evidenceErrors(request, state.passages) : []

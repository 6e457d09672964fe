import { FormFieldErrorMessage } from '@utrecht/component-library-react'
import { Original } from '../../../components/original.tsx'
import type { DeskRequest } from '../../../page.ts'
import { EvidencePicker, evidenceErrors } from '../../evidence/evidence-picker.tsx'
import { type FieldSet, fieldId } from '../../form-fields.tsx'
import type { ChoiceState } from './evidence-choice.ts'

/** Choosing what shows that something is so: documents and decisions by a tick, a sentence by pointing it out. */
export function EvidenceFields({
  request,
  set,
  state,
  action,
  legend,
}: {
  request: DeskRequest
  set: FieldSet
  state: ChoiceState
  action: string
  legend: string
}) {
  const { words, language } = request
  const w = words.programmeWork.evidence
  const id = fieldId(set.form, 'evidence')
  const error = state.passages.errors.length > 0 ? undefined : set.errors.get('evidence')
  const { passages } = state
  const busy =
    passages.errors.length > 0 ||
    passages.passages.length > 0 ||
    passages.search !== '' ||
    passages.quote !== '' ||
    passages.places.length > 0
  return (
    <fieldset
      className={`schakel-choices${error ? ' schakel-field--invalid' : ''}`}
      id={id}
      tabIndex={-1}
      aria-describedby={error ? `${id}-fout` : undefined}
    >
      <legend>{legend}</legend>
      {error && <FormFieldErrorMessage id={`${id}-fout`}>{error}</FormFieldErrorMessage>}
      <p className="schakel-hint">{state.documents.length > 0 ? w.documents : w.noDocuments}</p>
      {state.documents.map(({ id: document, title, dated }) => (
        <div key={document} className="schakel-tick">
          <input
            type="checkbox"
            id={`${id}-s${document}`}
            name="document"
            value={document}
            defaultChecked={state.on.documents.has(document)}
          />
          <label htmlFor={`${id}-s${document}`}>
            <Original language={language}>{title}</Original>
            {dated && <span className="schakel-hint">{words.programme.date(dated)}</span>}
          </label>
        </div>
      ))}
      {state.decisions.length > 0 && <p className="schakel-hint">{w.decisions}</p>}
      {state.decisions.map((decision) => (
        <div key={decision.id} className="schakel-tick">
          <input
            type="checkbox"
            id={`${id}-b${decision.id}`}
            name="decision"
            value={decision.id}
            defaultChecked={state.on.decisions.has(decision.id)}
          />
          <label htmlFor={`${id}-b${decision.id}`}>
            <Original language={language}>{decision.text}</Original>
            <span className="schakel-hint">{words.programme.date(decision.on)}</span>
          </label>
        </div>
      ))}
      <details open={busy} className="schakel-programme-more">
        <summary>{w.passage}</summary>
        <EvidencePicker request={request} state={passages} action={action} legend={w.passage} />
      </details>
    </fieldset>
  )
}

/** What stands in the way of the picker, for the list above the form. */
export const choiceErrors = (request: DeskRequest, state: ChoiceState | null) =>
  state ? evidenceErrors(request, state.passages) : []

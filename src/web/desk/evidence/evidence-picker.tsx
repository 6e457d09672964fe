import {
  Button,
  FormFieldErrorMessage,
  FormLabel,
  Link,
  Paragraph,
  RadioButton,
  Textarea,
  Textbox,
} from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import type { EvidenceDocument, EvidencePlace } from '../../../council/index.ts'
import { formatDate } from '../../../words/format.ts'
import { Original } from '../../components/original.tsx'
import type { DeskRequest } from '../../page.ts'
import { documentHref } from '../../public/addresses.ts'
import { writeDone, writePlace } from './posted-evidence.ts'
import type { EvidenceError, EvidenceState } from './work-evidence.ts'

type Props = {
  request: DeskRequest
  state: EvidenceState
  /** Name of its inputs, and the start of their ids. */
  name?: string
  /** Address of the form; its buttons come back to the picker itself. */
  action: string
  legend?: string
}

/** Choosing passages in registered documents, inside a form: search a document, paste the sentence, tick what was found. */
export function EvidencePicker({ request, state, name = 'evidence', action, legend }: Props): ReactNode {
  const words = request.words.evidence
  const error = (field: EvidenceError['field']) => {
    const found = state.errors.find((one) => one.field === field)
    if (!found) return null
    return (
      <FormFieldErrorMessage id={evidenceId(name, field, 'error')}>
        {words.errors[found.code]}
      </FormFieldErrorMessage>
    )
  }
  const described = (field: EvidenceError['field'], hint?: string) =>
    [state.errors.some((one) => one.field === field) && evidenceId(name, field, 'error'), hint]
      .filter(Boolean)
      .join(' ') || undefined
  const back = `${action}#${name}-kiezen`
  return (
    <fieldset className="schakel-choices schakel-evidence" id={`${name}-kiezen`}>
      <legend>{legend ?? words.legend}</legend>
      {state.passages.length > 0 && (
        <fieldset
          className="schakel-choices"
          id={evidenceId(name, '')}
          tabIndex={-1}
          aria-describedby={described('')}
        >
          <legend>{state.passages.some((one) => one.on) ? words.chosen : words.offered}</legend>
          {error('')}
          {state.passages.map(({ place, on }) => {
            const value = writePlace(place)
            return (
              <div key={value} className="schakel-tick">
                <input
                  type="checkbox"
                  id={`${name}-${value}`}
                  name={name}
                  value={value}
                  defaultChecked={on}
                />
                <div>
                  <input type="hidden" name={`${name}-known`} value={value} />
                  <label htmlFor={`${name}-${value}`}>
                    <q lang="nl">{place.words}</q>
                  </label>
                  <SourceOf request={request} place={place} />
                </div>
              </div>
            )
          })}
        </fieldset>
      )}
      {state.done.length > 0 && (
        <fieldset className="schakel-choices" aria-describedby={described('')}>
          <legend>{request.words.programmeEvidence.offered}</legend>
          {state.passages.length === 0 && error('')}
          {state.done.map(({ done, on }) => {
            const value = writeDone(done)
            const id = `${name}-${value}`
            return (
              <div key={value} className="schakel-tick">
                <input type="checkbox" id={id} name={`${name}-done`} value={value} defaultChecked={on} />
                <label htmlFor={id}>
                  {request.words.programmeEvidence.done[done.kind](done.on)} <q lang="nl">{done.quotation}</q>
                  <span className="schakel-hint">
                    <Original language={request.language}>
                      {request.words.programmeEvidence.action(done.action.number, done.action.title)},{' '}
                      {done.programme.title}
                    </Original>
                  </span>
                </label>
              </div>
            )
          })}
        </fieldset>
      )}
      <Paragraph className="schakel-hint">{words.lead}</Paragraph>
      {documents(request, state, name, error('document'))}
      <div className="schakel-search">
        <FormLabel htmlFor={evidenceId(name, 'search')}>{words.search}</FormLabel>
        <span id={evidenceId(name, 'search', 'hint')} className="schakel-hint">
          {words.searchHint}
        </span>
        <span className="schakel-actions">
          <Textbox
            id={evidenceId(name, 'search')}
            name={`${name}-search`}
            defaultValue={state.search}
            autoComplete="off"
            aria-describedby={evidenceId(name, 'search', 'hint')}
          />
          <Button
            type="submit"
            name="action"
            value={`${name}:search`}
            formAction={back}
            formNoValidate
            appearance="secondary-action-button"
            className="schakel-slim"
          >
            {words.searchButton}
          </Button>
        </span>
        {state.search !== '' && state.found.length === 0 && (
          <p role="status">{words.searchNone(state.search)}</p>
        )}
      </div>
      <div
        className={`schakel-field${state.errors.some((one) => one.field === 'quote') ? ' schakel-field--invalid' : ''}`}
      >
        <FormLabel htmlFor={evidenceId(name, 'quote')}>{words.quote}</FormLabel>
        {error('quote')}
        <Textarea
          id={evidenceId(name, 'quote')}
          name={`${name}-quote`}
          defaultValue={state.quote}
          rows={3}
          lang="nl"
          spellCheck={false}
          invalid={state.errors.some((one) => one.field === 'quote')}
          aria-describedby={described('quote', evidenceId(name, 'quote', 'hint'))}
        />
        <span id={evidenceId(name, 'quote', 'hint')} className="schakel-hint">
          {words.quoteHint}
        </span>
      </div>
      {state.places.length > 0 && (
        <fieldset
          className="schakel-choices"
          id={evidenceId(name, 'place')}
          tabIndex={-1}
          aria-describedby={described('place')}
        >
          <legend>{state.places.length > 1 ? words.places(state.places.length) : words.onePlace}</legend>
          {error('place')}
          {state.places.map((place) => {
            const value = writePlace(place)
            const id = `${name}-place-${value}`
            return (
              <div key={value} className="schakel-tick">
                <RadioButton
                  id={id}
                  name={`${name}-place`}
                  value={value}
                  defaultChecked={state.place !== null && writePlace(state.place) === value}
                />
                <div>
                  <label htmlFor={id} lang="nl">
                    <span className="schakel-soft">{place.before}</span>
                    <mark>{place.words}</mark>
                    <span className="schakel-soft">{place.after}</span>
                  </label>
                  <SourceOf request={request} place={place} />
                </div>
              </div>
            )
          })}
        </fieldset>
      )}
      <div className="schakel-actions">
        <Button
          type="submit"
          name="action"
          value={`${name}:find`}
          formAction={back}
          formNoValidate
          appearance="secondary-action-button"
          className="schakel-slim"
        >
          {state.places.length > 0 ? words.takeButton : words.findButton}
        </Button>
      </div>
    </fieldset>
  )
}

function documents(request: DeskRequest, state: EvidenceState, name: string, error: ReactNode): ReactNode {
  const words = request.words.evidence
  const all = [...state.documents, ...state.found]
  return (
    <fieldset className="schakel-choices" id={evidenceId(name, 'document')} tabIndex={-1}>
      <legend>{words.document}</legend>
      {error}
      {all.length === 0 && <p className="schakel-hint">{words.noDocuments}</p>}
      {all.length > 1 && (
        <div className="schakel-tick">
          <RadioButton
            id={`${name}-document-all`}
            name={`${name}-document`}
            value=""
            defaultChecked={state.document === null}
          />
          <label htmlFor={`${name}-document-all`}>{words.allDocuments}</label>
        </div>
      )}
      {all.map((document) => (
        <div key={document.id} className="schakel-tick">
          <RadioButton
            id={`${name}-document-${document.id}`}
            name={`${name}-document`}
            value={String(document.id)}
            defaultChecked={state.document === document.id || all.length === 1}
          />
          <label htmlFor={`${name}-document-${document.id}`}>
            <DocumentName request={request} document={document} />
          </label>
        </div>
      ))}
    </fieldset>
  )
}

function DocumentName({ request, document }: { request: DeskRequest; document: EvidenceDocument }) {
  const facts = [
    request.words.terms.kind[document.kind],
    document.dated && formatDate(document.dated, request.language),
    document.reference,
  ].filter(Boolean)
  return (
    <>
      <Original language={request.language}>{document.title}</Original>
      <span className="schakel-hint">{facts.join(' · ')}</span>
    </>
  )
}

function SourceOf({ request, place }: { request: DeskRequest; place: EvidencePlace }) {
  const words = request.words.evidence
  const page = place.at[0]?.page ?? 1
  const { title, dated } = place.source
  return (
    <span className="schakel-hint">
      {words.from(title, dated && formatDate(dated, request.language), page)}{' '}
      <Link href={`${documentHref(request, place.source)}#page-${page}`}>{words.read}</Link>
    </span>
  )
}

/** The id of one of the picker's inputs, for an error summary to link to. */
export const evidenceId = (name: string, field: string, part?: string): string =>
  `${name}-${field === '' ? 'chosen' : `${field}-input`}${part ? `-${part}` : ''}`

/** What stands in the way, for the summary at the top of the page. */
export function evidenceErrors(
  request: DeskRequest,
  state: EvidenceState,
  name = 'evidence',
): { href: string; label: string; text: string }[] {
  const words = request.words.evidence
  return state.errors.map(({ field, code }) => ({
    href: `#${field === '' && state.passages.length === 0 ? `${name}-kiezen` : evidenceId(name, field)}`,
    label: field === 'document' ? words.document : field === '' ? words.chosen : words.quote,
    text: words.errors[code],
  }))
}

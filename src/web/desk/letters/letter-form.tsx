import { FormFieldErrorMessage, FormLabel, Heading2, Textbox } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { type DeskLetter, isEdited, isQuoted, type LetterContent } from '../../../council/index.ts'
import { formatDate } from '../../../words/format.ts'
import { Stack } from '../../components/layout.tsx'
import type { DeskRequest } from '../../page.ts'
import { DraftChanges, type DraftView, SectionText } from '../draft/draft-parts.tsx'

export type LetterView = DraftView<LetterContent>

const id = (name: string) => `b-${name.replaceAll(/[^\w-]/g, '-')}`

function Field({
  view,
  name,
  label,
  hint,
  children,
}: {
  view: LetterView
  name: string
  label: ReactNode
  hint?: string
  children: (ids: { id: string; 'aria-describedby'?: string }, invalid: boolean) => ReactNode
}) {
  const error = view.errors.get(name)
  const described = [error && `${id(name)}-fout`, hint && `${id(name)}-hint`].filter(Boolean).join(' ')
  return (
    <div className={`schakel-field${error ? ' schakel-field--invalid' : ''}`}>
      <FormLabel htmlFor={id(name)}>{label}</FormLabel>
      {error && <FormFieldErrorMessage id={`${id(name)}-fout`}>{error}</FormFieldErrorMessage>}
      {children(
        described ? { id: id(name), 'aria-describedby': described } : { id: id(name) },
        error !== undefined,
      )}
      {hint && (
        <span id={`${id(name)}-hint`} className="schakel-hint">
          {hint}
        </span>
      )}
    </div>
  )
}

export function LetterFieldsForm({ request, view }: { request: DeskRequest; view: LetterView }) {
  const words = request.words.letterOut.fields
  const { fields } = view.content
  const line = (name: Exclude<keyof typeof fields, 'signatories' | 'date'>) => (
    <Field key={name} view={view} name={name} label={words[name]}>
      {(ids, invalid) => (
        <Textbox
          {...ids}
          name={`field:${name}`}
          defaultValue={fields[name] ?? ''}
          invalid={invalid}
          autoComplete="off"
        />
      )}
    </Field>
  )
  const date = view.typedDate ?? (fields.date ? formatDate(fields.date, request.language) : '')
  return (
    <fieldset className="schakel-letter-fields">
      <legend>{words.legend}</legend>
      <Field view={view} name="date" label={words.date} hint={words.dateHint}>
        {(ids, invalid) => (
          <Textbox {...ids} name="field:date" defaultValue={date} invalid={invalid} autoComplete="off" />
        )}
      </Field>
      {(['subject', 'reference', 'registryNumber', 'addressee', 'department', 'unit'] as const).map(line)}
      {(['contactName', 'contactPhone', 'contactEmail'] as const).map(line)}
      <fieldset className="schakel-letter-fields schakel-letter-fields--wide">
        <legend>{words.signatures}</legend>
        {fields.signatories.map(({ role, name }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may sign in the same role
          <div key={i} className="schakel-letter-signatory">
            <Field view={view} name={`role-${i}`} label={words.role(i + 1)}>
              {(ids) => <Textbox {...ids} name={`role:${i}`} defaultValue={role} autoComplete="off" />}
            </Field>
            <Field view={view} name={`name-${i}`} label={words.name(i + 1)} hint={words.nameHint}>
              {(ids) => <Textbox {...ids} name={`name:${i}`} defaultValue={name ?? ''} autoComplete="off" />}
            </Field>
          </div>
        ))}
      </fieldset>
    </fieldset>
  )
}

export function LetterSectionsForm({ request, view }: { request: DeskRequest; view: LetterView }) {
  const words = request.words.letterOut
  return (
    <Stack>
      <Heading2 id="tekst">{words.text}</Heading2>
      <p className="schakel-hint">{words.writing}</p>
      {view.content.sections.map((section) => {
        const label = section.heading ?? words.section[section.kind]
        const name = `texts/${section.key}`
        if (isQuoted(section)) {
          return (
            <div key={section.key} className="schakel-field">
              <span className="schakel-field__label">{label}</span>
              <pre className="schakel-letter-quoted" lang="nl">
                {section.text || section.composed}
              </pre>
              <input type="hidden" name={`text:${section.key}`} value={section.composed} />
              <div className="schakel-tick">
                <input
                  type="checkbox"
                  className="utrecht-checkbox utrecht-checkbox--html-input"
                  id={id(`leave-${section.key}`)}
                  name={`leave:${section.key}`}
                  defaultChecked={section.text === ''}
                />
                <label htmlFor={id(`leave-${section.key}`)}>
                  {words.leaveOut}
                  <span className="schakel-hint">{words.quoted}</span>
                </label>
              </div>
            </div>
          )
        }
        return (
          <div key={section.key}>
            <SectionText
              id={id(name)}
              section={section}
              label={
                <>
                  {label}
                  {isEdited(section) && <span className="schakel-hint"> ({words.edited})</span>}
                </>
              }
              error={view.errors.get(name)}
              others={view.others.get(section.key) ?? []}
              conflict={words.stale.conflict}
              language="nl"
            />
          </div>
        )
      })}
    </Stack>
  )
}

/** What changed in the register since the letter was composed. */
export function LetterChanges({ request, letter }: { request: DeskRequest; letter: DeskLetter }) {
  const words = request.words.letterOut
  const { sections } = letter.content
  const nameOf = (key: string) => {
    const one = sections.find((old) => old.key === key) ?? letter.fresh.find((now) => now.key === key)
    return one?.heading ?? (one ? words.section[one.kind] : key)
  }
  const { changes } = letter
  return (
    <DraftChanges words={words.renew} changes={changes} sections={sections} nameOf={nameOf} language="nl" />
  )
}

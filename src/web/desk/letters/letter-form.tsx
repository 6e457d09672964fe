import {
  FormFieldErrorMessage,
  FormLabel,
  Heading2,
  Textarea,
  Textbox,
} from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import {
  changedParagraphs,
  type DeskLetter,
  isEdited,
  isQuoted,
  type LetterContent,
} from '../../../council/index.ts'
import { formatDate } from '../../../words/format.ts'
import { Stack } from '../../components/layout.tsx'
import type { DeskRequest } from '../../page.ts'

/** What the page shows beside the letter as kept: what was typed, what is wrong with it, and what another wrote. */
export type LetterView = {
  /** With what was typed put over it. */
  content: LetterContent
  typedDate: string | null
  /** Field or `texts/<key>` → sentence. */
  errors: ReadonlyMap<string, string>
  /** Key of a section → paragraphs of others that could not be merged. */
  others: ReadonlyMap<string, readonly string[]>
}

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
        const others = view.others.get(section.key) ?? []
        return (
          <div key={section.key}>
            <Field
              view={view}
              name={name}
              label={
                <>
                  {label}
                  {isEdited(section) && <span className="schakel-hint"> ({words.edited})</span>}
                </>
              }
            >
              {(ids, invalid) => (
                <Textarea
                  {...ids}
                  name={`text:${section.key}`}
                  defaultValue={section.text}
                  invalid={invalid}
                  lang="nl"
                  rows={Math.min(
                    24,
                    Math.max(3, section.text.split('\n').length + Math.ceil(section.text.length / 110)),
                  )}
                />
              )}
            </Field>
            {others.length > 0 && (
              <div className="schakel-other">
                {words.stale.conflict}
                {others.map((text) => (
                  <pre key={text} className="schakel-letter-quoted" lang="nl">
                    {text}
                  </pre>
                ))}
              </div>
            )}
          </div>
        )
      })}
    </Stack>
  )
}

/** What changed in the register since the letter was composed. */
export function LetterChanges({ request, letter }: { request: DeskRequest; letter: DeskLetter }) {
  const words = request.words.letterOut
  if (letter.changes.size === 0) return null
  const section = (key: string) =>
    letter.content.sections.find((one) => one.key === key) ?? letter.fresh.find((one) => one.key === key)
  return (
    <section className="schakel-attention" aria-labelledby="veranderd">
      <h2 id="veranderd">{words.renew.title}</h2>
      <p>{words.renew.lead}</p>
      <ul>
        {[...letter.changes].map(([key, change]) => {
          const one = section(key)
          const composed = letter.content.sections.find((old) => old.key === key)?.composed ?? ''
          const differs = change.kind === 'changed' ? changedParagraphs(composed, change.fresh) : null
          return (
            <li key={key}>
              {one?.heading ?? (one ? words.section[one.kind] : key)}: {words.renew[change.kind]}
              {differs && differs.gone.length > 0 && (
                <p lang="nl">
                  {words.renew.was} <del>{differs.gone.join(' ')}</del>
                </p>
              )}
              {differs && differs.added.length > 0 && (
                <p lang="nl">
                  {words.renew.now} <ins>{differs.added.join(' ')}</ins>
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

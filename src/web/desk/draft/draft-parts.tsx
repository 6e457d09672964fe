/** What the pages of a letter and of a report have alike: their steps, texts, files and history. */
import {
  Button,
  FormFieldErrorMessage,
  FormLabel,
  Heading2,
  Textarea,
} from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { changedParagraphs } from '../../../council/index.ts'
import type { DocumentLanguage, OutFormat } from '../../../documents-out/index.ts'
import { outFormats } from '../../../documents-out/index.ts'
import type { SectionChange } from '../../../kept-sections.ts'
import { dateOf, formatDate, formatTime } from '../../../words/format.ts'
import { Actions, Stack } from '../../components/layout.tsx'
import type { DeskRequest } from '../../page.ts'

export type DraftNotice = { kind: 'done' | 'attention' | 'errors'; title: string; lines?: readonly string[] }

/** What a page shows beside a draft as kept: what was typed, what is wrong with it, and what another wrote. */
export type DraftView<Content> = {
  /** With what was typed put over it. */
  content: Content
  typedDate: string | null
  /** Field or `texts/<key>` → sentence. */
  errors: ReadonlyMap<string, string>
  /** Key of a section → paragraphs of others that could not be merged. */
  others: ReadonlyMap<string, readonly string[]>
}
export const viewOf = <Content,>(content: Content): DraftView<Content> => ({
  content,
  typedDate: null,
  errors: new Map(),
  others: new Map(),
})

export function Notice({ notice }: { notice: DraftNotice | null }) {
  return (
    notice && (
      <div className={`schakel-${notice.kind}`} role={notice.kind === 'done' ? 'status' : 'alert'}>
        <h2>{notice.title}</h2>
        {notice.lines?.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    )
  )
}

export function Act({
  action,
  label,
  primary = false,
}: {
  action: string
  label: string
  primary?: boolean
}) {
  return (
    <Button
      type="submit"
      name="action"
      value={action}
      appearance={primary ? 'primary-action-button' : 'secondary-action-button'}
    >
      {label}
    </Button>
  )
}

type Returned = { label: string; button: string; error: string | undefined; reason: string }
/** Sending back, with why. */
export function ReturnField({ label, button, error, reason }: Returned) {
  return (
    <div className={`schakel-field${error ? ' schakel-field--invalid' : ''}`}>
      <FormLabel htmlFor="reden">{label}</FormLabel>
      {error && <FormFieldErrorMessage id="reden-fout">{error}</FormFieldErrorMessage>}
      <Textarea
        id="reden"
        name="reason"
        rows={2}
        defaultValue={reason}
        invalid={error !== undefined}
        aria-describedby={error ? 'reden-fout' : undefined}
      />
      <Actions>
        <Act action="return" label={button} />
      </Actions>
    </div>
  )
}

/** As many rows as a text takes in a wide window, within reason. */
const rowsOf = (text: string) =>
  text.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / 105)), 0)

/** The text of one section, and what others wrote in the same paragraphs. `label` may be for screen readers alone. */
export function SectionText(props: {
  id: string
  section: { key: string; text: string }
  label: ReactNode
  labelHidden?: boolean
  error: string | undefined
  others: readonly string[]
  conflict: string
  language: DocumentLanguage
}) {
  const { id, section, error, others, language } = props
  return (
    <>
      <div className={`schakel-field${error ? ' schakel-field--invalid' : ''}`}>
        <FormLabel htmlFor={id} {...(props.labelHidden ? { className: 'schakel-hidden' } : {})}>
          {props.label}
        </FormLabel>
        {error && <FormFieldErrorMessage id={`${id}-fout`}>{error}</FormFieldErrorMessage>}
        <Textarea
          id={id}
          name={`text:${section.key}`}
          defaultValue={section.text}
          invalid={error !== undefined}
          lang={language}
          rows={Math.min(28, Math.max(3, rowsOf(section.text)))}
          {...(error ? { 'aria-describedby': `${id}-fout` } : {})}
        />
      </div>
      {others.length > 0 && (
        <div className="schakel-other">
          {props.conflict}
          {others.map((text) => (
            <pre key={text} className="schakel-letter-quoted" lang={language}>
              {text}
            </pre>
          ))}
        </div>
      )}
    </>
  )
}

/** Rows of a table are compared one by one. */
const rowsApart = (text: string) => text.replace(/\n(?=\|)/g, '\n\n')
/** Without the signs by which a section is written. */
const plainly = (text: string) =>
  text
    .replace(/^> ?/gm, '')
    .replace(/^\|\s*|\s*\|$/g, '')
    .replaceAll(' | ', ' · ')

type ChangeWords = Record<'title' | 'lead' | 'was' | 'now' | 'show' | SectionChange['kind'], string>
/** What changed in the facts since a draft was composed, each part by its name. */
export function DraftChanges(props: {
  words: ChangeWords
  changes: ReadonlyMap<string, SectionChange>
  sections: readonly { key: string; composed: string }[]
  nameOf: (key: string) => string
  language: DocumentLanguage
}) {
  const { words, changes, sections, language } = props
  if (changes.size === 0) return null
  return (
    <section className="schakel-attention" aria-labelledby="veranderd">
      <h2 id="veranderd">{words.title}</h2>
      <p>{words.lead}</p>
      <ul>
        {[...changes].map(([key, change]) => {
          const composed = sections.find((old) => old.key === key)?.composed ?? ''
          const differs =
            change.kind === 'changed' ? changedParagraphs(rowsApart(composed), rowsApart(change.fresh)) : null
          return (
            <li key={key}>
              {props.nameOf(key)}: {words[change.kind]}
              {differs && differs.gone.length + differs.added.length > 0 && (
                <details>
                  <summary>{words.show}</summary>
                  {differs.gone.map((text) => (
                    <p key={`-${text}`} lang={language}>
                      {words.was} <del>{plainly(text)}</del>
                    </p>
                  ))}
                  {differs.added.map((text) => (
                    <p key={`+${text}`} lang={language}>
                      {words.now} <ins>{plainly(text)}</ins>
                    </p>
                  ))}
                </details>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type FileWords = Record<'files' | 'filesSent' | 'filesDraft' | OutFormat, string>
/** As it would read now, or exactly as it was sent. */
export function DraftFiles(props: {
  words: FileWords
  sent: boolean
  files: readonly { format: OutFormat }[]
  pathOf: (format: OutFormat) => string
}) {
  const { words, sent, files } = props
  return (
    <section aria-labelledby="bestanden">
      <Stack size="s">
        <Heading2 id="bestanden">{words.files}</Heading2>
        <p className="schakel-hint">{sent ? words.filesSent : words.filesDraft}</p>
        <ul className="schakel-links">
          {outFormats
            .filter((format) => !sent || files.some((file) => file.format === format))
            .map((format) => (
              <li key={format}>
                <a className="utrecht-link utrecht-link--html-a" href={props.pathOf(format)}>
                  {words[format]}
                </a>
              </li>
            ))}
        </ul>
      </Stack>
    </section>
  )
}

type Fact<Step extends string> = {
  id: number
  step: Step
  at: Date
  name: string
  reason: string | null
  undone: boolean
}
export function DraftHistory<Step extends string>(props: {
  request: DeskRequest
  words: { history: string; undone: string; step: Readonly<Record<Step, string>> }
  history: readonly Fact<Step>[]
}) {
  const { words, request } = props
  return (
    <section aria-labelledby="geschiedenis">
      <Stack size="s">
        <Heading2 id="geschiedenis">{words.history}</Heading2>
        <ol className="schakel-letter-history">
          {props.history.map((fact) => (
            <li key={fact.id}>
              {fact.undone ? <s>{words.step[fact.step]}</s> : words.step[fact.step]}
              {fact.undone && ` (${words.undone})`}
              <span className="schakel-hint">
                {fact.name}, {formatDate(dateOf(fact.at), request.language)}{' '}
                {formatTime(fact.at, request.language)}
              </span>
              {fact.reason && <p>{fact.reason}</p>}
            </li>
          ))}
        </ol>
      </Stack>
    </section>
  )
}

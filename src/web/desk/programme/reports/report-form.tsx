import {
  FormFieldErrorMessage,
  FormLabel,
  Heading3,
  Textarea,
  Textbox,
} from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { changedParagraphs, isEdited } from '../../../../council/index.ts'
import type { DeskReport, ReportContent, ReportSection } from '../../../../programme/index.ts'
import { formatDate } from '../../../../words/format.ts'
import { Stack } from '../../../components/layout.tsx'
import type { DeskRequest } from '../../../page.ts'

/** What the page shows beside the report as kept: what was typed, what is wrong with it, and what another wrote. */
export type ReportView = {
  /** With what was typed put over it. */
  content: ReportContent
  typedDate: string | null
  /** Field or `texts/<key>` → sentence. */
  errors: ReadonlyMap<string, string>
  /** Key of a section → paragraphs of others that could not be merged. */
  others: ReadonlyMap<string, readonly string[]>
}

const id = (name: string) => `v-${name.replaceAll(/[^\w-]/g, '-')}`

export function ReportFieldsForm({ request, view }: { request: DeskRequest; view: ReportView }) {
  const w = request.words.programmeReport.fields
  const { fields } = view.content
  const date = view.typedDate ?? (fields.date ? formatDate(fields.date, request.language) : '')
  const field = (name: keyof typeof fields, value: string, hint?: string) => {
    const error = view.errors.get(name)
    const described = [error && `${id(name)}-fout`, hint && `${id(name)}-hint`].filter(Boolean).join(' ')
    return (
      <div key={name} className={`schakel-field${error ? ' schakel-field--invalid' : ''}`}>
        <FormLabel htmlFor={id(name)}>{w[name]}</FormLabel>
        {error && <FormFieldErrorMessage id={`${id(name)}-fout`}>{error}</FormFieldErrorMessage>}
        <Textbox
          id={id(name)}
          name={`field:${name}`}
          defaultValue={value}
          invalid={error !== undefined}
          autoComplete="off"
          {...(described ? { 'aria-describedby': described } : {})}
        />
        {hint && (
          <span id={`${id(name)}-hint`} className="schakel-hint">
            {hint}
          </span>
        )}
      </div>
    )
  }
  return (
    <fieldset className="schakel-letter-fields">
      <legend>{w.legend}</legend>
      {field('title', fields.title)}
      {field('date', date, w.dateHint)}
      {field('reference', fields.reference ?? '')}
      {field('addressee', fields.addressee)}
    </fieldset>
  )
}

/** Every part of the report, each behind its own heading; open where somebody has to look. */
export function ReportSectionsForm({ request, report, view }: SectionsProps) {
  const w = request.words.programmeReport
  return (
    <Stack size="s">
      <p className="schakel-hint">{w.writing}</p>
      {view.content.sections.map((section) => (
        <SectionField key={section.key} request={request} report={report} view={view} section={section} />
      ))}
    </Stack>
  )
}
type SectionsProps = { request: DeskRequest; report: DeskReport; view: ReportView }

function SectionField({ request, report, view, section }: SectionsProps & { section: ReportSection }) {
  const w = request.words.programmeReport
  const name = `texts/${section.key}`
  const error = view.errors.get(name)
  const others = view.others.get(section.key) ?? []
  const heading = section.heading ?? w.section[section.kind]
  const lines = section.text.split('\n').length + Math.ceil(section.text.length / 110)
  const typed = section.text !== report.content.sections.find(({ key }) => key === section.key)?.text
  const changed = isEdited(section)
  const part: ReactNode = (
    <details
      className="schakel-reports__part"
      open={error !== undefined || others.length > 0 || typed || section.kind === 'about'}
    >
      <summary>
        <span lang={section.heading === null ? undefined : report.scope.language}>
          {section.kind === 'pillar' ? w.section.pillar : heading}
        </span>
        {changed && <span className="schakel-hint"> ({w.edited})</span>}
      </summary>
      <div className={`schakel-field${error ? ' schakel-field--invalid' : ''}`}>
        <FormLabel htmlFor={id(name)} className="schakel-hidden">
          {w.write(heading)}
        </FormLabel>
        {error && <FormFieldErrorMessage id={`${id(name)}-fout`}>{error}</FormFieldErrorMessage>}
        <Textarea
          id={id(name)}
          name={`text:${section.key}`}
          defaultValue={section.text}
          invalid={error !== undefined}
          lang={report.scope.language}
          rows={Math.min(28, Math.max(3, lines))}
          {...(error ? { 'aria-describedby': `${id(name)}-fout` } : {})}
        />
      </div>
      {others.length > 0 && (
        <div className="schakel-other">
          {w.stale.conflict}
          {others.map((text) => (
            <pre key={text} className="schakel-letter-quoted" lang={report.scope.language}>
              {text}
            </pre>
          ))}
        </div>
      )}
    </details>
  )
  return section.kind === 'pillar' ? (
    <>
      <Heading3 className="schakel-reports__pillar">
        <span lang={report.scope.language}>{heading}</span>
      </Heading3>
      {part}
    </>
  ) : (
    part
  )
}

/** What changed in the programme since the report was composed. */
export function ReportChanges({ request, report }: { request: DeskRequest; report: DeskReport }) {
  const w = request.words.programmeReport
  if (report.changes.size === 0) return null
  const pillarOf = (key: string) =>
    report.fresh.find((one) => one.key === `pillar-${/-(\d+)$/.exec(key)?.[1]}`)?.heading ?? null
  const nameOf = (key: string) => {
    const one =
      report.content.sections.find((old) => old.key === key) ?? report.fresh.find((now) => now.key === key)
    if (!one) return key
    const pillar = one.kind === 'pillar' ? null : pillarOf(key)
    const heading = one.heading ?? w.section[one.kind]
    return pillar ? `${pillar}, ${heading.toLowerCase()}` : heading
  }
  return (
    <section className="schakel-attention" aria-labelledby="veranderd">
      <h2 id="veranderd">{w.renew.title}</h2>
      <p>{w.renew.lead}</p>
      <ul>
        {[...report.changes].map(([key, change]) => {
          const composed = report.content.sections.find((old) => old.key === key)?.composed ?? ''
          const differs = change.kind === 'changed' ? changedParagraphs(composed, change.fresh) : null
          return (
            <li key={key}>
              {nameOf(key)}: {w.renew[change.kind]}
              {differs && (
                <details>
                  <summary>{w.renew.now.replace(/:$/, '')}</summary>
                  {differs.gone.length > 0 && (
                    <p lang={report.scope.language}>
                      {w.renew.was} <del>{differs.gone.join(' ')}</del>
                    </p>
                  )}
                  {differs.added.length > 0 && (
                    <p lang={report.scope.language}>
                      {w.renew.now} <ins>{differs.added.join(' ')}</ins>
                    </p>
                  )}
                </details>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

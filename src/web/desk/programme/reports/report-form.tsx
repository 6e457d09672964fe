import { FormFieldErrorMessage, FormLabel, Heading3, Textbox } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { isEdited } from '../../../../council/index.ts'
import type { DeskReport, ReportContent, ReportSection } from '../../../../programme/index.ts'
import { formatDate } from '../../../../words/format.ts'
import { Stack } from '../../../components/layout.tsx'
import type { DeskRequest } from '../../../page.ts'
import { DraftChanges, type DraftView, SectionText } from '../../draft/draft-parts.tsx'

export type ReportView = DraftView<ReportContent>

const id = (name: string) => `v-${name.replaceAll(/[^\w-]/g, '-')}`

export function ReportFieldsForm({ request, view }: { request: DeskRequest; view: ReportView }) {
  const w = request.words.programmeReport.fields
  const { fields } = view.content
  const date = view.typedDate ?? (fields.date ? formatDate(fields.date, request.language) : '')
  const field = (name: keyof typeof fields, value: string, hint?: string) => {
    const error = view.errors.get(name)
    const described = [error && `${id(name)}-fout`, hint && `${id(name)}-hint`].filter(Boolean).join(' ')
    return (
      <div
        key={name}
        className={`schakel-field${name === 'title' ? ' schakel-letter-fields--wide' : ''}${error ? ' schakel-field--invalid' : ''}`}
      >
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
      <SectionText
        id={id(name)}
        section={section}
        label={w.write(heading)}
        labelHidden
        error={error}
        others={others}
        conflict={w.stale.conflict}
        language={report.scope.language}
      />
    </details>
  )
  const above =
    section.kind === 'pillar' ? (
      <span lang={report.scope.language}>{heading}</span>
    ) : section.kind === 'money' ? (
      w.whole
    ) : null
  return above === null ? (
    part
  ) : (
    <>
      <Heading3 className="schakel-reports__pillar">{above}</Heading3>
      {part}
    </>
  )
}

/** What changed in the programme since the report was composed. */
export function ReportChanges({ request, report }: { request: DeskRequest; report: DeskReport }) {
  const w = request.words.programmeReport
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
    <DraftChanges
      words={w.renew}
      changes={report.changes}
      sections={report.content.sections}
      nameOf={nameOf}
      language={report.scope.language}
    />
  )
}

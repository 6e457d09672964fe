import { Heading2 } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import type { FrameworkAtDesk } from '../../../../council/index.ts'
import { Stack } from '../../../components/layout.tsx'
import { PassageLink } from '../../../components/passage-link.tsx'
import type { DeskRequest } from '../../../page.ts'
import { EvidencePicker, evidenceErrors } from '../../evidence/evidence-picker.tsx'
import { writePlace } from '../../evidence/posted-evidence.ts'
import type { EvidenceState } from '../../evidence/work-evidence.ts'
import { sourcesPath } from '../paths.ts'
import { fieldSet, Problem } from '../work/fields.tsx'
import type { Sent } from '../work/sent.ts'
import { TicksField } from './form-page.tsx'

export type SourceView = {
  source: FrameworkAtDesk
  picker: EvidenceState
  /** Actions of running programmes that serve an ambition, by its id: "2.1". */
  servedBy: ReadonlyMap<number, string[]>
}

export function Marked({
  request,
  view: { source, servedBy: by },
}: {
  request: DeskRequest
  view: SourceView
}) {
  const w = request.words.programmePlan.sources.one
  return (
    <section aria-labelledby="ambities">
      <Stack>
        <Heading2 id="ambities">{w.marked}</Heading2>
        {source.ambitions.length === 0 && <p>{w.markedNone}</p>}
        <ul className="schakel-plan-served">
          {source.ambitions.map(({ id, version, text, at }) => {
            const actions = by.get(id) ?? []
            return (
              <li key={id}>
                <span>
                  <q lang="nl">{text}</q>{' '}
                  <PassageLink request={request} passage={{ document: source.ref, at, text }} />
                  <small className="schakel-hint">
                    {actions.length > 0 ? w.served(request.words.programme.list(actions)) : w.servedNone}
                  </small>
                </span>
                {actions.length === 0 && (
                  <StepButton
                    request={request}
                    source={source.id}
                    step="geen-ambitie"
                    version={version}
                    ambition={id}
                    label={w.removeOf(text)}
                  >
                    {w.remove}
                  </StepButton>
                )}
              </li>
            )
          })}
        </ul>
      </Stack>
    </section>
  )
}

export function Suggested({
  request,
  view: { source },
  sent,
}: {
  request: DeskRequest
  view: SourceView
  sent: Sent | null
}) {
  const w = request.words.programmePlan.sources.one
  const form = 'ambities-kiezen'
  const set = fieldSet(request, form, sent)
  return (
    <section aria-labelledby="mogelijk">
      <Stack>
        <Heading2 id="mogelijk">{w.suggested}</Heading2>
        {source.suggestions.length === 0 ? (
          <p>{w.suggestedNone}</p>
        ) : (
          <form
            id={form}
            className="schakel-plan-form"
            method="post"
            action={`${sourcesPath(request, source.id)}#${form}`}
            noValidate
          >
            <input type="hidden" name="step" value={form} />
            <p className="schakel-soft">{w.suggestedLead}</p>
            <Problem request={request} sent={sent} form={form} labels={{ at: w.suggested }} />
            <TicksField
              set={set}
              name="at"
              legend={w.suggested}
              quiet
              choices={source.suggestions.map(({ text, at, cue }) => ({
                value: writePlace({ document: source.document, at }),
                label: <q lang="nl">{text}</q>,
                hint: `${w.page(at[0]?.page ?? 1)} · ${w.cue[cue]}`,
              }))}
            />
            <div className="schakel-actions">
              <button type="submit" className="utrecht-button utrecht-button--primary-action">
                {w.mark}
              </button>
            </div>
          </form>
        )}
      </Stack>
    </section>
  )
}

export function ByHand({
  request,
  view: { source, picker },
  sent,
}: {
  request: DeskRequest
  view: SourceView
  sent: Sent | null
}) {
  const { words } = request
  const w = words.programmePlan.sources.one
  const here = sourcesPath(request, source.id)
  const errors = sent?.form === 'zelf' ? evidenceErrors(request, picker) : []
  return (
    <details className="schakel-step" open={sent?.form === 'zelf'}>
      <summary>
        <h3>{w.byHand}</h3>
      </summary>
      <form className="schakel-step__form" id="zelf" method="post" action={`${here}#zelf`} noValidate>
        <input type="hidden" name="step" value="zelf" />
        {errors.length > 0 && (
          <section className="schakel-errors" tabIndex={-1} data-errors aria-labelledby="zelf-fouten">
            <h3 id="zelf-fouten">{words.programmeWork.problem.title}</h3>
            <ul>
              {errors.map(({ href, label, text }) => (
                <li key={href}>
                  <a className="utrecht-link utrecht-link--html-a" href={href}>
                    {label}: {text}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <EvidencePicker request={request} state={picker} action={here} legend={w.byHand} />
        <div className="schakel-actions">
          <button type="submit" className="utrecht-button utrecht-button--secondary-action">
            {w.byHandButton}
          </button>
        </div>
      </form>
    </details>
  )
}

export function StepButton({
  request,
  source,
  step,
  version,
  ambition,
  label,
  children,
}: {
  request: DeskRequest
  source: number
  step: string
  version: number
  ambition?: number
  label?: string
  children: ReactNode
}) {
  return (
    <form method="post" action={sourcesPath(request, source)}>
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="version" value={version} />
      {ambition !== undefined && <input type="hidden" name="ambition" value={ambition} />}
      <button type="submit" className="schakel-link-button schakel-quiet" aria-label={label}>
        {children}
      </button>
    </form>
  )
}

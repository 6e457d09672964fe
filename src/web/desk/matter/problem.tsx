import type { LifeFieldCode } from '../../../council/index.ts'
import { type Denied, Invalid, type Refused } from '../../../errors.ts'
import type { Words } from '../../../words/index.ts'
import type { DeskRequest } from '../../page.ts'
import { evidenceErrors } from '../evidence/evidence-picker.tsx'
import { fieldId } from '../form-fields.tsx'
import { isPicker, type MatterView, pickers, type Sent } from './load-matter.ts'
import { anchors, type FormKey } from './steps.ts'

/** The sentence of each field that a refused form must change. */
export function errorsIn(
  problem: Invalid | Refused | Denied | null,
  { life, errors }: Words,
): Map<string, string> {
  if (!(problem instanceof Invalid)) return new Map()
  return new Map(
    problem.fields.map(({ field, code }) => [
      field,
      code in life.fieldError ? life.fieldError[code as LifeFieldCode] : errors['form-invalid'],
    ]),
  )
}

type Line = { href: string; label: string | null; text: string }

/** What stands in the way of a form that came back, above its fields. */
export function Problem({ request, view, sent }: { request: DeskRequest; view: MatterView; sent: Sent }) {
  const { problem } = sent
  if (!problem || problem.code === 'changed-by-other') return null
  const words = request.words.matterDesk.problem
  const lines = linesOf(request, view, sent)
  return (
    <section className="schakel-errors" aria-labelledby="fouten-titel" tabIndex={-1} data-errors>
      <h3 id="fouten-titel">{words.title}</h3>
      {lines.length === 0 ? (
        <p>{request.words.errors[problem.code]}</p>
      ) : (
        <ul>
          {lines.map(({ href, label, text }) => (
            <li key={`${href} ${text}`}>
              <a className="utrecht-link utrecht-link--html-a" href={href}>
                {label ? `${label}${label.endsWith('?') ? '' : ':'} ${text}` : text}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p className="schakel-small">{words.kept}</p>
    </section>
  )
}

function linesOf(request: DeskRequest, view: MatterView, { key, problem }: Sent): Line[] {
  if (!(problem instanceof Invalid)) return []
  const picker = isPicker(key) ? view.pickers[key] : undefined
  const name = isPicker(key) ? pickers[key] : ''
  const own = [...errorsIn(problem, request.words)].filter(([field]) => !belongsToPicker(field, name))
  const labels = fieldLabels(request.words, key)
  return [
    ...own.map(([field, text]) => ({
      href: `#${fieldId(anchors[key], field)}`,
      label: labels[field] ?? null,
      text,
    })),
    ...(picker ? evidenceErrors(request, picker, name) : []),
  ]
}

const belongsToPicker = (field: string, name: string) =>
  name !== '' && (field === name || field === 'place' || field.startsWith('evidence/'))

/** What each field is called, for the list of what must change. */
function fieldLabels({ matterDesk }: Words, key: FormKey): Record<string, string> {
  const { form } = matterDesk
  return {
    on: key === 'decide' || key === 'correct' ? form.onMeeting : form.on,
    reason:
      key === 'object'
        ? form.object.reason
        : key === 'term'
          ? form.term.reason
          : key === 'decide'
            ? form.decide.reasonNeeded
            : form.reason,
    also: form.propose.also,
    notAfter: form.term.notAfter,
    kind: form.term.kind,
    portfolioHolder: form.owner.portfolioHolder,
    account: form.owner.official,
    official: form.owner.officialName,
    text: form.progress.text,
    outcome: key === 'correct' ? form.correct.outcome : form.propose.outcome,
    commitments: form.propose.commitments,
    submitter: form.object.submitter,
    verdict: form.decide.verdict,
    cause: form.reopen.cause,
  }
}

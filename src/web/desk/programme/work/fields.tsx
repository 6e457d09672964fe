import type { DeskRequest } from '../../../page.ts'
import { type FieldSet, fieldId } from '../../form-fields.tsx'
import { contestedIn, type Sent, sentencesOf } from './sent.ts'

/** @param now what stands in each field now, as people read it, to show beside what two people changed differently */
export function fieldSet(
  request: DeskRequest,
  form: string,
  sent: Sent | null,
  now: Readonly<Record<string, string>> = {},
): FieldSet {
  const own = sent?.form === form ? sent : null
  const w = request.words.programmeWork.problem
  return {
    form,
    typed: own?.typed ?? null,
    errors: sentencesOf(own?.problem ?? null, request.words),
    theirs: new Map(
      contestedIn(own?.problem ?? null).map((field) => [field, w.other(now[field] || w.nothing)]),
    ),
  }
}

/** What stands in the way of a form that came back, above its fields. `labels`: what each field is called. */
export function Problem({
  request,
  sent,
  form,
  labels = {},
  extra = [],
  top = false,
}: {
  request: DeskRequest
  sent: Sent | null
  form: string
  /** Right below the heading of the page, not within a part of it. */
  top?: boolean
  labels?: Readonly<Record<string, string>>
  extra?: readonly { href: string; label: string; text: string }[]
}) {
  if (sent?.form !== form || !sent.problem) return null
  const { words } = request
  const w = words.programmeWork.problem
  const Title = top ? 'h2' : 'h3'
  const lines = [
    ...[...sentencesOf(sent.problem, words)]
      .filter(([field]) => field !== 'evidence' || extra.length === 0)
      .map(([field, text]) => ({ href: `#${fieldId(form, field)}`, label: labels[field] ?? '', text })),
    ...extra,
  ]
  return (
    <section className="schakel-errors" aria-labelledby={`${form}-fouten`} tabIndex={-1} data-errors>
      <Title id={`${form}-fouten`}>{w.title}</Title>
      {lines.length === 0 ? (
        <p>{words.errors[sent.problem.code]}</p>
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
      <p className="schakel-small">{w.kept}</p>
    </section>
  )
}

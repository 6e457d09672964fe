import { Button, Checkbox, Heading1, Link } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import {
  type CorrectionErrorCode,
  type DeskCorrection,
  domains,
  type EditableMotion,
  type FieldConflict,
  fieldOf,
  type MotionFields,
  outcomes,
} from '../../../council/index.ts'
import type { FieldError } from '../../../errors.ts'
import { dateOf, formatDate, formatTime, listOf } from '../../../words/format.ts'
import { Corrections } from '../../components/corrections.tsx'
import { Actions, Stack } from '../../components/layout.tsx'
import { Part } from '../../components/part.tsx'
import type { DeskRequest, Screen } from '../../page.ts'
import { deskMotionPath } from '../desk-paths.ts'
import { choiceField, type FieldSet, inputId, longField, textField, tickField } from '../fields.tsx'
import { correctPath, motionCrumbs } from '../motion-paths.ts'
import { capitals, letterOf, pair } from '../review-view.tsx'
import { isDay, shown } from './correct-form.ts'

/** What somebody else changed since the form was shown. */
export type Others = {
  by: string | null
  at: Date | null
  changed: readonly string[]
  conflicts: readonly FieldConflict[]
}
type View = {
  values: MotionFields
  base: MotionFields
  reason: string
  hideBefore: boolean
  errors: readonly FieldError[]
  others: Others | null
  history: readonly DeskCorrection[]
}

export function correctScreen(request: DeskRequest, motion: EditableMotion, view: View): Screen {
  const words = request.words.correct
  const wrong = view.errors.length > 0
  const set = fieldSet(request, view)
  return {
    title: wrong ? `${words.errorTitle}: ${words.title}` : words.title,
    nav: 'motions',
    crumbs: motionCrumbs(request, motion),
    status: view.others ? 409 : wrong ? 422 : 200,
    body: (
      <Stack size="l">
        <Stack size="s">
          <Heading1>{words.title}</Heading1>
          <p className="schakel-soft">
            <span lang="nl">{motion.title}</span>
          </p>
          <p className="schakel-soft">{words.lead}</p>
        </Stack>
        {view.others && othersNote(request, view.others)}
        {wrong && errorNote(request, view.errors)}
        <form method="post" action={correctPath(request, motion)}>
          <input type="hidden" name="version" value={motion.version} />
          {Object.entries(view.base).map(([path, value]) => (
            <input key={path} type="hidden" name={`was:/${path}`} value={value} />
          ))}
          <Stack size="l">
            {motionPart(request, set, view)}
            {motion.submitters.length > 0 && submittersPart(request, set, view, motion)}
            {motion.requests.map((one, index) => requestPart(request, set, view, one, index))}
            {whyPart(request, set, view)}
            <Actions>
              <Button type="submit" appearance="primary-action-button">
                {words.save}
              </Button>
              <Link href={deskMotionPath(request, motion)}>{words.cancel}</Link>
            </Actions>
          </Stack>
        </form>
        {view.history.length > 0 && (
          <Part id="eerder" title={words.history.title}>
            <Corrections
              request={request}
              corrections={view.history}
              by={(one) => one.by}
              after={(one) => one.standing && putBackForm(request, motion, one)}
            />
          </Part>
        )}
      </Stack>
    ),
  }
}

function putBackForm(request: DeskRequest, motion: EditableMotion, one: DeskCorrection): ReactNode {
  const { history, field } = request.words.correct
  return (
    <form method="post" action={correctPath(request, motion)}>
      <input type="hidden" name="version" value={motion.version} />
      <input type="hidden" name="terug" value={one.id} />
      <Button
        type="submit"
        appearance="subtle-button"
        aria-label={`${history.putBack}${history.putBackOf(field[one.field], one.on)}`}
      >
        {history.putBack}
      </Button>
    </form>
  )
}

function fieldSet(request: DeskRequest, view: View): FieldSet {
  const words = request.words.correct
  return {
    numbers: new Map(),
    anchors: new Set(),
    labels: new Map(),
    errors: new Map(
      view.errors.map(({ field, code }) => [`/${field}`, words.error[code as CorrectionErrorCode]]),
    ),
    typed: new Map(),
    others: new Map(
      (view.others?.conflicts ?? []).map((conflict) => [`/${conflict.path}`, otherValue(request, conflict)]),
    ),
    words: { number: String, none: words.none },
  }
}

function otherValue(request: DeskRequest, { path, theirs }: FieldConflict): ReactNode {
  const { other } = request.words.correct
  const id = `${inputId(`/${path}`)}-laat`
  return (
    <>
      <span>{theirs === '' ? other.empty : other.theirs(value(request, path, theirs))}</span>
      <span className="schakel-tick">
        <Checkbox id={id} name={`take:/${path}`} value="on" />
        <label htmlFor={id}>{other.take}</label>
      </span>
    </>
  )
}

/** A value in words. */
function value(request: DeskRequest, path: string, text: string): string {
  const { terms } = request.words
  const field = fieldOf(path)?.field
  if (field === 'outcome') return terms.outcome[text as keyof typeof terms.outcome] ?? text
  if (field === 'requestDomain' || field === 'partDomain')
    return terms.domain[text as keyof typeof terms.domain] ?? text
  return shown(path, text, request.language)
}

function othersNote(request: DeskRequest, others: Others): ReactNode {
  const { words, language } = request
  const { other, field } = words.correct
  const { moment } = words.desk.inbox
  const when = others.at
    ? moment(formatDate(dateOf(others.at), language), formatTime(others.at, language))
    : ''
  const names = [...new Set(others.changed.flatMap((path) => fieldOf(path)?.field ?? []))]
  return (
    <section className="schakel-attention" aria-labelledby="intussen" tabIndex={-1} data-errors>
      <h2 id="intussen">{other.title}</h2>
      <p>{other.lead(others.by, when)}</p>
      {names.length > 0 && (
        <p>
          {other.changed}{' '}
          {listOf(
            names.map((name) => field[name].toLowerCase()),
            language,
          )}
          .
        </p>
      )}
      {others.conflicts.length > 0 && <p>{other.conflict(others.conflicts.length)}</p>}
    </section>
  )
}

function errorNote(request: DeskRequest, errors: readonly FieldError[]): ReactNode {
  const words = request.words.correct
  return (
    <section className="schakel-errors" aria-labelledby="fouten" tabIndex={-1} data-errors>
      <h2 id="fouten">{words.errorTitle}</h2>
      <ul>
        {errors.map(({ field, code }) => (
          <li key={`${field} ${code}`}>
            <a href={`#${inputId(`/${field}`)}`}>
              {words.field[fieldOf(field)?.field ?? 'title']}: {words.error[code as CorrectionErrorCode]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function text(request: DeskRequest, set: FieldSet, view: View, path: string, label: string): ReactNode {
  const hint = isDay(path) && path === 'date' ? request.words.correct.dateHint : undefined
  return textField(set, `/${path}`, shown(path, view.values[path] ?? '', request.language), {
    label,
    ...(hint === undefined ? {} : { hint }),
  })
}

function motionPart(request: DeskRequest, set: FieldSet, view: View): ReactNode {
  const words = request.words.correct
  return (
    <Part id="motie" title={words.motion}>
      {text(request, set, view, 'title', words.field.title)}
      {pair(
        text(request, set, view, 'number', words.field.number),
        text(request, set, view, 'registryNumber', words.field.registryNumber),
      )}
      {pair(
        text(request, set, view, 'date', words.field.date),
        choiceField(set, '/outcome', view.values.outcome ?? 'unknown', {
          label: words.field.outcome,
          of: outcomes,
          say: capitals(request.words.terms.outcome),
        }),
      )}
    </Part>
  )
}

function submittersPart(request: DeskRequest, set: FieldSet, view: View, motion: EditableMotion): ReactNode {
  const words = request.words.correct
  return (
    <Part id="indieners" title={words.submitters}>
      {motion.submitters.map((position, index) => (
        <fieldset key={position} className="schakel-choices">
          <legend>{words.submitter(index + 1)}</legend>
          {pair(
            text(request, set, view, `submitters/${position}/name`, words.short.name),
            text(request, set, view, `submitters/${position}/party`, words.short.party),
          )}
        </fieldset>
      ))}
    </Part>
  )
}

function requestPart(
  request: DeskRequest,
  set: FieldSet,
  view: View,
  one: EditableMotion['requests'][number],
  index: number,
): ReactNode {
  const words = request.words.correct
  const at = `requests/${one.id}`
  const domain = (path: string) =>
    choiceField(set, `/${path}`, view.values[path] ?? '', {
      label: words.short.domain,
      of: domains,
      say: capitals(request.words.terms.domain),
      blank: true,
    })
  return (
    <Part key={one.id} id={`verzoek-${one.id}`} title={words.request(index + 1)}>
      {longField(set, `/${at}/text`, view.values[`${at}/text`] ?? '', { label: words.short.text })}
      {pair(domain(`${at}/domain`), text(request, set, view, `${at}/termText`, words.short.termText))}
      {pair(
        text(request, set, view, `${at}/termNotBefore`, words.short.termNotBefore),
        text(request, set, view, `${at}/termNotAfter`, words.short.termNotAfter),
      )}
      {one.parts.map((part, place) => (
        <fieldset key={part} className="schakel-choices">
          <legend>{words.part(letterOf(place))}</legend>
          {longField(set, `/parts/${part}/text`, view.values[`parts/${part}/text`] ?? '', {
            label: words.short.text,
          })}
          {domain(`parts/${part}/domain`)}
        </fieldset>
      ))}
    </Part>
  )
}

function whyPart(request: DeskRequest, set: FieldSet, view: View): ReactNode {
  const words = request.words.correct
  return (
    <Part id="waarom" title={words.why}>
      {textField(set, 'reason', view.reason, { label: words.reason, hint: words.reasonHint })}
      {tickField(set, 'hide', view.hideBefore, words.hide)}
      <p className="schakel-hint">{words.hideHint}</p>
    </Part>
  )
}

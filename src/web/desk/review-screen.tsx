import { Button, Heading1 } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { documentKinds, isLetter, type MergeConflict, type PossibleMatch } from '../../council/index.ts'
import { formatTime } from '../../words/format.ts'
import { DocumentSheet } from '../components/document-sheet/document-sheet.tsx'
import { numberPassages, numbersByKey } from '../components/document-sheet/marks.ts'
import { Split, Stack } from '../components/layout.tsx'
import type { DeskRequest, Screen } from '../page.ts'
import { claimFields, commitmentFields, personalFields, topicFields } from './answer-fields.tsx'
import { deskCrumbs, originalPath, removePath, reviewPath } from './desk-paths.ts'
import { actButton, choiceField, type FieldSet, inputId, quietButton } from './fields.tsx'
import type { Beside, Reviewable } from './keep-review.ts'
import { letterFields } from './letter-fields.tsx'
import { errorOf, motionFields } from './motion-fields.tsx'
import { type ReviewFieldError, showDate } from './review-form.ts'
import { countRead, type OpenWarning, openWarnings, valuesOf } from './review-values.ts'
import { type CheckTerm, capitals, type ReviewView, section } from './review-view.tsx'

export type ReviewScreenInput = {
  document: Reviewable
  matches: Readonly<Record<string, readonly PossibleMatch[]>>
  found: ReviewView['found']
  checkTerm: CheckTerm
  repeats: ReviewView['repeats']
  errors: readonly ReviewFieldError[]
  /** What was typed and cannot be kept, by pointer. */
  typed: Readonly<Record<string, string>>
  /** Differences with the version of another clerk. */
  beside: { versions: Beside; name: string; conflicts: readonly MergeConflict[] } | null
  gone: boolean
  /** It was registered, and that was just taken back. */
  back?: boolean
  status: 200 | 422
}

/** The document beside its fields: "Klopt dit?" */
export function reviewScreen(request: DeskRequest, input: ReviewScreenInput): Screen {
  const { document } = input
  const words = request.words.desk.review
  const passages = numberPassages(valuesOf(document.review))
  const { view, labels } = reviewView(request, input, numbersByKey(passages))
  const fields = allFields(view)
  const warnings = openWarnings(document.review, document.reading?.warnings ?? [])
  const byHand = document.pages.length === 0
  const title = byHand ? words.byHandTitle : words.title
  return {
    title: input.errors.length > 0 ? `${words.errors.prefix}: ${title}` : title,
    nav: 'post',
    crumbs: deskCrumbs(request, document),
    islands: ['review.js'],
    status: input.status,
    body: (
      <div className="schakel-review">
        <Stack size="s">
          <Heading1>{title}</Heading1>
          <p className="schakel-soft">
            {byHand
              ? words.byHandLead
              : `${words.lead(countRead(document.review), warnings.length)} ${words.howTo}`}{' '}
            <a className="utrecht-link utrecht-link--html-a" href={originalPath(request, document.document)}>
              {request.words.desk.file.download}
            </a>
          </p>
        </Stack>
        {errorSummary(request, input.errors, labels)}
        {notices(request, input, labels)}
        <Split>
          <div className="schakel-review__document" tabIndex={-1}>
            {byHand ? (
              <p className="schakel-hint">{words.noText}</p>
            ) : (
              <>
                <a className="schakel-review__skip utrecht-link utrecht-link--html-a" href="#gegevens">
                  {words.toFields}
                </a>
                <DocumentSheet
                  label={words.document(document.fileName)}
                  pages={document.pages}
                  passages={passages}
                  words={words.sheet}
                  hrefOf={(n) => (view.set.anchors.has(n) ? `#f${n}` : null)}
                />
              </>
            )}
          </div>
          <form
            id="gegevens"
            className="schakel-review__form"
            method="post"
            action={reviewPath(request, document.document) + besideQuery(input.beside?.versions ?? null)}
            aria-label={words.fields}
            tabIndex={-1}
            noValidate
            data-review
            data-saving={words.save.saving}
            data-failed={words.save.failed}
            data-look={words.save.look}
          >
            <input type="hidden" name="version" value={document.version} />
            {/* Enter in a field keeps the draft, whatever button comes first. */}
            <button
              type="submit"
              name="action"
              value="save"
              className="schakel-hidden"
              tabIndex={-1}
              aria-hidden="true"
            >
              {words.save.only}
            </button>
            {attention(request, warnings)}
            {fields}
            {footer(request, document)}
          </form>
        </Split>
        <p className="schakel-small">
          <a className="utrecht-link utrecht-link--html-a" href={removePath(request, document.document)}>
            {request.words.desk.remove.link}
          </a>
        </p>
      </div>
    ),
  }
}

export function besideQuery(beside: Beside | null): string {
  return beside ? `?basis=${beside.base}&ander=${beside.other}` : ''
}

function reviewView(
  request: DeskRequest,
  input: ReviewScreenInput,
  numbers: ReadonlyMap<string, number>,
): { view: ReviewView; labels: ReadonlyMap<string, string> } {
  const { words, language } = request
  const { review } = input.document
  const labels = new Map<string, string>()
  const set: FieldSet = {
    numbers,
    anchors: new Set(),
    labels,
    errors: new Map(input.errors.map(({ field, code }) => [field, errorSentence(request, code)])),
    typed: new Map(Object.entries(input.typed)),
    others: new Map(input.beside?.conflicts.map((c) => [c.pointer, otherValue(request, input, c)])),
    words: { number: words.desk.review.number, none: words.desk.review.none },
  }
  const { matches, found, checkTerm, repeats } = input
  return { view: { set, words, language, review, matches, found, checkTerm, repeats }, labels }
}

export function errorSentence(request: DeskRequest, code: ReviewFieldError['code']): string {
  const words = request.words.desk.review
  return code === 'split-needs-line'
    ? words.request.splitNeedsLine
    : (words.fieldError[code] ?? words.unknownError)
}

function otherValue(request: DeskRequest, input: ReviewScreenInput, conflict: MergeConflict): ReactNode {
  const words = request.words.desk.review.conflict
  const value = conflict.theirs
  const shown =
    typeof value === 'string' && value !== ''
      ? (showDate(value, request.language) ?? value)
      : typeof value === 'number'
        ? String(value)
        : value === null || value === ''
          ? words.empty
          : words.different
  return (
    <>
      <span>{words.other(input.beside?.name ?? '', shown)}</span>{' '}
      {actButton(`take:${conflict.pointer}`, words.take)}
    </>
  )
}

function allFields(view: ReviewView): ReactNode {
  const { review, set, words } = view
  const desk = words.desk.review
  const kind = choiceField(set, '/kind', review.kind, {
    label: desk.kind,
    of: documentKinds,
    say: capitals(words.terms.kind),
  })
  const letter = isLetter(review) || review.letter ? letterFields(view) : null
  const motions = review.motions.map((motion, i) => motionFields(view, motion, i))
  const noMotions = errorOf(view, '/motions')
  const commitments = review.commitments.map((commitment, i) => commitmentFields(view, commitment, i))
  const claims =
    review.claims.length > 0 &&
    section({
      id: 'item-claims',
      level: 2,
      title: desk.claim.title,
      children: review.claims.map((claim, i) => claimFields(view, claim, i)),
    })
  const topics = topicFields(view)
  const personal = personalFields(view)
  return (
    <>
      {kind}
      {letter}
      {motions}
      {noMotions}
      <div className="schakel-actions">{quietButton('add-motion', desk.motion.add)}</div>
      {commitments}
      {(isLetter(review) || commitments.length > 0) && (
        <div className="schakel-actions">{quietButton('add-commitment', desk.commitment.add)}</div>
      )}
      {claims}
      {topics}
      {personal}
    </>
  )
}

function attention(request: DeskRequest, warnings: readonly OpenWarning[]): ReactNode {
  if (warnings.length === 0) return null
  const words = request.words.desk.review
  return (
    <section className="schakel-attention" aria-labelledby="nakijken">
      <h2 id="nakijken">{words.attention(warnings.length)}</h2>
      <ul>
        {warnings.map(({ code, pointer }) => (
          <li key={code}>
            {request.words.terms.warning[code]}{' '}
            {pointer !== null && (
              <a
                className="utrecht-link utrecht-link--html-a"
                href={`#${inputId(pointer)}`}
                aria-label={`${words.toField}: ${request.words.terms.warning[code]}`}
              >
                {words.toField}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function errorSummary(
  request: DeskRequest,
  errors: readonly ReviewFieldError[],
  labels: ReadonlyMap<string, string>,
): ReactNode {
  if (errors.length === 0) return null
  const words = request.words.desk.review
  return (
    <section id="fouten" className="schakel-errors" aria-labelledby="fouten-titel" tabIndex={-1} data-errors>
      <h2 id="fouten-titel">{words.errors.title}</h2>
      <ul>
        {errors.map(({ field, code }) => {
          const label = labels.get(field)
          const sentence = errorSentence(request, code)
          return (
            <li key={`${field} ${code}`}>
              <a className="utrecht-link utrecht-link--html-a" href={`#${inputId(field)}`}>
                {label ? `${label}${label.endsWith('?') ? '' : ':'} ${sentence}` : sentence}
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function notices(
  request: DeskRequest,
  { beside, gone, back, document }: ReviewScreenInput,
  labels: ReadonlyMap<string, string>,
): ReactNode {
  const words = request.words.desk.review
  const self = beside?.name === request.actor.name
  return (
    <>
      {back && (
        <p className="schakel-done" role="status">
          {request.words.unregister.done}
        </p>
      )}
      {gone && (
        <p className="schakel-attention" role="status">
          {words.gone}
        </p>
      )}
      {beside && (
        <section className="schakel-attention" aria-labelledby="samengevoegd">
          <h2 id="samengevoegd">{self ? words.mergedSelf : words.merged(beside.name)}</h2>
          {beside.conflicts.length > 0 && (
            <>
              <p className="schakel-small">{words.conflict.lead}</p>
              <ul>
                {beside.conflicts.map(({ pointer }) => (
                  <li key={pointer}>
                    <a className="utrecht-link utrecht-link--html-a" href={`#${inputId(pointer)}`}>
                      {labels.get(pointer) ?? words.conflict.item}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
          <p className="schakel-small">
            <a className="utrecht-link utrecht-link--html-a" href={reviewPath(request, document.document)}>
              {words.conflict.done}
            </a>
          </p>
        </section>
      )}
    </>
  )
}

function footer(request: DeskRequest, document: Reviewable): ReactNode {
  const words = request.words.desk.review.save
  return (
    <div className="schakel-bar">
      <Button type="submit" name="action" value="register" appearance="primary-action-button">
        {words.register}
      </Button>
      <Button type="submit" name="action" value="later" appearance="secondary-action-button">
        {words.later}
      </Button>
      <span className="schakel-hint" role="status" data-saved>
        {document.reviewedAt ? words.saved(formatTime(document.reviewedAt, request.language)) : words.notYet}
      </span>
    </div>
  )
}

import { Button, FormLabel, Textbox } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { clauseKinds, isLetter, type MotionRef, outcomes, type ReviewMotion } from '../../council/index.ts'
import { formatDate } from '../../words/format.ts'
import { choiceField, longField, quietButton, radioList, textField, tickField } from './fields.tsx'
import { requestFields } from './request-fields.tsx'
import { showDate } from './review-form.ts'
import { capitals, folded, pair, type ReviewView, section } from './review-view.tsx'

/** One motion with what it asks. */
export function motionFields(view: ReviewView, motion: ReviewMotion, index: number): ReactNode {
  const { set, review } = view
  const words = view.words.desk.review.motion
  const at = `/motions/${index}`
  const title = review.kind === 'amendment' ? words.amendment : words.title
  return section({
    id: `item-${motion.key}`,
    level: 2,
    title: title(index + 1, review.motions.length),
    children: (
      <>
        {whichMotion(view, motion, at)}
        {textField(set, `${at}/title`, motion.title, { label: words.name })}
        {pair(
          textField(set, `${at}/number`, motion.number, { label: words.number }),
          textField(set, `${at}/registryNumber`, motion.registryNumber, { label: words.registryNumber }),
        )}
        {pair(
          textField(set, `${at}/date`, showDate(motion.date, view.language), { label: words.date }),
          choiceField(set, `${at}/outcome`, motion.outcome, {
            label: words.outcome,
            of: outcomes,
            say: capitals(view.words.terms.outcome),
          }),
        )}
        {submitters(view, motion, at)}
        {folded(
          view,
          words.votes,
          [`${at}/votes`, `${at}/proposal`],
          <>
            {pair(
              textField(set, `${at}/votes/for`, figure(motion.votes?.for), {
                label: words.votesFor,
                inputMode: 'numeric',
              }),
              textField(set, `${at}/votes/against`, figure(motion.votes?.against), {
                label: words.votesAgainst,
                inputMode: 'numeric',
              }),
            )}
            {motion.votes?.parties.map((vote, i) =>
              pair(
                textField(set, `${at}/votes/parties/${i}/party`, vote.party, { label: words.party }),
                choiceField(set, `${at}/votes/parties/${i}/vote`, vote.vote, {
                  label: words.vote(vote.party),
                  of: ['for', 'against', 'divided'],
                  say: capitals(view.words.terms.vote),
                }),
              ),
            )}
            {textField(set, `${at}/proposal/title`, motion.proposal?.title ?? null, {
              label: words.proposal,
            })}
            {textField(set, `${at}/proposal/registryNumber`, motion.proposal?.registryNumber ?? null, {
              label: words.proposalNumber,
            })}
          </>,
        )}
        {clauses(view, motion, at)}
        {motion.requests.map((request, i) => requestFields(view, request, `${at}/requests/${i}`, i))}
        {errorOf(view, `${at}/requests`)}
        {tickField(set, `${at}/closingFormula`, motion.closingFormula, words.closingFormula)}
        <div className="schakel-actions">
          {quietButton(`add-request:${motion.key}`, view.words.desk.review.request.add)}
          {isLetter(review) && quietButton(`add-claim:${motion.key}`, view.words.desk.review.claim.add)}
          {quietButton(`remove:${motion.key}`, words.remove)}
        </div>
      </>
    ),
  })
}

const figure = (n: number | null | undefined) => (n === null || n === undefined ? null : String(n))

/** An error about a whole list: there is no input to stand beside. */
export function errorOf(view: ReviewView, pointer: string): ReactNode {
  const error = view.set.errors.get(pointer)
  if (error === undefined) return null
  return (
    <p id={`v${pointer.replaceAll('/', '-')}`} tabIndex={-1} className="schakel-error">
      {error}
    </p>
  )
}

/** Is this a motion of the register? Suggested ones first, then what was searched for, then "new". */
function whichMotion(view: ReviewView, motion: ReviewMotion, at: string): ReactNode {
  const words = view.words.desk.review.motion
  const suggestions = view.matches[motion.key] ?? []
  const found = view.found?.motion === motion.key ? view.found : null
  const known = new Map<number, { ref: MotionRef; why: string }>()
  for (const { motion: ref, reasons } of suggestions) {
    known.set(ref.id, { ref, why: reasons.map((reason) => words.reasons[reason]).join(', ') })
  }
  for (const ref of found?.motions ?? []) if (!known.has(ref.id)) known.set(ref.id, { ref, why: '' })
  const chosen = motion.match.choice === 'existing' ? motion.match.motion : null
  // Nothing looks like it, so it is offered as new; the clerk sees and sends it.
  const unchosen = motion.match.choice === 'undecided' && known.size === 0 ? 'new' : motion.match.choice
  const value = chosen === null ? unchosen : String(chosen)
  const choices = [...known.values()].map(({ ref, why }) => ({
    value: String(ref.id),
    label: words.isExisting(refName(view, ref)),
    hint: [ref.dated && formatDate(ref.dated, view.language), view.words.terms.outcome[ref.outcome], why]
      .filter(Boolean)
      .join(' · '),
  }))
  if (chosen !== null && !known.has(chosen)) {
    choices.push({ value: String(chosen), label: words.chosen, hint: '' })
  }
  const searchId = `zoek-${motion.key}`
  return (
    <>
      {radioList(view.set, `${at}/match`, words.which, value, [
        ...choices.map(({ hint, ...choice }) => (hint ? { ...choice, hint } : choice)),
        { value: 'new', label: words.isNew },
      ])}
      {known.size === 0 && <p className="schakel-hint">{words.nothingLike}</p>}
      <details className="schakel-fold" open={found !== null}>
        <summary>{words.search}</summary>
        <div className="schakel-search">
          <FormLabel htmlFor={searchId}>{words.searchHint}</FormLabel>
          <div className="schakel-actions">
            <Textbox id={searchId} name={`search:${motion.key}`} defaultValue={found?.search ?? ''} />
            <Button
              type="submit"
              name="action"
              value={`search:${motion.key}`}
              appearance="secondary-action-button"
              className="schakel-slim"
            >
              {words.searchButton}
            </Button>
          </div>
          {found && found.motions.length === 0 && (
            <p className="schakel-hint" role="status">
              {words.searchNone}
            </p>
          )}
        </div>
      </details>
    </>
  )
}

function refName(view: ReviewView, ref: MotionRef): string {
  const kind = view.words.terms.kind.motion
  return [`${kind} ${ref.number ?? ''}`.trim(), `“${ref.title}”`].join(' ')
}

function submitters(view: ReviewView, motion: ReviewMotion, at: string): ReactNode {
  const words = view.words.desk.review.motion
  const many = motion.submitters.length
  return (
    <>
      {motion.submitters.map((submitter, i) => (
        <div
          key={submitter.key}
          id={`item-${submitter.key}`}
          tabIndex={-1}
          className="schakel-row schakel-row--acts"
        >
          {pair(
            textField(view.set, `${at}/submitters/${i}/name`, submitter.name, {
              label: words.submitter(i + 1, many),
            }),
            textField(view.set, `${at}/submitters/${i}/party`, submitter.party, { label: words.party }),
          )}
          {quietButton(
            `remove:${submitter.key}`,
            view.words.desk.review.request.remove,
            words.removeSubmitter(submitter.name),
          )}
        </div>
      ))}
      <div className="schakel-actions">{quietButton(`add-submitter:${motion.key}`, words.addSubmitter)}</div>
    </>
  )
}

function clauses(view: ReviewView, motion: ReviewMotion, at: string): ReactNode {
  const words = view.words.desk.review.motion
  return folded(
    view,
    words.clauses(motion.clauses.length),
    [`${at}/clauses`],
    <>
      {motion.clauses.map((clause, i) => (
        <div key={clause.key} id={`item-${clause.key}`} tabIndex={-1} className="schakel-row">
          {choiceField(view.set, `${at}/clauses/${i}/kind`, clause.kind, {
            label: words.clauseKind(i + 1),
            of: clauseKinds,
            say: view.words.terms.clause,
          })}
          {longField(view.set, `${at}/clauses/${i}/text`, clause.text, { label: words.clause(i + 1) })}
          <div className="schakel-actions">
            {quietButton(
              `remove:${clause.key}`,
              view.words.desk.review.request.remove,
              words.removeClause(i + 1),
            )}
          </div>
        </div>
      ))}
      <div className="schakel-actions">{quietButton(`add-clause:${motion.key}`, words.addClause)}</div>
    </>,
  )
}

import { Checkbox } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import {
  bases,
  checkDateOf,
  claims,
  personalDataKinds,
  type ReviewClaim,
  type ReviewCommitment,
} from '../../council/index.ts'
import { isIsoDate } from '../../days.ts'
import { formatDate } from '../../words/format.ts'
import { Chip } from '../components/chip.tsx'
import {
  anchor,
  choiceField,
  inputId,
  longField,
  quietButton,
  source,
  textField,
  tickList,
} from './fields.tsx'
import { errorOf } from './motion-fields.tsx'
import { showDate } from './review-form.ts'
import { numberOf } from './review-values.ts'
import { capitals, folded, motionName, pair, type ReviewView, section } from './review-view.tsx'

/** What the college promises. */
export function commitmentFields(view: ReviewView, commitment: ReviewCommitment, index: number): ReactNode {
  const { set, review } = view
  const words = view.words.desk.review.commitment
  const request = view.words.desk.review.request
  const at = `/commitments/${index}`
  const { due } = commitment
  return section({
    id: `item-${commitment.key}`,
    level: 2,
    title: words.title(index + 1, review.commitments.length),
    children: (
      <>
        {longField(set, `${at}/text`, commitment.text, { label: words.text })}
        {textField(set, `${at}/due/text`, due?.text ?? null, {
          label: words.due,
          ...(due && { hint: view.words.terms.rule[due.rule] }),
        })}
        {pair(
          textField(set, `${at}/due/notBefore`, showDate(due?.notBefore ?? null, view.language), {
            label: request.notBefore,
          }),
          textField(set, `${at}/due/notAfter`, showDate(due?.notAfter ?? null, view.language), {
            label: request.notAfter,
          }),
        )}
        {!due?.notAfter && checkFields(view, commitment, at)}
        {repeatFields(view, commitment, at)}
        {review.motions.length > 0 &&
          tickList(
            set,
            `${at}/motions`,
            words.motions,
            review.motions.map((motion) => ({
              key: motion.key,
              label: motionName(view, motion),
              on: commitment.motions.includes(motion.key),
            })),
          )}
      </>
    ),
    actions: quietButton(`remove:${commitment.key}`, request.remove, words.remove(index + 1)),
  })
}

/** The day on which we look whether it was kept, or that none was agreed: ours, never the letter's. */
function checkFields(view: ReviewView, { due, check }: ReviewCommitment, at: string): ReactNode {
  const { set, language, checkTerm } = view
  const words = view.words.desk.review.commitment
  const offered = checkDateOf(
    due?.notBefore && isIsoDate(due.notBefore) ? { notBefore: due.notBefore, notAfter: null } : null,
    checkTerm,
  )
  const none = check === 'none-agreed'
  const id = `${inputId(`${at}/check`)}-none`
  return (
    <>
      {textField(set, `${at}/check`, none ? null : showDate(check ?? null, language), {
        label: words.check,
        hint:
          offered.kind === 'ours'
            ? words.checkOurs(formatDate(offered.on, language), checkTerm.source)
            : words.checkAsk,
      })}
      <div className="schakel-tick">
        <Checkbox id={id} name={`${at}/check`} value="none-agreed" defaultChecked={none} />
        <label htmlFor={id}>{words.checkNone}</label>
      </div>
    </>
  )
}

/** Whether it says again what was promised already: proposed where the days agree, and for the clerk to confirm. */
function repeatFields(view: ReviewView, { key, repeats }: ReviewCommitment, at: string): ReactNode {
  const { of, likely } = view.repeats[key] ?? { of: [], likely: null }
  if (of.length === 0) return null
  const { language, set } = view
  const words = view.words.desk.review.commitment
  const proposed = repeats === undefined && likely !== null
  const chosen = repeats === undefined ? likely : repeats
  return choiceField(set, `${at}/repeats`, chosen === null ? null : String(chosen), {
    label: words.repeats,
    hint: proposed ? words.repeatsLikely : words.repeatsHint,
    of: ['', ...of.map(({ id }) => String(id))],
    say: {
      '': words.repeatsNone,
      ...Object.fromEntries(
        of.map(({ id, text, on, madeOn }) => [
          String(id),
          words.repeatsOf(shorten(text), formatDate(madeOn, language), on && formatDate(on, language)),
        ]),
      ),
    },
  })
}

/** What the letter says became of one motion. */
export function claimFields(view: ReviewView, claim: ReviewClaim, index: number): ReactNode {
  const { set, review } = view
  const words = view.words.desk.review.claim
  const at = `/claims/${index}`
  const motion = review.motions.find((m) => m.key === claim.motion)
  const onlyAnnounced = claim.basis === 'announced' && claim.claim !== 'none'
  return (
    <div key={claim.key} id={`item-${claim.key}`} tabIndex={-1} className="schakel-row">
      {motion && review.motions.length > 1 && <h3>{words.forMotion(motionName(view, motion))}</h3>}
      {errorOf(view, `${at}/motion`)}
      {onlyAnnounced && (
        <p className="schakel-announced">
          <Chip tone="wait">{words.announced}</Chip>{' '}
          <span className="schakel-hint">{words.announcedHint}</span>
        </p>
      )}
      {pair(
        choiceField(set, `${at}/claim`, claim.claim, {
          label: words.claim,
          of: claims,
          say: capitals(view.words.terms.claim),
        }),
        choiceField(set, `${at}/basis`, claim.basis, {
          label: words.basis,
          of: bases,
          say: capitals(view.words.terms.basis),
        }),
      )}
      {longField(set, `${at}/text`, claim.text, { label: words.text })}
      {claim.answers && (
        <p className="schakel-hint">
          {words.answers} <span lang="nl">{claim.answers.text}</span>
        </p>
      )}
      {motion &&
        motion.requests.length > 1 &&
        tickList(
          set,
          `${at}/requests`,
          words.about,
          motion.requests.map((request, i) => ({
            key: request.key,
            label: `${view.words.desk.review.request.title(i + 1)}: ${shorten(request.text)}`,
            on: claim.requests === null || claim.requests.includes(request.key),
          })),
        )}
      <div className="schakel-actions">{quietButton(`remove:${claim.key}`, words.remove)}</div>
    </div>
  )
}

const shorten = (text: string) => (text.length > 70 ? `${text.slice(0, 67).trimEnd()}…` : text)

/** Pillars and subjects that the answer names: shown, each with its passage. */
export function topicFields(view: ReviewView): ReactNode {
  const { review, set } = view
  const words = view.words.desk.review
  const topics = [
    ...review.pillars.map((topic, i) => ({
      at: `/pillars/${i}`,
      text: topic.text,
      kind: words.topics.pillar,
      say: words.pillars[topic.key],
    })),
    ...review.domains.map((topic, i) => ({
      at: `/domains/${i}`,
      text: topic.text,
      kind: words.topics.domain,
      say: view.words.terms.domain[topic.key],
    })),
  ]
  if (topics.length === 0) return null
  return folded(
    view,
    words.topics.title(topics.length),
    [],
    <ul className="schakel-topics">
      {topics.map((topic) => {
        const number = numberOf(set.numbers, topic.at)
        return (
          <li key={topic.at} {...anchor(set, number)}>
            <span lang="nl">{topic.text}</span>
            {source(set, number)} <span className="schakel-hint">{`${topic.kind}: ${topic.say}`}</span>
          </li>
        )
      })}
    </ul>,
  )
}

/** What publication makes unreadable. */
export function personalFields(view: ReviewView): ReactNode {
  const { set, review } = view
  const words = view.words.desk.review.personal
  return section({
    id: 'item-personal',
    level: 2,
    title: words.title,
    children: (
      <>
        <p className="schakel-hint">{review.personalData.length > 0 ? words.lead : words.none}</p>
        {review.personalData.map((item, i) => (
          <div key={item.key} id={`item-${item.key}`} tabIndex={-1} className="schakel-part">
            {textField(set, `/personalData/${i}/text`, item.text, { label: words.text(i + 1) })}
            {choiceField(set, `/personalData/${i}/kind`, item.kind, {
              label: words.kindOf(i + 1),
              quiet: true,
              of: personalDataKinds,
              say: capitals(words.kinds),
            })}
            {quietButton(`remove:${item.key}`, words.removeShort, words.remove(item.text))}
          </div>
        ))}
      </>
    ),
    actions: quietButton('add-personal', words.add),
  })
}

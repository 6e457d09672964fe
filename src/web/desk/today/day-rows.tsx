import { Heading2, Link } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import type { AttentionItem, AttentionStep, MotionRef } from '../../../council/index.ts'
import { capitalise, dateOf } from '../../../words/format.ts'
import { Original } from '../../components/original.tsx'
import type { DeskRequest } from '../../page.ts'
import { commitmentPath, dayStepPath, deskMotionPath, matterPath } from '../desk-paths.ts'
import { formOfStep } from '../matter/next-step.ts'
import { anchors } from '../matter/steps.ts'
import { type DayGroup, inGroups, takenInRow, whenOf } from './day.ts'

type Props = {
  request: DeskRequest
  items: readonly AttentionItem[]
  /** The query of the page, to come back to it after a step in a row. */
  back: string
  title?: (group: DayGroup) => string
}

/** What wants attention, under its headings, each row with the day, why, and the next step. */
export function DayRows({ request, items, back, title }: Props) {
  const groups = request.words.today.groups
  let first = true
  return (
    <>
      {inGroups(items).map(([group, rows]) => (
        <section key={group} className="schakel-work" aria-labelledby={`groep-${group}`}>
          <Heading2 id={`groep-${group}`}>{title ? title(group) : groups[group]}</Heading2>
          <ul>
            {rows.map((item) => {
              const primary = first
              first = false
              return (
                <li key={keyOf(item)} id={keyOf(item)} className="schakel-work__row">
                  <When request={request} item={item} />
                  <What request={request} item={item} />
                  <Step request={request} item={item} back={back} primary={primary} />
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </>
  )
}

export const keyOf = ({ matter, commitment, motions }: AttentionItem): string =>
  matter ? `o${matter.id}` : commitment ? `t${commitment.id}` : `m${motions[0]?.id}`

function When({ request, item }: { request: DeskRequest; item: AttentionItem }) {
  const w = request.words.today
  const today = dateOf(request.now)
  const when = whenOf(item, today)
  if (!when) return <span className="schakel-work__when" />
  const said = {
    late: () => w.late(when.on, today),
    soon: () => w.over(today, when.on),
    since: () => w.since(when.on),
    today: () => w.today,
  }[when.kind]()
  return (
    <span className={`schakel-work__when${when.kind === 'late' ? ' schakel-work__when--late' : ''}`}>
      {capitalise(said)}
    </span>
  )
}

function What({ request, item }: { request: DeskRequest; item: AttentionItem }) {
  const { words, language } = request
  const w = words.today
  const { matter, commitment, motions } = item
  const source = sourceOf(request, item)
  const people = [
    matter?.decider && words.programmeEvidence.decider(matter.decider.body, matter.decider.name),
    matter?.owner && w.owner(matter.owner),
    request.actor.role === 'clerk' && matter?.official && w.official(matter.official),
  ].filter(Boolean)
  const text = matter?.text ?? commitment?.text ?? null
  return (
    <span className="schakel-work__what">
      {text === null ? (
        motions.map((motion) => <MotionLink key={motion.id} request={request} motion={motion} />)
      ) : (
        <Link href={commitment ? commitmentPath(request, commitment.id) : matterPath(request, matter!.id)}>
          <Original language={language}>{capitalise(text)}</Original>
        </Link>
      )}
      <small>
        {capitalise(words.life.attention[item.reason](item.on))}
        {source && ` · ${source}`}
      </small>
      {(text !== null || people.length > 0) && (
        <small>
          {text !== null && (
            <>
              {commitment && `${capitalise(w.commitment)} · `}
              {motions.length === 0
                ? w.noMotion
                : motions.map((motion, index) => (
                    <span key={motion.id}>
                      {index > 0 && ', '}
                      <MotionLink request={request} motion={motion} />
                    </span>
                  ))}
            </>
          )}
          {people.map((one) => ` · ${one}`)}
        </small>
      )}
      {item.also.length > 0 && (
        <small>
          {w.also(
            item.also.map((reason) => (w.reasons[reason] ?? '').toLocaleLowerCase(language)).join(', '),
          )}
        </small>
      )}
    </span>
  )
}

function MotionLink({ request, motion }: { request: DeskRequest; motion: MotionRef }) {
  return (
    <Link href={deskMotionPath(request, motion)}>
      <Original language={request.language}>
        {[motion.number, motion.title].filter(Boolean).join(' ')}
      </Original>
    </Link>
  )
}

/** The article, or the words of a document in quotation marks; and of a check date, that it is ours. */
export function sourceOf({ words }: Pick<DeskRequest, 'words'>, item: AttentionItem): string | null {
  const w = words.today
  const { source, commitment, matter, reason } = item
  if (commitment) {
    if (commitment.day === 'ours') return w.checkOurs(source)
    if (commitment.day === 'clerk') return w.checkClerk
    return source && reason !== 'check-date-needed' ? w.letterWords(source) : source
  }
  const aboutTerm = reason === 'term-passed' || reason === 'term-near' || reason === 'term-undated'
  return source && aboutTerm && matter?.termSource === 'text' ? w.letterWords(source) : source
}

/** An official looks at these: they are for whoever enters the decision. */
const decided: readonly AttentionStep[] = ['decide', 'answer-objection']

/** The next step: a button that takes it where nothing has to be filled in, else the way to its form. */
function Step({
  request,
  item,
  back,
  primary,
}: {
  request: DeskRequest
  item: AttentionItem
  back: string
  primary: boolean
}): ReactNode {
  const { words } = request
  const mine = request.actor.role === 'clerk' || !decided.includes(item.next)
  const label = mine ? words.life.next[item.next] : words.today.see
  const about = item.matter?.text ?? item.commitment?.text ?? item.motions[0]?.title ?? ''
  const look = primary ? 'primary-action' : 'secondary-action'
  if (item.matter && takenInRow(item.next)) {
    return (
      <form method="post" action={dayStepPath(request)}>
        <input type="hidden" name="step" value={item.next} />
        <input type="hidden" name="matter" value={item.matter.id} />
        <input type="hidden" name="version" value={item.matter.version} />
        <input type="hidden" name="terug" value={back} />
        <button
          type="submit"
          className={`utrecht-button utrecht-button--${look} schakel-slim`}
          aria-label={`${label}: ${about}`}
        >
          {label}
        </button>
      </form>
    )
  }
  return (
    <a
      className={`utrecht-button-link utrecht-button-link--html-a utrecht-button-link--${look} schakel-slim`}
      href={mine ? stepHref(request, item) : matterPath(request, item.matter?.id ?? 0)}
      aria-label={`${label}: ${about}`}
    >
      {label}
    </a>
  )
}

export function stepHref(request: DeskRequest, { matter, commitment, motions, next }: AttentionItem): string {
  if (commitment) {
    const form = next === 'set-check-date' ? 'controledatum' : 'nagekomen'
    return `${commitmentPath(request, commitment.id)}?stap=${form}#${form}`
  }
  if (matter) {
    const form = formOfStep[next]
    return matterPath(request, matter.id, form ? anchors[form] : undefined)
  }
  // A motion without its text: there it can be filled in by hand.
  return motions[0] ? `${deskMotionPath(request, motions[0])}/verbeteren` : ''
}

import type { ReactNode } from 'react'
import { domains, type ReviewRequest, requestActs, requestKinds } from '../../council/index.ts'
import { actButton, choiceField, longField, quietButton, textField } from './fields.tsx'
import { showDate } from './review-form.ts'
import { capitals, folded, letterOf, pair, type ReviewView, section } from './review-view.tsx'

/** One request: what is asked, in which parts, of whom and by when. */
export function requestFields(
  view: ReviewView,
  request: ReviewRequest,
  at: string,
  index: number,
): ReactNode {
  const { set } = view
  const words = view.words.desk.review.request
  const { terms } = view.words
  const n = index + 1
  return section({
    id: `item-${request.key}`,
    level: 3,
    title: words.inParts(n, request.parts.length),
    children: (
      <>
        {longField(set, `${at}/text`, request.text, { label: words.text, hint: words.textHint })}
        {parts(view, request, at)}
        {pair(
          choiceField(set, `${at}/kind`, request.kind, {
            label: words.kind,
            of: requestKinds,
            say: capitals(terms.request),
          }),
          choiceField(set, `${at}/act`, request.act, {
            label: words.act,
            of: requestActs,
            say: capitals(terms.act),
          }),
        )}
        {textField(set, `${at}/addressee`, request.addressee, { label: words.addressee })}
        {folded(
          view,
          words.more,
          [`${at}/deadline`, `${at}/periodic`],
          <>
            {textField(set, `${at}/deadline/text`, request.deadline?.text ?? null, {
              label: words.deadline,
              ...(request.deadline && { hint: terms.rule[request.deadline.rule] }),
            })}
            {pair(
              textField(
                set,
                `${at}/deadline/notBefore`,
                showDate(request.deadline?.notBefore ?? null, view.language),
                {
                  label: words.notBefore,
                },
              ),
              textField(
                set,
                `${at}/deadline/notAfter`,
                showDate(request.deadline?.notAfter ?? null, view.language),
                {
                  label: words.notAfter,
                },
              ),
            )}
            {pair(
              textField(set, `${at}/periodic/text`, request.periodic?.text ?? null, {
                label: words.periodic,
              }),
              textField(
                set,
                `${at}/periodic/months`,
                request.periodic?.months == null ? null : String(request.periodic.months),
                { label: words.months, inputMode: 'numeric' },
              ),
            )}
          </>,
        )}
      </>
    ),
    actions: (
      <>
        {actButton(`split:${request.key}`, words.split)}
        {index > 0 && actButton(`merge:${request.key}`, words.merge)}
        {quietButton(`remove:${request.key}`, words.remove, words.removeLong(n))}
      </>
    ),
  })
}

/** The matters that a request names; without any, the request itself has a subject. */
function parts(view: ReviewView, request: ReviewRequest, at: string): ReactNode {
  const { set } = view
  const words = view.words.desk.review.request
  const domain = (pointer: string, value: string | null, label: string, quiet: boolean) =>
    choiceField(set, pointer, value, {
      label,
      quiet,
      of: domains,
      say: capitals(view.words.terms.domain),
      blank: true,
    })
  return (
    <>
      {request.parts.length === 0 && domain(`${at}/domain`, request.domain, words.domain, false)}
      {request.parts.map((part, i) => (
        <div key={part.key} id={`item-${part.key}`} tabIndex={-1} className="schakel-part">
          {textField(set, `${at}/parts/${i}/text`, part.text, { label: words.part(letterOf(i)) })}
          {domain(`${at}/parts/${i}/domain`, part.domain, words.partDomain(letterOf(i)), true)}
          {quietButton(`remove:${part.key}`, words.remove, words.removePart(letterOf(i)))}
        </div>
      ))}
      <div className="schakel-actions">
        {actButton(
          `add-part:${request.key}`,
          request.parts.length === 0 ? words.inPartsButton : words.addPart,
        )}
      </div>
    </>
  )
}

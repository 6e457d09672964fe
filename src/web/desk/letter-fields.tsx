import type { ReactNode } from 'react'
import { quietButton, textField, tickField } from './fields.tsx'
import { showDate } from './review-form.ts'
import { folded, pair, type ReviewView, section } from './review-view.tsx'

/** What stands at the head and foot of a letter. */
export function letterFields(view: ReviewView): ReactNode {
  const { set, review } = view
  const words = view.words.desk.review.letter
  const letter = review.letter
  const field = (name: string, value: string | null | undefined, label: string, hint?: string) =>
    textField(set, `/letter/${name}`, value ?? null, hint === undefined ? { label } : { label, hint })
  const signatories = letter?.signatories ?? []
  return section({
    id: 'item-letter',
    level: 2,
    title: words.title,
    children: (
      <>
        {pair(
          field(
            'date',
            showDate(letter?.date ?? null, view.language),
            words.date,
            view.words.desk.review.dateHint,
          ),
          field('reference', letter?.reference, words.reference),
        )}
        {field('subject', letter?.subject, words.subject)}
        {pair(
          field('registryNumber', letter?.registryNumber, words.registryNumber),
          field('addressee', letter?.addressee, words.addressee),
        )}
        {folded(
          view,
          words.more,
          ['/letter/place', '/letter/department', '/letter/unit', '/letter/contact', '/letter/signatories'],
          <>
            {pair(
              field('place', letter?.place, words.place),
              field('department', letter?.department, words.department),
            )}
            {field('unit', letter?.unit, words.unit)}
            {field('contact/name', letter?.contact.name, words.contact, words.contactHint)}
            {pair(
              field('contact/phone', letter?.contact.phone, words.phone),
              field('contact/email', letter?.contact.email, words.email),
            )}
            <div id="item-signatories" tabIndex={-1} className="schakel-section__body">
              {signatories.map((signatory, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: signatories have no key; the page is drawn once
                <fieldset key={i} className="schakel-row">
                  <legend>{words.signatory(i + 1)}</legend>
                  {pair(
                    textField(set, `/letter/signatories/${i}/name`, signatory.name, { label: words.name }),
                    textField(set, `/letter/signatories/${i}/role`, signatory.role, { label: words.role }),
                  )}
                  {tickField(set, `/letter/signatories/${i}/acting`, signatory.acting, words.acting)}
                </fieldset>
              ))}
              {letter && (
                <div className="schakel-actions">{quietButton('add-signatory', words.addSignatory)}</div>
              )}
            </div>
          </>,
        )}
      </>
    ),
  })
}

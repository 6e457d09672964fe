import { Link } from '@utrecht/component-library-react'
import type { DossierDone, DossierOwnEvidence } from '../../council/index.ts'
import type { MunicipalityRequest } from '../page.ts'
import { documentHref, programmeActionHref } from '../public/addresses.ts'
import { Original } from './original.tsx'
import { PassageLink } from './passage-link.tsx'
import { Quote } from './quote.tsx'

type Props = { request: MunicipalityRequest; done: DossierDone }

/** What the action programme did: the milestone or the report, the action with its link, and what showed it. */
export function Done({ request, done }: Props) {
  const { language } = request
  const w = request.words.programmeEvidence
  const { action, programme } = done
  return (
    <>
      {w.done[done.kind](done.on)} <Quote language={language}>{done.quotation}</Quote>{' '}
      <small className="schakel-done__from">
        <Link href={programmeActionHref(request, programme.slug, action.id)}>
          <Original language={language}>{w.action(action.number, action.title)}</Original>
        </Link>
        , <Original language={language}>{programme.title}</Original>
      </small>
      {done.own.length > 0 && (
        <small className="schakel-done__own">
          {w.shownBy}{' '}
          {done.own.map((own, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list; two pieces may quote the same words
            <span key={index}>
              {index > 0 && ' · '}
              <OwnEvidence request={request} own={own} />
            </span>
          ))}
        </small>
      )}
    </>
  )
}

/** One piece of what showed it. */
export function OwnEvidence({ request, own }: { request: MunicipalityRequest; own: DossierOwnEvidence }) {
  const { language } = request
  if (own.kind === 'passage')
    return (
      <>
        <Quote language={language}>{own.quotation}</Quote>{' '}
        <PassageLink request={request} passage={own.passage} />
      </>
    )
  if (own.kind === 'document')
    return (
      <Link href={documentHref(request, own.document)}>
        <Original language={language}>{own.document.title}</Original>
      </Link>
    )
  return (
    <>
      {request.words.programmeEvidence.decision(own.on)} <Original language={language}>{own.text}</Original>
    </>
  )
}

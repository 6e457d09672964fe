import type { DossierEvidence } from '../../council/index.ts'
import type { MunicipalityRequest } from '../page.ts'
import { PassageLink } from './passage-link.tsx'
import { Quote } from './quote.tsx'

type Props = { request: MunicipalityRequest; evidence: readonly DossierEvidence[] }

/** What a settlement rests on: the words in their document, or that nobody knows. */
export function Evidence({ request, evidence }: Props) {
  return evidence.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of evidence never change places
    <p key={index}>
      {piece.kind === 'unknown' ? (
        request.words.life.evidenceUnknown
      ) : (
        <>
          <Quote language={request.language}>{piece.quotation}</Quote>{' '}
          <PassageLink request={request} passage={piece.passage} />
        </>
      )}
    </p>
  ))
}

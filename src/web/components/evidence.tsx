import type { DossierEvidence } from '../../council/index.ts'
import type { MunicipalityRequest } from '../page.ts'
import { Done } from './done.tsx'
import { FallenNote } from './fallen.tsx'
import { PassageLink } from './passage-link.tsx'
import { Quote } from './quote.tsx'

type Props = { request: MunicipalityRequest; evidence: readonly DossierEvidence[] }

/** What a settlement rests on: words in their document, what the programme did, or that nobody knows. */
export function Evidence({ request, evidence }: Props) {
  return evidence.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of evidence never change places
    <p key={index}>
      <EvidencePiece request={request} piece={piece} />
    </p>
  ))
}

/** One piece, and that it no longer stands when that is so. */
export function EvidencePiece({ request, piece }: { request: MunicipalityRequest; piece: DossierEvidence }) {
  if (piece.kind === 'unknown') return request.words.life.evidenceUnknown
  return (
    <>
      {piece.kind === 'passage' ? (
        <>
          <Quote language={request.language}>{piece.quotation}</Quote>{' '}
          <PassageLink request={request} passage={piece.passage} />
        </>
      ) : (
        <Done request={request} done={piece} />
      )}
      {piece.fallen && (
        <>
          {' '}
          <FallenNote request={request} fallen={piece.fallen} />
        </>
      )}
    </>
  )
}

/** A piece in one line of plain text, for lists that are exported. */
export function evidenceLine(
  { programmeEvidence: w, councilList }: MunicipalityRequest['words'],
  piece: DossierEvidence,
): string {
  if (piece.kind === 'unknown') return councilList.evidenceUnknown
  const said =
    piece.kind === 'passage'
      ? `“${piece.quotation}” (${piece.passage.document.title})`
      : w.line(piece.kind, piece.quotation, piece.on, piece.action.number, piece.programme.title)
  return piece.fallen ? `${said}. ${w.fallen[piece.fallen.cause](piece.fallen.on)}` : said
}

import { Link } from '@utrecht/component-library-react'
import { documentsNamed, type EvidenceDocument } from '../../../../council/index.ts'
import type { Ctx } from '../../../../ctx.ts'
import type { Decision, Evidence, ProgrammeTree } from '../../../../programme/index.ts'
import { Original } from '../../../components/original.tsx'
import { Quote } from '../../../components/quote.tsx'
import type { DeskRequest } from '../../../page.ts'
import { documentHref } from '../../../public/addresses.ts'

/** What evidence names: documents of the council and decisions of the steering group. */
export type EvidenceNames = {
  documents: ReadonlyMap<number, EvidenceDocument>
  decisions: ReadonlyMap<number, Decision>
}

export async function evidenceNames(
  ctx: Ctx,
  tree: ProgrammeTree,
  evidence: readonly Evidence[],
): Promise<EvidenceNames> {
  const ids = new Set(evidence.flatMap((one) => (one.kind === 'decision' ? [] : [one.document])))
  const documents = await documentsNamed(ctx, [...ids])
  return {
    documents: new Map(documents.map((one) => [one.id, one])),
    decisions: new Map(tree.decisions.map((one) => [one.id, one])),
  }
}

/** What something rests on, each with the way to it. */
export function EvidenceList({
  request,
  evidence,
  names,
}: {
  request: DeskRequest
  evidence: readonly Evidence[]
  names: EvidenceNames
}) {
  if (evidence.length === 0) return null
  return (
    <ul className="schakel-programme-evidence">
      {evidence.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of evidence never change places
        <li key={index}>
          <Piece request={request} one={one} names={names} />
        </li>
      ))}
    </ul>
  )
}

function Piece({ request, one, names }: { request: DeskRequest; one: Evidence; names: EvidenceNames }) {
  const { words, language } = request
  const w = words.programmeWork.evidence
  if (one.kind === 'decision') {
    const decision = names.decisions.get(one.decision)
    return decision ? w.decision(decision.text, decision.on) : w.gone
  }
  const document = names.documents.get(one.document)
  const link = document ? (
    <Link
      href={
        one.kind === 'passage'
          ? `${documentHref(request, document)}#page-${one.at[0]?.page ?? 1}`
          : documentHref(request, document)
      }
    >
      <Original language={language}>{w.document(document.title, document.dated)}</Original>
    </Link>
  ) : (
    w.gone
  )
  if (one.kind === 'document') return link
  return (
    <>
      <Quote language={language}>{one.quotation}</Quote> {link}
    </>
  )
}

import { Link } from '@utrecht/component-library-react'
import type { Passage } from '../../council/index.ts'
import type { MunicipalityRequest } from '../page.ts'
import { passageHref } from '../public/addresses.ts'
import { Original } from './original.tsx'

/** "lees de passage": where in which document something stands. Nothing when no place is known. */
export function PassageLink({ request, passage }: { request: MunicipalityRequest; passage: Passage }) {
  if (!passage) return null
  const { dossier } = request.words.public
  const page = passage.at[0]?.page
  return (
    <Link className="schakel-passage-link" href={passageHref(request, passage)}>
      {dossier.readPassage}
      <span className="schakel-hidden">
        {` ${dossier.inDocument} `}
        <Original language={request.language}>{passage.document.title}</Original>
        {page !== undefined && `, ${dossier.onPage(page)}`}
      </span>
    </Link>
  )
}

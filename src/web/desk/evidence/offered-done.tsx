import { Link } from '@utrecht/component-library-react'
import type { DossierDone } from '../../../council/index.ts'
import { Done } from '../../components/done.tsx'
import type { DeskRequest } from '../../page.ts'
import { writeDone } from './posted-evidence.ts'

type Props = {
  request: DeskRequest
  done: readonly DossierDone[]
  /** The form with this one ticked; null: it cannot be used now. */
  href: ((key: string) => string) | null
}

/** What the action programme did for something, each with one link to use it as evidence. */
export function OfferedDone({ request, done, href }: Props) {
  const w = request.words.programmeEvidence
  return (
    <ul className="schakel-works">
      {done.map((one) => {
        const key = writeDone(one)
        return (
          <li key={key}>
            <Done request={request} done={one} />
            {href && (
              <small>
                <Link
                  className="schakel-works__use"
                  href={href(key)}
                  aria-label={`${w.use}: ${one.quotation}`}
                >
                  {w.use}
                </Link>
              </small>
            )}
          </li>
        )
      })}
    </ul>
  )
}

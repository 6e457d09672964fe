import { Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import type { ListedCommitment } from '../../../council/index.ts'
import { capitalise, dateOf } from '../../../words/format.ts'
import { Original } from '../../components/original.tsx'
import type { DeskRequest } from '../../page.ts'
import { commitmentPath } from '../desk-paths.ts'

type Props = {
  request: DeskRequest
  title: string
  none: string
  commitments: readonly ListedCommitment[]
}

/** Commitments that are open or late, with the day by which they count. */
export function CommitmentRows({ request, title, none, commitments }: Props) {
  const { words, language } = request
  const today = dateOf(request.now)
  return (
    <section className="schakel-work" aria-labelledby="toezeggingen">
      <Heading2 id="toezeggingen">{title}</Heading2>
      {commitments.length === 0 ? (
        <Paragraph>{none}</Paragraph>
      ) : (
        <ul>
          {commitments.map(({ id, text, due, motions }) => {
            const late = due !== null && due.on < today
            return (
              <li key={id} className="schakel-work__row">
                <span className={`schakel-work__when${late ? ' schakel-work__when--late' : ''}`}>
                  {due
                    ? late
                      ? words.life.late(due.on, today)
                      : words.public.date(due.on)
                    : words.life.due.none}
                </span>
                <span className="schakel-work__what">
                  <Link href={commitmentPath(request, id)}>
                    <Original language={language}>{text}</Original>
                  </Link>
                  <small>
                    {due && `${capitalise(words.life.due[due.source](due.on))}. `}
                    <Original language={language}>
                      {motions
                        .map((one) => (one.number ? `${one.number}: ${one.title}` : one.title))
                        .join('; ')}
                    </Original>
                  </small>
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

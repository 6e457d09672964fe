import { Heading3, Link } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import type { MergeField, MergeSide } from '../../../council/index.ts'
import { capitalise, formatDate } from '../../../words/format.ts'
import { Card, Facts } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import type { DeskRequest } from '../../page.ts'
import { motionHref } from '../../public/addresses.ts'
import { letterOf } from '../review-view.tsx'

/** One of the two motions, with what is registered of it. */
export function sideCard(request: DeskRequest, side: MergeSide, which: 'kept' | 'gone'): ReactNode {
  const { words, language } = request
  const w = words.merge
  const field = (name: MergeField) => fieldInWords(request, name, side.fields[name] ?? '')
  return (
    <Card labelledBy={`motie-${which}`}>
      <p className="schakel-over">
        <span>{which === 'kept' ? w.stays : w.goes}</span>
      </p>
      <Heading3 id={`motie-${which}`}>
        <Link href={motionHref(request, side)}>
          <Original language={language}>{side.title}</Original>
        </Link>
      </Heading3>
      <Facts
        items={[
          { term: w.field.number, value: field('number') },
          { term: w.field.date, value: field('date') },
          { term: w.field.outcome, value: field('outcome') },
          { term: w.registryNumbers, value: side.registryNumbers.join(', ') || w.none },
          { term: w.submitters, value: side.submitters.join(', ') || w.none },
          { term: w.documents, value: w.countDocuments(side.documents) },
        ]}
      />
      {side.asked.length > 0 && (
        <ol lang="nl">
          {side.asked.map((request) => (
            <li key={request.id}>
              {request.text}
              {request.parts.length > 0 && (
                <ul className="schakel-plain">
                  {request.parts.map((part, place) => (
                    <li key={part.id}>
                      {letterOf(place)}. {part.text}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}

/** A field as people read it. */
export function fieldInWords({ words, language }: DeskRequest, field: MergeField, value: string): string {
  if (field === 'outcome') return capitalise(words.terms.outcome[value as keyof typeof words.terms.outcome])
  if (value === '') return words.merge.empty
  return field === 'date' ? formatDate(value, language) : value
}

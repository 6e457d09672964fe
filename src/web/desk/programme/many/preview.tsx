import { Heading2 } from '@utrecht/component-library-react'
import { servedKey } from '../../../../council/index.ts'
import { columnParts, type ReadLine } from '../../../../programme/index.ts'
import { capitalise } from '../../../../words/format.ts'
import { Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import { daysSaid } from '../../../components/programme-planned.tsx'
import type { DeskRequest } from '../../../page.ts'
import type { PlanAtDesk } from '../plan/load-plan.ts'
import type { Tried } from './read-lines.ts'

/** Each line as it was read, with the number that its action gets, and what it leaves unknown. */
export function Preview({ request, plan, tried }: { request: DeskRequest; plan: PlanAtDesk; tried: Tried }) {
  const w = request.words.programmeMany
  const { added, known } = tried.done
  return (
    <Stack>
      <Heading2>{w.read(tried.read.lines.length)}</Heading2>
      <p role="status">
        {capitalise(w.ready(added.length))}
        {known.length > 0 && ` ${capitalise(w.known(known.length))}`}
      </p>
      <ol className="schakel-plan-actions schakel-many-read">
        {tried.read.lines.map((one) => (
          <Row
            key={one.line}
            request={request}
            plan={plan}
            one={one}
            number={added.find(({ line }) => line === one.line)?.number ?? null}
            known={known.find(({ line }) => line === one.line)?.number ?? null}
          />
        ))}
      </ol>
    </Stack>
  )
}

type Props = {
  request: DeskRequest
  plan: PlanAtDesk
  one: ReadLine
  number: string | null
  known: string | null
}
function Row({ request, plan: { tree, people, names }, one, number, known }: Props) {
  const { words, language } = request
  const w = words.programmeMany
  const { action } = one
  const budgets = Object.entries(action.budgets).flatMap(([year, cents]) =>
    cents === null ? [] : [w.budget(Number(year), words.programme.euro(cents))],
  )
  const facts = [
    [
      tree.pillars.find(({ id }) => id === action.pillar)?.name,
      (action.startsOn || action.endsOn) && daysSaid(request, action),
      [action.owner?.name, people.college.find(({ person }) => person === action.portfolioHolder)?.name]
        .filter(Boolean)
        .join(' / '),
      ...budgets,
    ],
    [action.partners.length > 0 && w.with(action.partners)],
    [action.milestone && w.milestone(action.milestone, action.dueOn)],
    action.serves.map((served) =>
      w.serves(names.get(servedKey(served))?.title ?? words.programmePlan.serve.gone),
    ),
    [unknownIn(one).length > 0 && w.unknown(unknownIn(one).map((name) => columnSaid(name)))],
  ]
  function columnSaid(name: string) {
    const { column, year } = columnParts(name)
    return w.column(column, year).toLocaleLowerCase(language)
  }
  return (
    <li>
      <span className="schakel-plan-actions__number">{number ?? '–'}</span>
      <span>
        <Original language={language}>{action.title}</Original>
        {(known === null ? facts : [[w.knownAs(known)]]).map((line) => {
          const text = line.filter(Boolean).join(' · ')
          return (
            text && (
              <small key={text} className="schakel-hint">
                {text}
              </small>
            )
          )
        })}
      </span>
    </li>
  )
}

const unknownIn = ({ cells, action }: ReadLine): string[] =>
  Object.keys(cells).filter((name) => cells[name] === '' && !(name === 'pillar_id' && action.pillar !== null))

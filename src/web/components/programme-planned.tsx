import { Heading3 } from '@utrecht/component-library-react'
import type { Action, PlanChange, PlannedAction } from '../../programme/index.ts'
import type { MunicipalityRequest } from '../page.ts'
import { Facts, Stack } from './layout.tsx'
import { Original } from './original.tsx'

/** An action as an edition keeps it: what was planned. */
export function PlannedPart({
  request,
  action,
  holders,
}: {
  request: MunicipalityRequest
  action: PlannedAction
  holders: ReadonlyMap<number, string>
}) {
  const { words, language } = request
  const w = words.programmePlan
  return (
    <Stack size="s">
      <Heading3>
        <Original language={language}>
          {action.number} {action.title}
        </Original>
      </Heading3>
      {action.description?.split('\n\n').map((one) => (
        <p key={one}>
          <Original language={language}>{one}</Original>
        </p>
      ))}
      <Facts
        items={[
          { term: w.action.facts.days, value: daysSaid(request, action) },
          {
            term: w.action.facts.holder,
            value:
              action.portfolioHolder === null ? w.nobody : (holders.get(action.portfolioHolder) ?? w.nobody),
          },
          {
            term: w.action.facts.partners,
            value: action.partners.length > 0 ? words.programme.list(action.partners) : null,
          },
          {
            term: w.money.budget,
            value:
              action.money.length > 0
                ? action.money
                    .map(({ year, budget }) => `${year}: ${words.programme.euro(budget)}`)
                    .join(', ')
                : null,
          },
          {
            term: w.edition.milestones,
            value:
              action.milestones.length > 0 ? (
                <ul className="schakel-topics">
                  {action.milestones.map(({ id, title, dueOn }) => (
                    <li key={id}>
                      <Original language={language}>{title}</Original>
                      {dueOn && <span className="schakel-hint"> {words.programme.date(dueOn)}</span>}
                    </li>
                  ))}
                </ul>
              ) : null,
          },
        ]}
      />
    </Stack>
  )
}

/** From when until when, as far as anybody knows. */
export function daysSaid(
  { words }: Pick<MunicipalityRequest, 'words'>,
  { startsOn, endsOn }: Pick<Action, 'startsOn' | 'endsOn'>,
): string {
  const w = words.programmePlan.plan
  if (startsOn && endsOn) return w.span(startsOn, endsOn)
  if (endsOn) return w.until(endsOn)
  return startsOn ? w.from(startsOn) : w.noDays
}

/** One change of the plan in words. */
export function planChangeSaid({ words }: Pick<MunicipalityRequest, 'words'>, change: PlanChange): string {
  const w = words.programmePlan.adopt
  if (change.kind === 'programme') return w.programme[change.field]
  if (change.kind !== 'action') return `${w.kind[change.kind]} ${change.name}: ${w.what[change.what]}`
  const fields = change.fields.map((field) => w.fields[field])
  const what = fields.length > 0 ? `${words.programme.list(fields)} ${w.what.changed}` : w.what[change.what]
  return `${change.number} ${change.title}: ${what}`
}

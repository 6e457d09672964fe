import type { ReactNode } from 'react'
import { isHard, type Lack, type MoneyProblem } from '../../../../programme/index.ts'
import type { DeskRequest } from '../../../page.ts'
import { actionPath, detailsPath, pillarPath } from '../paths.ts'
import type { PlanAtDesk } from './load-plan.ts'

/** How many things there are to do: one for each action or pillar. */
export const lackCount = (lacks: readonly Lack[]) => ({
  hard: lacks.filter(isHard).length,
  all: lacks.length,
})

/** What is missing, of one kind together, each with the way to mend it. */
export function LackList({
  request,
  plan,
  lacks,
}: {
  request: DeskRequest
  plan: PlanAtDesk
  lacks: readonly Lack[]
}): ReactNode {
  const { tree } = plan
  const w = request.words.programmePlan.lack
  const link = (href: string, text: string) => (
    <a key={href} className="utrecht-link utrecht-link--html-a" href={href}>
      {text}
    </a>
  )
  const kinds = Map.groupBy(lacks, ({ kind }) => kind)
  return (
    <ul className="schakel-plan-lacks">
      {[...kinds].map(([kind, own]) => {
        if (kind === 'money') {
          return own.map((one) =>
            one.kind === 'money' ? (
              <li key={`${one.problem.kind} ${one.problem.year}`}>
                {link(moneyPlace(request, tree.slug, one.problem), moneySaid(request, one.problem))}
              </li>
            ) : null,
          )
        }
        const actions = own.flatMap((one) =>
          'action' in one ? tree.actions.filter(({ id }) => id === one.action) : [],
        )
        const pillars = own.flatMap((one) =>
          'pillar' in one ? tree.pillars.filter(({ id }) => id === one.pillar) : [],
        )
        if (kind === 'empty-pillar') {
          return (
            <li key={kind}>
              {pillars.map((pillar) => (
                <span key={pillar.id} className="schakel-plan-lacks__line">
                  {link(pillarPath(request, tree.slug, pillar.id), w['empty-pillar'](pillar.name))}
                </span>
              ))}
            </li>
          )
        }
        return (
          <li key={kind}>
            {w[kind]}
            {actions.length > 0 && (
              <span className="schakel-plan-lacks__numbers">
                {actions.map(({ id, number, title }) => (
                  <a
                    key={id}
                    className="utrecht-link utrecht-link--html-a"
                    href={actionPath(request, tree.slug, id)}
                    title={title}
                  >
                    {number}
                  </a>
                ))}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const moneyPlace = (request: DeskRequest, programme: string, problem: MoneyProblem) =>
  problem.kind === 'year-outside' && problem.action !== null
    ? `${actionPath(request, programme, problem.action)}#geld`
    : `${detailsPath(request, programme)}#kader`

function moneySaid({ words }: DeskRequest, problem: MoneyProblem): string {
  const w = words.programmePlan.lack
  const { euro } = words.programme
  switch (problem.kind) {
    case 'over-frame':
      return w['over-frame'](problem.year, euro(problem.planned), euro(problem.frame), euro(problem.by))
    case 'no-frame':
      return w['no-frame'](problem.year, euro(problem.planned))
    case 'year-outside':
      return w['year-outside'](problem.year)
  }
}

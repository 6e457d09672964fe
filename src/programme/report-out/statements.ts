import { type IndicatorStanding, indicatorStanding } from '../figures/index.ts'
import type { Indicator, Served } from '../tree.ts'
import {
  actionAddress,
  evidenceSources,
  type NamedServed,
  planSource,
  type ReportFacts,
  type Source,
  type Statement,
} from './facts.ts'
import { type MoneyFacts, moneyOf } from './money-facts.ts'
import { type PeriodFacts, type Promised, periodOf } from './period.ts'
import type { ReportPhrases } from './phrases.ts'

/** Everything that a report says beside its tables, each with what shows it. */

/** All of them, in the order of the report. Pure. */
export function statementsOf(facts: ReportFacts, phrases: ReportPhrases): Statement[] {
  const { tree, history, scope, today } = facts
  return [
    ...tree.pillars.flatMap(({ id }) => {
      const period = periodOf(tree, history, scope, id, today)
      return [...doneStatements(facts, period, phrases), ...notDoneStatements(facts, period, phrases)]
    }),
    ...moneyStatements(facts, phrases),
    ...indicatorStatements(facts, phrases),
    ...councilStatements(facts, phrases),
  ]
}

/** What was done. Pure. */
export function doneStatements(
  facts: ReportFacts,
  { done }: PeriodFacts,
  phrases: ReportPhrases,
): Statement[] {
  return done.map((one) => ({
    text: phrases.done.one(one),
    sources:
      one.kind === 'finished'
        ? [{ kind: 'step', on: one.told ?? one.on, address: actionAddress(facts.names, one.action.id) }]
        : evidenceSources(facts, one.evidence),
  }))
}

/** What was promised and not done, and why. Pure. */
export function notDoneStatements(
  facts: ReportFacts,
  { promised }: PeriodFacts,
  phrases: ReportPhrases,
): Statement[] {
  return promised.filter(isNotDone).map((one) => {
    const last = one.outcome.kind === 'late' ? lastReport(facts, one) : null
    return {
      text: [phrases.notDone.one(one), last && phrases.notDone.lastReport(last.on, last.text)]
        .filter(Boolean)
        .join(' '),
      sources: [
        ...whyNot(facts, one),
        ...(last && last.evidence.length > 0 ? evidenceSources(facts, last.evidence) : []),
      ],
    }
  })
}

/** What is still to come is not: neither done nor not done. */
export const isNotDone = ({ outcome: { kind } }: Promised): boolean => kind !== 'reached' && kind !== 'open'

const lastReport = ({ scope }: ReportFacts, { action }: Promised) =>
  action.reports.find(({ on }) => on >= scope.from && on <= scope.to) ?? null

function whyNot(facts: ReportFacts, { action, outcome }: Promised): Source[] {
  const address = actionAddress(facts.names, action.id)
  const step = (on: string | null): Source[] =>
    on === null ? [planSource(facts)] : [{ kind: 'step', on, address }]
  switch (outcome.kind) {
    case 'reached-later':
      return outcome.evidence.length > 0 ? evidenceSources(facts, outcome.evidence) : step(outcome.on)
    case 'moved':
      return step(outcome.moves.at(-1)?.on ?? null)
    case 'dropped':
      return step(outcome.on)
    case 'stopped':
      return step(outcome.told ?? outcome.on)
    case 'late':
    case 'open':
    case 'reached':
      return [planSource(facts)]
  }
}

/** Money that came out higher, and what does not add up. Pure. */
export function moneyStatements(facts: ReportFacts, phrases: ReportPhrases): Statement[] {
  const { overruns, lacks } = money(facts)
  return [
    ...overruns.map(
      (one): Statement => ({
        text: phrases.money.overrun(one),
        sources: [{ kind: 'page', address: actionAddress(facts.names, one.action.id) }],
      }),
    ),
    ...lacks.map((one): Statement => ({ text: phrases.money.lack(one), sources: [planSource(facts)] })),
  ]
}
export const money = ({ tree, history, scope }: ReportFacts): MoneyFacts => moneyOf(tree, history, scope)

/** How each indicator fares at the end of the period, with where its figures come from. Pure. */
export function indicatorsAt({
  tree,
  scope,
}: ReportFacts): { indicator: Indicator; standing: IndicatorStanding }[] {
  return tree.indicators.map((one) => {
    const indicator = { ...one, values: one.values.filter(({ to }) => to <= scope.to) }
    return { indicator, standing: indicatorStanding(indicator) }
  })
}

export function indicatorStatements(facts: ReportFacts, phrases: ReportPhrases): Statement[] {
  return indicatorsAt(facts).map(({ indicator, standing }) => {
    const { last } = standing
    const first = indicator.baseline ? null : (standing.compared[0] ?? null)
    const shown = [...new Set([first, last].filter((one) => one !== null))]
    return {
      text: phrases.indicators.one(indicator, standing),
      sources:
        shown.length === 0
          ? [{ kind: 'count', by: indicator.source, file: null, on: null }]
          : shown.flatMap(({ document, quotation, series, sourceOn }): Source[] => {
              const named = document === null ? null : facts.names.documents.get(document)
              if (named)
                return [
                  quotation === null
                    ? { kind: 'document', document: named }
                    : { kind: 'passage', quotation, document: named, page: null },
                ]
              if (document !== null) return [{ kind: 'gone' }]
              return [{ kind: 'count', by: indicator.source, file: series, on: sourceOn }]
            }),
    }
  })
}

/** What was done for each request and commitment of the council that the programme serves. Pure. */
export function councilStatements(facts: ReportFacts, phrases: ReportPhrases): Statement[] {
  const { scope } = facts
  return servedBy(facts).flatMap(({ kind, named, actions }) => {
    if (!named) return []
    const reached = actions.flatMap(({ milestones }) =>
      milestones.flatMap(({ title, state, reachedOn }) =>
        state === 'reached' && reachedOn !== null && reachedOn >= scope.from && reachedOn <= scope.to
          ? [{ title, on: reachedOn }]
          : [],
      ),
    )
    return [
      {
        text: phrases.council.one({ kind, named, actions, reached }),
        sources: [named.address === null ? planSource(facts) : { kind: 'page', address: named.address }],
      },
    ]
  })
}

/** Each thing that is served once, in the order of the actions; `named` null: the register does not show it. */
export function servedBy({ tree, names }: ReportFacts) {
  const keyOf = ({ kind, of }: Served) => `${kind}-${of}`
  const all = [...tree.actions.flatMap(({ serves }) => serves), ...tree.serves].filter(
    ({ kind }) => kind !== 'ambition',
  )
  return [...new Map(all.map((one) => [keyOf(one), one])).entries()].map(([key, { kind }]) => ({
    key,
    kind,
    named: (names.served.get(key) ?? null) as NamedServed | null,
    actions: tree.actions.filter(({ serves }) => serves.some((one) => keyOf(one) === key)),
  }))
}

import { asQuotation, asTable } from '../../documents-out/index.ts'
import type { Amount } from '../money.ts'
import type { Pillar } from '../tree.ts'
import { planSource, type ReportFacts, type Source, type Statement } from './facts.ts'
import { type PeriodFacts, periodOf } from './period.ts'
import type { PeriodCounts, ReportPhrases } from './phrases.ts'
import type { ComposedReportSection, ReportSectionKind } from './report.ts'
import {
  councilStatements,
  doneStatements,
  indicatorStatements,
  indicatorsAt,
  money,
  moneyStatements,
  notDoneStatements,
  servedBy,
} from './statements.ts'

export type ComposedReport = { title: string; sections: ComposedReportSection[] }

/**
 * The draft of a report to the council, from what the programme keeps: per pillar what was promised, done, not done and why, and what
 * comes; money, indicators, and what was done for requests and commitments. Each statement is followed by what shows it. Pure: the same
 * facts give the same draft.
 */
export function composeReport(facts: ReportFacts, phrases: ReportPhrases): ComposedReport {
  const { tree, history, scope, today } = facts
  const pillars = tree.pillars.map((pillar) => ({
    pillar,
    period: periodOf(tree, history, scope, pillar.id, today),
  }))
  const plan = sourceLine(planSource(facts), phrases)
  return {
    title: phrases.title(tree.title, scope),
    sections: [
      section('about', null, null, [
        phrases.about.what(tree, scope),
        today <= scope.to ? phrases.about.running : null,
        phrases.about.counts(countsOf(pillars.map(({ period }) => period))),
        plan,
        phrases.about.rests,
      ]),
      ...pillars.flatMap(({ pillar, period }) => ofPillar(facts, phrases, pillar, period)),
      section('money', null, phrases.headings.money, moneyParagraphs(facts, phrases)),
      section('indicators', null, phrases.headings.indicators, indicatorParagraphs(facts, phrases)),
      section('council', null, phrases.headings.council, councilParagraphs(facts, phrases)),
      section('closing', null, null, [phrases.closing]),
    ],
  }
}

function section(
  kind: ReportSectionKind,
  pillar: number | null,
  heading: string | null,
  paragraphs: readonly (string | null)[],
): ComposedReportSection {
  return {
    key: pillar === null ? kind : `${kind}-${pillar}`,
    kind,
    level: pillar === null || kind === 'pillar' ? 1 : 2,
    heading,
    text: paragraphs.filter((one) => one !== null && one !== '').join('\n\n'),
  }
}

/** A paragraph, and below it what shows it: quotations with their source, or a line that begins with the label of sources. */
export function statementText({ text, sources }: Statement, phrases: ReportPhrases): string {
  const seen = new Set<string>()
  return [flat(text), ...sources.map((one) => sourceLine(one, phrases))]
    .filter((one) => !seen.has(one) && seen.add(one))
    .join('\n\n')
}

export function sourceLine(source: Source, phrases: ReportPhrases): string {
  const line = flat(phrases.source(source))
  if (source.kind === 'passage') return asQuotation([flat(phrases.quotation(source.quotation)), line])
  if (source.kind === 'decision') return asQuotation([flat(phrases.quotation(source.text)), line])
  return line
}

/** On one line, so that words of others never begin a list or a table. */
const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

export function countsOf(periods: readonly PeriodFacts[]): PeriodCounts {
  const promised = periods.flatMap((one) => one.promised).filter(({ of }) => of === 'milestone')
  return {
    promised: promised.length,
    kept: promised.filter(({ outcome }) => outcome.kind === 'reached').length,
    reached: periods.flatMap(({ done }) => done).filter(({ kind }) => kind === 'milestone').length,
    late: promised.filter(({ outcome }) => outcome.kind === 'late').length,
    open: promised.filter(({ outcome }) => outcome.kind === 'open').length,
  }
}

function ofPillar(
  facts: ReportFacts,
  phrases: ReportPhrases,
  pillar: Pillar,
  period: PeriodFacts,
): ComposedReportSection[] {
  const { tree } = facts
  const actions = tree.actions.filter((one) => one.pillar === pillar.id)
  const { headings } = phrases
  const head = section('pillar', pillar.id, flat(pillar.name), [
    pillar.aim && phrases.pillar.aim(flat(pillar.aim)),
    actions.length === 0 ? phrases.pillar.none : phrases.pillar.actions(actions.length),
    actions.length === 0 ? null : phrases.pillar.counts(countsOf([period])),
  ])
  if (actions.length === 0) return [head]
  const plan = sourceLine(planSource(facts), phrases)
  const late = period.promised.filter(({ outcome }) => outcome.kind === 'late').length
  const all = (statements: readonly Statement[], none: string) =>
    statements.length === 0 ? [none] : statements.map((one) => statementText(one, phrases))
  const calledOf = ({ number, title }: { number: string; title: string }) => `${number} ${title}`
  return [
    head,
    section(
      'promised',
      pillar.id,
      headings.promised,
      period.promised.length === 0
        ? [phrases.promised.none]
        : [
            asTable([
              phrases.promised.head,
              ...period.promised.map((one) => [
                calledOf(one.action),
                one.title ?? phrases.promised.done,
                phrases.date(one.day),
                phrases.promised.outcome(one),
              ]),
            ]),
            plan,
          ],
    ),
    section('done', pillar.id, headings.done, all(doneStatements(facts, period, phrases), phrases.done.none)),
    section(
      'not-done',
      pillar.id,
      headings.notDone,
      all(
        notDoneStatements(facts, period, phrases),
        period.promised.length === 0
          ? ''
          : period.promised.some(({ outcome }) => outcome.kind === 'open')
            ? phrases.notDone.noneYet
            : phrases.notDone.none,
      ),
    ),
    section('next', pillar.id, headings.next, [
      ...(period.next.length === 0
        ? [phrases.next.none]
        : [
            asTable([
              phrases.next.head,
              ...period.next.map((one) => [
                phrases.date(one.on),
                calledOf(one.action),
                one.title ?? phrases.next.begins,
              ]),
            ]),
            plan,
          ]),
      late > 0 ? phrases.next.late(late) : null,
      period.undated > 0 ? phrases.next.undated(period.undated) : null,
    ]),
  ]
}

const order: readonly Amount[] = ['budget', 'committed', 'spent']
function moneyParagraphs(facts: ReportFacts, phrases: ReportPhrases): string[] {
  const { years } = money(facts)
  const statements = moneyStatements(facts, phrases).map((one) => statementText(one, phrases))
  const { euro } = phrases.money
  if (years.length === 0) return statements.length === 0 ? [phrases.money.none] : statements
  return [
    phrases.money.asOf,
    ...years.flatMap(({ year, pillars, total, frame }) => [
      phrases.money.year(year),
      asTable([
        phrases.money.head,
        ...pillars.map(({ pillar, sum }) => [pillar.name, ...order.map((one) => euro(sum.total[one]))]),
        [phrases.money.total, ...order.map((one) => euro(total.total[one]))],
        ...(frame
          ? [[phrases.money.frame, ...order.map((one) => (one === 'budget' ? euro(frame[one]) : ''))]]
          : []),
      ]),
      ...(order.some((one) => total.unknown[one] > 0)
        ? [phrases.money.unknown(total.unknown.budget, total.unknown.committed, total.unknown.spent)]
        : []),
    ]),
    sourceLine(planSource(facts), phrases),
    ...(statements.length === 0 ? [phrases.money.addsUp] : statements),
  ]
}

function indicatorParagraphs(facts: ReportFacts, phrases: ReportPhrases): string[] {
  const all = indicatorsAt(facts)
  const w = phrases.indicators
  if (all.length === 0) return [w.none]
  return [
    asTable([
      w.head,
      ...all.map(({ indicator, standing }) => {
        const { last, from } = standing
        return [
          indicator.name,
          from ? w.since(w.value(from.value, indicator), from.on) : w.noValue,
          last ? w.when(w.value(last.value, indicator), last) : w.noValue,
          indicator.target
            ? w.target(w.value(indicator.target.value, indicator), indicator.target.on)
            : w.noTarget,
          w.way(standing),
          w.sure[standing.sure],
        ]
      }),
    ]),
    ...indicatorStatements(facts, phrases).map((one) => statementText(one, phrases)),
  ]
}

function councilParagraphs(facts: ReportFacts, phrases: ReportPhrases): string[] {
  const served = servedBy(facts)
  if (served.length === 0) return [phrases.council.none]
  const hidden = served.filter(({ named }) => named === null).length
  return [
    ...councilStatements(facts, phrases).map((one) => statementText(one, phrases)),
    ...(hidden > 0 ? [phrases.council.hidden(hidden)] : []),
  ]
}

import type { IsoDate } from '../../days.ts'
import type { DocumentLanguage } from '../../documents-out/index.ts'
import type { IndicatorStanding } from '../figures/index.ts'
import type { Certainty } from '../indicator.ts'
import type { Indicator, ProgrammeTree, Value } from '../tree.ts'
import type { NamedServed, Source } from './facts.ts'
import type { MoneyLack, Overrun } from './money-facts.ts'
import type { DoneIn, Promised } from './period.ts'
import type { ReportScope } from './report.ts'

export type NamedAction = { number: string; title: string }
/** Of a period, in one pillar or the whole programme. */
/** `open`: their day is still to come. */
export type PeriodCounts = { promised: number; kept: number; reached: number; late: number; open: number }

/** Every sentence of a report. The room knows their order and when each is said; `src/words` knows how. */
export type ReportPhrases = {
  language: DocumentLanguage
  labels: {
    to: string
    date: string
    reference: string
    period: string
    programme: string
    page: string
    of: string
    /** Begins the line that says what shows something; ends with a colon. */
    source: string
  }
  date(iso: IsoDate): string
  period(scope: ReportScope): string
  letterhead(municipality: string): string
  addressee: string
  title(programme: string, scope: ReportScope): string
  about: {
    what(programme: Pick<ProgrammeTree, 'title' | 'adoptedOn' | 'editions'>, scope: ReportScope): string
    /** That the period is not over. */
    running: string
    counts(counts: PeriodCounts): string
    /** That everything rests on what is named, and what that means for what is not in it. */
    rests: string
  }
  headings: Record<'promised' | 'done' | 'notDone' | 'next' | 'money' | 'indicators' | 'council', string>
  pillar: {
    aim(text: string): string
    actions(count: number): string
    counts(counts: PeriodCounts): string
    none: string
  }
  promised: {
    head: readonly [action: string, what: string, day: string, outcome: string]
    done: string
    outcome(one: Promised): string
    none: string
  }
  done: { one(done: DoneIn): string; none: string }
  notDone: {
    one(promised: Promised): string
    /** The newest report of its action in the period, when it says no more of why. */
    lastReport(on: IsoDate, text: string): string
    none: string
    /** Nothing, and some days are still to come. */
    noneYet: string
  }
  next: {
    head: readonly [day: string, action: string, what: string]
    begins: string
    undated(count: number): string
    late(count: number): string
    none: string
  }
  money: {
    asOf: string
    year(year: number): string
    head: readonly [pillar: string, budget: string, committed: string, spent: string]
    total: string
    frame: string
    euro(cents: number | null): string
    /** Of so many actions this amount is not known. */
    unknown(budget: number, committed: number, spent: number): string
    overrun(one: Overrun): string
    lack(one: MoneyLack): string
    addsUp: string
    none: string
  }
  indicators: {
    head: readonly [indicator: string, from: string, last: string, target: string, way: string, sure: string]
    value(value: number, indicator: Indicator): string
    way(standing: IndicatorStanding): string
    sure: Record<Certainty, string>
    noValue: string
    noTarget: string
    target(value: string, on: IsoDate | null): string
    since(value: string, on: IsoDate): string
    when(value: string, over: Pick<Value, 'from' | 'to'>): string
    one(indicator: Indicator, standing: IndicatorStanding): string
    none: string
  }
  council: {
    one(served: {
      kind: 'matter' | 'commitment' | 'ambition'
      named: NamedServed
      actions: readonly NamedAction[]
      reached: readonly { title: string; on: IsoDate }[]
    }): string
    /** What it serves that the register no longer shows. */
    hidden(count: number): string
    none: string
  }
  source(source: Source): string
  /** Words of somebody else. */
  quotation(words: string): string
  closing: string
}

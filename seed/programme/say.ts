import type { IsoDate } from '../../src/council/index.ts'
import type { Words } from '../course.ts'
import type { OfReport, ProgrammeStep, Proof } from './step.ts'

type Step<T> = Extract<ProgrammeStep, { does: T }>
type More<T> = Partial<Omit<Step<T>, 'does' | 'on' | 'by' | 'programme'>>

/** Short ways to write down the steps of one programme. */
export const sayingOf = (programme: string) => ({
  start: (on: IsoDate, by: string, ...actions: string[]): ProgrammeStep => ({
    ...{ on, by, programme },
    does: 'start',
    actions,
  }),
  report: (
    on: IsoDate,
    by: string,
    action: string,
    text: string,
    more: More<'report'> = {},
  ): ProgrammeStep => ({ on, by, programme, does: 'report', action, text, ...more }),
  reach: (
    on: IsoDate,
    by: string,
    action: string,
    milestone: string,
    proof: Proof & { when?: IsoDate },
  ): ProgrammeStep => ({ on, by, programme, does: 'reach', action, milestone, ...proof }),
  move: (
    on: IsoDate,
    by: string,
    action: string,
    milestone: string,
    more: { dueOn: IsoDate; reason: string; extend?: boolean },
  ): ProgrammeStep => ({ on, by, programme, does: 'move', action, milestone, ...more }),
  finish: (on: IsoDate, by: string, action: string, reason: string, when: IsoDate = on): ProgrammeStep => ({
    ...{ on, by, programme },
    does: 'step',
    action,
    move: 'finish',
    reason,
    when,
  }),
  count: (
    on: IsoDate,
    by: string,
    indicator: string,
    [from, to]: readonly [IsoDate, IsoDate],
    value: number,
    words: Words,
  ): ProgrammeStep => ({ on, by, programme, does: 'count', indicator, from, to, value, words }),
  /** Of each action: number, committed and spent in euros in that year, and why when it is more than the budget. */
  spent: (
    on: IsoDate,
    by: string,
    year: number,
    lines: readonly (readonly [action: string, committed: number, spent: number, reason?: string])[],
  ): ProgrammeStep => ({
    ...{ on, by, programme },
    does: 'money',
    lines: lines.map(([action, committed, spent, reason]) => ({
      ...{ action, year, committed, spent },
      ...(reason !== undefined && { reason }),
    })),
  }),
  /** A report, from its draft on; the one who wrote it sends it. */
  account: (
    of: OfReport & { begun: IsoDate; by: string },
    texts: Step<'write'>['texts'],
    agreed?: { on: IsoDate; by: string; sent: IsoDate; as: string },
  ): ProgrammeStep[] => {
    const { begun, by, ...period } = of
    const draft: ProgrammeStep[] = [
      { ...period, on: begun, by, programme, does: 'account' },
      { ...period, on: begun, by, programme, does: 'write', texts, ...(agreed && { dated: agreed.sent }) },
    ]
    if (!agreed) return draft
    return [
      ...draft,
      { ...period, on: agreed.on, by: agreed.by, programme, does: 'agree' },
      { ...period, on: agreed.sent, by, programme, does: 'send', as: agreed.as },
    ]
  },
  meet: (
    on: IsoDate,
    by: string,
    name: string,
    notes: string,
    decisions: Step<'meet'>['decisions'],
  ): ProgrammeStep => ({ on, by, programme, does: 'meet', name, notes, decisions }),
})

export const year = (number: number) => [`${number}-01-01`, `${number}-12-31`] as const
export const half = (number: number, which: 1 | 2) =>
  which === 1
    ? ([`${number}-01-01`, `${number}-06-30`] as const)
    : ([`${number}-07-01`, `${number}-12-31`] as const)
export const december = (number: number) => [`${number}-12-01`, `${number}-12-31`] as const
/** Words of a paper. */
export const wordsOf =
  (paper: string) =>
  (text: string): Words => ({ paper, text })

import type { IsoDate } from '../../../../days.ts'
import type { ProgrammeTree, ReportKind, ReportPeriod } from '../../../../programme/index.ts'
import type { Words } from '../../../../words/index.ts'

export type PeriodChoice = ReportPeriod & { value: string; kind: ReportKind; label: string }

/** Years and halves of years of a programme that have begun, the newest first. Pure. */
export function periodChoices(
  words: Words,
  tree: Pick<ProgrammeTree, 'startsOn' | 'endsOn'>,
  today: IsoDate,
): PeriodChoice[] {
  const w = words.programmeReport.create
  const [first, last] = [
    Number(tree.startsOn.slice(0, 4)),
    Number((tree.endsOn < today ? tree.endsOn : today).slice(0, 4)),
  ]
  const choices: PeriodChoice[] = []
  for (let year = last; year >= first && choices.length < 12; year--) {
    const all = { value: String(year), kind: 'yearly', from: `${year}-01-01`, to: `${year}-12-31` } as const
    const half = (nth: 1 | 2) =>
      ({
        value: `${year}-${nth}`,
        kind: 'interim',
        from: nth === 1 ? `${year}-01-01` : `${year}-07-01`,
        to: nth === 1 ? `${year}-06-30` : `${year}-12-31`,
      }) as const
    choices.push(
      { ...all, label: w.year(year) },
      { ...half(2), label: w.second(year) },
      { ...half(1), label: w.first(year) },
    )
  }
  return choices
    .filter(({ from, to }) => from <= today && to >= tree.startsOn && from <= tree.endsOn)
    .map((one) => (one.to >= today ? { ...one, label: w.running(one.label) } : one))
}

/** What somebody most likely wants: the newest that is over, else the first that there is. Pure. */
export const likelyPeriod = (choices: readonly PeriodChoice[], today: IsoDate): string =>
  (choices.find(({ to }) => to < today) ?? choices[0])?.value ?? 'anders'

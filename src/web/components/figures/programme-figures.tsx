import type { ReactNode } from 'react'
import type { IsoDate } from '../../../days.ts'
import {
  type Money,
  type ProgrammeTree,
  type Progress,
  progressOf,
  sumsByYear,
} from '../../../programme/index.ts'
import { formatNumber } from '../../../words/format.ts'
import { ChartFigure } from '../charts/chart-figure.tsx'
import { GroupedBars } from '../charts/grouped-bars.tsx'
import { StackedBars } from '../charts/stacked-bars.tsx'
import { type Speaks, sayCents } from './say-figure.ts'

/** How a pillar or a programme fares, in words: what was counted, never one figure of unlike things. */
export function sayProgress({ words }: Speaks, { actions, milestones, indicators }: Progress): string {
  const w = words.programmeFigures.progress
  const all = milestones.reached + milestones.open
  const parts = (['reached', 'right', 'same', 'wrong', 'unknown'] as const).flatMap((way) =>
    indicators[way] > 0 ? [w.part[way](indicators[way])] : [],
  )
  return [
    w.milestones(milestones.reached, all, milestones.late),
    w.indicators(parts),
    ...(actions.stopped > 0 ? [w.stopped(actions.stopped)] : []),
  ].join(' ')
}

type Props = { speaks: Speaks; tree: ProgrammeTree; today: IsoDate; below?: ReactNode }

const fills = { reached: 'solid', late: 'cross', open: 'empty', dropped: 'dots' } as const
const milestoneStates = ['reached', 'late', 'open', 'dropped'] as const

/** Milestones by pillar: reached, late, to do, dropped. */
export function MilestoneFigure({ speaks, tree, today, below }: Props) {
  const { words, language } = speaks
  const w = words.programmeFigures.charts
  const rows = tree.pillars.map(({ id, name }) => {
    const { reached, open, late, dropped } = progressOf(tree, today, id).milestones
    return { id, label: name, counts: { reached, late, open: open - late, dropped } }
  })
  const { milestones } = progressOf(tree, today)
  if (milestones.reached + milestones.open + milestones.dropped === 0) return null
  const says = w.milestonesSay(milestones.reached, milestones.reached + milestones.open, milestones.late)
  return (
    <ChartFigure
      title={w.milestones}
      reading={says}
      tableLabel={w.table}
      below={below}
      table={{
        head: [w.pillar, ...milestoneStates.map((state) => w.milestone[state])],
        rows: rows.map(({ id, label, counts }) => ({
          key: String(id),
          cells: [label, ...milestoneStates.map((state) => formatNumber(counts[state], language))],
        })),
      }}
    >
      <StackedBars
        id="mijlpalen"
        title={w.milestones}
        description={says}
        unit={w.milestoneUnit}
        series={milestoneStates.map((key) => ({ key, label: w.milestone[key], fill: fills[key] }))}
        rows={rows}
        language={language}
      />
    </ChartFigure>
  )
}

const moneyKinds = ['budget', 'committed', 'spent'] as const
const moneyFills = { budget: 'empty', committed: 'stripes', spent: 'solid' } as const
export type MoneyOfYears = {
  year: number
  budget: number | null
  committed: number | null
  spent: number | null
}

/** All actions together, by year; null where nobody knows of any. Pure. */
export function moneyByYear(actions: readonly { money: readonly Money[] }[]): MoneyOfYears[] {
  return sumsByYear(actions).map(({ year, total }) => ({ year, ...total }))
}

/** Money by year: budgeted, committed, spent. Nothing when no action has any. */
export function MoneyFigure({
  speaks,
  years,
  id = 'geld',
  below,
  open = false,
}: {
  speaks: Speaks
  years: readonly MoneyOfYears[]
  id?: string
  below?: ReactNode
  open?: boolean
}) {
  const w = speaks.words.programmeFigures.charts
  if (years.length === 0) return null
  const say = (cents: number) => sayCents(speaks, cents)
  const total = (kind: (typeof moneyKinds)[number]) => {
    const known = years.flatMap((one) => one[kind] ?? [])
    return known.length === 0 ? null : say(known.reduce((sum, one) => sum + one, 0))
  }
  const some = (kind: (typeof moneyKinds)[number]) => years.some((one) => one[kind] === null)
  const says = w.moneySays(total('budget'), total('spent'), some('budget') || some('spent'))
  return (
    <ChartFigure
      title={w.money}
      reading={says}
      tableLabel={w.table}
      below={below}
      open={open}
      table={{
        head: [w.year, ...moneyKinds.map((kind) => w.moneyKind[kind])],
        rows: years.map((one) => ({
          key: String(one.year),
          cells: [
            String(one.year),
            ...moneyKinds.map((kind) => (one[kind] === null ? w.unknown : say(one[kind]))),
          ],
        })),
      }}
    >
      <GroupedBars
        id={id}
        title={w.money}
        description={says}
        series={moneyKinds.map((key) => ({ key, label: w.moneyKind[key], fill: moneyFills[key] }))}
        rows={years.map(({ year, ...values }) => ({ label: String(year), values }))}
        say={say}
        unknown={w.unknown}
      />
    </ChartFigure>
  )
}

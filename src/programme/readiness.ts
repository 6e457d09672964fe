import { type MoneyProblem, moneyProblems } from './money.ts'
import type { ProgrammeTree } from './tree.ts'

/** What a programme lacks before it can be adopted; ids of the actions and pillars. */
export type Lack =
  | { kind: 'no-pillars' | 'no-actions' | 'no-document' }
  | { kind: 'money'; problem: MoneyProblem }
  | { kind: 'empty-pillar'; pillar: number }
  | { kind: 'nobody' | 'no-portfolio-holder' | 'no-official'; action: number }
  | { kind: 'no-milestones' | 'no-end' | 'serves-nothing' | 'after-programme'; action: number }

/** What no reason can replace: a programme without actions, money beyond its frame, an action that nobody answers for. */
export function isHard(lack: Lack): boolean {
  switch (lack.kind) {
    case 'no-pillars':
    case 'no-actions':
    case 'nobody':
    case 'after-programme':
      return true
    case 'money':
      return lack.problem.kind !== 'no-frame'
    default:
      return false
  }
}

/**
 * Everything that is missing, the hard things first. An action that was stopped or is done lacks nothing any more. Pure.
 * @param officials actions that an official carries
 */
export function lacksOf(
  tree: Pick<ProgrammeTree, 'pillars' | 'actions' | 'frame' | 'startsOn' | 'endsOn'>,
  officials: ReadonlySet<number>,
): Lack[] {
  const lacks: Lack[] = []
  if (tree.pillars.length === 0) lacks.push({ kind: 'no-pillars' })
  if (tree.actions.length === 0) lacks.push({ kind: 'no-actions' })
  for (const problem of moneyProblems(tree)) lacks.push({ kind: 'money', problem })
  for (const { id } of tree.pillars) {
    if (!tree.actions.some(({ pillar }) => pillar === id)) lacks.push({ kind: 'empty-pillar', pillar: id })
  }
  for (const action of tree.actions) {
    if (action.state === 'done' || action.state === 'stopped') continue
    const { id } = action
    const official = officials.has(id)
    if (action.portfolioHolder === null && !official) lacks.push({ kind: 'nobody', action: id })
    else if (action.portfolioHolder === null) lacks.push({ kind: 'no-portfolio-holder', action: id })
    else if (!official) lacks.push({ kind: 'no-official', action: id })
    if (action.milestones.length === 0) lacks.push({ kind: 'no-milestones', action: id })
    if (action.endsOn === null) lacks.push({ kind: 'no-end', action: id })
    else if (action.endsOn > tree.endsOn) lacks.push({ kind: 'after-programme', action: id })
    if (action.serves.length === 0) lacks.push({ kind: 'serves-nothing', action: id })
  }
  return [...lacks.filter(isHard), ...lacks.filter((one) => !isHard(one))]
}

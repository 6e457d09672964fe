import type { Action, Concern, ProgrammeTree } from '../../../../programme/index.ts'
import type { DeskRequest } from '../../../page.ts'

/** Why an action wants attention, in words. */
export function concernLine(
  { words }: Pick<DeskRequest, 'words'>,
  { tree, action }: { tree: ProgrammeTree; action: Action },
  concern: Concern,
): string {
  const w = words.programmeWork.concern
  switch (concern.kind) {
    case 'not-started':
    case 'past-end':
      return w[concern.kind](concern.since)
    case 'milestone-late': {
      const milestone = action.milestones.find(({ id }) => id === concern.milestone)
      return w['milestone-late'](concern.since, milestone?.title ?? '')
    }
    case 'over-budget':
      return w['over-budget'](concern.year, words.programme.euro(concern.by))
    case 'waits-for': {
      const other = tree.actions.find(({ id }) => id === concern.action)
      return w['waits-for'](other ?? { number: '', title: '' })
    }
    case 'risk-happened':
      return w['risk-happened'](action.risks.find(({ id }) => id === concern.risk)?.text ?? '')
    default:
      return w[concern.kind]
  }
}

/** What is late, apart from what else wants attention. */
export const isLateConcern = ({ kind }: Concern): boolean =>
  kind === 'not-started' || kind === 'past-end' || kind === 'milestone-late'

/** A programme and its actions in sentences, for `Said`: what is quoted from the programme is marked as Dutch. Pure. */
import {
  type Action,
  type Concern,
  inShort,
  type Look,
  lookOf,
  looks,
  type ProgrammeTree,
  standingOf,
} from '../../../programme/index.ts'
import { capitalise } from '../../../words/format.ts'
import type { Words } from '../../../words/index.ts'
import type { RingState } from '../../components/chain.tsx'
import type { Tone } from '../../components/chip.tsx'
import { dutch } from '../../components/original.tsx'

/** Red only for what is late: stopping is a choice, and what ended unfinished is over. */
export const toneOfLook: Record<Look, Tone> = {
  done: 'done',
  running: 'open',
  late: 'late',
  planned: 'none',
  stopped: 'none',
  unfinished: 'none',
  dropped: 'none',
}
export const ringOfLook: Record<Look, RingState> = {
  done: 'done',
  running: 'running',
  late: 'broken',
  planned: 'future',
  stopped: 'stopped',
  unfinished: 'stopped',
  dropped: 'stopped',
}

/** What whoever reads nothing else should know: how the actions stand, the milestones, and what comes first. */
export function programmeSentences(tree: ProgrammeTree, { programmePublic: w }: Words, today: string) {
  const short = inShort(tree, today)
  if (short.actions === 0) return [w.noActions]
  const parts = looks.flatMap((look) =>
    look !== 'dropped' && short.looks[look] > 0 ? [w.looksOf[look](short.looks[look])] : [],
  )
  const { reached, of, late } = short.milestones
  return [
    capitalise(w.actions(short.actions, short.pillars, parts)),
    w.milestones(reached, of, late),
    ...(short.next
      ? [w.next(short.next.on, dutch(short.next.milestone.title), short.next.action.number)]
      : []),
  ]
}

/** From when until when, or when it was done or stopped. */
export function actionDays(
  { programmePublic: w }: Words,
  { state, startsOn, endsOn, endedOn }: Action,
): string {
  if (endedOn && (state === 'done' || state === 'stopped')) return w.ended[state](endedOn)
  if (startsOn && endsOn) return w.span(startsOn, endsOn)
  if (endsOn) return w.until(endsOn)
  return startsOn ? w.from(startsOn) : w.noDays
}

/** Why an action wants attention, as far as that is for everybody. Of a programme that is over only what it came to. */
export function concernLines(
  { programmePublic: w, programme }: Words,
  tree: ProgrammeTree,
  action: Action,
  today: string,
): string[] {
  const goesOn = tree.state === 'adopted'
  return standingOf(tree, action, today).concerns.flatMap((concern: Concern): string[] => {
    if (concern.kind === 'over-budget')
      return [w.concern['over-budget'](concern.year, programme.euro(concern.by))]
    if (!goesOn) return []
    switch (concern.kind) {
      case 'not-started':
      case 'past-end':
        return [w.concern[concern.kind](concern.since)]
      case 'milestone-late': {
        const title = action.milestones.find(({ id }) => id === concern.milestone)?.title ?? ''
        return [w.concern['milestone-late'](concern.since, dutch(title))]
      }
      case 'risk-happened':
        return [
          w.concern['risk-happened'](dutch(action.risks.find(({ id }) => id === concern.risk)?.text ?? '')),
        ]
      default:
        return []
    }
  })
}

/** An action that does not go as it was planned. */
export type Astray = { action: Action; look: Look; lines: string[] }

/** Actions that are late, were stopped or have more money fixed than budgeted, in their order. */
export function astray(words: Words, tree: ProgrammeTree, today: string): Astray[] {
  return tree.actions.flatMap((action) => {
    const look = lookOf(tree, action, today)
    const over = standingOf(tree, action, today).concerns.some(({ kind }) => kind === 'over-budget')
    if (look !== 'late' && look !== 'stopped' && !over) return []
    const stopped = look === 'stopped' ? [`${capitalise(actionDays(words, action))}.`] : []
    return [{ action, look, lines: [...stopped, ...concernLines(words, tree, action, today)] }]
  })
}

import type { Ctx } from '../../../../ctx.ts'
import { NotFound } from '../../../../errors.ts'
import {
  changeMeeting,
  closeMeeting,
  decide,
  type EndTakenBack,
  meetingAt,
  meetingsOf,
  reopenMeeting,
  undoDecision,
  undoMeeting,
} from '../../../../programme/index.ts'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { dayIn, idIn as numberIn, type Typed, textIn, typedOf } from '../../matter/typed.ts'
import { idIn, programmeIn, steeringPath } from '../paths.ts'
import { treeHere } from '../tree-here.ts'
import { endQuery } from './end-said.ts'
import { evidenceNames } from './evidence-list.tsx'
import { type MeetingView, meetingScreen, minutesScreen } from './meeting-screen.tsx'
import { attempt, type Sent } from './sent.ts'

/** Most that the notes of a meeting may weigh. */
export const meetingLimit = 256 * 1024
const forms = ['besluit', 'verslag', 'veranderen', 'afsluiten', 'openen', 'besluit-terug', 'terug'] as const

async function find(ctx: Ctx, request: DeskRequest): Promise<MeetingView> {
  const tree = await treeHere(ctx, request)
  const meeting = await meetingAt(ctx, { programme: tree.id, meeting: idIn(request, 'meeting') })
  const before = (await meetingsOf(ctx, tree.id)).find(
    ({ heldOn, id }) => heldOn < meeting.heldOn || (heldOn === meeting.heldOn && id < meeting.id),
  )
  const since = before?.heldOn ?? null
  const reports = tree.actions
    .flatMap((action) => action.reports.map((report) => ({ action, report })))
    .filter(({ report }) => since === null || report.on > since)
    .sort((a, b) => b.report.on.localeCompare(a.report.on) || b.report.history - a.report.history)
  const evidence = reports.flatMap(({ report }) => report.evidence)
  return { tree, meeting, since, reports, names: await evidenceNames(ctx, tree, evidence) }
}

/** A meeting: what wants attention, what was decided, and its notes. */
export async function meetingPage(request: DeskRequest): Promise<Answer> {
  return show(request, null)
}

async function show(request: DeskRequest, sent: Sent | null): Promise<Screen> {
  return meetingScreen(request, await request.transact((ctx) => find(ctx, request)), sent)
}

/** The same as minutes, to print. */
export async function minutesPage(request: DeskRequest): Promise<Answer> {
  return minutesScreen(request, await request.transact((ctx) => find(ctx, request)))
}

export async function postMeeting(request: DeskRequest): Promise<Answer> {
  const typed = typedOf(await request.form())
  const step = textIn(typed, 'step')
  if (!(forms as readonly string[]).includes(step)) throw new NotFound()
  let taken: Taken = { gone: false, end: null }
  const problem = await attempt(async () => {
    taken = await request.transact((ctx) => take(ctx, request, step, typed))
  })
  if (problem) return show(request, { form: step, typed, problem })
  if (taken.gone) return seeOther(steeringPath(request, programmeIn(request)))
  const here = steeringPath(request, programmeIn(request), idIn(request, 'meeting'))
  const anchor = step.startsWith('besluit') ? 'besluiten' : 'gedaan'
  return seeOther(`${here}?gedaan=${step}${endQuery(taken.end)}#${anchor}`)
}

/** `gone`: the meeting; `end`: what became of the last day of an action with a decision that was taken back. */
type Taken = { gone: boolean; end: EndTakenBack | null }
const plain: Taken = { gone: false, end: null }

async function take(ctx: Ctx, request: DeskRequest, step: string, typed: Typed): Promise<Taken> {
  const tree = await treeHere(ctx, request)
  const { id } = await meetingAt(ctx, { programme: tree.id, meeting: idIn(request, 'meeting') })
  const seen = { meeting: id, version: numberIn(typed, 'version') ?? 0 }
  switch (step) {
    case 'besluit':
      await decide(ctx, {
        meeting: id,
        text: textIn(typed, 'text'),
        action: numberIn(typed, 'action_id'),
        dueOn: dayIn(typed, 'due_on') ?? null,
        milestone: textIn(typed, 'title'),
        extendAction: textIn(typed, 'extend') === 'ja',
      })
      return plain
    case 'verslag':
      await changeMeeting(ctx, { ...seen, notes: textIn(typed, 'notes') })
      return plain
    case 'veranderen':
      await changeMeeting(ctx, {
        ...seen,
        heldOn: dayIn(typed, 'held_on') ?? null,
        name: textIn(typed, 'name'),
      })
      return plain
    case 'besluit-terug': {
      const decision = tree.decisions.find((one) => one.id === numberIn(typed, 'decision'))
      if (!decision || decision.meeting !== id) throw new NotFound()
      const version = numberIn(typed, 'decision-version') ?? 0
      return { ...plain, end: (await undoDecision(ctx, { id: decision.id, version })).end }
    }
    case 'afsluiten':
      await closeMeeting(ctx, seen)
      return plain
    case 'terug':
      return { ...plain, gone: (await undoMeeting(ctx, { id, version: seen.version })).undone === 'add' }
    default:
      await reopenMeeting(ctx, seen)
      return plain
  }
}

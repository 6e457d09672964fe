import { type KeepToo, keepableCommitments, reachMilestoneAndKeep } from '../../../../council/index.ts'
import type { Ctx } from '../../../../ctx.ts'
import { NotFound } from '../../../../errors.ts'
import {
  addMilestone,
  changeMilestone,
  dropMilestone,
  historyOf,
  programmeReader,
  undoMilestone,
} from '../../../../programme/index.ts'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { dayIn, idIn as numberIn, type Typed, textIn, typedOf } from '../../matter/typed.ts'
import { readKept } from '../keep-commitments.tsx'
import { actionPath, idIn, milestonePath } from '../paths.ts'
import { treeHere } from '../tree-here.ts'
import { endQuery } from './end-said.ts'
import { chosenIn, noChoice, type PostedChoice, readChoice, workChoice } from './evidence-choice.ts'
import { evidenceNames } from './evidence-list.tsx'
import { type MilestoneView, milestoneScreen, newMilestoneScreen } from './milestone-screen.tsx'
import { attempt, type Sent } from './sent.ts'

export const milestoneForms = ['veranderen', 'gehaald', 'vervalt', 'terug'] as const

export async function milestonePage(request: DeskRequest): Promise<Answer> {
  return show(request, null, noChoice())
}

/** @param found chosen evidence, worked on in another transaction already */
async function show(
  request: DeskRequest,
  sent: Sent | null,
  posted: PostedChoice,
  kept: readonly KeepToo[] = [],
): Promise<Screen> {
  const view = await request.transact(async (ctx): Promise<MilestoneView> => {
    const { tree, action, milestone } = await find(ctx, request)
    const final = sent?.form === 'gehaald' && posted.passages.act === null && sent.problem !== null
    const choice =
      milestone.state === 'dropped' ? null : await workChoice(ctx, posted, { tree, action, final })
    const history = await historyOf(programmeReader(ctx), {
      municipality: request.municipality.slug,
      programme: tree.id,
      action: action.id,
    })
    return {
      tree,
      action,
      milestone,
      choice,
      keepable: await keepableCommitments(ctx, { programme: tree.id, action: action.id }),
      kept: kept.map(({ commitment }) => commitment),
      names: await evidenceNames(ctx, tree, milestone.evidence),
      history: history.filter(({ subject, of }) => subject === 'milestone' && of === milestone.id),
    }
  })
  return milestoneScreen(request, view, sent)
}

export async function postMilestone(request: DeskRequest): Promise<Answer> {
  const form = await request.form()
  const typed = typedOf(form)
  const step = textIn(typed, 'step')
  const posted = readChoice(form)
  if (!(milestoneForms as readonly string[]).includes(step)) throw new NotFound()
  if (step === 'gehaald' && posted.passages.act !== null) {
    return show(request, { form: step, typed, problem: null }, posted, readKept(form))
  }
  const sent = { step, typed, posted, kept: readKept(form) }
  let next = ''
  const problem = await attempt(async () => {
    next = await request.transact((ctx) => take(ctx, request, sent))
  })
  return problem ? show(request, { form: step, typed, problem }, posted, sent.kept) : seeOther(next)
}

type Posted = { step: string; typed: Typed; posted: PostedChoice; kept: KeepToo[] }

/** @returns the page that says so: of the action, when the milestone is not there any more */
async function take(ctx: Ctx, request: DeskRequest, { step, typed, posted, kept }: Posted): Promise<string> {
  const { tree, action, milestone } = await find(ctx, request)
  const at = { milestone: milestone.id, version: numberIn(typed, 'version') ?? 0 }
  const reason = textIn(typed, 'reason')
  const done = `${milestonePath(request, tree.slug, milestone.id)}?gedaan=${step}`
  if (step === 'veranderen') {
    const dueOn = dayIn(typed, 'due_on') ?? null
    const extendAction = textIn(typed, 'extend') === 'ja'
    await changeMilestone(ctx, { ...at, title: textIn(typed, 'title'), dueOn, extendAction, reason })
  } else if (step === 'gehaald') {
    const choice = await workChoice(ctx, posted, { tree, action, final: true })
    const evidence = chosenIn(posted, choice)
    const on = dayIn(typed, 'reached_on') ?? milestone.reachedOn
    await reachMilestoneAndKeep(ctx, { ...at, on, evidence, commitments: kept })
  } else if (step === 'vervalt') await dropMilestone(ctx, { ...at, reason })
  else {
    const { undone, end } = await undoMilestone(ctx, { id: at.milestone, version: at.version })
    if (undone === 'add')
      return `${actionPath(request, tree.slug, action.id)}?gedaan=${step}${endQuery(end)}#mijlpalen`
    return `${done}${endQuery(end)}#gedaan`
  }
  return `${done}#gedaan`
}

async function find(ctx: Ctx, request: DeskRequest) {
  const id = idIn(request, 'milestone')
  const tree = await treeHere(ctx, request)
  for (const action of tree.actions) {
    const milestone = action.milestones.find((one) => one.id === id)
    if (milestone) return { tree, action, milestone }
  }
  throw new NotFound()
}

/** A milestone more for an action. */
export async function newMilestonePage(request: DeskRequest): Promise<Answer> {
  return showNew(request, null)
}

async function showNew(request: DeskRequest, sent: Sent | null): Promise<Screen> {
  const found = await request.transact((ctx) => findAction(ctx, request))
  return newMilestoneScreen(request, found, sent)
}

export async function postNewMilestone(request: DeskRequest): Promise<Answer> {
  const typed = typedOf(await request.form())
  const { tree, action } = await request.transact((ctx) => findAction(ctx, request))
  const problem = await attempt(async () => {
    const dueOn = dayIn(typed, 'due_on') ?? null
    await request.transact((ctx) =>
      addMilestone(ctx, {
        action: action.id,
        title: textIn(typed, 'title'),
        dueOn,
        extendAction: textIn(typed, 'extend') === 'ja',
        reason: textIn(typed, 'reason'),
      }),
    )
  })
  if (problem) return showNew(request, { form: 'erbij', typed, problem })
  return seeOther(`${actionPath(request, tree.slug, action.id)}#mijlpalen`)
}

async function findAction(ctx: Ctx, request: DeskRequest) {
  const tree = await treeHere(ctx, request)
  const action = tree.actions.find(({ id }) => id === idIn(request, 'action'))
  if (!action) throw new NotFound()
  return { tree, action }
}

import type { Ctx } from '../../../../ctx.ts'
import {
  type HistoryLine,
  historyByDay,
  historyOf,
  type ProgrammeStep,
  programmeReader,
} from '../../../../programme/index.ts'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { textIn, typedOf } from '../../matter/typed.ts'
import { actionPath, idIn, programmeIn, programmePath } from '../paths.ts'
import { type ActionWorkView, loadActionWork } from '../work/action-work.tsx'
import { attempt, type Sent } from '../work/sent.ts'
import { actionScreen } from './action-screen.tsx'
import { doneQuery } from './form-page.tsx'
import { actionIn, loadPlan, type PlanAtDesk } from './load-plan.ts'
import { loadServable, type Servable } from './served-choices.tsx'
import { takeActionStep } from './take-action-step.ts'

export type ActionView = PlanAtDesk & {
  action: ReturnType<typeof actionIn>
  work: ActionWorkView
  servable: Servable
  history: HistoryLine[]
}

/** One action: what it is, what it is for, its money, what it waits for, its risks, its work, and its history. */
export async function actionPage(request: DeskRequest): Promise<Answer> {
  return draw(request, null)
}

const draw = (request: DeskRequest, sent: Sent | null): Promise<Screen> =>
  request.transact(async (ctx) => actionScreen(request, await loadView(ctx, request), sent))

async function loadView(ctx: Ctx, request: DeskRequest): Promise<ActionView> {
  const plan = await loadPlan(ctx, programmeIn(request))
  const action = actionIn(plan, idIn(request, 'action'))
  return {
    ...plan,
    action,
    work: await loadActionWork(ctx, { tree: plan.tree, action }),
    servable: await loadServable(ctx, { search: request.query.get('zoek')?.trim() ?? '' }),
    history: historyByDay(
      await historyOf(programmeReader(ctx), {
        municipality: ctx.actor.municipality,
        programme: plan.tree.id,
        action: action.id,
      }),
    ),
  }
}

/** Takes one step; or shows its form once more, with what was typed, what is wrong, and what another made of it. */
export async function postAction(request: DeskRequest): Promise<Answer> {
  const [slug, id] = [programmeIn(request), idIn(request, 'action')]
  const typed = typedOf(await request.form())
  const form = textIn(typed, 'step')
  let steps: (ProgrammeStep | null)[] = []
  let gone: number | null = null
  const problem = await attempt(() =>
    request.transact(async (ctx) => {
      const plan = await loadPlan(ctx, slug)
      const taken = await takeActionStep(ctx, plan, actionIn(plan, id), form, typed)
      steps = taken.steps
      gone = taken.removed
    }),
  )
  if (problem) return draw(request, { form, typed, problem })
  if (gone !== null) {
    return seeOther(`${programmePath(request, slug)}?gedaan=actie-weg&weg=action-${id}-${gone}`)
  }
  return seeOther(`${actionPath(request, slug, id)}${doneQuery('bewaard', steps)}`)
}

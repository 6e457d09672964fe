import type { Ctx } from '../../../../ctx.ts'
import {
  type Action,
  type ActionMove,
  addDependency,
  addRisk,
  amounts,
  assignOwner,
  changeAction,
  changeRisk,
  moveAction,
  type ProgrammeStep,
  type RiskLevel,
  type RiskState,
  removeAction,
  removeDependency,
  removeRisk,
  riskLevels,
  riskStates,
  serve,
  setMoney,
  stepAction,
  unserve,
  yearsOf,
} from '../../../../programme/index.ts'
import { choiceIn, dayIn, idIn, type Typed, textIn, together, writtenIn } from '../../matter/typed.ts'
import { euroIn, inRow, linesIn, officialIn } from './form-page.tsx'
import type { PlanAtDesk } from './load-plan.ts'
import { servedIn } from './served-choices.tsx'

/** Forms of the page of an action that move it. */
export const moveForms: Readonly<Record<ActionMove, string>> = {
  start: 'beginnen',
  finish: 'klaar',
  stop: 'stoppen',
  resume: 'oppakken',
}

type Taken = { steps: (ProgrammeStep | null)[]; removed: number | null }

/** Does what one form of the page of an action asks. @throws what its command throws, with fields as the form names them */
export async function takeActionStep(
  ctx: Ctx,
  plan: PlanAtDesk,
  action: Action,
  form: string,
  typed: Typed,
): Promise<Taken> {
  const version = idIn(typed, 'version') ?? 0
  const own = { action: action.id, version }
  const one = async (step: Promise<ProgrammeStep | null>): Promise<Taken> => ({
    steps: [await step],
    removed: null,
  })
  const move = (Object.keys(moveForms) as ActionMove[]).find((key) => moveForms[key] === form)
  if (move) {
    const on = dayIn(typed, 'on') ?? null
    return one(stepAction(ctx, { ...own, move, on, reason: writtenIn(typed, 'reason') }))
  }
  switch (form) {
    case 'doen':
      return one(assignOwner(ctx, { ...own, owner: officialIn(typed, plan) }))
    case 'pijler':
      return one(
        moveAction(ctx, {
          ...own,
          pillar: idIn(typed, 'pillar_id') ?? 0,
          number: writtenIn(typed, 'number'),
        }),
      )
    case 'weghalen': {
      const step = await removeAction(ctx, own)
      return { steps: [step], removed: step.version }
    }
    case 'waarvoor': {
      const steps = []
      for (const served of servedIn(typed, { needed: true })) {
        steps.push(await serve(ctx, { programme: plan.tree.id, action: action.id, ...served }))
      }
      return { steps, removed: null }
    }
    case 'niet-waarvoor':
      return one(unserve(ctx, { served: idIn(typed, 'served') ?? 0, version }))
    case 'geld':
      return { steps: await moneySteps(ctx, plan, action, typed), removed: null }
    case 'wacht':
      return one(addDependency(ctx, { action: action.id, needs: idIn(typed, 'needs_id') ?? 0 }))
    case 'wacht-niet':
      return one(removeDependency(ctx, { dependency: idIn(typed, 'dependency') ?? 0, version }))
    case 'risico-weg':
      return one(removeRisk(ctx, { risk: idIn(typed, 'risk') ?? 0, version }))
    case 'risico-erbij':
      return one(addRisk(ctx, { action: action.id, ...riskIn(typed) }))
    case 'wijzigen':
      return one(changeAction(ctx, { ...own, ...actionFields(typed) }))
    default: {
      const risk = action.risks.find(({ id }) => form === `risico-${id}`)
      if (!risk) return { steps: [], removed: null }
      const state = choiceIn<RiskState>(typed, 'state', riskStates)
      return one(changeRisk(ctx, { risk: risk.id, version, ...riskIn(typed), state }))
    }
  }
}

function actionFields(typed: Typed) {
  const days = together({
    startsOn: () => dayIn(typed, 'starts_on') ?? null,
    endsOn: () => dayIn(typed, 'ends_on') ?? null,
  })
  return {
    ...days,
    title: textIn(typed, 'title'),
    number: textIn(typed, 'number'),
    description: textIn(typed, 'description'),
    portfolioHolder: idIn(typed, 'portfolio_holder_id'),
    partners: linesIn(typed, 'partners'),
    reason: writtenIn(typed, 'reason'),
  }
}

function riskIn(typed: Typed) {
  const levels = together({
    chance: () => choiceIn<RiskLevel>(typed, 'chance', riskLevels),
    effect: () => choiceIn<RiskLevel>(typed, 'effect', riskLevels),
  })
  return { ...levels, text: textIn(typed, 'text'), measure: writtenIn(typed, 'measure') }
}

/** The years of the programme, and any other in which there is money. */
export const moneyYears = (tree: PlanAtDesk['tree'], { money }: Action): number[] =>
  [...new Set([...yearsOf(tree), ...money.map(({ year }) => year)])].sort((a, b) => a - b)

async function moneySteps(
  ctx: Ctx,
  { tree }: PlanAtDesk,
  action: Action,
  typed: Typed,
): Promise<(ProgrammeStep | null)[]> {
  const years = moneyYears(tree, action).filter((year) => typed.has(`budget_cents-${year}`))
  const cents = together(
    Object.fromEntries(
      years.flatMap((year) =>
        amounts.map((amount) => [`${amount}_cents-${year}`, () => euroIn(typed, `${amount}_cents-${year}`)]),
      ),
    ),
  )
  const steps: (ProgrammeStep | null)[] = []
  for (const year of years) {
    const of = (amount: (typeof amounts)[number]) => cents[`${amount}_cents-${year}`] ?? null
    steps.push(
      await inRow(year, () =>
        setMoney(ctx, {
          programme: tree.id,
          action: action.id,
          year,
          version: idIn(typed, `version-${year}`),
          budget: of('budget'),
          committed: of('committed'),
          spent: of('spent'),
          reason: writtenIn(typed, 'reason'),
        }),
      ),
    )
  }
  return steps
}

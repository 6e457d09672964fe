import type { Ctx } from '../ctx.ts'
import { holdProgramme, programmeOf } from './hold.ts'
import { openAction } from './open-programme.ts'
import { type RiskLevel, type RiskState, riskLevels, riskStates } from './risk.ts'
import { addRow, changeRow, checkProgrammeRole, type Step } from './step.ts'
import { checkProblems, mostText, type Problems, problem, publicLine } from './typed.ts'

export type RiskFields = {
  text: string
  chance: RiskLevel
  effect: RiskLevel
  /** What is done about it. */
  measure?: string | null
}

/** @throws Invalid (`text`, `chance`, `effect`, `measure`); Refused `programme-closed`; NotFound; Denied */
export async function addRisk(ctx: Ctx, input: RiskFields & { action: number }): Promise<Step> {
  checkProgrammeRole(ctx, 'name risks')
  const problems: Problems = []
  const columns = riskColumns(problems, input)
  checkProblems(problems)
  const { programme, action } = await openAction(ctx, input.action)
  return addRow(ctx, 'risk', { programme_id: programme.id, action_id: action.id, ...columns })
}

/** @throws Invalid (as `addRisk`, `state`, or `changed-by-other` per field); Refused `programme-closed`; NotFound; Denied */
export async function changeRisk(
  ctx: Ctx,
  input: RiskFields & { risk: number; version: number; state?: RiskState },
): Promise<Step> {
  checkProgrammeRole(ctx, 'name risks')
  const problems: Problems = []
  const columns: Record<string, unknown> = riskColumns(problems, input)
  if (input.state !== undefined) {
    if (!riskStates.includes(input.state)) problem(problems, 'state', 'not-a-choice')
    columns.state = input.state
  }
  checkProblems(problems)
  await holdProgramme(ctx, await programmeOf(ctx, 'risk', input.risk))
  return changeRow(ctx, 'risk', { id: input.risk, version: input.version }, columns)
}

/** @throws Refused `programme-closed`; NotFound; Denied */
export async function removeRisk(ctx: Ctx, input: { risk: number; version: number }): Promise<Step> {
  checkProgrammeRole(ctx, 'name risks')
  await holdProgramme(ctx, await programmeOf(ctx, 'risk', input.risk))
  const seen = { id: input.risk, version: input.version }
  return changeRow(ctx, 'risk', seen, { removed: true }, { step: 'remove' })
}

function riskColumns(problems: Problems, { text, chance, effect, measure }: RiskFields) {
  for (const [field, level] of [
    ['chance', chance],
    ['effect', effect],
  ] as const) {
    if (!riskLevels.includes(level)) problem(problems, field, 'not-a-choice')
  }
  return {
    text: publicLine(problems, text, { field: 'text', most: mostText.reason, needed: 'needed' }),
    chance,
    effect,
    measure: publicLine(problems, measure, { field: 'measure', most: mostText.reason }),
  }
}

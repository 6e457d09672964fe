import type { Ctx } from '../ctx.ts'
import { holdProgramme, naming } from './hold.ts'
import { type ActionFields, actionColumns, checkDays, numberFor } from './plan-action.ts'
import { addRow, checkProgrammeRole, type Step } from './step.ts'
import { checkProblems, mostText, type Problems, problem } from './typed.ts'
import { keepOwner, type Owner } from './undo-step.ts'

export type NewAction = ActionFields & {
  programme: number
  pillar: number
  /** As people call it; the next one of the pillar when not given. */
  number?: string | null
  /** The official who carries it: never public. */
  owner?: Owner | null
}

/**
 * Adds an action to a pillar. @throws Invalid (`pillar_id`, `number`, `title`, `description`, `starts_on`, `ends_on`,
 * `portfolio_holder_id`, `partners`, `owner`); Refused `programme-closed`; NotFound; Denied
 */
export async function addAction(ctx: Ctx, input: NewAction): Promise<Step & { number: string }> {
  checkProgrammeRole(ctx, 'plan actions')
  const problems: Problems = []
  const columns = {
    starts_on: null,
    ends_on: null,
    ...actionColumns(problems, input),
  }
  const owner = ownerFields(problems, input.owner)
  checkProblems(problems)
  const programme = await holdProgramme(ctx, input.programme)
  checkDays(problems, columns, programme)
  checkProblems(problems)
  const number = await numberFor(ctx, {
    programme: programme.id,
    pillar: input.pillar,
    wanted: input.number ?? null,
  })
  const step = await naming('portfolio_holder_id', () =>
    addRow(ctx, 'action', { programme_id: programme.id, pillar_id: input.pillar, number, ...columns }),
  )
  if (owner) await keepOwner(ctx, step.id, owner)
  return { ...step, number }
}

/** Null: nobody. */
export function ownerFields(problems: Problems, owner: Owner | null | undefined): Owner | null {
  const name = owner?.name?.normalize('NFC').replace(/\s+/g, ' ').trim() ?? ''
  if (!owner || (name === '' && owner.account === null)) return null
  if (name === '') problem(problems, 'owner', 'needed')
  if (name.length > mostText.title) problem(problems, 'owner', 'too-long')
  return { account: owner.account, name }
}

import { publicText } from '../cover.ts'
import type { Ctx } from '../ctx.ts'
import { Invalid } from '../errors.ts'
import { type LineAction, sameName } from './action-lines.ts'
import { addAction } from './add-action.ts'
import { addMilestone } from './add-milestone.ts'
import { holdProgramme } from './hold.ts'
import { serve } from './serve.ts'
import { setMoney } from './set-money.ts'
import { checkProgrammeRole } from './step.ts'

export type ActionLines = { programme: number; lines: readonly { line: number; action: LineAction }[] }
export type AddedLines = {
  added: { line: number; id: number; number: string }[]
  /** Lines of which the programme has the action already: nothing of it changes. */
  known: { line: number; number: string }[]
}

/**
 * Adds many actions at once, each with its budgets, its first milestone and what it serves: all of them or none. An action that the
 * programme has under the same name stays as it is and is named, so that the same lines sent twice add nothing twice.
 * @throws Invalid with fields as `title@3`, of line 3, for all lines at once (as `addAction`, `addMilestone` (`milestone`, `due_on`),
 * `setMoney` (`budget_cents-2027`), `serve`; `title` also `twice`), or `lines` `nothing-new`; Refused `programme-closed`; NotFound; Denied
 */
export async function addActions(ctx: Ctx, input: ActionLines): Promise<AddedLines> {
  checkProgrammeRole(ctx, 'plan actions')
  const programme = await holdProgramme(ctx, input.programme)
  const numbers = await numbersByName(ctx, programme.id)
  const wrong: { field: string; code: string }[] = []
  const done: AddedLines = { added: [], known: [] }
  const titles = new Set<string>()
  for (const { line, action } of input.lines) {
    const name = sameName(publicText(action.title) ?? '')
    const number = numbers.get(name)
    if (name !== '' && titles.has(name)) wrong.push({ field: `title@${line}`, code: 'twice' })
    else if (number !== undefined) done.known.push({ line, number })
    else
      await ofLine(line, wrong, async () => {
        done.added.push({ line, ...(await addLine(ctx, programme.id, action)) })
      })
    titles.add(name)
  }
  if (wrong.length === 0 && done.added.length === 0) wrong.push({ field: 'lines', code: 'nothing-new' })
  if (wrong.length > 0) throw new Invalid('form-invalid', wrong)
  return done
}

async function addLine(ctx: Ctx, programme: number, action: LineAction) {
  const { id, number } = await addAction(ctx, { programme, ...action, pillar: action.pillar ?? 0 })
  for (const { kind, of } of action.serves) await serve(ctx, { programme, action: id, kind, of })
  if (action.milestone !== null || action.dueOn !== null) {
    await renamed(
      (field) => (field === 'title' ? 'milestone' : field),
      () => addMilestone(ctx, { action: id, title: action.milestone ?? '', dueOn: action.dueOn }),
    )
  }
  for (const [year, budget] of Object.entries(action.budgets)) {
    if (budget === null) continue
    await renamed(
      () => `budget_cents-${year}`,
      () => setMoney(ctx, { programme, action: id, year: Number(year), version: null, budget }),
    )
  }
  return { id, number }
}

/** Collects what is wrong with one line, so that the others are tried as well; in the end all is undone together. */
async function ofLine(line: number, wrong: { field: string; code: string }[], work: () => Promise<void>) {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    wrong.push(...error.fields.map(({ field, code }) => ({ field: `${field}@${line}`, code })))
  }
}

async function renamed<T>(name: (field: string) => string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    throw new Invalid(
      error.code,
      error.fields.map(({ field, code }) => ({ field: name(field), code })),
    )
  }
}

async function numbersByName(ctx: Ctx, programme: number): Promise<Map<string, string>> {
  const rows = await ctx.tx
    .selectFrom('programme.action')
    .select(['title', 'number'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('programme_id', '=', programme)
    .where('removed', '=', false)
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map(({ title, number }) => [sameName(title), number]))
}

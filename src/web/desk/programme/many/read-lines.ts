/** Reading what was pasted for one programme, and trying it out without keeping anything. */
import type { Ctx } from '../../../../ctx.ts'
import { Invalid } from '../../../../errors.ts'
import {
  type AddedLines,
  addActions,
  type CellFix,
  columnsFor,
  type LineChoices,
  type LineProblem,
  loadTree,
  ownersOf,
  programmeReader,
  type ReadLines,
  readActionLines,
  writePasted,
  yearsOf,
} from '../../../../programme/index.ts'
import { en } from '../../../../words/en.ts'
import { nl } from '../../../../words/nl.ts'
import type { DeskRequest } from '../../../page.ts'
import { idIn, type Typed, textIn } from '../../matter/typed.ts'
import { parseTypedDate } from '../../typed-date.ts'
import { programmeIn } from '../paths.ts'
import { loadPlan, type PlanAtDesk } from '../plan/load-plan.ts'

export type Tried = {
  text: string
  read: ReadLines
  /** Of cells; `whole` are those of all lines together. */
  problems: LineProblem[]
  whole: { code: string; name?: string }[]
  done: AddedLines
}

/** @param pillar of lines that name none */
export const choicesOf = ({ tree, people }: PlanAtDesk, pillar: number | null): LineChoices => ({
  years: yearsOf(tree),
  pillars: tree.pillars,
  officials: people.officials,
  holders: people.college,
  requests: tree.serves,
  pillar: tree.pillars.some(({ id }) => id === pillar) ? pillar : null,
  // A list that was made with the page in one language is read with it in the other.
  headings: (column, year) => [nl.programmeMany.column(column, year), en.programmeMany.column(column, year)],
  day: parseTypedDate,
})

/** The answers given for cells: `cel-3-title` beside what it was, `was-3-title`. */
export const fixesIn = (typed: Typed): CellFix[] =>
  [...typed.keys()].flatMap((name) => {
    const match = /^cel-([1-9]\d{0,4})-([a-z_]+(?:-\d{4})?)$/.exec(name)
    if (!match) return []
    const [line, column] = [Number(match[1]), match[2]!]
    return [{ line, column, was: textIn(typed, `was-${line}-${column}`), now: textIn(typed, name).trim() }]
  })

/** Undoes what was tried. */
class OnlyTried extends Error {}

/**
 * Tries the lines with the command itself, so that a trial says what adding would. They are kept only when `keep`, and nothing is wrong.
 * @throws Refused `programme-closed`; NotFound; Denied
 */
export async function tryLines(
  request: DeskRequest,
  text: string,
  { pillar, keep }: { pillar: number | null; keep: boolean },
): Promise<Tried & { plan: PlanAtDesk }> {
  let tried: (Tried & { plan: PlanAtDesk }) | undefined
  try {
    await request.transact(async (ctx) => {
      const plan = await loadPlan(ctx, programmeIn(request))
      tried = { plan, ...(await tryIn(ctx, plan, text, pillar)) }
      if (!keep || tried.problems.length + tried.whole.length > 0) throw new OnlyTried()
    })
  } catch (error) {
    if (!(error instanceof OnlyTried)) throw error
  }
  return tried!
}

async function tryIn(ctx: Ctx, plan: PlanAtDesk, text: string, pillar: number | null): Promise<Tried> {
  const read = readActionLines(text, choicesOf(plan, pillar))
  const order = columnsFor(yearsOf(plan.tree))
  const problems = [...read.problems]
  const whole: Tried['whole'] = [...read.whole]
  const clear = read.lines.filter(({ line }) => !problems.some((one) => one.line === line))
  let done: AddedLines = { added: [], known: [] }
  if (whole.length === 0 && clear.length > 0) {
    try {
      done = await addActions(ctx, { programme: plan.tree.id, lines: clear })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      for (const { field, code } of error.fields) {
        const [column = '', line] = field.split('@')
        if (line !== undefined) problems.push({ line: Number(line), column, code })
        else if (problems.length === 0) whole.push({ code })
      }
    }
  }
  return {
    text,
    read,
    problems: problems.sort((a, b) => a.line - b.line || order.indexOf(a.column) - order.indexOf(b.column)),
    whole,
    done,
  }
}

/** The actions of an earlier programme as lines: without its days and its money, on which nobody decided for this one. @throws NotFound */
export async function linesOfEarlier(ctx: Ctx, plan: PlanAtDesk, slug: string): Promise<string> {
  const tree = await loadTree(programmeReader(ctx), { municipality: ctx.actor.municipality, slug })
  const owners = await ownersOf(ctx, tree.id)
  const columns = columnsFor(yearsOf(plan.tree))
  return writePasted(
    tree.actions.map((action) => {
      const pillar = tree.pillars.find(({ id }) => id === action.pillar)
      const own = plan.tree.pillars.find(({ name }) => name === pillar?.name)
      const cells: Record<string, string | undefined> = {
        title: action.title,
        pillar_id: own?.name,
        owner: plan.people.officials.find(({ account }) => account === owners.get(action.id)?.account)?.name,
        portfolio_holder_id: plan.people.college.find(({ person }) => person === action.portfolioHolder)
          ?.name,
        partners: action.partners.join(', '),
        milestone: action.milestones.find(({ state }) => state !== 'dropped')?.title,
      }
      return columns.map((name) => cells[name] ?? '')
    }),
  )
}

export const pillarIn = (typed: Typed): number | null => idIn(typed, 'pillar_id')

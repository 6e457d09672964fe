import type { Ctx } from '../../ctx.ts'
import type { IsoDate } from '../../days.ts'
import { NotFound, Refused } from '../../errors.ts'
import { checkProgrammeRole } from '../step.ts'
import type { HistoryLine } from '../tree.ts'
import { undoStep } from '../undo-step.ts'
import { openIndicator, type ValueRow } from './open-indicator.ts'
import { checkValues } from './typed-value.ts'

/** Figures that were taken from a file in one go. `since`: how many of them somebody changed afterwards, so that they stay. */
export type FiguresTaken = { import: number; on: IsoDate; figures: number; since: number }

type Step = { id: number; of: number; step: string; at: Date; undone: boolean }
/** The steps of each import, and whether each is still the last thing that was done to its value. Pure. */
function importsOf<T extends Step>(steps: readonly T[]): (T & { last: boolean })[][] {
  const last = new Map<number, number>()
  for (const { id, of, step, undone } of steps)
    if (step !== 'undo' && !undone) last.set(of, Math.max(id, last.get(of) ?? 0))
  const taken = steps.filter(({ step }) => step === 'import')
  const together = Map.groupBy(taken, ({ at }) => at.getTime())
  return [...together.values()].map((own) =>
    own.map((one) => ({ ...one, last: last.get(one.of) === one.id })),
  )
}

/** Of the steps of an indicator, each file that was taken and is not taken back, the newest first; `import` is its first step. Pure. */
export function figuresTaken(lines: readonly HistoryLine[]): FiguresTaken[] {
  return importsOf(lines.filter(({ subject }) => subject === 'value'))
    .filter((own) => own.some(({ undone }) => !undone))
    .map((own) => ({
      import: Math.min(...own.map(({ id }) => id)),
      on: own[0]!.on,
      figures: own.length,
      since: own.filter(({ last }) => !last).length,
    }))
    .sort((a, b) => b.import - a.import)
}

/**
 * Takes back all figures that came from a file in one go: what was added goes, what was replaced comes back.
 * @returns how many figures
 * @throws Refused `moved-since` when one of them was changed since, `nothing-to-undo` when it is taken back already, `programme-closed`;
 * Invalid when what comes back may not stand beside what was added since; NotFound; Denied
 */
export async function undoImport(
  ctx: Ctx,
  input: { indicator: number; import: number },
): Promise<{ figures: number }> {
  checkProgrammeRole(ctx, 'undo a step')
  const open = await openIndicator(ctx, input.indicator)
  const { municipality } = ctx.actor
  const steps = await ctx.tx
    .selectFrom('programme.history as history')
    .innerJoin('programme.history_detail as detail', (join) =>
      join
        .onRef('detail.municipality', '=', 'history.municipality')
        .onRef('detail.history_id', '=', 'history.id'),
    )
    .innerJoin('programme.value as value', (join) =>
      join
        .onRef('value.municipality', '=', 'history.municipality')
        .onRef('value.id', '=', 'history.subject_id'),
    )
    .leftJoin('programme.history as undo', (join) =>
      join.onRef('undo.municipality', '=', 'history.municipality').onRef('undo.undoes', '=', 'history.id'),
    )
    .select([
      'history.id',
      'history.step',
      'history.moved_at as at',
      'detail.before',
      'value.id as of',
      'value.version',
      'undo.id as undo',
    ])
    .where('history.municipality', '=', municipality)
    .where('history.programme_id', '=', open.indicator.programme_id)
    .where('history.subject', '=', 'value')
    .where('value.indicator_id', '=', input.indicator)
    .orderBy('history.id')
    .execute()
  const own = importsOf(steps.map((one) => ({ ...one, undone: one.undo !== null }))).find((one) =>
    one.some(({ id }) => id === input.import),
  )
  if (!own) throw new NotFound()
  if (own.every(({ undone }) => undone)) throw new Refused('nothing-to-undo')
  if (own.some(({ last }) => !last)) throw new Refused('moved-since')
  const back = async ({ of, version }: (typeof own)[number]) => undoStep(ctx, 'value', { id: of, version })
  for (const one of own.filter(({ before }) => before === null)) await back(one)
  const replaced = own.filter(({ before }) => before !== null)
  await checkValues(
    ctx,
    open,
    replaced.map(({ before }) => before as unknown as ValueRow),
  )
  for (const one of replaced) await back(one)
  return { figures: own.length }
}

import type { Ctx } from '../../ctx.ts'
import type { IsoDate } from '../../days.ts'
import { historyOf } from '../load-tree.ts'
import { programmeReader } from '../reader.ts'
import { checkProgrammeRole } from '../step.ts'
import type { HistoryLine } from '../tree.ts'

/** A value of an indicator, also one that was taken away. */
export type ValueRef = {
  id: number
  version: number
  from: IsoDate
  to: IsoDate
  value: number
  removed: boolean
}

/** Every step of an indicator and of its values, the newest first, and those values. For the desk. */
export async function figureHistory(
  ctx: Ctx,
  { programme, indicator }: { programme: number; indicator: number },
): Promise<{ lines: HistoryLine[]; values: ValueRef[] }> {
  checkProgrammeRole(ctx, 'look at figures')
  const { municipality } = ctx.actor
  const rows = await ctx.tx
    .selectFrom('programme.value')
    .select(['id', 'version', 'period_start as from', 'period_end as to', 'value', 'removed'])
    .where('municipality', '=', municipality)
    .where('indicator_id', '=', indicator)
    .orderBy('period_start')
    .orderBy('id')
    .execute()
  const values = rows.map((row) => ({ ...row, value: Number(row.value) }))
  const ids = new Set(values.map(({ id }) => id))
  const all = await historyOf(programmeReader(ctx), { municipality, programme })
  const lines = all.filter(
    ({ subject, of }) =>
      (subject === 'indicator' && of === indicator) || (subject === 'value' && ids.has(of)),
  )
  return { lines, values }
}

import type { IsoDate } from '../days.ts'
import type { ActionState } from './action.ts'
import type { ProgrammeDb } from './load-tree.ts'

/** The programme that runs now, with what a first page says of it. */
export type CurrentProgramme = {
  slug: string
  title: string
  endsOn: IsoDate
  actions: Record<ActionState, number>
  /** Of those that were not dropped. */
  milestones: { reached: number; of: number }
}

/** The newest adopted programme, in few queries; null when none runs. Over either login. */
export async function currentProgramme(
  db: ProgrammeDb,
  municipality: string,
): Promise<CurrentProgramme | null> {
  const row = await db
    .selectFrom('programme.programme')
    .select(['id', 'slug', 'title', 'ends_on as endsOn'])
    .where('municipality', '=', municipality)
    .where('removed', '=', false)
    .where('state', '=', 'adopted')
    .orderBy('starts_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { id, ...programme } = row
  const states = <T extends 'programme.action' | 'programme.milestone'>(table: T) =>
    db
      .selectFrom(table as 'programme.action')
      .select((on) => ['state', on.fn.countAll<string>().as('count')])
      .where('municipality', '=', municipality)
      .where('programme_id', '=', id)
      .where('removed', '=', false)
      .groupBy('state')
      .execute() as Promise<{ state: string; count: string }[]>
  const [actions, milestones] = [await states('programme.action'), await states('programme.milestone')]
  const of = (rows: readonly { state: string; count: string }[], state: string) =>
    Number(rows.find((one) => one.state === state)?.count ?? 0)
  const reached = of(milestones, 'reached')
  return {
    ...programme,
    actions: {
      planned: of(actions, 'planned'),
      running: of(actions, 'running'),
      done: of(actions, 'done'),
      stopped: of(actions, 'stopped'),
    },
    milestones: { reached, of: reached + of(milestones, 'open') },
  }
}

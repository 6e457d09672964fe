import type { Ctx } from '../ctx.ts'
import type { IsoDate } from '../days.ts'
import { openStates } from './action.ts'

/** Something of an adopted programme with a day, and who carries it. */
export type ProgrammeOwed = {
  about: 'milestone' | 'action'
  /** Of the milestone or the action. */
  id: number
  text: string
  /** The day of the milestone; the last day of the action. */
  due: IsoDate
  programme: { slug: string; title: string }
  action: { id: number; number: string; title: string }
  /** Account of the official. */
  account: string | null
  /** Person of the council's register. */
  portfolioHolder: number | null
}

/** Milestones that are open and actions that go on, with a day up to `until`, by day. Drafts promise nobody anything. */
export async function owedOn(ctx: Ctx, { until }: { until: IsoDate }): Promise<ProgrammeOwed[]> {
  const rows = await ctx.tx
    .selectFrom('programme.action as action')
    .innerJoin('programme.programme as programme', (join) =>
      join
        .onRef('programme.municipality', '=', 'action.municipality')
        .onRef('programme.id', '=', 'action.programme_id'),
    )
    .leftJoin('programme.action_owner as owner', (join) =>
      join.onRef('owner.municipality', '=', 'action.municipality').onRef('owner.action_id', '=', 'action.id'),
    )
    .select([
      'action.id',
      'action.number',
      'action.title',
      'action.ends_on',
      'action.portfolio_holder_id',
      'programme.slug',
      'programme.title as programme_title',
      'owner.account_id',
    ])
    .where('action.municipality', '=', ctx.actor.municipality)
    .where('action.removed', '=', false)
    .where('action.state', 'in', openStates)
    .where('programme.removed', '=', false)
    .where('programme.state', '=', 'adopted')
    .execute()
  const milestones = await ctx.tx
    .selectFrom('programme.milestone')
    .select(['id', 'action_id', 'title', 'due_on'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('state', '=', 'open')
    .where('removed', '=', false)
    .where('due_on', '<=', until)
    .execute()
  return rows
    .flatMap((row): ProgrammeOwed[] => {
      const of = {
        programme: { slug: row.slug, title: row.programme_title },
        action: { id: row.id, number: row.number, title: row.title },
        account: row.account_id,
        portfolioHolder: row.portfolio_holder_id,
      }
      const own = milestones
        .filter(({ action_id }) => action_id === row.id)
        .map(({ id, title, due_on }) => ({
          about: 'milestone' as const,
          id,
          text: title,
          due: due_on!,
          ...of,
        }))
      return row.ends_on !== null && row.ends_on <= until
        ? [...own, { about: 'action', id: row.id, text: row.title, due: row.ends_on, ...of }]
        : own
    })
    .sort((a, b) => a.due.localeCompare(b.due) || b.about.localeCompare(a.about) || a.id - b.id)
}

import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { NotFound } from '../../errors.ts'
import { type ListedMatter, listMatters } from '../life/desk-lists.ts'
import { readerOf } from '../life/desk-reader.ts'
import type { DossierProposal } from '../life/facts.ts'
import { loadProposals } from '../life/load-matters.ts'
import type { DecidingBody } from '../life/settings.ts'
import type { IsoDate } from '../read/reading.ts'
import { lifeSettings } from '../set-up-municipality.ts'
import type { LineChoice } from './council-list.ts'

export type CouncilListSummary = {
  id: number
  meetingOn: IsoDate
  state: 'open' | 'closed'
  lines: number
  /** Lines that were decided or put off. */
  done: number
}
export type CouncilListLine = {
  position: number
  matter: Pick<ListedMatter, 'id' | 'motion' | 'text' | 'state'>
  proposal: DossierProposal
  choice: LineChoice | null
  reason: string | null
  done: LineChoice | null
  /** The proposal no longer waits, or was decided elsewhere. */
  gone: boolean
}
export type CouncilList = Omit<CouncilListSummary, 'lines' | 'done'> & {
  version: number
  decidingBody: DecidingBody | null
  lines: CouncilListLine[]
}

/** All lists, the newest meeting first. */
export async function councilLists(ctx: Ctx): Promise<CouncilListSummary[]> {
  return ctx.tx
    .selectFrom('council.council_list as list')
    .leftJoin('council.council_list_line as line', (join) =>
      join.onRef('line.municipality', '=', 'list.municipality').onRef('line.list_id', '=', 'list.id'),
    )
    .select([
      'list.id',
      'list.meeting_on as meetingOn',
      'list.state',
      sql<number>`count(line.position)::int`.as('lines'),
      sql<number>`count(line.done)::int`.as('done'),
    ])
    .where('list.municipality', '=', ctx.actor.municipality)
    .groupBy(['list.municipality', 'list.id'])
    .orderBy('list.meeting_on', 'desc')
    .orderBy('list.id', 'desc')
    .limit(200)
    .execute()
}

/** One list with its lines in order; a handful of queries for any number of them. @throws NotFound */
export async function councilList(ctx: Ctx, input: { list: number }): Promise<CouncilList> {
  const { municipality } = ctx.actor
  const row = await ctx.tx
    .selectFrom('council.council_list')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('id', '=', input.list)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const lines = await ctx.tx
    .selectFrom('council.council_list_line')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('list_id', '=', row.id)
    .orderBy('position')
    .execute()
  const motions = [...new Set(lines.map((line) => line.motion_id))]
  const matters = await listMatters(ctx, { motions })
  const proposals = await loadProposals(readerOf(ctx), municipality, motions)
  const { decidingBody } = await lifeSettings(ctx, row.meeting_on)
  return {
    id: row.id,
    meetingOn: row.meeting_on,
    state: row.state,
    version: row.version,
    decidingBody,
    lines: lines.flatMap((line) => {
      const matter = matters.find((one) => one.id === line.matter_id)
      const proposal = proposals.find((one) => one.id === line.proposal_id)
      if (!matter || !proposal) return []
      return {
        position: line.position,
        matter: { id: matter.id, motion: matter.motion, text: matter.text, state: matter.state },
        proposal,
        choice: line.choice,
        reason: line.reason,
        done: line.done,
        gone: line.done === null && matter.proposal?.id !== line.proposal_id,
      }
    }),
  }
}

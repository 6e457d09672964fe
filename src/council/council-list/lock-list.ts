import type { Selectable } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { Denied, NotFound, Refused } from '../../errors.ts'
import type { IsoDate } from '../read/reading.ts'
import { lifeSettings } from '../set-up-municipality.ts'
import { keeperOf } from './council-list.ts'
import type { CouncilListTable } from './tables.ts'

/** @throws Denied when the lists of this municipality are not theirs to keep; Refused `no-deciding-body` */
export async function checkKeeper(ctx: Ctx, on: IsoDate): Promise<void> {
  const keeper = keeperOf((await lifeSettings(ctx, on)).decidingBody)
  if (keeper === null) throw new Refused('no-deciding-body')
  const { actor } = ctx
  if (actor.kind === 'person' && actor.role !== keeper) throw new Denied(`role ${actor.role} keeps no list`)
}

export type CouncilListRow = Selectable<CouncilListTable>

/** Holds a list that is open, as the page showed it. @throws Refused `changed-by-other`, `list-closed`; Denied; NotFound */
export async function lockList(ctx: Ctx, input: { list: number; version: number }): Promise<CouncilListRow> {
  return lockIn(ctx, input, 'open')
}

/** The same for a list that is closed. @throws Refused `nothing-to-undo` when it is open; as `lockList` */
export async function lockClosedList(
  ctx: Ctx,
  input: { list: number; version: number },
): Promise<CouncilListRow> {
  return lockIn(ctx, input, 'closed')
}

async function lockIn(
  ctx: Ctx,
  { list, version }: { list: number; version: number },
  state: CouncilListRow['state'],
): Promise<CouncilListRow> {
  const row = await ctx.tx
    .selectFrom('council.council_list')
    .selectAll()
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', list)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  await checkKeeper(ctx, row.meeting_on)
  if (row.state !== state) throw new Refused(state === 'open' ? 'list-closed' : 'nothing-to-undo')
  if (row.version !== version) throw new Refused('changed-by-other')
  return row
}

/** @returns the version that the next change must name */
export async function touchList(ctx: Ctx, row: CouncilListRow): Promise<number> {
  const version = row.version + 1
  await ctx.tx
    .updateTable('council.council_list')
    .set({ version })
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', row.id)
    .execute()
  return version
}

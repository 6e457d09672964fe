import { record } from '../../audit/index.ts'
import type { Ctx } from '../../ctx.ts'
import { isIsoDate } from '../../days.ts'
import { Invalid } from '../../errors.ts'
import { listMatters } from '../life/desk-lists.ts'
import type { IsoDate } from '../read/reading.ts'
import { isReady } from './council-list.ts'
import { checkKeeper, lockList, touchList } from './lock-list.ts'

/**
 * Adds what has become ready since the list was made, at the end.
 * @throws Refused `changed-by-other`, `list-closed`; Denied; NotFound
 */
export async function refillList(
  ctx: Ctx,
  input: { list: number; version: number },
): Promise<{ version: number; lines: number }> {
  const row = await lockList(ctx, input)
  const lines = await addReady(ctx, row.id, row.meeting_on)
  return { version: lines > 0 ? await touchList(ctx, row) : row.version, lines }
}

/**
 * Makes the list of one meeting, with every proposal that can be decided there and stands on no other open list, in the order of
 * the motions. @throws Invalid (`meetingOn`); Denied; Refused `no-deciding-body`
 */
export async function makeList(
  ctx: Ctx,
  input: { meetingOn: string },
): Promise<{ list: number; lines: number }> {
  if (!isIsoDate(input.meetingOn)) {
    throw new Invalid('form-invalid', [{ field: 'meetingOn', code: 'date-invalid' }])
  }
  const meetingOn: IsoDate = input.meetingOn
  await checkKeeper(ctx, meetingOn)
  const { municipality } = ctx.actor
  const { id: list } = await ctx.tx
    .insertInto('council.council_list')
    .values({ municipality, meeting_on: meetingOn, made_at: ctx.now, closed_at: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  const lines = await addReady(ctx, list, meetingOn)
  await record(ctx, 'council-list.made', { list: String(list) })
  return { list, lines }
}

async function addReady(ctx: Ctx, list: number, meetingOn: IsoDate): Promise<number> {
  const { municipality } = ctx.actor
  const taken = await ctx.tx
    .selectFrom('council.council_list_line as line')
    .innerJoin('council.council_list as list', (join) =>
      join.onRef('list.municipality', '=', 'line.municipality').onRef('list.id', '=', 'line.list_id'),
    )
    .select(['line.proposal_id', 'line.list_id', 'line.position', 'list.state', 'line.done'])
    .where('line.municipality', '=', municipality)
    .where((eb) => eb.or([eb('list.state', '=', 'open'), eb('list.id', '=', list)]))
    .execute()
  const elsewhere = new Set(taken.filter((row) => row.done === null).map((row) => row.proposal_id))
  const here = taken.filter((row) => row.list_id === list)
  const ready = (await listMatters(ctx, 'proposed'))
    .filter(({ proposal }) => proposal !== null && isReady(proposal, meetingOn))
    .filter(({ proposal }) => !elsewhere.has(proposal!.id))
    .filter(({ proposal }) => !here.some((row) => row.proposal_id === proposal!.id))
    .sort((a, b) => (a.motion.dated ?? '').localeCompare(b.motion.dated ?? ''))
  if (ready.length === 0) return 0
  const last = Math.max(0, ...here.map((row) => row.position))
  await ctx.tx
    .insertInto('council.council_list_line')
    .values(
      ready.map((matter, index) => ({
        municipality,
        list_id: list,
        position: last + index + 1,
        proposal_id: matter.proposal!.id,
        matter_id: matter.id,
        motion_id: matter.motion.id,
        choice: null,
        reason: null,
        done: null,
      })),
    )
    .execute()
  return ready.length
}

import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { reachedBetween } from '../programme/reached-between.ts'
import type { IsoDate } from '../read/reading.ts'
import type { EventKind, MailEvent, MailMotion, MotionEvents } from './mail.ts'

/** Steps that mail does not tell: they say nothing about what is done. */
const untold = ['register', 'assign']
const untoldOfCommitment = ['set-check-date', 'relate']
const here = 'Europe/Amsterdam'
const between = (column: string, from: IsoDate, until: IsoDate) =>
  sql<boolean>`(${sql.ref(column)} at time zone ${here})::date >= ${from}::date
    and (${sql.ref(column)} at time zone ${here})::date < ${until}::date`

/** What happened with each public motion, oldest first. */
export type EventsByMotion = ReadonlyMap<number, MotionEvents>

/**
 * Everything that was entered from one day to before another, by motion. A step that was taken back within these days is not told, nor is
 * taking it back. Public facts only.
 */
export async function eventsBetween(
  ctx: Ctx,
  days: { from: IsoDate; until: IsoDate },
): Promise<EventsByMotion> {
  const found = [
    ...(await newMotions(ctx, days)),
    ...(await answers(ctx, days)),
    ...(await matterSteps(ctx, days)),
    ...(await commitmentSteps(ctx, days)),
    ...(await milestonesReached(ctx, days)),
  ]
  const motions = await motionsOf(ctx, [...new Set(found.map(({ motion }) => motion))])
  const byMotion = new Map<number, MotionEvents>()
  for (const { motion, event } of found) {
    const ref = motions.get(motion)
    if (!ref) continue
    const entry = byMotion.get(motion) ?? { motion: ref, events: [] }
    entry.events.push(event)
    byMotion.set(motion, entry)
  }
  for (const { events } of byMotion.values()) events.sort((a, b) => a.on.localeCompare(b.on))
  return byMotion
}

type Days = { from: IsoDate; until: IsoDate }
type Found = { motion: number; event: MailEvent }
const event = (
  what: EventKind,
  on: IsoDate,
  more: Partial<Pick<MailEvent, 'text' | 'outcome' | 'until'>> = {},
): MailEvent => ({ what, on, text: null, outcome: null, until: null, ...more })

async function newMotions(ctx: Ctx, { from, until }: Days): Promise<Found[]> {
  const rows = await ctx.tx
    .selectFrom('council.motion')
    .select(['id', sql<IsoDate>`(created_at at time zone ${here})::date`.as('on')])
    .where('municipality', '=', ctx.actor.municipality)
    .where(between('created_at', from, until))
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ motion: row.id, event: event('registered', row.on) }))
}

async function answers(ctx: Ctx, { from, until }: Days): Promise<Found[]> {
  const rows = await ctx.tx
    .selectFrom('council.letter as letter')
    .innerJoin('council.letter_motion as link', (join) =>
      join.onRef('link.municipality', '=', 'letter.municipality').onRef('link.letter_id', '=', 'letter.id'),
    )
    .select(['link.motion_id', 'letter.dated', 'letter.subject'])
    .where('letter.municipality', '=', ctx.actor.municipality)
    .where('link.role', '=', 'answers')
    .where(between('letter.published_at', from, until))
    .orderBy('letter.id')
    .execute()
  return rows.map((row) => ({
    motion: row.motion_id,
    event: event('answered', row.dated, { text: row.subject }),
  }))
}

async function matterSteps(ctx: Ctx, { from, until }: Days): Promise<Found[]> {
  const { rows } = await sql<{
    motion: number
    step: string
    on: IsoDate
    outcome: string | null
    text: string
  }>`
    select history.motion_id as motion, history.step, history.moved_on as on, history.outcome,
      coalesce(part.text, request.text) as text
    from council.matter_history history
    join council.matter matter on matter.municipality = history.municipality and matter.id = history.matter_id
    join council.request request on request.municipality = matter.municipality and request.id = matter.request_id
    left join council.request_part part on part.municipality = matter.municipality and part.id = matter.part_id
    left join council.matter_history undo on undo.municipality = history.municipality and undo.undoes = history.id
    left join council.matter_history undone on undone.municipality = history.municipality and undone.id = history.undoes
    where history.municipality = ${ctx.actor.municipality}
      and history.step <> all(${untold})
      and ${between('history.moved_at', from, until)}
      and not coalesce(${between('undo.moved_at', from, until)}, false)
      and not coalesce(${between('undone.moved_at', from, until)} or undone.step = any(${untold}), false)
    order by history.id`.execute(ctx.tx)
  return rows.map((row) => ({
    motion: row.motion,
    event: event(`matter.${row.step}` as EventKind, row.on, { text: row.text, outcome: row.outcome }),
  }))
}

async function commitmentSteps(ctx: Ctx, { from, until }: Days): Promise<Found[]> {
  const { rows } = await sql<{
    motion: number
    step: string
    on: IsoDate
    text: string
    new_day: IsoDate | null
  }>`
    select link.motion_id as motion, history.step, history.moved_on as on, commitment.text, extension.new_day
    from council.commitment_history history
    join council.commitment commitment
      on commitment.municipality = history.municipality and commitment.id = history.commitment_id
    join council.commitment_motion link
      on link.municipality = history.municipality and link.commitment_id = history.commitment_id
    left join council.commitment_extension extension
      on extension.municipality = history.municipality and extension.history_id = history.id
    left join council.commitment_history undo on undo.municipality = history.municipality and undo.undoes = history.id
    left join council.commitment_history undone on undone.municipality = history.municipality and undone.id = history.undoes
    where history.municipality = ${ctx.actor.municipality} and commitment.published_at is not null
      and history.step <> all(${untoldOfCommitment})
      and ${between('history.moved_at', from, until)}
      and not coalesce(${between('undo.moved_at', from, until)}, false)
      and not coalesce(${between('undone.moved_at', from, until)} or undone.step = any(${untoldOfCommitment}), false)
    order by history.id`.execute(ctx.tx)
  return rows.map((row) => ({
    motion: row.motion,
    event: event(`commitment.${row.step}` as EventKind, row.on, { text: row.text, until: row.new_day }),
  }))
}

/** What adopted programmes reached for motions. */
async function milestonesReached(ctx: Ctx, days: Days): Promise<Found[]> {
  const rows = await reachedBetween(ctx, days)
  return rows.map((row) => ({ motion: row.motion, event: event('milestone', row.on, { text: row.text }) }))
}

/** The public ones of these motions, as mail names them. */
export async function motionsOf(ctx: Ctx, ids: readonly number[]): Promise<Map<number, MailMotion>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('council.motion')
    .select(['id', 'kind', 'number', 'title', 'year', 'slug'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', 'in', ids)
    .where('published_at', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

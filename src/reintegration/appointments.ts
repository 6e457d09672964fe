import type { Selectable } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { type FieldError, Invalid, NotFound, Refused } from '../errors.ts'
import type { Trajectory } from './open-trajectory.ts'
import { accountOf, type CaseKey, lockRow, written } from './rows.ts'
import { keepBefore, nextId, placeIn } from './sealed-rows.ts'
import type { ReintegrationTables } from './tables.ts'
import { teamOf } from './team.ts'

export const appointmentKinds = [
  'conversation',
  'school',
  'housing',
  'debt',
  'work',
  'care',
  'legal',
  'other',
] as const
export type AppointmentKind = (typeof appointmentKinds)[number]
export const settled = ['kept', 'missed', 'cancelled'] as const
export type AppointmentState = 'planned' | (typeof settled)[number]

/** An appointment without its place. */
export type Appointment = {
  id: number
  at: Date
  kind: AppointmentKind
  /** What it is about. */
  body: string | null
  hasPlace: boolean
  goesAlong: string | null
  goesAlongName: string | null
  state: AppointmentState
  version: number
}

export type Planned = {
  at: Date
  kind: AppointmentKind
  body?: string | null
  place?: string | null
  goesAlong?: string | null
}

/**
 * Makes an appointment. The place is sealed; it never stands on her own page.
 * @returns its identifier
 * @throws {Invalid} `goesAlong` not in the team
 */
export async function planAppointment(ctx: CaseCtx, trajectory: Trajectory, input: Planned): Promise<number> {
  await checkTeam(ctx, trajectory, input.goesAlong)
  const id = await nextId(ctx, 'reintegration.appointment')
  await ctx.tx
    .insertInto('reintegration.appointment')
    .values({
      id,
      trajectory_id: trajectory.id,
      at: input.at,
      kind: input.kind,
      ...sealed(trajectory, id, 1, input),
      goes_along: input.goesAlong ?? null,
      made_by: accountOf(ctx),
      made_at: ctx.now,
    })
    .execute()
  await say(ctx, trajectory, 'appointment.made', 'C', id, ['at', 'kind', 'body', 'place', 'goes-along'])
  return id
}

/**
 * Moves an appointment, or changes what it is about. A place that is not given stays.
 * @throws {Refused} `move-not-possible` when it was settled
 */
export async function changeAppointment(
  ctx: CaseCtx,
  trajectory: Trajectory,
  input: Planned & { id: number; version: number },
): Promise<void> {
  const row = await lockRow(ctx, trajectory, 'reintegration.appointment', input)
  if (row.state !== 'planned') throw new Refused('move-not-possible')
  await checkTeam(ctx, trajectory, input.goesAlong)
  const was = contents(trajectory, row)
  const moved = row.at.getTime() !== input.at.getTime()
  await keep(ctx, trajectory, row, moved ? 'moved' : 'changed')
  const version = row.version + 1
  const place = written(input.place) ?? was.place
  await ctx.tx
    .updateTable('reintegration.appointment')
    .set({
      at: input.at,
      kind: input.kind,
      ...sealed(trajectory, row.id, version, { body: input.body ?? null, place }),
      goes_along: input.goesAlong ?? null,
      version,
    })
    .where('id', '=', row.id)
    .execute()
  await say(ctx, trajectory, moved ? 'appointment.moved' : 'appointment.changed', 'U', row.id, [
    ...(moved ? ['at'] : []),
    'kind',
    'body',
    'place',
    'goes-along',
  ])
}

/** Says how it went. @throws {Refused} `move-not-possible` when that was said already */
export async function settleAppointment(
  ctx: CaseCtx,
  trajectory: Trajectory,
  input: { id: number; version: number; state: (typeof settled)[number] },
): Promise<void> {
  const row = await lockRow(ctx, trajectory, 'reintegration.appointment', input)
  if (row.state !== 'planned') throw new Refused('move-not-possible')
  if (input.state !== 'cancelled' && row.at > ctx.now) {
    throw new Invalid('form-invalid', [{ field: 'state', code: 'not-yet' }])
  }
  await keep(ctx, trajectory, row, input.state)
  const version = row.version + 1
  await ctx.tx
    .updateTable('reintegration.appointment')
    .set({
      state: input.state,
      ...sealed(trajectory, row.id, version, contents(trajectory, row)),
      version,
    })
    .where('id', '=', row.id)
    .execute()
  await say(ctx, trajectory, `appointment.${input.state}`, 'U', row.id, ['state'])
}

/** Appointments, the nearest to come first, then those that were, the last one first; without places. */
export async function appointmentsOf(ctx: CaseCtx, trajectory: CaseKey): Promise<Appointment[]> {
  const rows = await ctx.tx
    .selectFrom('reintegration.appointment as appointment')
    .leftJoin('gate.account as account', 'account.id', 'appointment.goes_along')
    .select([
      'appointment.id',
      'appointment.at',
      'appointment.kind',
      'appointment.body',
      'appointment.goes_along',
      'appointment.state',
      'appointment.version',
      'account.name',
    ])
    .select(({ eb }) => eb('appointment.place', 'is not', null).as('hasPlace'))
    .where('appointment.trajectory_id', '=', trajectory.id)
    .orderBy('appointment.at')
    .execute()
  const all = rows.map((row) => ({
    id: row.id,
    at: row.at,
    kind: row.kind,
    body: row.body && trajectory.key.openText(placeOf(row, 'body'), row.body),
    hasPlace: Boolean(row.hasPlace),
    goesAlong: row.goes_along,
    goesAlongName: row.name,
    state: row.state,
    version: row.version,
  }))
  const [planned, rest] = [
    all.filter(({ state }) => state === 'planned'),
    all.filter(({ state }) => state !== 'planned'),
  ]
  return [...planned, ...rest.reverse()]
}

/** Where it is. That it was shown stands in the trail. @throws {NotFound} also when no place was kept */
export async function showMeetingPlace(ctx: CaseCtx, trajectory: Trajectory, id: number): Promise<string> {
  const row = await ctx.tx
    .selectFrom('reintegration.appointment')
    .select(['id', 'place', 'version'])
    .where('id', '=', id)
    .where('trajectory_id', '=', trajectory.id)
    .executeTakeFirst()
  if (!row?.place) throw new NotFound()
  await append(ctx, {
    event: 'location.opened',
    action: 'R',
    purpose: trajectory.purpose,
    trajectory: trajectory.id,
    parts: { appointment: id },
    fields: ['place'],
  })
  return trajectory.key.openText(placeOf(row, 'place'), row.place)
}

type Row = Selectable<ReintegrationTables['reintegration.appointment']>

const placeOf = ({ id, version }: { id: number; version: number }, column: 'body' | 'place') =>
  placeIn('reintegration.appointment', id, column, version)

const contents = ({ key }: CaseKey, row: Row) => ({
  body: row.body && key.openText(placeOf(row, 'body'), row.body),
  place: row.place && key.openText(placeOf(row, 'place'), row.place),
})

function sealed({ key }: CaseKey, id: number, version: number, given: Pick<Planned, 'body' | 'place'>) {
  const [body, place] = [written(given.body), written(given.place)]
  return {
    body: body === null ? null : key.seal(placeOf({ id, version }, 'body'), body),
    place: place === null ? null : key.seal(placeOf({ id, version }, 'place'), place),
  }
}

async function checkTeam(
  ctx: CaseCtx,
  trajectory: Trajectory,
  account: string | null | undefined,
): Promise<void> {
  if (!account) return
  const team = await teamOf(ctx, trajectory)
  const errors: FieldError[] = team.some(({ accountId }) => accountId === account)
    ? []
    : [{ field: 'goesAlong', code: 'unknown' }]
  if (errors.length > 0) throw new Invalid('form-invalid', errors)
}

const keep = (ctx: CaseCtx, trajectory: Trajectory, row: Row, change: string) =>
  keepBefore(ctx, trajectory, {
    part: 'appointment',
    id: row.id,
    version: row.version,
    change,
    before: {
      at: row.at,
      kind: row.kind,
      goes_along: row.goes_along,
      state: row.state,
      ...contents(trajectory, row),
    },
  })

const say = (
  ctx: CaseCtx,
  trajectory: Trajectory,
  event: string,
  action: 'C' | 'U',
  id: number,
  fields: readonly string[],
) =>
  append(ctx, {
    event,
    action,
    purpose: trajectory.purpose,
    trajectory: trajectory.id,
    parts: { appointment: id },
    fields,
  })

/** Everything of a case in one reading, to give to whoever it concerns or to read with her. Sources: AVG art. 12(1) and 15. */
import { append, type DayOfLooks, whoLooked } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { Refused } from '../errors.ts'
import type { Appointment } from './appointments.ts'
import { appointmentsOf, showMeetingPlace } from './appointments.ts'
import { reasonOf } from './break-glass.ts'
import { type Contact, contactsOf } from './contacts.ts'
import { type Goal, goalsOf } from './goals.ts'
import { type Identity, readIdentity } from './identity.ts'
import { type LocationKind, locationsOf, showLocation } from './locations.ts'
import { type Message, messagesOf } from './messages.ts'
import { type Note, notesOf } from './notes.ts'
import type { Trajectory } from './open-trajectory.ts'
import { coordinates } from './requests-steps.ts'
import { type ShareMessage, shareMessages } from './share-messages.ts'
import { itemsOf, type ShareShown, sharesOf } from './shares-queries.ts'
import type { Ground, Part } from './tables.ts'
import { type Term, termsOf } from './terms.ts'

export type Printout = {
  identity: Identity
  grounds: { kind: Ground; law: string; from: Date; until: Date | null; withdrawnAt: Date | null }[]
  team: { name: string; part: Part; from: Date; until: Date | null }[]
  goals: Goal[]
  appointments: (Appointment & { place: string | null })[]
  notes: Note[]
  contacts: Contact[]
  terms: Term[]
  shares: (ShareShown & { items: { category: string; text: string }[]; messages: ShareMessage[] })[]
  messages: Message[]
  emergencies: { by: string; from: Date; until: Date; reason: string }[]
  looked: DayOfLooks[]
  /** Empty unless asked for: those that whoever prints may see. */
  places: { kind: LocationKind; text: string }[]
}

/** Whether a printout may be made of this case now: access was granted, to somebody who showed who she is, and not done yet. */
export async function mayPrint(ctx: CaseCtx, trajectory: Trajectory): Promise<boolean> {
  if (!coordinates(trajectory)) return false
  const row = await ctx.tx
    .selectFrom('reintegration.subject_request')
    .select('id')
    .where('trajectory_id', '=', trajectory.id)
    .where('kind', '=', 'access')
    .where('decision', 'in', ['granted', 'partly'])
    .where('verified_at', 'is not', null)
    .where('done_on', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Everything that is there. One line says that it was taken out, with the parts as names of fields; each place has a line of its own.
 * @param input.places also where she is and meets people: only when she asks in person
 * @throws {Refused} where `mayPrint` says no
 */
export async function printTrajectory(
  ctx: CaseCtx,
  trajectory: Trajectory,
  input: { places: boolean },
): Promise<Printout> {
  if (!(await mayPrint(ctx, trajectory))) throw new Refused('move-not-possible')
  const shares = []
  for (const share of await sharesOf(ctx, trajectory)) {
    shares.push({
      ...share,
      items: await itemsOf(ctx, trajectory, share.id),
      messages: await shareMessages(ctx, trajectory, share.id),
    })
  }
  const appointments = []
  for (const one of await appointmentsOf(ctx, trajectory)) {
    const place = input.places && one.hasPlace ? await showMeetingPlace(ctx, trajectory, one.id) : null
    appointments.push({ ...one, place })
  }
  const places = []
  for (const { id, kind } of input.places ? await locationsOf(ctx, trajectory) : []) {
    places.push({ kind, text: await showLocation(ctx, trajectory, id) })
  }
  const printed: Printout = {
    identity: await readIdentity(ctx, trajectory),
    grounds: await groundsOf(ctx, trajectory),
    team: await everyoneOf(ctx, trajectory),
    goals: await goalsOf(ctx, trajectory),
    appointments,
    notes: (await notesOf(ctx, trajectory, { most: 100_000 })).notes,
    contacts: await contactsOf(ctx, trajectory),
    terms: await termsOf(ctx, trajectory),
    shares,
    messages: await messagesOf(ctx, trajectory),
    emergencies: await emergenciesOf(ctx, trajectory),
    looked: await whoLooked(ctx, trajectory.id),
    places,
  }
  await append(ctx, {
    event: 'case.exported',
    action: 'E',
    purpose: 'data-subject-request',
    trajectory: trajectory.id,
    relation: true,
    fields: [
      ...['title', 'caution', 'state', 'phase', 'residence'],
      ...Object.keys(printed).filter((part) => part !== 'places' || input.places),
    ],
  })
  return printed
}

async function groundsOf(ctx: CaseCtx, { id }: Trajectory): Promise<Printout['grounds']> {
  return ctx.tx
    .selectFrom('reintegration.basis')
    .select(['kind', 'law', 'from_at as from', 'until_at as until', 'withdrawn_at as withdrawnAt'])
    .where('trajectory_id', '=', id)
    .orderBy('id')
    .execute()
}

/** Everyone who works with her, or did. */
async function everyoneOf(ctx: CaseCtx, { id }: Trajectory): Promise<Printout['team']> {
  const rows = await ctx.tx
    .selectFrom('reintegration.care_relation as relation')
    .innerJoin('gate.account as account', 'account.id', 'relation.account_id')
    .select(['account.name', 'relation.part', 'relation.from_at as from', 'relation.until_at as until'])
    .where('relation.trajectory_id', '=', id)
    .orderBy('relation.from_at')
    .execute()
  return rows.map((row) => ({ ...row, name: row.name ?? '' }))
}

async function emergenciesOf(ctx: CaseCtx, { id }: Trajectory): Promise<Printout['emergencies']> {
  const rows = await ctx.tx
    .selectFrom('reintegration.emergency as emergency')
    .innerJoin('gate.account as account', 'account.id', 'emergency.account_id')
    .select(['account.name', 'emergency.from_at as from', 'emergency.until_at as until', 'emergency.reason'])
    .where('emergency.trajectory_id', '=', id)
    .orderBy('emergency.from_at')
    .execute()
  const shown = []
  for (const { name, reason, ...row } of rows) {
    shown.push({ ...row, by: name ?? '', reason: await reasonOf(ctx, reason) })
  }
  return shown
}

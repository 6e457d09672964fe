import type { Selectable } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { dayOf, type IsoDate } from '../days.ts'
import { Invalid, Refused } from '../errors.ts'
import type { Trajectory } from './open-trajectory.ts'
import { accountOf, type Before, type CaseKey, historyOf, lockRow, written } from './rows.ts'
import { keepBefore, nextId, placeIn } from './sealed-rows.ts'
import type { ReintegrationTables } from './tables.ts'

export const verdicts = ['safe', 'unsafe', 'unknown'] as const
export type SafetyVerdict = (typeof verdicts)[number]
export type ContactKind = 'informal' | 'professional'

/** Somebody around her. `closeness` 1 is nearest, 3 farthest. `until` is the day on which this ended. */
export type Contact = {
  id: number
  /** What this person is to her, such as "buurvrouw": no name is needed. */
  who: string
  kind: ContactKind
  /** What she herself says. */
  verdict: SafetyVerdict
  closeness: 1 | 2 | 3
  since: IsoDate | null
  until: IsoDate | null
  setAt: Date
  version: number
}

type Given = Pick<Contact, 'who' | 'kind' | 'verdict' | 'closeness'>
type Row = Selectable<ReintegrationTables['reintegration.contact']>

/** @returns its identifier @throws {Invalid} `who` needed */
export async function addContact(ctx: CaseCtx, trajectory: Trajectory, input: Given): Promise<number> {
  const who = neededWho(input.who)
  const id = await nextId(ctx, 'reintegration.contact')
  await ctx.tx
    .insertInto('reintegration.contact')
    .values({
      id,
      trajectory_id: trajectory.id,
      who: trajectory.key.seal(placeIn('reintegration.contact', id, 'who'), who),
      kind: input.kind,
      verdict: input.verdict,
      closeness: input.closeness,
      since: dayOf(ctx.now),
      until: null,
      set_at: ctx.now,
      set_by: accountOf(ctx),
    })
    .execute()
  await say(ctx, trajectory, 'contact.added', 'C', id, ['who', 'kind', 'verdict', 'closeness'])
  return id
}

/** @throws {Invalid} `who` needed; `changed-by-other` @throws {Refused} `move-not-possible` when it ended */
export async function changeContact(
  ctx: CaseCtx,
  trajectory: Trajectory,
  input: Given & { id: number; version: number },
): Promise<void> {
  const who = neededWho(input.who)
  const row = await lockRow(ctx, trajectory, 'reintegration.contact', input)
  if (row.until) throw new Refused('move-not-possible')
  const was = opened(trajectory, row)
  const fields = (['who', 'kind', 'verdict', 'closeness'] as const).filter(
    (field) => was[field] !== { ...input, who }[field],
  )
  if (fields.length === 0) return
  await keep(ctx, trajectory, was, 'changed')
  const version = row.version + 1
  await ctx.tx
    .updateTable('reintegration.contact')
    .set({
      who: trajectory.key.seal(placeIn('reintegration.contact', row.id, 'who', version), who),
      kind: input.kind,
      verdict: input.verdict,
      closeness: input.closeness,
      version,
    })
    .where('id', '=', row.id)
    .execute()
  await say(ctx, trajectory, 'contact.changed', 'U', row.id, fields)
}

/** This person is around her no longer. */
export async function endContact(
  ctx: CaseCtx,
  trajectory: Trajectory,
  input: { id: number; version: number },
): Promise<void> {
  const row = await lockRow(ctx, trajectory, 'reintegration.contact', input)
  if (row.until) throw new Refused('move-not-possible')
  const was = opened(trajectory, row)
  await keep(ctx, trajectory, was, 'ended')
  const version = row.version + 1
  await ctx.tx
    .updateTable('reintegration.contact')
    .set({
      who: trajectory.key.seal(placeIn('reintegration.contact', row.id, 'who', version), was.who),
      until: dayOf(ctx.now),
      version,
    })
    .where('id', '=', row.id)
    .execute()
  await say(ctx, trajectory, 'contact.ended', 'U', row.id, ['until'])
}

/** Everybody who is around her, or was; the nearest first. */
export async function contactsOf(ctx: CaseCtx, trajectory: CaseKey): Promise<Contact[]> {
  const rows = await ctx.tx
    .selectFrom('reintegration.contact')
    .selectAll()
    .where('trajectory_id', '=', trajectory.id)
    .orderBy('closeness')
    .orderBy('id')
    .execute()
  return rows.map((row) => opened(trajectory, row))
}

/** What contacts were before each change: for `safeAt`. */
export const contactHistory = (ctx: CaseCtx, trajectory: CaseKey): Promise<ContactBefore[]> =>
  historyOf<Contact>(ctx, trajectory, 'contact')
export type ContactBefore = Before<Contact> & { row: number }

/**
 * Pure. How many people she called safe at a moment. Only those of her own life count: whoever is paid is no network.
 * @param history of `contactHistory`, the last change first
 */
export function safeAt(contacts: readonly Contact[], history: readonly ContactBefore[], at: Date): number {
  return contacts.filter((now) => {
    if (now.setAt > at) return false
    const then = history.filter((change) => change.row === now.id && change.at > at).at(-1)?.before ?? now
    return then.kind === 'informal' && then.verdict === 'safe' && then.until === null
  }).length
}

function opened({ key }: CaseKey, row: Row): Contact {
  return {
    id: row.id,
    who: key.openText(placeIn('reintegration.contact', row.id, 'who', row.version), row.who),
    kind: row.kind,
    verdict: row.verdict,
    closeness: row.closeness as 1 | 2 | 3,
    since: row.since,
    until: row.until,
    setAt: row.set_at,
    version: row.version,
  }
}

function neededWho(text: string): string {
  const who = written(text)
  if (!who) throw new Invalid('form-invalid', [{ field: 'who', code: 'needed' }])
  return who
}

const keep = (ctx: CaseCtx, trajectory: Trajectory, was: Contact, change: string) =>
  keepBefore(ctx, trajectory, { part: 'contact', id: was.id, version: was.version, change, before: was })

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
    parts: { contact: id },
    fields,
  })

/** Her own page: her plan, who knows what of her, and the way to stop that. Nothing of where she is, and no free text of others. */
import { sql } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { NotFound } from '../errors.ts'
import type { OrganisationKind } from '../gate/index.ts'
import type { AppointmentKind } from './appointments.ts'
import { type Goal, goalsOf } from './goals.ts'
import { accountOf, type CaseKey } from './rows.ts'
import { shareCategory } from './shares-rules.ts'
import type { SharePurpose, ShareState } from './tables.ts'

/** Her own trajectory, opened by herself. */
export type Mine = CaseKey

/** Opens her own plan, and writes that down. @throws {NotFound} when it was erased */
export async function openMine(ctx: CaseCtx): Promise<Mine> {
  const row = await ctx.tx
    .selectFrom('reintegration.trajectory')
    .select(['id', 'person_id'])
    .executeTakeFirst()
  const key = row && (await ctx.vault.keyOf(row.person_id))
  if (!key) throw new NotFound()
  await append(ctx, { event: 'own.opened', action: 'R', purpose: 'own', trajectory: row.id })
  return { id: row.id, key }
}

/** What comes first: when, of what kind, and who goes along. Never where. */
export type NextStep = { at: Date; kind: AppointmentKind; with: string | null }

export async function nextStepOf(ctx: CaseCtx, mine: Mine): Promise<NextStep | null> {
  const row = await ctx.tx
    .selectFrom('reintegration.appointment as appointment')
    .leftJoin('gate.account as account', 'account.id', 'appointment.goes_along')
    .select(['appointment.at', 'appointment.kind', 'account.name as with'])
    .where('appointment.trajectory_id', '=', mine.id)
    .where('appointment.state', '=', 'planned')
    .where(sql<boolean>`appointment.at > meta.clock()`)
    .orderBy('appointment.at')
    .executeTakeFirst()
  return row ?? null
}

/** A goal in her words. `waitsFor`: the kinds of organisation that have her request and did not begin. */
export type HerGoal = Pick<
  Goal,
  'id' | 'domain' | 'words' | 'state' | 'achievement' | 'dueOn' | 'version'
> & {
  waitsFor: OrganisationKind[]
}

/** Somebody who knows something of her, and what, in categories. */
export type Knower = {
  shareId: number
  kind: OrganisationKind
  organisation: string
  purpose: SharePurpose
  state: ShareState
  categories: string[]
  until: Date
}

/** What runs of what was shared of her. */
export async function knowersOf(ctx: CaseCtx, mine: Pick<Mine, 'id'>): Promise<Knower[]> {
  const rows = await ctx.tx
    .selectFrom('reintegration.share as share')
    .innerJoin('gate.organisation as organisation', 'organisation.id', 'share.organisation_id')
    .select(['share.id as shareId', 'organisation.kind', 'organisation.name as organisation'])
    .select(['share.purpose', 'share.state', 'share.until_at as until'])
    .select(
      sql<
        string[]
      >`array(select item.category from reintegration.share_item item where item.share_id = share.id order by item.id)`.as(
        'categories',
      ),
    )
    .where('share.trajectory_id', '=', mine.id)
    .where('share.stopped_at', 'is', null)
    .where(sql<boolean>`share.until_at > meta.clock()`)
    .orderBy('share.id')
    .execute()
  return rows.map((row) => ({ ...row, categories: row.categories.filter((id) => shareCategory(id)) }))
}

const domainOf: Partial<Record<SharePurpose, Goal['domain']>> = {
  housing: 'housing',
  training: 'training',
  work: 'work',
  debt: 'debt',
  care: 'health',
  legal: 'legal',
}

/** Her goals that run or were reached. */
export async function planOf(ctx: CaseCtx, mine: Mine, knowers: readonly Knower[]): Promise<HerGoal[]> {
  const goals = await goalsOf(ctx, mine)
  return goals
    .filter(({ state, achievement }) => state !== 'ended' || achievement === 'full')
    .map(({ id, domain, words, state, achievement, dueOn, version }) => ({
      id,
      domain,
      words,
      state,
      achievement,
      dueOn,
      version,
      waitsFor: knowers
        .filter((knower) => domainOf[knower.purpose] === domain && knower.state === 'shared')
        .map(({ kind }) => kind),
    }))
}

/** Who coordinates her care now; null when nobody does. */
export async function coordinatorOf(ctx: CaseCtx, mine: Pick<Mine, 'id'>): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('reintegration.care_relation as relation')
    .innerJoin('gate.account as account', 'account.id', 'relation.account_id')
    .select('account.name')
    .where('relation.trajectory_id', '=', mine.id)
    .where('relation.part', '=', 'coordinator')
    .where(sql<boolean>`(relation.until_at is null or relation.until_at > meta.clock())`)
    .executeTakeFirst()
  return row?.name ?? null
}

/** Names of staff and kinds of organisation that stand in her trail, by account and by organisation. */
export async function namesFor(
  ctx: CaseCtx,
  accounts: readonly string[],
  organisations: readonly string[],
): Promise<{ people: Map<string, string>; kinds: Map<string, OrganisationKind> }> {
  const people = accounts.length
    ? await ctx.tx
        .selectFrom('gate.account')
        .select(['id', 'name'])
        .where('id', 'in', accounts)
        .where('kind', '=', 'staff')
        .execute()
    : []
  const kinds = organisations.length
    ? await ctx.tx
        .selectFrom('gate.organisation')
        .select(['id', 'kind'])
        .where('id', 'in', organisations)
        .execute()
    : []
  return {
    people: new Map(people.map(({ id, name }) => [id, name ?? ''])),
    kinds: new Map(kinds.map(({ id, kind }) => [id, kind])),
  }
}

/** She stops a share: it is over at once, and waits for her team. @throws {NotFound} when it does not run */
export async function stopMine(ctx: CaseCtx, mine: Pick<Mine, 'id'>, shareId: number): Promise<void> {
  const stopped = await ctx.tx
    .updateTable('reintegration.share')
    .set({ stopped_at: sql<Date>`meta.clock()`, stopped_by: accountOf(ctx) })
    .where('id', '=', shareId)
    .where('trajectory_id', '=', mine.id)
    .where('stopped_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!stopped) throw new NotFound()
  await append(ctx, {
    event: 'share.stopped',
    action: 'U',
    purpose: 'own',
    trajectory: mine.id,
    parts: { share: shareId },
    fields: ['stopped-at'],
  })
}

/** What to call somebody: their first name, or the whole name where only a letter stands for it. Pure. */
export function firstName(name: string): string {
  const first = name.trim().split(/\s+/)[0] ?? ''
  return /^\p{L}\.?$/u.test(first) || first.includes('.') ? name.trim() : first
}

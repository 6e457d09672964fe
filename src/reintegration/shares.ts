/** Sharing (verstrekken): what goes to a chain partner, on which ground, until when; and how it stops. */
import { sql } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { addDays, addMonths, dayOf, type IsoDate } from '../days.ts'
import { type FieldError, Invalid, NotFound, Refused } from '../errors.ts'
import type { OrganisationKind } from '../gate/index.ts'
import { groundNamed } from './grounds.ts'
import type { Trajectory } from './open-trajectory.ts'
import { accountOf, written } from './rows.ts'
import { nextId, placeIn } from './sealed-rows.ts'
import { objectionTo, type ShareRule, shareRuleOn } from './shares-rules.ts'
import type { SharePurpose } from './tables.ts'

export type ChainPartner = { id: string; name: string; kind: OrganisationKind }

/** The organisations of the municipality that something may be shared with. */
export async function chainPartners(ctx: CaseCtx): Promise<ChainPartner[]> {
  return ctx.tx
    .selectFrom('gate.organisation')
    .select(['id', 'name', 'kind'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('ended_at', 'is', null)
    .orderBy('name')
    .execute()
}

/** What a share would be: as it is checked, previewed and sent. */
export type ShareDraft = {
  organisationId: string
  purpose: SharePurpose
  /** Identifier of a ground of `rules/casework/grounds.json`. */
  ground: string
  /** Of consent: the language in which she was asked. */
  language?: string | null
  interpreter?: boolean
  /** Of consent: that she said yes. */
  agreed?: boolean
  /** The last day. */
  until: IsoDate
  items: readonly { category: string; text: string }[]
}

/** The same, found in order. `fromName` is whom the partner sees as sender. */
export type CheckedShare = ShareDraft & { partner: ChainPartner; rule: ShareRule }

/**
 * Whether a draft may be sent: only what this kind of partner may get, on a ground that fits, for at most a year.
 * @throws {Invalid} with each field that needs another answer
 * @throws {Refused} `move-not-possible` for whoever does not coordinate her care
 */
export async function checkShare(
  ctx: CaseCtx,
  trajectory: Trajectory,
  draft: ShareDraft,
): Promise<CheckedShare> {
  coordinates(trajectory)
  const today = dayOf(ctx.now)
  const partner = (await chainPartners(ctx)).find(({ id }) => id === draft.organisationId)
  const rule = partner && shareRuleOn(today, partner.kind)
  if (!partner || !rule) throw new Invalid('form-invalid', [{ field: 'partner', code: 'unknown' }])
  const items = draft.items.flatMap(({ category, text }) => {
    const body = written(text)
    return body ? [{ category, text: body }] : []
  })
  const errors: FieldError[] = []
  if (!rule.purposes.includes(draft.purpose)) errors.push({ field: 'purpose', code: 'unknown' })
  const ground = rule.grounds.includes(draft.ground) ? groundNamed(draft.ground) : null
  if (ground?.purpose !== 'share') errors.push({ field: 'ground', code: 'unknown' })
  if (ground?.kind === 'consent') {
    if (!draft.agreed) errors.push({ field: 'agreed', code: 'consent-needed' })
    if (!written(draft.language)) errors.push({ field: 'language', code: 'needed' })
  }
  if (draft.until < today) errors.push({ field: 'until', code: 'in-past' })
  else if (draft.until > addMonths(today, 12)) errors.push({ field: 'until', code: 'year-at-most' })
  if (items.length === 0) errors.push({ field: `item/${rule.may[0]?.id}`, code: 'something-needed' })
  for (const { category, text } of items) {
    const objection = rule.may.some(({ id }) => id === category)
      ? objectionTo(rule, category, text)
      : ({ code: 'not-for-them', word: category } as const)
    if (objection) {
      errors.push({ field: `item/${category}`, code: objection.code, detail: { word: objection.word } })
    }
  }
  if (errors.length > 0) throw new Invalid('form-invalid', errors)
  return { ...draft, items, partner, rule }
}

/**
 * Shares: from this moment the partner sees exactly these texts, until the day is over or it is stopped. They are never changed.
 * @returns its identifier
 */
export async function sendShare(ctx: CaseCtx, trajectory: Trajectory, draft: ShareDraft): Promise<number> {
  const share = await checkShare(ctx, trajectory, draft)
  const until = await endOfDay(ctx, share.until)
  const basisId = await recordBasis(ctx, trajectory, share, until)
  const { id } = await ctx.tx
    .insertInto('reintegration.share')
    .values({
      trajectory_id: trajectory.id,
      organisation_id: share.partner.id,
      basis_id: basisId,
      purpose: share.purpose,
      from_at: sql<Date>`meta.clock()`,
      until_at: until,
      stopped_at: null,
      stopped_by: null,
      shared_by: accountOf(ctx),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const { category, text } of share.items) {
    const item = await nextId(ctx, 'reintegration.share_item')
    await ctx.tx
      .insertInto('reintegration.share_item')
      .values({
        id: item,
        trajectory_id: trajectory.id,
        share_id: id,
        category,
        body: trajectory.key.seal(placeIn('reintegration.share_item', item, 'body'), text),
      })
      .execute()
  }
  const ground = groundNamed(share.ground)
  await append(ctx, {
    event: 'share.sent',
    action: 'C',
    purpose: 'share',
    trajectory: trajectory.id,
    parts: { share: id, basis: basisId, organisation: share.partner.id },
    fields: share.items.map(({ category }) => category),
    ...(ground ? { basis: ground.kind } : {}),
  })
  return id
}

/** The moment at which a day of the Netherlands is over. */
async function endOfDay(ctx: CaseCtx, day: IsoDate): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`
    select ${addDays(day, 1)}::date::timestamp at time zone 'Europe/Amsterdam' as at`.execute(ctx.tx)
  const at = rows[0]?.at
  if (!at) throw new Error('no moment')
  return at
}

async function recordBasis(
  ctx: CaseCtx,
  trajectory: Trajectory,
  share: CheckedShare,
  until: Date,
): Promise<number> {
  const ground = groundNamed(share.ground)
  if (!ground) throw new Invalid('form-invalid', [{ field: 'ground', code: 'unknown' }])
  const id = await nextId(ctx, 'reintegration.basis')
  const asked = { language: written(share.language), interpreter: share.interpreter ?? false }
  await ctx.tx
    .insertInto('reintegration.basis')
    .values({
      id,
      trajectory_id: trajectory.id,
      kind: ground.kind,
      law: ground.id,
      purpose: 'share',
      from_at: sql<Date>`meta.clock()`,
      until_at: until,
      withdrawn_at: null,
      recorded_by: accountOf(ctx),
      organisation_id: share.partner.id,
      share_purpose: share.purpose,
      categories: share.items.map(({ category }) => category),
      ...(ground.kind === 'consent'
        ? {
            asked: trajectory.key.seal(placeIn('reintegration.basis', id, 'asked'), JSON.stringify(asked)),
          }
        : {}),
    })
    .execute()
  return id
}

/** Stops a share: in its next request the partner finds nothing any more. @throws {NotFound} when it does not run */
export async function stopShare(ctx: CaseCtx, trajectory: Trajectory, shareId: number): Promise<void> {
  const stopped = await ctx.tx
    .updateTable('reintegration.share')
    .set({
      stopped_at: sql<Date>`meta.clock()`,
      stopped_by: accountOf(ctx),
      // Whoever stops it has seen to it.
      seen_to_at: sql<Date>`meta.clock()`,
      seen_to_by: accountOf(ctx),
    })
    .where('id', '=', shareId)
    .where('trajectory_id', '=', trajectory.id)
    .where('stopped_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!stopped) throw new NotFound()
  await append(ctx, {
    event: 'share.stopped',
    action: 'U',
    purpose: 'share',
    trajectory: trajectory.id,
    parts: { share: shareId },
    fields: ['stopped-at'],
  })
}

/**
 * Keeps that she took back her consent: everything that rests on it stops at once, and each of those shares waits for somebody to look
 * after it.
 * @returns the shares that it stopped
 * @throws {NotFound} no such consent, or withdrawn before
 */
export async function withdrawConsent(
  ctx: CaseCtx,
  trajectory: Trajectory,
  basisId: number,
): Promise<number[]> {
  const withdrawn = await ctx.tx
    .updateTable('reintegration.basis')
    .set({ withdrawn_at: sql<Date>`meta.clock()`, withdrawn_by: accountOf(ctx) })
    .where('id', '=', basisId)
    .where('trajectory_id', '=', trajectory.id)
    .where('purpose', '=', 'share')
    .where('kind', '=', 'consent')
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!withdrawn) throw new NotFound()
  const stopped = await ctx.tx
    .updateTable('reintegration.share')
    .set({ stopped_at: sql<Date>`meta.clock()`, stopped_by: accountOf(ctx) })
    .where('basis_id', '=', basisId)
    .where('trajectory_id', '=', trajectory.id)
    .where('stopped_at', 'is', null)
    .returning('id')
    .execute()
  const shares = stopped.map(({ id }) => id)
  await append(ctx, {
    event: 'basis.withdrawn',
    action: 'U',
    purpose: 'share',
    trajectory: trajectory.id,
    parts: { basis: basisId, share: shares },
    fields: ['withdrawn-at'],
    basis: 'consent',
  })
  return shares
}

/** Keeps that somebody looked after a share that ended; one that the partner completed stops with it. */
export async function seeToShare(ctx: CaseCtx, trajectory: Trajectory, shareId: number): Promise<void> {
  const seen = await ctx.tx
    .updateTable('reintegration.share')
    .set({
      stopped_at: sql<Date>`coalesce(stopped_at, meta.clock())`,
      stopped_by: sql<string>`coalesce(stopped_by, ${accountOf(ctx)})`,
      seen_to_at: sql<Date>`meta.clock()`,
      seen_to_by: accountOf(ctx),
    })
    .where('id', '=', shareId)
    .where('trajectory_id', '=', trajectory.id)
    .where('seen_to_at', 'is', null)
    .where(sql<boolean>`(stopped_at is not null or state = 'completed')`)
    .returning('id')
    .executeTakeFirst()
  if (!seen) throw new NotFound()
  await append(ctx, {
    event: 'share.reviewed',
    action: 'U',
    purpose: 'share',
    trajectory: trajectory.id,
    parts: { share: shareId },
    fields: ['seen-to-at'],
  })
}

/** Sharing is for whoever coordinates her care or stands in; in an emergency nothing is shared. */
function coordinates({ access }: Trajectory): void {
  if (access.by !== 'relation' || access.part === 'worker') throw new Refused('move-not-possible')
}

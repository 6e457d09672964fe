/** What is shared: of one case, and how it stands over one's own cases. */
import { sql } from 'kysely'
import type { CaseCtx } from '../case-ctx.ts'
import { NotFound } from '../errors.ts'
import type { OrganisationKind } from '../gate/index.ts'
import { accountOf, type CaseKey } from './rows.ts'
import { placeIn } from './sealed-rows.ts'
import type { Ground, SharePurpose, ShareState } from './tables.ts'

/** How a share stands for whoever coordinates: what waits for them comes first in this list. */
export type ShareStand =
  | 'question'
  | 'stopped-by-her'
  | 'withdrawn'
  | 'declined'
  | 'completed'
  | 'shared'
  | 'started'
  | 'expired'
  | 'stopped'

export type ShareShown = {
  id: number
  organisation: string
  kind: OrganisationKind
  purpose: SharePurpose
  stand: ShareStand
  state: ShareState
  categories: string[]
  from: Date
  until: Date
  stoppedAt: Date | null
  /** Waits for somebody of the team. */
  waits: boolean
  basisId: number
  ground: Ground
  law: string
  /** Whether the consent that it rests on was taken back. */
  withdrawnAt: Date | null
  /** The question of the partner that nobody answered yet. */
  questionId: number | null
}

/** What a reference is: `V-12`. It says nothing of the case. */
export const shareReference = (id: number): string => `V-${id}`
export function readShareReference(text: string): number | null {
  const match = /^V-([1-9]\d{0,14})$/.exec(text)
  return match ? Number(match[1]) : null
}

type Row = Omit<ShareShown, 'stand' | 'waits'> & {
  expired: boolean
  byHer: boolean
  seenTo: boolean
}

function rows(ctx: CaseCtx) {
  return ctx.tx
    .selectFrom('reintegration.share as share')
    .innerJoin('gate.organisation as organisation', 'organisation.id', 'share.organisation_id')
    .innerJoin('reintegration.basis as basis', 'basis.id', 'share.basis_id')
    .select([
      'share.id',
      'organisation.name as organisation',
      'organisation.kind',
      'share.purpose',
      'share.state',
      'share.from_at as from',
      'share.until_at as until',
      'share.stopped_at as stoppedAt',
      'basis.id as basisId',
      'basis.kind as ground',
      'basis.law',
      'basis.withdrawn_at as withdrawnAt',
      sql<boolean>`share.until_at <= meta.clock()`.as('expired'),
      sql<boolean>`share.seen_to_at is not null`.as('seenTo'),
      sql<boolean>`exists (select from gate.account account where account.id = share.stopped_by and account.kind = 'survivor')`.as(
        'byHer',
      ),
      sql<
        string[]
      >`array(select item.category from reintegration.share_item item where item.share_id = share.id order by item.id)`.as(
        'categories',
      ),
      sql<number | null>`(select max(message.id) from reintegration.share_message message
        where message.share_id = share.id and message.kind = 'question' and not exists (
          select from reintegration.share_message answer where answer.share_id = share.id and answer.kind = 'answer'
            and (answer.answers = message.id or answer.id > message.id)))`.as('questionId'),
    ])
}

function shown({ expired, byHer, seenTo, ...row }: Row): ShareShown {
  const running = !row.stoppedAt && !expired
  const stand: ShareStand = row.stoppedAt
    ? row.withdrawnAt
      ? 'withdrawn'
      : byHer
        ? 'stopped-by-her'
        : row.state === 'declined'
          ? 'declined'
          : 'stopped'
    : expired
      ? 'expired'
      : row.state === 'completed'
        ? 'completed'
        : row.questionId !== null
          ? 'question'
          : row.state === 'started'
            ? 'started'
            : 'shared'
  const waits =
    !seenTo &&
    (stand === 'question' ||
      stand === 'completed' ||
      ['withdrawn', 'stopped-by-her', 'declined'].includes(stand))
  return { ...row, questionId: running ? row.questionId : null, stand, waits }
}

/** What was shared of a case: what waits first, then what runs, then what is over. */
export async function sharesOf(ctx: CaseCtx, trajectory: Pick<CaseKey, 'id'>): Promise<ShareShown[]> {
  const found = await rows(ctx)
    .where('share.trajectory_id', '=', trajectory.id)
    .orderBy('share.id', 'desc')
    .execute()
  const place = (one: ShareShown) => (one.waits ? 0 : isRunning(one) ? 1 : 2)
  return found.map(shown).sort((one, other) => place(one) - place(other))
}

export const isRunning = ({ stand }: Pick<ShareShown, 'stand'>): boolean =>
  stand === 'question' || stand === 'completed' || stand === 'shared' || stand === 'started'

/** One share of a case. @throws {NotFound} */
export async function shareOf(
  ctx: CaseCtx,
  trajectory: Pick<CaseKey, 'id'>,
  id: number,
): Promise<ShareShown> {
  const row = await rows(ctx)
    .where('share.trajectory_id', '=', trajectory.id)
    .where('share.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return shown(row)
}

/** Exactly what was shared. */
export async function itemsOf(
  ctx: CaseCtx,
  { id, key }: CaseKey,
  shareId: number,
): Promise<{ category: string; text: string }[]> {
  const items = await ctx.tx
    .selectFrom('reintegration.share_item')
    .select(['id', 'category', 'body'])
    .where('share_id', '=', shareId)
    .where('trajectory_id', '=', id)
    .orderBy('id')
    .execute()
  return items.map((item) => ({
    category: item.category,
    text: key.openText(placeIn('reintegration.share_item', item.id, 'body'), item.body),
  }))
}

/** In which language she was asked, and whether with an interpreter; null where it was no consent. */
export async function askedOf(
  ctx: CaseCtx,
  { id, key }: CaseKey,
  basisId: number,
): Promise<{ language: string | null; interpreter: boolean } | null> {
  const row = await ctx.tx
    .selectFrom('reintegration.basis')
    .select('asked')
    .where('id', '=', basisId)
    .where('trajectory_id', '=', id)
    .executeTakeFirst()
  if (!row?.asked) return null
  return JSON.parse(key.openText(placeIn('reintegration.basis', basisId, 'asked'), row.asked))
}

export type OwnShare = ShareShown & { number: string }

/** Everything shared of the cases that somebody works with: numbers, partners and how it stands. No names, no texts. */
export async function myShares(ctx: CaseCtx): Promise<OwnShare[]> {
  const found = await rows(ctx)
    .innerJoin('reintegration.trajectory as trajectory', 'trajectory.id', 'share.trajectory_id')
    .select('trajectory.number')
    .where(
      sql<boolean>`exists (select from reintegration.care_relation relation
        where relation.trajectory_id = share.trajectory_id and relation.account_id = ${accountOf(ctx)}
          and (relation.until_at is null or relation.until_at > meta.clock()))`,
    )
    .where(
      sql<boolean>`(share.stopped_at is null or share.seen_to_at is null or share.stopped_at > meta.clock() - interval '30 days')`,
    )
    .orderBy('share.id', 'desc')
    .execute()
  const all = found.map(({ number, ...row }) => ({ ...shown(row), number }))
  const place = (one: ShareShown) => (one.waits ? 0 : isRunning(one) ? 1 : 2)
  return all.sort((one, other) => place(one) - place(other))
}

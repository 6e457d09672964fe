import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import type { DataKey } from '../vault/index.ts'
import type { Access } from './access.ts'
import { mayOpen } from './access.ts'
import { CaseRefused } from './refused.ts'
import { standingOf } from './standing.ts'
import type { Closure, Phase, Residence, TrajectoryState } from './tables.ts'

/** What a case is opened for; it stands in the trail, and she reads it on her own page. */
export type Purpose = 'care' | 'share' | 'data-subject-request'

/** An opened case. Only `openTrajectory` makes one; every query and command on what hangs on a case demands it. */
export type Trajectory = {
  readonly id: number
  readonly number: string
  readonly personId: string
  readonly municipality: string
  readonly state: TrajectoryState
  readonly phase: Phase
  readonly residence: Residence
  readonly residenceUntil: string | null
  readonly title: string | null
  readonly caution: string | null
  readonly safetyReviewedOn: string | null
  readonly safetyReviewOn: string | null
  readonly openedAt: Date
  readonly closedAt: Date | null
  readonly closure: Closure | null
  readonly version: number
  readonly access: Extract<Access, { may: true }>
  /** What it is read for: an emergency, whatever the page is for, where only that lets somebody in. */
  readonly purpose: Purpose | 'emergency'
  /** Seals and opens what is hers. */
  readonly key: DataKey
}

/**
 * Opens the case of this number for whoever acts, and writes that down in the same transaction. The only way to a case.
 * @param aim `write` is refused on a closed case
 * @throws {CaseRefused} shown as not found, whether there is such a case or not
 */
export async function openTrajectory(
  ctx: CaseCtx,
  number: string,
  purpose: Purpose = 'care',
  aim: 'read' | 'write' = 'read',
): Promise<Trajectory> {
  const standing = await standingOf(ctx, number)
  const access = mayOpen(standing, aim)
  if (!access.may) throw new CaseRefused(standing.id, access.reason)
  const row = await ctx.tx
    .selectFrom('reintegration.trajectory')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  // The database holds the same rules: where it shows nothing, the ladder erred.
  if (!row) throw new CaseRefused(standing.id, 'no-relation')
  const key = await ctx.vault.keyOf(row.person_id)
  if (!key) throw new CaseRefused(standing.id, 'erased')
  await append(ctx, {
    event: 'case.opened',
    action: 'R',
    purpose: access.by === 'emergency' ? 'emergency' : purpose,
    trajectory: row.id,
    relation: access.by === 'relation',
    emergency: access.by === 'emergency',
    ...(access.by === 'relation' ? { basis: access.basis } : {}),
  })
  const open = (column: 'title' | 'caution') => {
    const sealed = row[column]
    return sealed && key.openText(placeOf(row.id, column), sealed)
  }
  return {
    id: row.id,
    number: row.number,
    personId: row.person_id,
    municipality: row.municipality,
    state: row.state,
    phase: row.phase,
    residence: row.residence,
    residenceUntil: row.residence_until,
    title: open('title'),
    caution: open('caution'),
    safetyReviewedOn: row.safety_reviewed_on,
    safetyReviewOn: row.safety_review_on,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    closure: row.closure,
    version: row.version,
    access,
    purpose: access.by === 'emergency' ? 'emergency' : purpose,
    key,
  }
}

/** Where title and caution stand: they are sealed anew whenever they change, at the same place. */
export function placeOf(trajectoryId: number, column: 'title' | 'caution') {
  return { table: 'reintegration.trajectory', row: String(trajectoryId), column, version: 1 }
}

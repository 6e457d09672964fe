/** Entries in an emergency, as a privacy officer judges them. Nothing of a case but its number, and the reason that was written. */
import { sql } from 'kysely'
import { append, appendMany } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { Invalid, NotFound, Refused } from '../errors.ts'
import { reasonOf } from './break-glass.ts'

export const emergencyVerdicts = ['justified', 'not-justified'] as const
export type EmergencyVerdict = (typeof emergencyVerdicts)[number]

export type Emergency = {
  id: number
  number: string
  by: string
  /** Of the officer that looks: another must judge it. */
  own: boolean
  from: Date
  until: Date
  /** Empty when the case was erased since. */
  reason: string
  /** How many work with her: they see it among what waits today. */
  team: number
  /** When one of them first opened the case after it; null when nobody did, or none that the trail here shows. */
  seenByTeam: Date | null
  verdict: EmergencyVerdict | null
  judgedBy: string | null
  judgedAt: Date | null
  remark: string | null
}

type CaseForReview = {
  id: number
  number: string
  person_id: string
  state: string
  team: number
  erased: boolean
}

/** For a privacy officer: cases of her own municipality by their number. */
export async function casesForReview(
  ctx: CaseCtx,
  ids: readonly number[],
): Promise<Map<number, CaseForReview>> {
  const { rows } = await sql<CaseForReview>`
    select id, number, person_id, state, team::int, erased from reintegration.for_review(${[...new Set(ids)]}::bigint[])`.execute(
    ctx.tx,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** What people of staff and partners are called, by account; whoever is not of here has no name in it. */
export async function namesOf(ctx: CaseCtx, accounts: readonly string[]): Promise<Map<string, string>> {
  if (accounts.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('gate.account')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(accounts)])
    .execute()
  return new Map(rows.flatMap(({ id, name }) => (name ? [[id, name]] : [])))
}

const placeOfRemark = (mark: string) => ({
  table: 'reintegration.emergency',
  row: mark,
  column: 'remark',
  version: 1,
})

/**
 * Entries that wait for a verdict, oldest first, or the last that were judged. That the reasons were read stands in the trail of each
 * case. Over the login of staff; who is no privacy officer gets those of her own cases only.
 */
export async function emergenciesToJudge(
  ctx: CaseCtx,
  { judged = false, most = 100 }: { judged?: boolean; most?: number } = {},
): Promise<Emergency[]> {
  const rows = await ctx.tx
    .selectFrom('reintegration.emergency as emergency')
    .innerJoin('gate.account as account', 'account.id', 'emergency.account_id')
    .leftJoin('gate.account as judge', 'judge.id', 'emergency.reviewed_by')
    .selectAll('emergency')
    .select(['account.name as by', 'judge.name as judged_by'])
    .where('emergency.verdict', judged ? 'is not' : 'is', null)
    .orderBy(judged ? 'emergency.reviewed_at' : 'emergency.from_at', judged ? 'desc' : 'asc')
    .orderBy('emergency.id')
    .limit(most)
    .execute()
  const cases = await casesForReview(
    ctx,
    rows.map((row) => row.trajectory_id),
  )
  const seen = await seenSince(ctx, rows)
  const me = ctx.actor.kind === 'staff' ? ctx.actor.accountId : ''
  const shown: Emergency[] = []
  for (const row of rows) {
    const about = cases.get(row.trajectory_id)
    if (!about) continue
    shown.push({
      id: row.id,
      number: about.number,
      by: row.by ?? '',
      own: row.account_id === me,
      from: row.from_at,
      until: row.until_at,
      reason: await reasonOf(ctx, row.reason),
      team: about.team,
      seenByTeam: seen.get(row.id) ?? null,
      verdict: row.verdict,
      judgedBy: row.judged_by,
      judgedAt: row.reviewed_at,
      remark: await remarkOf(ctx, row),
    })
  }
  await appendMany(
    ctx,
    rows
      .filter((row) => cases.has(row.trajectory_id))
      .map((row) => ({
        event: 'emergency.read',
        action: 'R' as const,
        purpose: 'review' as const,
        trajectory: row.trajectory_id,
        parts: { emergency: row.id },
        fields: row.remark ? ['reason', 'remark'] : ['reason'],
      })),
  )
  return shown
}

/** When somebody who works with her first opened the case after an entry, by the entry. */
async function seenSince(
  ctx: CaseCtx,
  entries: readonly { id: number; trajectory_id: number; account_id: string; from_at: Date }[],
): Promise<Map<number, Date>> {
  if (entries.length === 0) return new Map()
  const { rows } = await sql<{ id: number; at: Date }>`
    select entry.id, min(line.at) as at
    from unnest(${entries.map(({ id }) => id)}::bigint[], ${entries.map(({ trajectory_id }) => trajectory_id)}::bigint[],
      ${entries.map(({ account_id }) => account_id)}::uuid[], ${entries.map(({ from_at }) => from_at)}::timestamptz[])
      as entry(id, trajectory_id, account_id, from_at)
    join audit.line line on line.stream = 'case/' || entry.trajectory_id and line.event = 'case.opened'
      and line.outcome = 'done' and not line.emergency and line.actor <> entry.account_id and line.at > entry.from_at
    group by entry.id`.execute(ctx.tx)
  return new Map(rows.map(({ id, at }) => [id, at]))
}

async function remarkOf(
  ctx: CaseCtx,
  row: { reason: Buffer; remark: Buffer | null },
): Promise<string | null> {
  if (!row.remark) return null
  const mark = row.reason.subarray(0, 36).toString()
  const key = mark === '' ? null : await ctx.vault.keyOf(mark)
  return key?.openText(placeOfRemark(mark), row.remark) ?? null
}

/**
 * Whether an entry was justified; a verdict stands. The remark is sealed with the key of the reason, and goes with it.
 * @throws {Invalid} `verdict` needed; `remark` needed when it was not justified
 * @throws {NotFound} no such entry here
 * @throws {Refused} `move-not-possible` for one's own, or when it was judged already
 */
export async function judgeEmergency(
  ctx: CaseCtx,
  input: { id: number; verdict: string; remark: string },
): Promise<void> {
  const remark = input.remark.trim()
  const verdict = emergencyVerdicts.find((one) => one === input.verdict)
  const errors = [
    ...(verdict ? [] : [{ field: 'verdict', code: 'needed' }]),
    ...(verdict === 'not-justified' && remark === '' ? [{ field: 'remark', code: 'needed' }] : []),
  ]
  if (!verdict || errors.length > 0) throw new Invalid('form-invalid', errors)
  const row = await ctx.tx
    .selectFrom('reintegration.emergency')
    .selectAll()
    .where('id', '=', input.id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const me = ctx.actor.kind === 'staff' ? ctx.actor.accountId : ''
  if (row.account_id === me || row.verdict) throw new Refused('move-not-possible')
  const mark = row.reason.subarray(0, 36).toString()
  const key = mark === '' ? null : await ctx.vault.keyOf(mark)
  await ctx.tx
    .updateTable('reintegration.emergency')
    .set({
      verdict,
      reviewed_by: me,
      reviewed_at: sql<Date>`meta.clock()`,
      remark: remark === '' || !key ? null : key.seal(placeOfRemark(mark), remark),
    })
    .where('id', '=', row.id)
    .execute()
  await append(ctx, {
    event: 'emergency.judged',
    action: 'U',
    purpose: 'review',
    trajectory: row.trajectory_id,
    parts: { emergency: row.id, verdict },
    fields: remark === '' ? ['verdict'] : ['verdict', 'remark'],
  })
}

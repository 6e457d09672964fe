/** What a privacy officer reads of the trail. Each reading gives a line of its own. */
import type { CaseCtx } from '../../case-ctx.ts'
import { NotFound } from '../../errors.ts'
import type { AlertRule } from '../alerts.ts'
import type { Action, Outcome, Purpose, Verdict } from '../line.ts'
import { append } from '../trail.ts'
import { limitsOn } from './limits.ts'
import { dayIn, spanOf } from './local-time.ts'
import type { SampleItem } from './sample.ts'
import { weeklySample } from './sample.ts'

/** A line as the privacy desk shows it. Names of people are the gate's. */
export type ReviewLine = {
  stream: string
  seq: number
  at: Date
  event: string
  action: Action
  outcome: Outcome
  actor: string
  actorKind: 'staff' | 'partner' | 'survivor' | 'system'
  trajectoryId: number
  purpose: Purpose
  emergency: boolean
  reason: string | null
}

/** The last verdict on a line; null when nobody judged it. */
export type Judged = { verdict: Verdict; remark: string | null; by: string; at: Date } | null

/**
 * The sample of a week, emergencies first.
 * @param week such as `2026-W48` @param seed another one gives another sample; default the municipality
 * @throws {NotFound} when there is no such week
 */
export async function sampleOfWeek(
  ctx: CaseCtx,
  { week, seed = ctx.actor.municipality }: { week: string; seed?: string },
): Promise<(SampleItem<ReviewLine> & { judged: Judged })[]> {
  const span = spanOf(week)
  if (!span) throw new NotFound()
  const rows = await lines(ctx)
    .where('line.at', '>=', span.from)
    .where('line.at', '<', span.until)
    .where('line.actor_kind', 'in', ['staff', 'partner'])
    .where('line.trajectory_id', 'is not', null)
    .where('line.outcome', '=', 'done')
    .execute()
  const { perReader } = limitsOn(dayIn(span.from))
  const sample = weeklySample(rows.map(shaped), { week, seed, perReader })
  const judged = await verdictsOn(
    ctx,
    sample.map(({ line }) => line),
  )
  await append(ctx, { event: 'trail.read', action: 'R', purpose: 'review', parts: { week } })
  return sample.map((item) => ({ ...item, judged: judged.get(keyOf(item.line)) ?? null }))
}

export type AlertShown = { id: number; rule: AlertRule; raisedAt: Date; line: ReviewLine; judged: Judged }

/** Alerts of the last so many days, newest first; at most 500. */
export async function alertsFor(ctx: CaseCtx, { days = 92 }: { days?: number } = {}): Promise<AlertShown[]> {
  const rows = await lines(ctx)
    .innerJoin('audit.alert as alert', (join) =>
      join.onRef('alert.stream', '=', 'line.stream').onRef('alert.seq', '=', 'line.seq'),
    )
    .select(['alert.id as alert_id', 'alert.rule', 'alert.raised_at'])
    .where('alert.raised_at', '>', new Date(ctx.now.getTime() - days * 86_400_000))
    .orderBy('alert.raised_at', 'desc')
    .orderBy('alert.id', 'desc')
    .limit(500)
    .execute()
  const judged = await verdictsOn(ctx, rows)
  await append(ctx, { event: 'trail.read', action: 'R', purpose: 'review', parts: { alert: 'all' } })
  return rows.map((row) => ({
    id: row.alert_id,
    rule: row.rule as AlertRule,
    raisedAt: row.raised_at,
    line: shaped(row),
    judged: judged.get(keyOf(row)) ?? null,
  }))
}

/** All lines of a case or of an account in the officer's municipality, newest first; at most 1000. */
export async function linesAbout(
  ctx: CaseCtx,
  about: { trajectoryId: number } | { account: string },
): Promise<ReviewLine[]> {
  const query = lines(ctx).orderBy('line.at', 'desc').orderBy('line.seq', 'desc').limit(1000)
  const rows = await ('trajectoryId' in about
    ? query.where('line.stream', '=', `case/${about.trajectoryId}`)
    : query.where('line.actor', '=', about.account)
  ).execute()
  await append(ctx, {
    event: 'trail.read',
    action: 'R',
    purpose: 'review',
    ...('trajectoryId' in about ? { trajectory: about.trajectoryId } : { account: about.account }),
  })
  return rows.map(shaped)
}

function lines(ctx: CaseCtx) {
  return ctx.tx
    .selectFrom('audit.line as line')
    .select([
      'line.stream',
      'line.seq',
      'line.at',
      'line.event',
      'line.action',
      'line.outcome',
      'line.actor',
      'line.actor_kind',
      'line.trajectory_id',
      'line.purpose',
      'line.emergency',
      'line.reason',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

function shaped({
  actor,
  actor_kind,
  trajectory_id,
  stream,
  seq,
  at,
  event,
  action,
  outcome,
  purpose,
  emergency,
  reason,
}: Row): ReviewLine {
  const who = { actor: actor ?? '', actorKind: actor_kind, trajectoryId: trajectory_id ?? 0 }
  return { stream, seq, at, event, action, outcome, purpose, emergency, reason, ...who }
}

const keyOf = ({ stream, seq }: { stream: string; seq: number }) => `${stream} ${seq}`

async function verdictsOn(
  ctx: CaseCtx,
  of: readonly { stream: string; seq: number }[],
): Promise<Map<string, NonNullable<Judged>>> {
  if (of.length === 0) return new Map()
  const wanted = new Set(of.map(keyOf))
  const rows = await ctx.tx
    .selectFrom('audit.review')
    .selectAll()
    .where('stream', 'in', [...new Set(of.map(({ stream }) => stream))])
    .orderBy('id')
    .execute()
  return new Map(
    rows
      .filter((row) => wanted.has(keyOf(row)))
      .map(({ verdict, remark, reviewed_by, reviewed_at, ...row }) => [
        keyOf(row),
        { verdict, remark, by: reviewed_by, at: reviewed_at },
      ]),
  )
}

import { sql } from 'kysely'
import type { CaseCtx } from '../case-ctx.ts'
import type { TrailLine } from './line.ts'
import { written } from './line.ts'
import { activityFor } from './register.ts'

/** Where a line stands: its stream and its number in it, from 1. */
export type Appended = { stream: string; seq: number }

/**
 * Adds a line to the trail of the confidential side, in the caller's transaction: it is kept if and only if the change is. Who acts and
 * when, PostgreSQL finds itself. The stream stays locked until the transaction ends: call it late, and once for several lines.
 * @throws {Error} when the line could hold content, or nobody acts
 */
export async function append(ctx: CaseCtx, line: TrailLine): Promise<Appended> {
  const [appended] = await appendMany(ctx, [line])
  if (!appended) throw new Error('audit.append gave no row')
  return appended
}

/** The same for several lines, in their order. */
export async function appendMany(ctx: CaseCtx, lines: readonly TrailLine[]): Promise<Appended[]> {
  if (lines.length === 0) return []
  const day = ctx.now.toISOString().slice(0, 10)
  const list = lines.map((line) => written(line, ctx.trace, activityFor(line.purpose, day)))
  const program = ctx.actor.kind === 'system' ? ctx.actor.name : null
  const { rows } = await sql<Appended>`
    select stream, seq from audit.append(${JSON.stringify(list)}::jsonb, ${program})`.execute(ctx.tx)
  return rows
}

import { sql } from 'kysely'
import type { CaseCtx } from '../../case-ctx.ts'
import { Invalid, NotFound } from '../../errors.ts'
import type { Verdict } from '../line.ts'
import { verdicts } from '../line.ts'
import { append } from '../trail.ts'
import { remarks } from './limits.ts'

export type GiveVerdict = {
  stream: string
  seq: number
  because: 'sample' | 'alert'
  verdict: Verdict
  /** A code of `rules/review`; null when there is none to give. */
  remark: string | null
}

/**
 * What a privacy officer found of a line. A later verdict stands beside an earlier one.
 * @throws {NotFound} when there is no such line here, or the officer did it themselves
 * @throws {Invalid} verdict, remark
 */
export async function giveVerdict(ctx: CaseCtx, input: GiveVerdict): Promise<void> {
  const { stream, seq, because, verdict, remark } = input
  if (!verdicts.includes(verdict)) throw new Invalid('form-invalid', [{ field: 'verdict', code: 'choose' }])
  if (remark !== null && !remarks.includes(remark))
    throw new Invalid('form-invalid', [{ field: 'remark', code: 'choose' }])
  const actor = ctx.actor.kind === 'system' ? null : ctx.actor.accountId
  const line = await ctx.tx
    .selectFrom('audit.line')
    .select(['trajectory_id', 'actor'])
    .where('stream', '=', stream)
    .where('seq', '=', seq)
    .executeTakeFirst()
  if (!line || line.actor === actor) throw new NotFound()
  await sql`
    insert into audit.review (stream, seq, because, verdict, remark)
    values (${stream}, ${seq}, ${because}, ${verdict}, ${remark})`.execute(ctx.tx)
  await append(ctx, {
    event: 'reading.judged',
    action: 'C',
    purpose: 'review',
    parts: {
      line: seq,
      verdict,
      ...(line.trajectory_id === null ? { stream: stream.replace('/', '.') } : {}),
    },
    ...(line.trajectory_id === null ? {} : { trajectory: line.trajectory_id }),
  })
}

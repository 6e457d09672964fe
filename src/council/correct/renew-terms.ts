import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { matterOfRow, stepMatter } from '../life/step-matter.ts'
import { matterTerm } from '../life/term.ts'
import { termOf } from '../public-documents.ts'
import { lifeSettings } from '../set-up-municipality.ts'

/**
 * Terms that follow from the text or from the day of the decision, after one of them was corrected. What was agreed afterwards stays,
 * and so does the term of what is settled.
 */
export async function renewTerms(
  ctx: Ctx,
  motion: number,
  changes: Readonly<Record<string, string>>,
): Promise<void> {
  const ofRequests = Object.keys(changes).flatMap((path) => {
    const match = /^requests\/(\d+)\/term/.exec(path)
    return match ? [Number(match[1])] : []
  })
  if (changes.date === undefined && ofRequests.length === 0) return
  const { municipality } = ctx.actor
  const rows = await ctx.tx
    .selectFrom('council.matter')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('motion_id', '=', motion)
    .where('state', '<>', 'settled')
    .where('term_source', '<>', 'agreed')
    .$if(changes.date === undefined, (query) => query.where('request_id', 'in', ofRequests))
    .orderBy('id')
    .forUpdate()
    .execute()
  if (rows.length === 0) return
  const { dated } = await ctx.tx
    .selectFrom('council.motion')
    .select('dated')
    .where('municipality', '=', municipality)
    .where('id', '=', motion)
    .executeTakeFirstOrThrow()
  const settings = await lifeSettings(ctx, dated ?? dayOf(ctx.now))
  for (const row of rows) {
    const request = await ctx.tx
      .selectFrom('council.request')
      .select(['due_text', 'due_not_before', 'due_not_after', 'due_rule'])
      .where('municipality', '=', municipality)
      .where('id', '=', row.request_id)
      .executeTakeFirstOrThrow()
    const agreedNone = row.term_source === 'none-agreed' && !ofRequests.includes(row.request_id)
    if (agreedNone) continue
    const term = matterTerm({ deadline: termOf(request), decidedOn: dated, settings })
    const next = {
      term_source: term.source,
      term_text: term.text,
      term_not_before: term.notBefore,
      term_not_after: term.notAfter,
      term_basis: term.basis,
    }
    if (Object.entries(next).every(([key, value]) => row[key as keyof typeof next] === value)) continue
    await stepMatter(
      ctx,
      row,
      matterOfRow(row),
      { step: 'agree-term', on: dayOf(ctx.now), event: 'matter.term-corrected' },
      next,
    )
  }
}

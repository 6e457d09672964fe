import { sql } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { Invalid } from '../errors.ts'
import { type Findable, findable } from './identity.ts'

/** How often one person may search within an hour. */
export const searchesAnHour = 20

/**
 * Finds cases by at least two identifiers that both fit, among those that whoever asks may open. Each search stands in the trail by the
 * names of its fields.
 * @throws {Invalid} `two-needed`; `too-often`
 * @returns numbers; empty when nothing fits, or nothing that they may open
 */
export async function findPerson(ctx: CaseCtx, given: Partial<Record<Findable, string>>): Promise<string[]> {
  const fields = findable.filter((field) => given[field]?.trim())
  if (fields.length < 2) throw new Invalid('form-invalid', [{ field: 'surname', code: 'two-needed' }])
  await append(ctx, { event: 'case.searched', action: 'E', purpose: 'care', fields })
  const hits = await ctx.tx
    .selectFrom('vault.blind as blind')
    .innerJoin('reintegration.trajectory as trajectory', 'trajectory.id', 'blind.trajectory_id')
    .select('trajectory.number')
    .where((eb) =>
      eb.or(
        fields.map((field) =>
          eb.and([
            eb('blind.field', '=', field),
            eb('blind.index', '=', ctx.vault.blind(field, given[field] ?? '')),
          ]),
        ),
      ),
    )
    .groupBy('trajectory.number')
    .having(sql<boolean>`count(*) = ${fields.length}`)
    .orderBy('trajectory.number')
    .execute()
  return hits.map(({ number }) => number)
}

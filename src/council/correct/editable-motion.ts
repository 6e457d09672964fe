import type { Ctx } from '../../ctx.ts'
import { NotFound, Refused } from '../../errors.ts'
import type { MotionFields } from './fields.ts'

export type EditableMotion = {
  id: number
  version: number
  year: number
  slug: string
  title: string
  fields: MotionFields
  /** In the order of the paper. */
  requests: { id: number; parts: number[] }[]
  submitters: number[]
}

/** A registered motion with all that can be corrected of it. @throws NotFound; Refused `merged-already` */
export async function editableMotion(
  ctx: Ctx,
  input: { motion: number } | { year: number; slug: string },
  options: { lock?: boolean } = {},
): Promise<EditableMotion> {
  const { municipality } = ctx.actor
  const motion = await ctx.tx
    .selectFrom('council.motion')
    .selectAll()
    .where('municipality', '=', municipality)
    .where((eb) =>
      'motion' in input
        ? eb('id', '=', input.motion)
        : eb.and([eb('year', '=', input.year), eb('slug', '=', input.slug)]),
    )
    .$if(options.lock === true, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!motion) throw new NotFound()
  if (motion.merged_into !== null) throw new Refused('merged-already')
  const registry = await ctx.tx
    .selectFrom('council.motion_identifier')
    .select('printed')
    .where('municipality', '=', municipality)
    .where('motion_id', '=', motion.id)
    .where('kind', '=', 'registry')
    .orderBy('document_id')
    .orderBy('value')
    .executeTakeFirst()
  const submitters = await ctx.tx
    .selectFrom('council.motion_submitter')
    .select(['position', 'printed_name', 'printed_party', 'party_id'])
    .where('municipality', '=', municipality)
    .where('motion_id', '=', motion.id)
    .orderBy('position')
    .execute()
  const parties = await partyNames(ctx, submitters)
  const requests = await ctx.tx
    .selectFrom('council.request')
    .select(['id', 'text', 'domain', 'due_text', 'due_not_before', 'due_not_after'])
    .where('municipality', '=', municipality)
    .where('motion_id', '=', motion.id)
    .orderBy('position')
    .execute()
  const parts = await ctx.tx
    .selectFrom('council.request_part')
    .select(['id', 'request_id', 'text', 'domain'])
    .where('municipality', '=', municipality)
    .where('motion_id', '=', motion.id)
    .orderBy('position')
    .execute()
  const fields: Record<string, string> = {
    title: motion.title,
    number: motion.number ?? '',
    registryNumber: registry?.printed ?? '',
    date: motion.dated ?? '',
    outcome: motion.outcome,
  }
  for (const one of submitters) {
    fields[`submitters/${one.position}/name`] = one.printed_name
    fields[`submitters/${one.position}/party`] =
      one.printed_party ?? (one.party_id === null ? '' : (parties.get(one.party_id) ?? ''))
  }
  for (const one of requests) {
    fields[`requests/${one.id}/text`] = one.text
    fields[`requests/${one.id}/domain`] = one.domain ?? ''
    fields[`requests/${one.id}/termText`] = one.due_text ?? ''
    fields[`requests/${one.id}/termNotBefore`] = one.due_not_before ?? ''
    fields[`requests/${one.id}/termNotAfter`] = one.due_not_after ?? ''
  }
  for (const one of parts) {
    fields[`parts/${one.id}/text`] = one.text
    fields[`parts/${one.id}/domain`] = one.domain ?? ''
  }
  return {
    id: motion.id,
    version: motion.version,
    year: motion.year,
    slug: motion.slug,
    title: motion.title,
    fields,
    requests: requests.map(({ id }) => ({
      id,
      parts: parts.filter((part) => part.request_id === id).map((part) => part.id),
    })),
    submitters: submitters.map((one) => one.position),
  }
}

async function partyNames(
  ctx: Ctx,
  submitters: readonly { party_id: number | null }[],
): Promise<Map<number, string>> {
  const ids = submitters.flatMap((one) => one.party_id ?? [])
  if (ids.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('council.party')
    .select(['id', 'name'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import { motionStatus, requestStatus } from './request-status.ts'

/** Longest text of documents that one motion is found by; a tsvector holds at most 1 MB. */
const searchLimit = 150_000

/**
 * Rebuilds what the public register shows and finds of these motions, from the facts. Motions that are not published disappear
 * from it.
 */
export async function refreshRegister(ctx: Ctx, motions: readonly number[]): Promise<void> {
  for (const motion of new Set(motions)) await refreshMotion(ctx, motion)
}

async function refreshMotion(ctx: Ctx, id: number): Promise<void> {
  const { municipality } = ctx.actor
  const facts = await factsOf(ctx, id)
  if (!facts) {
    for (const table of ['council.register_entry', 'council.register_search'] as const) {
      await ctx.tx
        .deleteFrom(table)
        .where('municipality', '=', municipality)
        .where('motion_id', '=', id)
        .execute()
    }
    return
  }
  const { motion, requests, parts, claims, parties } = facts
  const whole = claims.map(({ claim, basis, claimed_on }) => ({ claim, basis, on: claimed_on }))
  const statuses = requests.map((request) =>
    requestStatus(
      motion.outcome,
      claims
        .filter((claim) => claim.requests.includes(request.id))
        .map(({ claim, basis, claimed_on }) => ({ claim, basis, on: claimed_on })),
    ),
  )
  const status = motionStatus(motion.outcome, statuses, whole)
  const domains = new Set([...requests, ...parts].flatMap((row) => row.domain ?? []).sort())
  const ofParties = [...new Set(parties)].sort()
  const row = {
    kind: motion.kind,
    year: motion.year,
    slug: motion.slug,
    number: motion.number,
    title: motion.title,
    dated: motion.dated,
    outcome: motion.outcome,
    status: status.status,
    basis: status.basis,
    parties: ofParties,
    domains: [...domains],
    facets: [status.status, motion.year, ofParties.join(','), [...domains].join(',')].join('|'),
    requests: requests.length,
    parts: parts.length,
    answered_on:
      whole
        .map((claim) => claim.on)
        .sort()
        .at(-1) ?? null,
  }
  await ctx.tx
    .insertInto('council.register_entry')
    .values({ municipality, motion_id: id, ...row })
    .onConflict((conflict) => conflict.columns(['municipality', 'motion_id']).doUpdateSet(row))
    .execute()
  await refreshSearch(ctx, id)
}

async function factsOf(ctx: Ctx, id: number) {
  const { municipality } = ctx.actor
  const motion = await ctx.tx
    .selectFrom('council.motion')
    .select(['kind', 'year', 'slug', 'number', 'title', 'dated', 'outcome', 'published_at'])
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!motion || motion.published_at === null) return null
  const requests = await ctx.tx
    .selectFrom('council.request')
    .select(['id', 'domain'])
    .where('municipality', '=', municipality)
    .where('motion_id', '=', id)
    .execute()
  const parts = await ctx.tx
    .selectFrom('council.request_part')
    .select(['id', 'domain'])
    .where('municipality', '=', municipality)
    .where('motion_id', '=', id)
    .execute()
  const claimRows = await ctx.tx
    .selectFrom('council.settlement_claim as claim')
    .innerJoin('council.letter as letter', (join) =>
      join
        .onRef('letter.municipality', '=', 'claim.municipality')
        .onRef('letter.id', '=', 'claim.letter_id')
        .on('letter.published_at', 'is not', null),
    )
    .leftJoin('council.settlement_claim_request as about', (join) =>
      join.onRef('about.municipality', '=', 'claim.municipality').onRef('about.claim_id', '=', 'claim.id'),
    )
    .select(['claim.id', 'claim.claim', 'claim.basis', 'claim.claimed_on', 'about.request_id'])
    .where('claim.municipality', '=', municipality)
    .where('claim.motion_id', '=', id)
    .orderBy('claim.claimed_on')
    .orderBy('claim.id')
    .execute()
  const claims = [...Map.groupBy(claimRows, (row) => row.id).values()].map((rows) => ({
    ...rows[0]!,
    requests: rows.flatMap((row) => row.request_id ?? []),
  }))
  const parties = await ctx.tx
    .selectFrom('council.motion_submitter as submitter')
    .innerJoin('council.party as party', (join) =>
      join
        .onRef('party.municipality', '=', 'submitter.municipality')
        .onRef('party.id', '=', 'submitter.party_id'),
    )
    .select('party.slug')
    .where('submitter.municipality', '=', municipality)
    .where('submitter.motion_id', '=', id)
    .orderBy('submitter.position')
    .execute()
  return { motion, requests, parts, claims, parties: parties.map((party) => party.slug) }
}

async function refreshSearch(ctx: Ctx, id: number): Promise<void> {
  const { municipality } = ctx.actor
  await sql`
    insert into council.register_search (municipality, motion_id, words)
    select m.municipality, m.id,
      setweight(council.search_words(concat_ws(' ', m.title, m.number,
        (select string_agg(i.printed, ' ') from council.motion_identifier i where i.municipality = m.municipality and i.motion_id = m.id))), 'A')
      || setweight(council.search_words(concat_ws(' ',
        (select string_agg(r.text, ' ') from council.request r where r.municipality = m.municipality and r.motion_id = m.id),
        (select string_agg(concat_ws(' ', s.printed_name, s.printed_party, p.name, n.name), ' ')
           from council.motion_submitter s
           left join council.party p on p.municipality = s.municipality and p.id = s.party_id
           left join council.person n on n.municipality = s.municipality and n.id = s.person_id
          where s.municipality = m.municipality and s.motion_id = m.id))), 'B')
      || setweight(council.search_words(left(concat_ws(' ',
        (select string_agg(c.text, ' ') from council.clause c where c.municipality = m.municipality and c.motion_id = m.id),
        (select string_agg(page, ' ')
           from council.document_motion d
           join council.published_document pd on pd.municipality = d.municipality and pd.document_id = d.document_id
             and pd.published_at is not null
           cross join lateral jsonb_array_elements_text(pd.pages) page
          where d.municipality = m.municipality and d.motion_id = m.id)), ${searchLimit})), 'D')
    from council.motion m
    where m.municipality = ${municipality} and m.id = ${id}
    on conflict (municipality, motion_id) do update set words = excluded.words`.execute(ctx.tx)
}

import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import type { IsoDate } from './read/reading.ts'
import { factsOf } from './register-facts.ts'
import { standingsOf } from './request-status.ts'

/** Longest text of documents that one motion is found by; a tsvector holds at most 1 MB. */
const searchLimit = 150_000

/**
 * Rebuilds what the public register shows and finds of these motions, from the facts. Motions that are not published disappear
 * from it.
 */
export async function refreshRegister(ctx: Ctx, motions: readonly number[]): Promise<void> {
  for (const some of inPieces(motions)) await refreshSearch(ctx, await refreshEntries(ctx, some))
}

/** Rebuilds how these motions stand in the register, after a step in the life of what they ask; the words they are found by stay. */
export async function refreshStanding(ctx: Ctx, motions: readonly number[]): Promise<void> {
  for (const some of inPieces(motions)) await refreshEntries(ctx, some)
}

/** The same, for the motions that a commitment is about. */
export async function refreshCommitment(ctx: Ctx, commitment: number): Promise<void> {
  const rows = await ctx.tx
    .selectFrom('council.commitment_motion')
    .select('motion_id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('commitment_id', '=', commitment)
    .orderBy('motion_id')
    .execute()
  await refreshStanding(
    ctx,
    rows.map((row) => row.motion_id),
  )
}

/** How many motions are loaded at once. */
const pieceSize = 200

function* inPieces(motions: readonly number[]): Generator<number[]> {
  const all = [...new Set(motions)]
  for (let start = 0; start < all.length; start += pieceSize) yield all.slice(start, start + pieceSize)
}

/** @returns those that are public */
async function refreshEntries(ctx: Ctx, ids: readonly number[]): Promise<number[]> {
  const { municipality } = ctx.actor
  const found = await factsOf(ctx, ids)
  const gone = ids.filter((id) => !found.some((facts) => facts.motion.id === id))
  if (gone.length > 0) {
    for (const table of ['council.register_entry', 'council.register_search'] as const) {
      await ctx.tx
        .deleteFrom(table)
        .where('municipality', '=', municipality)
        .where('motion_id', 'in', gone)
        .execute()
    }
  }
  if (found.length === 0) return []
  const rows = found.map((facts) => ({ municipality, ...entryOf(facts) }))
  const columns = Object.keys(rows[0]!).filter((key) => key !== 'municipality' && key !== 'motion_id')
  await ctx.tx
    .insertInto('council.register_entry')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['municipality', 'motion_id'])
        .doUpdateSet((eb) =>
          Object.fromEntries(
            columns.map((column) => [column, eb.ref(`excluded.${column}` as 'excluded.kind')]),
          ),
        ),
    )
    .execute()
  return found.map((facts) => facts.motion.id)
}

type Facts = Awaited<ReturnType<typeof factsOf>>[number]

function entryOf({ motion, requests, parts, claims, parties, matters, running }: Facts) {
  const { motion: status } = standingsOf({
    outcome: motion.outcome,
    requests: requests.map((request) => ({
      id: request.id,
      parts: parts.filter((part) => part.request_id === request.id).map((part) => part.id),
    })),
    claims,
    matters,
  })
  const domains = [...new Set([...requests, ...parts].flatMap((row) => row.domain ?? []))].sort()
  const ofParties = [...new Set(parties)].sort()
  return {
    motion_id: motion.id,
    kind: motion.kind,
    year: motion.year,
    slug: motion.slug,
    number: motion.number,
    title: motion.title,
    dated: motion.dated,
    outcome: motion.outcome,
    status: status.status,
    basis: status.basis,
    status_on: status.on,
    matters: matters.length,
    settled: matters.filter((matter) => matter.state === 'settled').length,
    evidence_unknown: matters.some((matter) => matter.unknown),
    term_due: earliest(matters.map((matter) => (matter.state === 'settled' ? null : matter.term))),
    commitment_due: earliest(running),
    parties: ofParties,
    domains,
    facets: [status.status, motion.year, ofParties.join(','), domains.join(',')].join('|'),
    requests: requests.length,
    parts: parts.length,
    answered_on: claims.at(-1)?.on ?? null,
  }
}

const earliest = (days: readonly (IsoDate | null)[]) => days.flatMap((day) => day ?? []).sort()[0] ?? null

async function refreshSearch(ctx: Ctx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  const { municipality } = ctx.actor
  await sql`
    insert into council.register_search (municipality, motion_id, words)
    select m.municipality, m.id,
      setweight(council.search_words(concat_ws(' ', m.title, m.number,
        (select string_agg(i.printed, ' ' order by i.kind, i.value) from council.motion_identifier i where i.municipality = m.municipality and i.motion_id = m.id))), 'A')
      || setweight(council.search_words(concat_ws(' ',
        (select string_agg(r.text, ' ' order by r.position) from council.request r where r.municipality = m.municipality and r.motion_id = m.id),
        (select string_agg(concat_ws(' ', s.printed_name, s.printed_party, p.name, n.name), ' ' order by s.position)
           from council.motion_submitter s
           left join council.party p on p.municipality = s.municipality and p.id = s.party_id
           left join council.person n on n.municipality = s.municipality and n.id = s.person_id
          where s.municipality = m.municipality and s.motion_id = m.id))), 'B')
      || setweight(council.search_words(left(concat_ws(' ',
        (select string_agg(c.text, ' ' order by c.position) from council.clause c where c.municipality = m.municipality and c.motion_id = m.id),
        (select string_agg(page, ' ' order by d.document_id, place)
           from council.document_motion d
           join council.published_document pd on pd.municipality = d.municipality and pd.document_id = d.document_id
             and pd.published_at is not null
           cross join lateral jsonb_array_elements_text(pd.pages) with ordinality pages (page, place)
          where d.municipality = m.municipality and d.motion_id = m.id)), ${searchLimit})), 'D')
    from council.motion m
    where m.municipality = ${municipality} and m.id = any(${[...ids]}::integer[])
    on conflict (municipality, motion_id) do update set words = excluded.words`.execute(ctx.tx)
}

import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import type { IsoDate } from './read/reading.ts'
import { matterStanding, standingsOf } from './request-status.ts'

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

/** What is known of each of these motions that is public, in the order of their ids. */
async function factsOf(ctx: Ctx, ids: readonly number[]) {
  const { municipality } = ctx.actor
  const motions = await ctx.tx
    .selectFrom('council.motion')
    .select(['id', 'kind', 'year', 'slug', 'number', 'title', 'dated', 'outcome'])
    .where('municipality', '=', municipality)
    .where('id', 'in', [...ids])
    .where('published_at', 'is not', null)
    .orderBy('id')
    .execute()
  if (motions.length === 0) return []
  const wanted = motions.map((motion) => motion.id)
  const requests = await ctx.tx
    .selectFrom('council.request')
    .select(['motion_id', 'id', 'domain'])
    .where('municipality', '=', municipality)
    .where('motion_id', 'in', wanted)
    .execute()
  const parts = await ctx.tx
    .selectFrom('council.request_part')
    .select(['motion_id', 'id', 'request_id', 'domain'])
    .where('municipality', '=', municipality)
    .where('motion_id', 'in', wanted)
    .execute()
  const parties = await ctx.tx
    .selectFrom('council.motion_submitter as submitter')
    .innerJoin('council.party as party', (join) =>
      join
        .onRef('party.municipality', '=', 'submitter.municipality')
        .onRef('party.id', '=', 'submitter.party_id'),
    )
    .select(['submitter.motion_id', 'party.slug'])
    .where('submitter.municipality', '=', municipality)
    .where('submitter.motion_id', 'in', wanted)
    .orderBy('submitter.position')
    .execute()
  const of = {
    requests: byMotion(requests),
    parts: byMotion(parts),
    parties: byMotion(parties),
    claims: byMotion(await claimsOf(ctx, wanted)),
    matters: byMotion(await mattersOf(ctx, wanted)),
    running: byMotion(await runningCommitments(ctx, wanted)),
  }
  return motions.map((motion) => ({
    motion,
    requests: of.requests.get(motion.id) ?? [],
    parts: of.parts.get(motion.id) ?? [],
    parties: (of.parties.get(motion.id) ?? []).map((party) => party.slug),
    claims: of.claims.get(motion.id) ?? [],
    matters: of.matters.get(motion.id) ?? [],
    running: (of.running.get(motion.id) ?? []).map((row) => row.due),
  }))
}

const byMotion = <T extends { motion_id: number }>(rows: readonly T[]) =>
  Map.groupBy(rows, (row) => row.motion_id)

/** Claims of published letters, oldest first. */
async function claimsOf(ctx: Ctx, motions: readonly number[]) {
  const rows = await ctx.tx
    .selectFrom('council.settlement_claim as claim')
    .innerJoin('council.letter as letter', (join) =>
      join
        .onRef('letter.municipality', '=', 'claim.municipality')
        .onRef('letter.id', '=', 'claim.letter_id')
        .on('letter.published_at', 'is not', null)
        .on('letter.withdrawn_on', 'is', null),
    )
    .leftJoin('council.settlement_claim_request as about', (join) =>
      join.onRef('about.municipality', '=', 'claim.municipality').onRef('about.claim_id', '=', 'claim.id'),
    )
    .select([
      'claim.motion_id',
      'claim.id',
      'claim.claim',
      'claim.basis',
      'claim.claimed_on as on',
      'about.request_id as request',
      'about.part_id as part',
    ])
    .where('claim.municipality', '=', ctx.actor.municipality)
    .where('claim.motion_id', 'in', [...motions])
    .orderBy('claim.claimed_on')
    .orderBy('claim.id')
    .execute()
  return [...Map.groupBy(rows, (row) => row.id).values()].map((own) => {
    const { motion_id, claim, basis, on } = own[0]!
    return {
      motion_id,
      claim,
      basis,
      on,
      about: own.flatMap(({ request, part }) => (request === null ? [] : { request, part })),
    }
  })
}

async function mattersOf(ctx: Ctx, motions: readonly number[]) {
  const { municipality } = ctx.actor
  const matters = await ctx.tx
    .selectFrom('council.matter')
    .select(['motion_id', 'id', 'request_id', 'part_id', 'state', 'outcome', 'term_not_after', 'decision_id'])
    .where('municipality', '=', municipality)
    .where('motion_id', 'in', [...motions])
    .execute()
  if (matters.length === 0) return []
  const steps = await ctx.tx
    .selectFrom('council.matter_history')
    .select(['id', 'matter_id', 'step', 'moved_on as on', 'undoes'])
    .where('municipality', '=', municipality)
    .where('motion_id', 'in', [...motions])
    .orderBy('id')
    .execute()
  const undone = new Set(steps.flatMap((step) => step.undoes ?? []))
  const stepsOf = Map.groupBy(
    steps.filter((step) => !undone.has(step.id)),
    (step) => step.matter_id,
  )
  const unknown = await decidedOnUnknown(ctx, motions)
  return matters.map((matter) => ({
    motion_id: matter.motion_id,
    ...matterStanding(matter, stepsOf.get(matter.id) ?? []),
    request: matter.request_id,
    part: matter.part_id,
    term: matter.term_not_after,
    unknown: matter.decision_id !== null && unknown.has(matter.decision_id),
  }))
}

/** Decisions on proposals whose evidence nobody knows. */
async function decidedOnUnknown(ctx: Ctx, motions: readonly number[]): Promise<Set<number>> {
  const rows = await ctx.tx
    .selectFrom('council.settlement_decision as decision')
    .innerJoin('council.settlement_evidence as evidence', (join) =>
      join
        .onRef('evidence.municipality', '=', 'decision.municipality')
        .onRef('evidence.proposal_id', '=', 'decision.proposal_id'),
    )
    .select('decision.id')
    .where('decision.municipality', '=', ctx.actor.municipality)
    .where('decision.motion_id', 'in', [...motions])
    .where('evidence.kind', '=', 'unknown')
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** Days by which the public commitments about a motion count that are not kept. */
async function runningCommitments(ctx: Ctx, motions: readonly number[]) {
  return ctx.tx
    .selectFrom('council.commitment_motion as link')
    .innerJoin('council.commitment as commitment', (join) =>
      join
        .onRef('commitment.municipality', '=', 'link.municipality')
        .onRef('commitment.id', '=', 'link.commitment_id'),
    )
    .select(['link.motion_id', sql<IsoDate | null>`coalesce(extended_to, due_not_after, check_on)`.as('due')])
    .where('link.municipality', '=', ctx.actor.municipality)
    .where('link.motion_id', 'in', [...motions])
    .where('commitment.state', 'in', ['open', 'late'])
    .where('commitment.published_at', 'is not', null)
    .execute()
}

async function refreshSearch(ctx: Ctx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
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
    where m.municipality = ${municipality} and m.id = any(${[...ids]}::integer[])
    on conflict (municipality, motion_id) do update set words = excluded.words`.execute(ctx.tx)
}

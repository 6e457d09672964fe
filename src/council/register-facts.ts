import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import type { IsoDate } from './read/reading.ts'
import { matterStanding } from './request-status.ts'

/** What is known of each of these motions that is public, in the order of their ids. */
export async function factsOf(ctx: Ctx, ids: readonly number[]) {
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

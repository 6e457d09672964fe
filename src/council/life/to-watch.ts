/**
 * The facts by which the rules of attention judge, without any words: of what the rules may keep on this day. The conditions here only
 * leave out what no rule keeps; the rules decide.
 */
import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { addDays } from '../../days.ts'
import { hasReached } from '../programme/reached-for.ts'
import type { IsoDate } from '../read/reading.ts'
import { type CommitmentToWatch, type MatterToWatch, nearDays } from './attention.ts'
import { suggestOutcome } from './propose-outcome.ts'
import { commitmentOfRow } from './step-commitment.ts'
import { loadWeighing } from './weighing.ts'
import { loadFallen, restsOnWithdrawn } from './withdrawn.ts'

/** What an attention is about. */
export type Watched = { kind: 'matter' | 'commitment' | 'motion'; id: number }

export type MattersWanted = {
  motion?: number | undefined
  portfolioHolder?: number | undefined
  official?: string | undefined
  /** For tests: every matter that is followed, also those that no rule can keep. */
  all?: boolean
}

const hasKept = sql<boolean>`matter.motion_id in (
  select link.motion_id from council.commitment_motion link
  join council.commitment on commitment.municipality = link.municipality and commitment.id = link.commitment_id
  where commitment.state in ('kept', 'partly-kept'))`

const hasClaim = sql<boolean>`matter.motion_id in (select claim.motion_id from council.settlement_claim claim where claim.claim not in ('none', 'in-progress'))`

const proposedOnFallen = sql<boolean>`matter.proposal_id in (select fallen.proposal_id from council.fallen_settlement_evidence fallen)`

/** What no rule of `matterAttention` keeps is not among these. */
const mayWantAttention = (today: IsoDate) => sql<boolean>`case
  when matter.state = 'settled' then (matter.outcome = 'announced' and (${hasKept} or ${hasReached})) or ${restsOnWithdrawn()}
  else matter.state = 'reopened'
    or (matter.portfolio_holder_id is null and official.name is null)
    or matter.term_not_after <= ${addDays(today, nearDays)}
    or (matter.term_source = 'text' and matter.term_not_after is null and matter.term_not_before is null)
    or (matter.proposal_id is not null
      and (proposal.state in ('objected', 'held') or proposal.objection_until is null or proposal.objection_until < ${today}
        or ${proposedOnFallen}))
    or (matter.proposal_id is null and (${hasClaim} or ${hasKept} or ${hasReached}))
end`

export async function mattersToWatch(
  ctx: Ctx,
  today: IsoDate,
  wanted: MattersWanted,
): Promise<{ id: number; facts: MatterToWatch }[]> {
  const rows = await ctx.tx
    .selectFrom('council.matter as matter')
    .innerJoin('council.motion as motion', (join) =>
      join
        .onRef('motion.municipality', '=', 'matter.municipality')
        .onRef('motion.id', '=', 'matter.motion_id'),
    )
    .innerJoin('council.request as request', (join) =>
      join
        .onRef('request.municipality', '=', 'matter.municipality')
        .onRef('request.id', '=', 'matter.request_id'),
    )
    .leftJoin('council.matter_official as official', (join) =>
      join
        .onRef('official.municipality', '=', 'matter.municipality')
        .onRef('official.matter_id', '=', 'matter.id'),
    )
    .leftJoin('council.settlement_proposal as proposal', (join) =>
      join
        .onRef('proposal.municipality', '=', 'matter.municipality')
        .onRef('proposal.id', '=', 'matter.proposal_id'),
    )
    .select([
      'matter.id',
      'matter.motion_id',
      'matter.request_id',
      'matter.part_id',
      'matter.decision_id',
      'matter.proposal_id',
      'matter.state',
      'matter.portfolio_holder_id',
      'matter.term_source',
      'matter.term_text',
      'matter.term_not_before',
      'matter.term_not_after',
      'matter.term_basis',
      'request.act',
      'official.name as official_name',
      'proposal.state as proposal_state',
      'proposal.proposed_on',
      'proposal.objection_until',
    ])
    .where('matter.municipality', '=', ctx.actor.municipality)
    .where('matter.aside_for', 'is', null)
    .where('motion.outcome', 'in', ['adopted', 'taken-over'])
    .where((eb) =>
      eb.or([
        eb('matter.state', '<>', 'settled'),
        eb('matter.outcome', '=', 'announced'),
        restsOnWithdrawn(),
      ]),
    )
    .$if(!wanted.all, (query) => query.where(mayWantAttention(today)))
    .$if(wanted.motion !== undefined, (query) => query.where('matter.motion_id', '=', wanted.motion!))
    .$if(wanted.portfolioHolder !== undefined, (query) =>
      query.where('matter.portfolio_holder_id', '=', wanted.portfolioHolder!),
    )
    .$if(wanted.official !== undefined, (query) => query.where('official.account_id', '=', wanted.official!))
    .orderBy('matter.id')
    .execute()
  const weighing = await loadWeighing(ctx, rows)
  const withdrawn = await loadFallen(ctx, rows)
  return rows.map((row) => {
    const { claims, offeredOn, reachedOn, reopened } = weighing.of(row)
    const suggestion = suggestOutcome(claims, row.act)
    return {
      id: row.id,
      facts: {
        state: row.state,
        term: {
          source: row.term_source,
          text: row.term_text,
          notBefore: row.term_not_before,
          notAfter: row.term_not_after,
          basis: row.term_basis,
        },
        hasOwner: row.portfolio_holder_id !== null || row.official_name !== null,
        proposal: row.proposal_state
          ? { state: row.proposal_state, on: row.proposed_on!, objectionUntil: row.objection_until }
          : null,
        suggestion,
        claimedOn: claims.find((claim) => claim.id === suggestion.claim)?.on ?? null,
        offeredOn,
        reachedOn,
        reopened,
        withdrawn: withdrawn.get(row.id) ?? null,
      },
    }
  })
}

/** Of a commitment: the first day on which something by which it was kept, and that still counts, was taken back. */
const keptOnFallen = sql<IsoDate | null>`(
  select min(fallen.moved_on) from council.commitment_history step
  join council.fallen_commitment_evidence fallen
    on fallen.municipality = step.municipality and fallen.history_id = step.id
  where step.municipality = commitment.municipality and step.commitment_id = commitment.id
    and step.step in ('keep', 'keep-partly') and commitment.state in ('kept', 'partly-kept') and not exists (
      select from council.commitment_history undo
      where undo.municipality = step.municipality and undo.undoes = step.id))`

/** What no rule of `commitmentAttention` keeps is not among these, unless `all` are asked for, as tests do. */
export async function commitmentsToWatch(
  ctx: Ctx,
  today: IsoDate,
  motion: number | undefined,
  all = false,
): Promise<{ id: number; facts: CommitmentToWatch }[]> {
  const { municipality } = ctx.actor
  const near = addDays(today, nearDays)
  const rows = await ctx.tx
    .selectFrom('council.commitment as commitment')
    .select([
      'id',
      'state',
      'due_text',
      'due_not_after',
      'check_on',
      'check_source',
      'extended_to',
      'missed_on',
      keptOnFallen.as('fallen_on'),
    ])
    .where('municipality', '=', municipality)
    .where((eb) =>
      eb.or([
        eb.and([
          eb('state', 'in', ['open', 'late']),
          all
            ? sql<boolean>`true`
            : sql<boolean>`(state = 'late' or coalesce(extended_to, due_not_after, check_on, ${near}::date) <= ${near}::date)`,
        ]),
        eb.and([eb('state', 'in', ['kept', 'partly-kept']), sql<boolean>`${keptOnFallen} is not null`]),
      ]),
    )
    .$if(motion !== undefined, (query) =>
      query.where('id', 'in', (eb) =>
        eb
          .selectFrom('council.commitment_motion as link')
          .select('link.commitment_id')
          .where('link.municipality', '=', municipality)
          .where('link.motion_id', '=', motion!),
      ),
    )
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    facts: {
      ...commitmentOfRow(row),
      checkSource: row.check_source,
      dueText: row.due_text,
      fallenOn: row.fallen_on,
    },
  }))
}

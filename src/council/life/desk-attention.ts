import type { Ctx } from '../../ctx.ts'
import type { MotionRef } from '../dossier.ts'
import type { IsoDate } from '../read/reading.ts'
import { lifeSettings } from '../set-up-municipality.ts'
import {
  type Attention,
  type AttentionReason,
  byUrgency,
  commitmentAttention,
  matterAttention,
} from './attention.ts'
import { type CommitmentState, dueOn } from './commitment.ts'
import type { MatterState } from './matter.ts'
import { mattersWithWords } from './matters-with-words.ts'
import { motionsWithoutText } from './motions-without-text.ts'
import { suggestOutcome } from './propose-outcome.ts'
import { type CommitmentRow, commitmentOfRow } from './step-commitment.ts'
import type { TermSource } from './term.ts'
import { loadWeighing } from './weighing.ts'
import { loadWithdrawn, restsOnWithdrawn, type Withdrawn } from './withdrawn.ts'

/** One row of the clerk's day. Exactly one of `matter`, `commitment` and `text-needed` (only a motion) is what it is about. */
export type AttentionItem = Attention & {
  /** Other reasons of the same matter, less urgent. */
  also: AttentionReason[]
  /** Whole days since `on`; negative while it is still to come; null without a day. */
  days: number | null
  motions: MotionRef[]
  matter: {
    id: number
    version: number
    text: string
    state: MatterState
    owner: string | null
    official: string | null
    /** Where its term comes from, and so what `source` is of a row about that term. */
    termSource: TermSource
    /** What it is settled on was taken back: who decided, and so who must know. */
    decider?: Withdrawn['decider']
  } | null
  commitment: {
    id: number
    version: number
    text: string
    state: CommitmentState
    /** Whose day it counts by: our check date (by the term of the municipality, or picked), the letter's, or that of an extension. */
    day: 'ours' | 'clerk' | 'text' | 'extension' | null
  } | null
}
export type AttentionList = {
  items: AttentionItem[]
  /** All that were asked for, also those beyond the limit. */
  total: number
  counts: Partial<Record<AttentionReason, number>>
}

/**
 * What wants attention in the actor's municipality on a day, most urgent first, one row for each matter and commitment, with its reason,
 * the rule or words behind it and the next step. At most `limit` rows (500).
 */
export async function attention(
  ctx: Ctx,
  input: {
    today: IsoDate
    /** Only what wants attention for this reason first of all; `counts` stays that of all. */
    reason?: AttentionReason
    offset?: number
    limit?: number
    motion?: number
    portfolioHolder?: number
    official?: string
  },
): Promise<AttentionList> {
  const settings = await lifeSettings(ctx, input.today)
  const wanted = { motion: input.motion, portfolioHolder: input.portfolioHolder, official: input.official }
  const personal = input.portfolioHolder !== undefined || input.official !== undefined
  const [matters, commitments, textless] = await Promise.all([
    mattersToWatch(ctx, wanted),
    personal ? [] : commitmentsToWatch(ctx, input.motion),
    personal ? [] : motionsWithoutText(ctx, input.motion),
  ])
  const items: AttentionItem[] = []
  const add = (found: Attention[], about: Pick<AttentionItem, 'motions' | 'matter' | 'commitment'>) => {
    const [first, ...rest] = found
    if (!first) return
    items.push({
      ...first,
      also: rest.map((one) => one.reason),
      days: first.on ? daysBetween(first.on, input.today) : null,
      ...about,
    })
  }
  for (const { facts, motion, matter } of matters) {
    add(matterAttention(facts, settings, input.today), { motions: [motion], matter, commitment: null })
  }
  for (const { facts, motions, commitment } of commitments) {
    add(commitmentAttention(facts, settings, input.today), { motions, matter: null, commitment })
  }
  for (const motion of textless) {
    add([{ reason: 'text-needed', on: motion.dated, source: null, next: 'add-text' }], {
      motions: [motion],
      matter: null,
      commitment: null,
    })
  }
  const counts: AttentionList['counts'] = {}
  for (const { reason } of items) counts[reason] = (counts[reason] ?? 0) + 1
  const wantedItems = input.reason ? items.filter((item) => item.reason === input.reason) : items
  const from = input.offset ?? 0
  return {
    items: byUrgency(wantedItems).slice(from, from + (input.limit ?? 500)),
    total: wantedItems.length,
    counts,
  }
}

const daysBetween = (from: IsoDate, to: IsoDate) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

async function mattersToWatch(
  ctx: Ctx,
  wanted: {
    motion: number | undefined
    portfolioHolder: number | undefined
    official: string | undefined
  },
) {
  const rows = await mattersWithWords(ctx)
    .leftJoin('council.person as owner', (join) =>
      join
        .onRef('owner.municipality', '=', 'matter.municipality')
        .onRef('owner.id', '=', 'matter.portfolio_holder_id'),
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
    .selectAll('matter')
    .select([
      'motion.year',
      'motion.slug',
      'motion.number',
      'motion.title',
      'motion.dated',
      'motion.outcome as motion_outcome',
      'request.act',
      'request.text as request_text',
      'part.text as part_text',
      'owner.name as owner_name',
      'official.name as official_name',
      'proposal.state as proposal_state',
      'proposal.proposed_on',
      'proposal.objection_until',
    ])
    .where('matter.municipality', '=', ctx.actor.municipality)
    .where('motion.outcome', 'in', ['adopted', 'taken-over'])
    .where((eb) =>
      eb.or([
        eb('matter.state', '<>', 'settled'),
        eb('matter.outcome', '=', 'announced'),
        restsOnWithdrawn(),
      ]),
    )
    .$if(wanted.motion !== undefined, (query) => query.where('matter.motion_id', '=', wanted.motion!))
    .$if(wanted.portfolioHolder !== undefined, (query) =>
      query.where('matter.portfolio_holder_id', '=', wanted.portfolioHolder!),
    )
    .$if(wanted.official !== undefined, (query) => query.where('official.account_id', '=', wanted.official!))
    .orderBy('matter.id')
    .execute()
  const weighing = await loadWeighing(ctx, rows)
  const withdrawn = await loadWithdrawn(ctx, rows)
  return rows.map((row) => {
    const { claims, offeredOn, reachedOn, reopened } = weighing.of(row)
    const suggestion = suggestOutcome(claims, row.act)
    return {
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
      motion: {
        id: row.motion_id,
        year: row.year,
        slug: row.slug,
        number: row.number,
        title: row.title,
        dated: row.dated,
        outcome: row.motion_outcome,
      } satisfies MotionRef,
      matter: {
        id: row.id,
        version: row.version,
        text: row.part_text ?? row.request_text,
        state: row.state,
        owner: row.owner_name,
        official: row.official_name,
        ...(withdrawn.has(row.id) && { decider: withdrawn.get(row.id)!.decider }),
        termSource: row.term_source,
      },
    }
  })
}

async function commitmentsToWatch(ctx: Ctx, motion: number | undefined) {
  const { municipality } = ctx.actor
  const rows = await ctx.tx
    .selectFrom('council.commitment as commitment')
    .selectAll('commitment')
    .where('commitment.municipality', '=', municipality)
    .where('commitment.state', 'in', ['open', 'late'])
    .$if(motion !== undefined, (query) =>
      query.where('commitment.id', 'in', (eb) =>
        eb
          .selectFrom('council.commitment_motion as link')
          .select('link.commitment_id')
          .where('link.municipality', '=', municipality)
          .where('link.motion_id', '=', motion!),
      ),
    )
    .orderBy('commitment.id')
    .execute()
  const links =
    rows.length === 0
      ? []
      : await ctx.tx
          .selectFrom('council.commitment_motion as link')
          .innerJoin('council.motion as motion', (join) =>
            join
              .onRef('motion.municipality', '=', 'link.municipality')
              .onRef('motion.id', '=', 'link.motion_id'),
          )
          .select([
            'link.commitment_id',
            'motion.id',
            'motion.year',
            'motion.slug',
            'motion.number',
            'motion.title',
            'motion.dated',
            'motion.outcome',
          ])
          .where('link.municipality', '=', municipality)
          .where(
            'link.commitment_id',
            'in',
            rows.map((row) => row.id),
          )
          .orderBy('motion.id')
          .execute()
  const motions = Map.groupBy(links, (link) => link.commitment_id)
  return rows.map((row) => ({
    facts: { ...commitmentOfRow(row), checkSource: row.check_source, dueText: row.due_text },
    motions: (motions.get(row.id) ?? []).map(({ commitment_id: _, ...motion }): MotionRef => motion),
    commitment: { id: row.id, version: row.version, text: row.text, state: row.state, day: dayOfRow(row) },
  }))
}

function dayOfRow(row: CommitmentRow): NonNullable<AttentionItem['commitment']>['day'] {
  const due = dueOn(commitmentOfRow(row))
  if (due?.source !== 'check') return due?.source ?? null
  return row.check_source === 'ours' ? 'ours' : 'clerk'
}

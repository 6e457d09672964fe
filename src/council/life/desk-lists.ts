import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import type { Refusal } from '../../errors.ts'
import type { MotionRef } from '../dossier.ts'
import type { IsoDate } from '../read/reading.ts'
import { lifeSettings } from '../set-up-municipality.ts'
import { type CommitmentState, dueOn } from './commitment.ts'
import type { MatterState, SettlementOutcome } from './matter.ts'
import { mattersWithWords } from './matters-with-words.ts'
import { mayDecide, mayObject, type ProposalState } from './proposal.ts'
import { commitmentOfRow } from './step-commitment.ts'
import type { MatterTerm } from './term.ts'

/** A matter in a list of someone's work. */
export type ListedMatter = {
  id: number
  motion: MotionRef
  text: string
  state: MatterState
  outcome: SettlementOutcome | null
  owner: number | null
  term: MatterTerm
  proposal: {
    id: number
    state: ProposalState
    outcome: SettlementOutcome
    on: IsoDate
    objectionUntil: IsoDate | null
    /** Why whoever asks cannot enter its decision today; null when they can. */
    decide: Refusal | null
    /** Why an objection would not count today; null when it would. */
    object: Refusal | null
  } | null
}
/** A commitment in a list of someone's work. */
export type ListedCommitment = {
  id: number
  text: string
  state: CommitmentState
  madeOn: IsoDate
  due: { on: IsoDate; source: 'extension' | 'text' | 'check' } | null
  motions: MotionRef[]
}

const motionColumns = [
  'motion.year',
  'motion.slug',
  'motion.number',
  'motion.title',
  'motion.dated',
  'motion.outcome as motion_outcome',
] as const

/** The matters of these motions, or that this member of the college answers for, or that wait for a decision; in the order of motions and texts. */
export async function listMatters(
  ctx: Ctx,
  wanted: { motions: readonly number[] } | { owner: number } | 'proposed',
): Promise<ListedMatter[]> {
  if (wanted !== 'proposed' && 'motions' in wanted && wanted.motions.length === 0) return []
  const rows = await mattersWithWords(ctx)
    .leftJoin('council.settlement_proposal as proposal', (join) =>
      join
        .onRef('proposal.municipality', '=', 'matter.municipality')
        .onRef('proposal.id', '=', 'matter.proposal_id'),
    )
    .leftJoin('council.matter_history_detail as detail', (join) =>
      join
        .onRef('detail.municipality', '=', 'proposal.municipality')
        .onRef('detail.history_id', '=', 'proposal.history_id'),
    )
    .selectAll('matter')
    .select(motionColumns)
    .select([
      'request.text as request_text',
      'part.text as part_text',
      'proposal.state as proposal_state',
      'proposal.outcome as proposal_outcome',
      'proposal.proposed_on',
      'proposal.objection_until',
      'detail.actor_id',
    ])
    .where('matter.municipality', '=', ctx.actor.municipality)
    .$if(wanted === 'proposed', (query) => query.where('matter.state', '=', 'proposed'))
    .$if(wanted !== 'proposed' && 'motions' in wanted, (query) =>
      query.where('matter.motion_id', 'in', [...(wanted as { motions: readonly number[] }).motions]),
    )
    .$if(wanted !== 'proposed' && 'owner' in wanted, (query) =>
      query.where('matter.portfolio_holder_id', '=', (wanted as { owner: number }).owner),
    )
    .orderBy('matter.motion_id')
    .orderBy('request.position')
    .orderBy('part.position')
    .execute()
  const today = dayOf(ctx.now)
  const settings = await lifeSettings(ctx, today)
  return rows.map((row) => ({
    id: row.id,
    motion: refOf({ ...row, id: row.motion_id, outcome: row.motion_outcome }),
    text: row.part_text ?? row.request_text,
    state: row.state,
    outcome: row.outcome,
    owner: row.portfolio_holder_id,
    term: {
      source: row.term_source,
      text: row.term_text,
      notBefore: row.term_not_before,
      notAfter: row.term_not_after,
      basis: row.term_basis,
    },
    proposal:
      row.proposal_id === null
        ? null
        : {
            id: row.proposal_id,
            state: row.proposal_state!,
            outcome: row.proposal_outcome!,
            on: row.proposed_on!,
            objectionUntil: row.objection_until,
            decide: mayDecide(
              { by: row.actor_id, objectionUntil: row.objection_until },
              ctx.actor,
              settings,
              today,
            ),
            object: mayObject({ objectionUntil: row.objection_until }, today),
          },
  }))
}

const refOf = ({ id, year, slug, number, title, dated, outcome }: MotionRef): MotionRef => ({
  id,
  year,
  slug,
  number,
  title,
  dated,
  outcome,
})

/** Commitments about these motions that are open or late; what is due first comes first, what has no day last. */
export async function listCommitments(
  ctx: Ctx,
  input: { motions: readonly number[] },
): Promise<ListedCommitment[]> {
  if (input.motions.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('council.commitment as commitment')
    .innerJoin('council.commitment_motion as link', (join) =>
      join
        .onRef('link.municipality', '=', 'commitment.municipality')
        .onRef('link.commitment_id', '=', 'commitment.id'),
    )
    .innerJoin('council.motion as motion', (join) =>
      join.onRef('motion.municipality', '=', 'link.municipality').onRef('motion.id', '=', 'link.motion_id'),
    )
    .selectAll('commitment')
    .select(motionColumns)
    .select('motion.id as motion_id')
    .where('commitment.municipality', '=', ctx.actor.municipality)
    .where('commitment.state', 'in', ['open', 'late'])
    .where('link.motion_id', 'in', [...input.motions])
    .orderBy('commitment.id')
    .orderBy('motion.id')
    .execute()
  const found = new Map<number, ListedCommitment>()
  for (const row of rows) {
    const one = found.get(row.id) ?? {
      id: row.id,
      text: row.text,
      state: row.state,
      madeOn: row.made_on,
      due: dueOn(commitmentOfRow(row)),
      motions: [],
    }
    one.motions.push(refOf({ ...row, id: row.motion_id, outcome: row.motion_outcome }))
    found.set(row.id, one)
  }
  return [...found.values()].sort((a, b) => (a.due?.on ?? '9999').localeCompare(b.due?.on ?? '9999'))
}

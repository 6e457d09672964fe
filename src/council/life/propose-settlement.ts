import { publicText } from '../../cover.ts'
import type { Ctx } from '../../ctx.ts'
import { Invalid, Refused } from '../../errors.ts'
import type { IsoDate } from '../read/reading.ts'
import { toJson } from '../save-reading.ts'
import { lifeSettings } from '../set-up-municipality.ts'
import { beginCommitment } from './begin-following.ts'
import { evidenceSuffices } from './evidence.ts'
import { canMove, moveMatter, type SettlementOutcome } from './matter.ts'
import { allowed, checkRole, type Step, stepDay } from './moving.ts'
import { objectionUntil } from './proposal.ts'
import {
  addMatterHistory,
  lockMatter,
  type MatterRow,
  matterColumns,
  matterOfRow,
  updateMatter,
} from './step-matter.ts'
import { type EvidenceInput, evidenceColumns, takeEvidence } from './take-evidence.ts'

export type ProposeSettlement = {
  matter: number
  version: number
  outcome: SettlementOutcome
  evidence: readonly EvidenceInput[]
  /** The answer to the council, public. */
  explanation?: string | null
  /** Commitments that carry it. For `announced`, when absent: those of the documents in evidence, or a new one with its words. */
  commitments?: readonly number[]
  on?: IsoDate
}

/**
 * Proposes an outcome for one matter, with its evidence. Nothing is settled by it. On an announcement alone a commitment carries it:
 * one that is known, or one made of the words in evidence, and it lives on whatever is decided.
 * @throws Refused `changed-by-other`, `move-not-possible`, `evidence-missing`, `evidence-unknown`, `commitment-not-running`
 * @throws Invalid (`evidence/0`, `commitments`, `on`); Denied; NotFound
 */
export async function proposeSettlement(
  ctx: Ctx,
  input: ProposeSettlement,
): Promise<Step & { proposal: number; commitments: number[] }> {
  checkRole(ctx, 'propose')
  const on = stepDay(ctx, input.on)
  const row = await lockMatter(ctx, input)
  if (!canMove(row.state, 'propose')) throw new Refused('move-not-possible')
  const origin = ctx.actor.kind === 'system' ? 'imported' : 'own'
  const lacking = evidenceSuffices(input.outcome, input.evidence, origin)
  if (lacking) throw new Refused(lacking)
  const evidence = await takeEvidence(ctx, input.evidence)

  const { municipality } = ctx.actor
  const settings = await lifeSettings(ctx, on)
  const submitter = await ctx.tx
    .selectFrom('council.motion_submitter')
    .select('position')
    .where('municipality', '=', municipality)
    .where('motion_id', '=', row.motion_id)
    .limit(1)
    .executeTakeFirst()
  const explanation = publicText(input.explanation)
  const history = await addMatterHistory(
    ctx,
    row,
    { ...matterOfRow(row), state: 'proposed' },
    { step: 'propose', on, outcome: input.outcome, reason: explanation, event: 'settlement.proposed' },
  )
  const { id: proposal } = await ctx.tx
    .insertInto('council.settlement_proposal')
    .values({
      municipality,
      motion_id: row.motion_id,
      matter_id: row.id,
      history_id: history,
      state: 'proposed',
      outcome: input.outcome,
      explanation,
      proposed_on: on,
      objection_until: objectionUntil({ on, hasSubmitters: submitter !== undefined }, settings),
      origin,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.tx
    .insertInto('council.settlement_evidence')
    .values(
      evidence.map((one, position) => ({
        municipality,
        motion_id: row.motion_id,
        proposal_id: proposal,
        ...evidenceColumns(one, position),
      })),
    )
    .execute()
  const commitments = await commitmentsOf(ctx, row, input, evidence, on)
  if (commitments.length > 0) {
    await ctx.tx
      .insertInto('council.settlement_commitment')
      .values(
        commitments.map((commitment) => ({
          municipality,
          motion_id: row.motion_id,
          proposal_id: proposal,
          commitment_id: commitment,
        })),
      )
      .execute()
  }
  const to = allowed(moveMatter(matterOfRow(row), { move: 'propose', proposal }))
  return { history, version: await updateMatter(ctx, row, matterColumns(to)), proposal, commitments }
}

async function commitmentsOf(
  ctx: Ctx,
  row: MatterRow,
  input: ProposeSettlement,
  evidence: Awaited<ReturnType<typeof takeEvidence>>,
  on: IsoDate,
): Promise<number[]> {
  if (input.outcome !== 'announced' && !input.commitments) return []
  const known = await ctx.tx
    .selectFrom('council.commitment as commitment')
    .innerJoin('council.commitment_motion as link', (join) =>
      join
        .onRef('link.municipality', '=', 'commitment.municipality')
        .onRef('link.commitment_id', '=', 'commitment.id'),
    )
    .select(['commitment.id', 'commitment.state', 'commitment.document_id'])
    .where('commitment.municipality', '=', ctx.actor.municipality)
    .where('link.motion_id', '=', row.motion_id)
    .orderBy('commitment.id')
    .execute()
  const running = known.filter(({ state }) => state === 'open')
  if (input.commitments) {
    const chosen = [...new Set(input.commitments)]
    if (chosen.some((id) => !known.some((one) => one.id === id))) {
      throw new Invalid('form-invalid', [{ field: 'commitments', code: 'not-a-choice' }])
    }
    if (input.outcome === 'announced' && !chosen.some((id) => running.some((one) => one.id === id))) {
      throw new Refused('commitment-not-running')
    }
    return chosen
  }
  const documents = evidence.flatMap((one) => (one.kind === 'passage' ? [one.document] : []))
  const carried = running.filter((one) => documents.includes(one.document_id))
  if (carried.length > 0) return carried.map((one) => one.id)
  // What this document promised was looked at already: a second commitment in the same words would say that it was promised again.
  if (known.some((one) => documents.includes(one.document_id))) throw new Refused('commitment-not-running')
  const words = evidence.find((one) => one.kind === 'passage')!
  return [await commitmentFrom(ctx, row.motion_id, words, words.dated ?? on)]
}

/** The words of an announcement as a commitment of their own, without a term: the clerk is asked for a check date. */
async function commitmentFrom(
  ctx: Ctx,
  motion: number,
  words: Extract<Awaited<ReturnType<typeof takeEvidence>>[number], { kind: 'passage' }>,
  madeOn: IsoDate,
): Promise<number> {
  const { municipality } = ctx.actor
  const { id } = await ctx.tx
    .insertInto('council.commitment')
    .values({
      municipality,
      text: words.quotation,
      made_on: madeOn,
      due_text: null,
      due_not_before: null,
      due_not_after: null,
      due_rule: null,
      document_id: words.document,
      at: toJson(words.at),
      published_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.tx
    .insertInto('council.commitment_motion')
    .values({ municipality, commitment_id: id, motion_id: motion })
    .execute()
  const letter = await letterOf(ctx, words.document)
  if (letter !== null) {
    await ctx.tx
      .insertInto('council.commitment_letter')
      .values({ municipality, commitment_id: id, letter_id: letter, role: 'made' })
      .execute()
  }
  await beginCommitment(ctx, id)
  return id
}

/** The letter that a document is, or null. */
export async function letterOf(ctx: Ctx, document: number): Promise<number | null> {
  const found = await ctx.tx
    .selectFrom('council.letter')
    .select('id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('document_id', '=', document)
    .executeTakeFirst()
  return found?.id ?? null
}

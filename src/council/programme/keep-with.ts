import type { Ctx } from '../../ctx.ts'
import { Invalid } from '../../errors.ts'
import {
  adoptProgramme,
  type MilestoneReached,
  type PlanDecision,
  type ProgrammeStep,
  reachMilestone,
} from '../../programme/index.ts'
import type { MotionRef } from '../dossier.ts'
import { publishedWords } from '../for-programme.ts'
import { commitmentsToActOn } from '../life/assigned.ts'
import { dueOn } from '../life/commitment.ts'
import { readerOf } from '../life/desk-reader.ts'
import { keepCommitment } from '../life/keep-commitment.ts'
import type { Step } from '../life/moving.ts'
import { commitmentOfRow } from '../life/step-commitment.ts'
import type { EvidenceInput, Place } from '../life/take-evidence.ts'
import { loadMotions } from '../public-parts.ts'
import type { IsoDate } from '../read/reading.ts'
import { adoptionPlaces } from './adoption-words.ts'

/** A commitment that can be kept together with a step of a programme. */
export type KeepableCommitment = {
  id: number
  version: number
  text: string
  late: boolean
  due: IsoDate | null
  motions: MotionRef[]
}
/** The version that the page showed. */
export type KeepToo = { commitment: number; version: number }
export type Kept = { commitment: number; step: Step }

/**
 * Commitments that are not kept yet and that this action serves, or (`action` null) the programme as a whole; of an action also those of
 * its programme. Only those that whoever acts may keep; none while the programme is a draft, unless it is about to be adopted.
 */
export async function keepableCommitments(
  ctx: Ctx,
  input: { programme: number; action: number | null; adopting?: boolean },
): Promise<KeepableCommitment[]> {
  const { municipality } = ctx.actor
  const rows = await ctx.tx
    .selectFrom('council.commitment as commitment')
    .selectAll('commitment')
    .where('commitment.municipality', '=', municipality)
    .where('commitment.state', 'in', ['open', 'late'])
    .where('commitment.id', 'in', (eb) =>
      eb
        .selectFrom('programme.served as served')
        .innerJoin('programme.programme as programme', (join) =>
          join
            .onRef('programme.municipality', '=', 'served.municipality')
            .onRef('programme.id', '=', 'served.programme_id'),
        )
        .select('served.commitment_id')
        .where('served.municipality', '=', municipality)
        .where('served.programme_id', '=', input.programme)
        .where('served.kind', '=', 'commitment')
        .where('served.removed', '=', false)
        .where((on) =>
          on.or([
            on('served.action_id', 'is', null),
            ...(input.action === null ? [] : [on('served.action_id', '=', input.action)]),
          ]),
        )
        .$if(!input.adopting, (query) => query.where('programme.adopted_on', 'is not', null))
        .$narrowType<{ commitment_id: number }>(),
    )
    .orderBy('commitment.id')
    .execute()
  const ids = rows.map((row) => row.id)
  const own = await commitmentsToActOn(ctx, ids)
  const motions = await motionsOf(ctx, ids)
  return rows
    .filter((row) => own.has(row.id))
    .map((row) => ({
      id: row.id,
      version: row.version,
      text: row.text,
      late: row.state === 'late',
      due: dueOn(commitmentOfRow(row))?.on ?? null,
      motions: motions(row.id),
    }))
}

/** The motions of each of these commitments. */
async function motionsOf(
  ctx: Ctx,
  commitments: readonly number[],
): Promise<(commitment: number) => MotionRef[]> {
  if (commitments.length === 0) return () => []
  const { municipality } = ctx.actor
  const links = await ctx.tx
    .selectFrom('council.commitment_motion')
    .select(['commitment_id', 'motion_id'])
    .where('municipality', '=', municipality)
    .where('commitment_id', 'in', [...commitments])
    .orderBy('motion_id')
    .execute()
  const motions = await loadMotions(readerOf(ctx), municipality, [
    ...new Set(links.map((link) => link.motion_id)),
  ])
  return (commitment) =>
    links
      .filter((link) => link.commitment_id === commitment)
      .flatMap((link) => motions.get(link.motion_id) ?? [])
}

/**
 * Says that a milestone was reached, and that commitments which its action or its programme serves were kept by it: each with the
 * milestone as evidence, in one transaction.
 * @throws as `reachMilestone` and `keepCommitment`; Invalid (`commitments` `not-a-choice`) for one that it does not serve
 */
export async function reachMilestoneAndKeep(
  ctx: Ctx,
  input: MilestoneReached & { commitments: readonly KeepToo[] },
): Promise<{ milestone: ProgrammeStep; kept: Kept[] }> {
  const { commitments, ...reached } = input
  const milestone = await reachMilestone(ctx, reached, publishedWords)
  if (commitments.length === 0) return { milestone, kept: [] }
  const row = await ctx.tx
    .selectFrom('programme.milestone')
    .select(['programme_id', 'action_id', 'reached_on'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', input.milestone)
    .executeTakeFirstOrThrow()
  const kept = await keepAll(ctx, {
    commitments,
    among: await keepableCommitments(ctx, { programme: row.programme_id, action: row.action_id }),
    evidence: [{ kind: 'milestone', id: input.milestone }],
    on: row.reached_on!,
  })
  return { milestone, kept }
}

/**
 * Adopts a programme, and says that commitments which the programme as a whole serves were kept by it ("the programme will be sent"): each
 * with words of the document in which it was adopted as evidence, in one transaction. Those words are `evidence`, or when not given the
 * first that `adoptionPlaces` finds.
 * @throws as `adoptProgramme` and `keepCommitment`; Invalid (`document_id` `document-missing` when commitments are to be kept without one;
 *   `evidence` `evidence-needed` when no words were chosen and none are found; `commitments` `not-a-choice`)
 */
export async function adoptAndKeep(
  ctx: Ctx,
  input: PlanDecision & { commitments: readonly KeepToo[]; evidence?: readonly EvidenceInput[] },
): Promise<Awaited<ReturnType<typeof adoptProgramme>> & { kept: Kept[] }> {
  const { commitments, evidence: chosen, ...decision } = input
  const adopted = await adoptProgramme(ctx, decision)
  if (commitments.length === 0) return { ...adopted, kept: [] }
  const { document, programme } = decision
  if (document === null)
    throw new Invalid('form-invalid', [{ field: 'document_id', code: 'document-missing' }])
  const evidence = chosen ?? (await adoptionPlaces(ctx, { programme, document })).slice(0, 1).map(asEvidence)
  if (evidence.length === 0)
    throw new Invalid('form-invalid', [{ field: 'evidence', code: 'evidence-needed' }])
  const kept = await keepAll(ctx, {
    commitments,
    among: await keepableCommitments(ctx, { programme, action: null }),
    evidence,
    on: decision.decidedOn,
  })
  return { ...adopted, kept }
}

const asEvidence = ({ document, at }: Place): EvidenceInput => ({ kind: 'passage', document, at })

async function keepAll(
  ctx: Ctx,
  input: {
    commitments: readonly KeepToo[]
    among: readonly KeepableCommitment[]
    evidence: readonly EvidenceInput[]
    on: IsoDate
  },
): Promise<Kept[]> {
  const kept: Kept[] = []
  // In one order, so that two people who keep the same commitments wait for each other.
  for (const { commitment, version } of [...input.commitments].sort((a, b) => a.commitment - b.commitment)) {
    const made = await ctx.tx
      .selectFrom('council.commitment')
      .select('made_on')
      .where('municipality', '=', ctx.actor.municipality)
      .where('id', '=', commitment)
      .executeTakeFirst()
    if (!made || !input.among.some(({ id }) => id === commitment))
      throw new Invalid('form-invalid', [{ field: 'commitments', code: 'not-a-choice' }])
    const step = await keepCommitment(ctx, {
      commitment,
      version,
      how: 'kept',
      evidence: input.evidence,
      // Something can have been reached before it was promised; it was kept from today on then.
      ...(input.on >= made.made_on && { on: input.on }),
    })
    kept.push({ commitment, step })
  }
  return kept
}

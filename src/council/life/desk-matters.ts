import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { NotFound, type Refusal } from '../../errors.ts'
import type { DossierCommitment } from '../dossier.ts'
import { offersFor, together } from '../programme/offers.ts'
import { type ServedKey, servedKey } from '../programme/served-names.ts'
import { type MotionProgramme, programmeFor } from '../programme/work-on.ts'
import { completeCommitments } from '../public-parts.ts'
import type { IsoDate, RequestAct } from '../read/reading.ts'
import { lifeSettings } from '../set-up-municipality.ts'
import type { Official } from './assign-owner.ts'
import { mayActOnCommitment, officerOf } from './assigned.ts'
import { type CheckDate, checkDateOf } from './check-date.ts'
import { commitmentArrows } from './commitment.ts'
import { readerOf } from './desk-reader.ts'
import { type DeskStep, deskSteps } from './desk-steps.ts'
import type { DossierDone, DossierEvidence, DossierMatter } from './facts.ts'
import { commitmentsOfMotion } from './load-commitments.ts'
import { loadMatters } from './load-matters.ts'
import { takesStep } from './moving.ts'
import { mayDecide } from './proposal.ts'
import { type Suggestion, suggestOutcome } from './propose-outcome.ts'
import type { LifeSettings } from './settings.ts'
import { submittersAtDesk } from './submitters.ts'
import { type CommitmentStep, lastStep, type MatterStep } from './undo.ts'
import { loadWeighing } from './weighing.ts'

export type DeskMatter = DossierMatter & {
  version: number
  act: RequestAct
  official: Official | null
  suggestion: Suggestion
  /** Kept commitments whose evidence no proposal has taken up yet. */
  offered: { commitment: number; text: string; evidence: DossierEvidence[] }[]
  /** What adopted programmes did for it, or for a commitment of its motion; the newest first. */
  done: DossierDone[]
  /** Steps that this state and the actor's role allow; `refused` says why one cannot be taken now. */
  steps: DeskStep<MatterStep>[]
  /** The step that "undo" takes back, and whether this actor took it and still acts on it; or why not. The clerk undoes any, others their own. */
  undo: { step: MatterStep; history: number; own: boolean } | { refused: Refusal }
  /** Who took each step, by id of the history. Names of officials: for the desk only. */
  takenBy: Record<number, string>
}

/** The matters of a motion for whoever works on them, in the order of its text. @throws NotFound when there is no such motion */
export async function mattersAtDesk(ctx: Ctx, input: { motion: number }): Promise<DeskMatter[]> {
  const { municipality } = ctx.actor
  const today = dayOf(ctx.now)
  const db = readerOf(ctx)
  const motion = await ctx.tx
    .selectFrom('council.motion')
    .select('id')
    .where('municipality', '=', municipality)
    .where('id', '=', input.motion)
    .executeTakeFirst()
  if (!motion) throw new NotFound()
  const matters = await loadMatters(db, municipality, input.motion)
  const rows = await ctx.tx
    .selectFrom('council.matter as matter')
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
    .selectAll('matter')
    .select(['request.act', 'official.account_id', 'official.name as official_name'])
    .where('matter.municipality', '=', municipality)
    .where('matter.motion_id', '=', input.motion)
    .execute()
  const details = await ctx.tx
    .selectFrom('council.matter_history_detail as detail')
    .innerJoin('council.matter_history as history', (join) =>
      join
        .onRef('history.municipality', '=', 'detail.municipality')
        .onRef('history.id', '=', 'detail.history_id'),
    )
    .leftJoin('council.settlement_proposal as proposal', (join) =>
      join
        .onRef('proposal.municipality', '=', 'detail.municipality')
        .onRef('proposal.history_id', '=', 'detail.history_id'),
    )
    .select([
      'history.id',
      'history.matter_id',
      'detail.actor_id',
      'detail.actor_name',
      'proposal.id as proposal_id',
    ])
    .where('history.municipality', '=', municipality)
    .where('history.motion_id', '=', input.motion)
    .execute()
  const weighing = await loadWeighing(ctx, rows)
  const settings = await lifeSettings(ctx, today)
  const kept = await commitmentsNamed(ctx, [...new Set(rows.flatMap((row) => weighing.of(row).offered))])
  const promised = (await commitmentsOfMotion(db, municipality, input.motion)).map(
    ({ id }): ServedKey => ({ kind: 'commitment', of: id }),
  )
  const offers = await offersFor(ctx, {
    serves: [...matters.map(({ id }): ServedKey => ({ kind: 'matter', of: id })), ...promised],
  })
  const submitted = (await submittersAtDesk(ctx, input)).some((one) => one.mine)
  // A decision may be entered later: the rule of its own day counts, which was in force from the day of the proposal on.
  const rules = new Map<IsoDate, LifeSettings>()
  for (const { on } of matters.flatMap((matter) => matter.proposals)) {
    if (!rules.has(on)) rules.set(on, await lifeSettings(ctx, on))
  }
  const byId = new Map(rows.map((row) => [row.id, row]))
  const officer = officerOf(ctx)
  return matters.map((matter) => {
    const row = byId.get(matter.id)!
    const { claims, offered } = weighing.of(row)
    const undo = lastStep(matter.history)
    const proposerOf = (id: number | undefined) =>
      details.find((one) => one.proposal_id === id)?.actor_id ?? null
    const decide = (id: number | undefined, objectionUntil: IsoDate | null) => {
      const proposal = { by: proposerOf(id), objectionUntil }
      const refused = mayDecide(proposal, ctx.actor, settings, today)
      const then = refused === 'not-deciding-body' && matter.proposals.find((one) => one.id === id)
      return then ? mayDecide(proposal, ctx.actor, rules.get(then.on)!, today) : refused
    }
    const { actor } = ctx
    const account = actor.kind === 'person' ? actor.personId : null
    return {
      ...matter,
      version: row.version,
      act: row.act,
      official: row.official_name === null ? null : { account: row.account_id, name: row.official_name },
      suggestion: suggestOutcome(claims, row.act),
      offered: kept
        .filter((one) => offered.includes(one.id))
        .map((one) => ({
          commitment: one.id,
          text: one.text,
          evidence: one.life.kept.flatMap((piece) => piece.evidence),
        })),
      done: together(offers, [{ kind: 'matter', of: matter.id }, ...promised]),
      steps: deskSteps(
        matter,
        {
          role: actor.kind === 'person' ? actor.role : null,
          own: submitted || (account !== null && row.account_id === account),
          decide: decide(matter.proposal?.id, matter.proposal?.objectionUntil ?? null),
          correct: decide(matter.decision?.proposal, null),
        },
        today,
      ),
      undo:
        'step' in undo
          ? {
              step: undo.step.step as MatterStep,
              history: undo.step.id,
              own:
                account === details.find((one) => one.id === undo.step.id)?.actor_id &&
                (officer === null || row.account_id === officer),
            }
          : undo,
      takenBy: Object.fromEntries(
        details.filter((one) => one.matter_id === matter.id).map((one) => [one.id, one.actor_name]),
      ),
    }
  })
}

export type DeskCommitment = DossierCommitment & {
  version: number
  /** What the municipality's term gives; offered where no check date is set. */
  offeredCheck: CheckDate
  /** Matters that are settled on it, or wait with a proposal that it carries. */
  matters: { id: number; motion: number; text: string; state: DossierMatter['state'] }[]
  /** None for a policy officer to whom no matter behind it is assigned. */
  steps: CommitmentStep[]
  assigned: boolean
  /** What adopted programmes did for it; the newest first. */
  done: DossierDone[]
  /** What works on it. */
  programme: MotionProgramme
  /** The step that "undo" takes back, and whether this actor took it and still acts on it; or why not. The clerk undoes any, others their own. */
  undo: { step: CommitmentStep; own: boolean } | { refused: Refusal }
  /** Who took each step, by id of the history. Names of officials: for the desk only. */
  takenBy: Record<number, string>
}

/** One commitment for whoever looks after it. @throws NotFound */
export async function commitmentAtDesk(ctx: Ctx, input: { commitment: number }): Promise<DeskCommitment> {
  const { municipality, ...actor } = ctx.actor
  const row = await ctx.tx
    .selectFrom('council.commitment')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('id', '=', input.commitment)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const [found] = await completeCommitments(readerOf(ctx), municipality, [row])
  const matters = await ctx.tx
    .selectFrom('council.settlement_commitment as link')
    .innerJoin('council.settlement_proposal as proposal', (join) =>
      join
        .onRef('proposal.municipality', '=', 'link.municipality')
        .onRef('proposal.id', '=', 'link.proposal_id'),
    )
    .innerJoin('council.matter as matter', (join) =>
      join
        .onRef('matter.municipality', '=', 'proposal.municipality')
        .onRef('matter.id', '=', 'proposal.matter_id'),
    )
    .innerJoin('council.request as request', (join) =>
      join
        .onRef('request.municipality', '=', 'matter.municipality')
        .onRef('request.id', '=', 'matter.request_id'),
    )
    .leftJoin('council.request_part as part', (join) =>
      join.onRef('part.municipality', '=', 'matter.municipality').onRef('part.id', '=', 'matter.part_id'),
    )
    .select(['matter.id', 'matter.motion_id', 'matter.state', 'request.text', 'part.text as part_text'])
    .where('link.municipality', '=', municipality)
    .where('link.commitment_id', '=', row.id)
    .where('proposal.state', '<>', 'withdrawn')
    .where('matter.state', 'in', ['settled', 'proposed'])
    .where('matter.aside_for', 'is', null)
    .distinctOn('matter.id')
    .orderBy('matter.id')
    .execute()
  const undo = lastStep(found!.life.history.map((one) => ({ ...one, cause: null })))
  const takers = await ctx.tx
    .selectFrom('council.commitment_history_detail as detail')
    .innerJoin('council.commitment_history as history', (join) =>
      join
        .onRef('history.municipality', '=', 'detail.municipality')
        .onRef('history.id', '=', 'detail.history_id'),
    )
    .select(['history.id', 'detail.actor_id', 'detail.actor_name'])
    .where('history.municipality', '=', municipality)
    .where('history.commitment_id', '=', row.id)
    .execute()
  const settings = await lifeSettings(ctx, row.made_on)
  const served: ServedKey = { kind: 'commitment', of: row.id }
  const assigned = await mayActOnCommitment(ctx, input)
  const drawn = commitmentArrows.filter(([from, move]) => from === row.state && move !== 'miss')
  const within: CommitmentStep[] = ['relate']
  if (row.state === 'open' && !row.due_not_after && !row.extended_to) within.push('set-check-date')
  return {
    ...found!,
    version: row.version,
    offeredCheck: checkDateOf({ notBefore: row.due_not_before, notAfter: row.due_not_after }, settings),
    matters: matters.map(({ id, motion_id, state, text, part_text }) => ({
      id,
      motion: motion_id,
      state,
      text: part_text ?? text,
    })),
    assigned,
    done: (await offersFor(ctx, { serves: [served] })).get(servedKey(served)) ?? [],
    programme: await programmeFor(readerOf(ctx), { municipality, serves: [served] }),
    steps: [...drawn.map(([, move]) => move), ...within].filter(
      (step) => assigned && (actor.kind === 'system' || takesStep(step, actor.role)),
    ),
    undo:
      'step' in undo
        ? {
            step: undo.step.step as CommitmentStep,
            own:
              assigned &&
              actor.kind === 'person' &&
              actor.personId === takers.find((one) => one.id === undo.step.id)?.actor_id,
          }
        : undo,
    takenBy: Object.fromEntries(takers.map((one) => [one.id, one.actor_name])),
  }
}

async function commitmentsNamed(ctx: Ctx, ids: readonly number[]): Promise<DossierCommitment[]> {
  if (ids.length === 0) return []
  const { municipality } = ctx.actor
  const rows = await ctx.tx
    .selectFrom('council.commitment')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()
  return completeCommitments(readerOf(ctx), municipality, rows)
}

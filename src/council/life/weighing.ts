import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { loadReached } from '../programme/reached-for.ts'
import type { IsoDate } from '../read/reading.ts'
import type { ReopenCause } from './matter.ts'
import type { ClaimToWeigh } from './propose-outcome.ts'

type Weighed = { id: number; motion_id: number; request_id: number; part_id: number | null }
export type Weighing = {
  /** Claims about it that are newer than its last rejection, withdrawal or reopening. */
  claims: ClaimToWeigh[]
  /** When a commitment was kept, after the newest proposal. */
  offeredOn: IsoDate | null
  /** Ids of those commitments. */
  offered: number[]
  /** When an action of an adopted programme that serves it reached a milestone, after the newest proposal. */
  reachedOn: IsoDate | null
  reopened: { cause: ReopenCause; on: IsoDate; reason: string | null } | null
}

/** What speaks for settling these matters, from letters, kept commitments and the action programme; five queries for any number of them. */
export async function loadWeighing(
  ctx: Ctx,
  matters: readonly Weighed[],
): Promise<{ of(matter: Weighed): Weighing }> {
  const { municipality } = ctx.actor
  const motions = [...new Set(matters.map((one) => one.motion_id))]
  if (motions.length === 0)
    return { of: () => ({ claims: [], offeredOn: null, offered: [], reachedOn: null, reopened: null }) }
  const [claims, steps, kept, reached] = await Promise.all([
    ctx.tx
      .selectFrom('council.settlement_claim as claim')
      .innerJoin('council.letter as letter', (join) =>
        join
          .onRef('letter.municipality', '=', 'claim.municipality')
          .onRef('letter.id', '=', 'claim.letter_id')
          .on('letter.withdrawn_on', 'is', null),
      )
      .leftJoin('council.settlement_claim_request as about', (join) =>
        join.onRef('about.municipality', '=', 'claim.municipality').onRef('about.claim_id', '=', 'claim.id'),
      )
      .select([
        'claim.id',
        'claim.motion_id',
        'claim.claim',
        'claim.basis',
        'claim.claimed_on as on',
        'about.request_id',
        'about.part_id',
      ])
      .where('claim.municipality', '=', municipality)
      .where(sql<boolean>`claim.motion_id = any(${motions}::int[])`)
      .orderBy('claim.claimed_on')
      .orderBy('claim.id')
      .execute(),
    ctx.tx
      .selectFrom('council.matter_history as step')
      .select(['step.matter_id', 'step.step', 'step.cause', 'step.moved_on', 'step.reason'])
      .where('step.municipality', '=', municipality)
      .where(sql<boolean>`step.motion_id = any(${motions}::int[])`)
      .where('step.step', 'in', ['propose', 'withdraw-proposal', 'reject', 'reopen'])
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('council.matter_history as undo')
              .select('undo.id')
              .whereRef('undo.municipality', '=', 'step.municipality')
              .whereRef('undo.undoes', '=', 'step.id'),
          ),
        ),
      )
      .orderBy('step.id')
      .execute(),
    ctx.tx
      .selectFrom('council.commitment as commitment')
      .innerJoin('council.commitment_motion as link', (join) =>
        join
          .onRef('link.municipality', '=', 'commitment.municipality')
          .onRef('link.commitment_id', '=', 'commitment.id'),
      )
      .innerJoin('council.commitment_history as step', (join) =>
        join
          .onRef('step.municipality', '=', 'commitment.municipality')
          .onRef('step.commitment_id', '=', 'commitment.id')
          .on('step.step', 'in', ['keep', 'keep-partly']),
      )
      .select(['commitment.id', 'link.motion_id', 'step.moved_on'])
      .where('commitment.municipality', '=', municipality)
      .where('commitment.state', 'in', ['kept', 'partly-kept'])
      .where(sql<boolean>`link.motion_id = any(${motions}::int[])`)
      .orderBy('step.moved_on')
      .execute(),
    loadReached(
      ctx,
      matters.map((one) => one.id),
    ),
  ])
  const claimsOf = Map.groupBy(claims, (row) => row.motion_id)
  const stepsOf = Map.groupBy(steps, (row) => row.matter_id)
  const keptOf = Map.groupBy(kept, (row) => row.motion_id)
  const reachedOf = Map.groupBy(reached, (row) => row.matter_id)
  return {
    of(matter) {
      const past = stepsOf.get(matter.id) ?? []
      const since = past.findLast((step) => step.step !== 'propose')?.moved_on ?? ''
      const proposed = past.findLast((step) => step.step === 'propose')?.moved_on ?? ''
      const reopening = past.findLast((step) => step.step === 'reopen')
      const about = (claimsOf.get(matter.motion_id) ?? []).filter(
        (row) =>
          row.on > since &&
          (row.request_id === null ||
            (row.request_id === matter.request_id &&
              (row.part_id === null || row.part_id === matter.part_id))),
      )
      const offers = (keptOf.get(matter.motion_id) ?? []).filter((row) => row.moved_on > proposed)
      return {
        claims: about.map(({ id, claim, basis, on }) => ({ id, claim, basis, on })),
        offered: [...new Set(offers.map((row) => row.id))],
        offeredOn: offers.at(-1)?.moved_on ?? null,
        reachedOn:
          (reachedOf.get(matter.id) ?? []).findLast((row) => row.reached_on! > proposed)?.reached_on ?? null,
        reopened: reopening
          ? { cause: reopening.cause!, on: reopening.moved_on, reason: reopening.reason }
          : null,
      }
    },
  }
}

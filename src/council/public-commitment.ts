import { NotFound } from '../errors.ts'
import type { DossierCommitment, MotionRef } from './dossier.ts'
import { type CommitmentStanding, commitmentStanding } from './dossier-chain.ts'
import type { DueSource } from './dossier-course.ts'
import type { MatterState, SettlementOutcome } from './life/matter.ts'
import type { CommitmentItem } from './public-commitments.ts'
import { standingOf } from './public-commitments.ts'
import { completeCommitments, loadMotions } from './public-parts.ts'
import type { PublicDb } from './public-register.ts'
import type { IsoDate } from './read/reading.ts'

/** A part of a motion whose settlement rests on the commitment, or did, and how it stands now. */
export type ServedMatter = {
  id: number
  motion: MotionRef
  text: string
  state: MatterState
  outcome: SettlementOutcome | null
  /** What was proposed with it, newest first; `rests`: the proposal that stands or that it is settled by. */
  as: SettlementOutcome
  rests: boolean
}
export type PublicCommitment = {
  commitment: CommitmentItem
  /** Words of the commitments that it repeats, amends or replaces, and of those that do so with it, by id. */
  related: { id: number; text: string; madeOn: IsoDate }[]
  serves: ServedMatter[]
}

/** Everything public about one commitment. @throws NotFound */
export async function publicCommitment(
  db: PublicDb,
  input: { municipality: string; commitment: number; today: IsoDate },
): Promise<PublicCommitment> {
  const { municipality } = input
  const row = await db
    .selectFrom('council.commitment')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('id', '=', input.commitment)
    .executeTakeFirst()
  const [found] = row ? await completeCommitments(db, municipality, [row]) : []
  if (!found) throw new NotFound()
  const { relations, later } = found.life
  const others = [...relations.flatMap((one) => one.earlier ?? []), ...later.map((one) => one.commitment)]
  const related =
    others.length === 0
      ? []
      : await db
          .selectFrom('council.commitment')
          .select(['id', 'text', 'made_on as madeOn'])
          .where('municipality', '=', municipality)
          .where('id', 'in', others)
          .orderBy('id')
          .execute()
  return {
    commitment: { ...found, ...standingOf(found, input.today) },
    related,
    serves: await servedBy(db, municipality, found.id),
  }
}

async function servedBy(db: PublicDb, municipality: string, commitment: number): Promise<ServedMatter[]> {
  const rows = await db
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
    .leftJoin('council.settlement_decision as decision', (join) =>
      join
        .onRef('decision.municipality', '=', 'matter.municipality')
        .onRef('decision.id', '=', 'matter.decision_id'),
    )
    .select((eb) => [
      'matter.id',
      'matter.motion_id',
      'matter.state',
      'matter.outcome',
      'matter.proposal_id as waiting',
      'decision.proposal_id as decided',
      'proposal.id as proposal',
      'proposal.outcome as as',
      eb.fn.coalesce('part.text', 'request.text').as('text'),
    ])
    .where('link.municipality', '=', municipality)
    .where('link.commitment_id', '=', commitment)
    .where('proposal.state', '<>', 'withdrawn')
    .distinctOn('matter.id')
    .orderBy('matter.id')
    .orderBy('proposal.id', 'desc')
    .execute()
  const motions = await loadMotions(
    db,
    municipality,
    rows.map((row) => row.motion_id),
  )
  return rows.flatMap(({ id, motion_id, state, outcome, waiting, decided, proposal, as, text }) => {
    const motion = motions.get(motion_id)
    return motion
      ? [{ id, motion, text, state, outcome, as, rests: proposal === waiting || proposal === decided }]
      : []
  })
}

/**
 * One ring of the chain promised – its day – the day after extension – kept. `broken`: the day passed and nothing was known; `waiting`: a
 * day that was moved, one that nobody chose, or what is known in part.
 */
export type CommitmentRing = { state: 'done' | 'broken' | 'waiting' | 'future'; on: IsoDate | null } & (
  | { ring: 'promised' }
  | { ring: 'day'; source: DueSource | 'none'; moved: boolean }
  | { ring: 'kept'; how: 'kept' | 'partly-kept' | 'late' | 'not-yet' | 'lapsed' }
)

/** The course of a commitment as a chain: of several extensions the last counts. Pure. */
export function commitmentChain(
  commitment: Pick<DossierCommitment, 'madeOn' | 'life'>,
  today: IsoDate,
): CommitmentRing[] {
  const { life, madeOn } = commitment
  const standing = commitmentStanding(commitment, today)
  const keptOn = life.kept.at(-1)?.on ?? null
  const first = life.extensions[0] ? life.extensions[0].from : (life.due?.on ?? null)
  const last = life.extensions.at(-1)?.to ?? null
  const stateOf = (day: IsoDate, moved: boolean): CommitmentRing['state'] => {
    if (life.missedOn === day) return 'broken'
    if (moved) return 'waiting'
    if (standing === 'late' || (keptOn !== null && keptOn > day)) return 'broken'
    return keptOn !== null ? 'done' : 'future'
  }
  const rings: CommitmentRing[] = [{ ring: 'promised', state: 'done', on: madeOn }]
  if (first !== null) {
    const moved = last !== null
    const source = life.check?.on === first ? 'check' : 'text'
    rings.push({ ring: 'day', source, moved, on: first, state: stateOf(first, moved) })
  } else if (last === null) {
    rings.push({ ring: 'day', source: 'none', moved: false, on: null, state: 'waiting' })
  }
  if (last !== null) {
    rings.push({ ring: 'day', source: 'extension', moved: false, on: last, state: stateOf(last, false) })
  }
  return [...rings, endOf(standing, keptOn, life)]
}

function endOf(
  standing: CommitmentStanding,
  keptOn: IsoDate | null,
  { history }: DossierCommitment['life'],
): CommitmentRing {
  switch (standing) {
    case 'kept':
      return { ring: 'kept', how: standing, state: 'done', on: keptOn }
    case 'partly-kept':
      return { ring: 'kept', how: standing, state: 'waiting', on: keptOn }
    case 'lapsed': {
      const lapse = history.findLast(({ step, undone }) => step === 'lapse' && !undone)
      return { ring: 'kept', how: standing, state: 'future', on: lapse?.on ?? null }
    }
    case 'late':
      return { ring: 'kept', how: 'late', state: 'broken', on: null }
    default:
      return { ring: 'kept', how: 'not-yet', state: 'future', on: null }
  }
}

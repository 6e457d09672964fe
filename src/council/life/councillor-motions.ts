import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import type { MotionRef } from '../dossier.ts'
import { type ListedCommitment, type ListedMatter, listCommitments, listMatters } from './desk-lists.ts'
import { personOfActor } from './submitters.ts'

export type CouncillorMotions = {
  /** Null: nobody said which councillor this account is. */
  person: { id: number; name: string } | null
  /** `own`: motions that they submitted; `party`: none of theirs, so those of the parties that they sit for now. */
  whose: 'own' | 'party'
  parties: string[]
  /** Newest first. What was not adopted has no matters. */
  motions: (MotionRef & { matters: ListedMatter[] })[]
  commitments: ListedCommitment[]
}

/** The motions of the councillor who asks, where what they ask for stands, and what was promised about them. */
export async function councillorMotions(ctx: Ctx): Promise<CouncillorMotions> {
  const person = await personOfActor(ctx)
  if (!person) return { person, whose: 'own', parties: [], motions: [], commitments: [] }
  const parties = await partiesOf(ctx, person.id)
  const own = await motionsOf(ctx, { person: person.id })
  const whose = own.length > 0 || parties.length === 0 ? 'own' : 'party'
  const motions = whose === 'own' ? own : await motionsOf(ctx, { parties: parties.map((one) => one.id) })
  const ids = motions.map((one) => one.id)
  const matters = Map.groupBy(await listMatters(ctx, { motions: ids }), (one) => one.motion.id)
  return {
    person,
    whose,
    parties: parties.map((one) => one.name),
    motions: motions.map((one) => ({ ...one, matters: matters.get(one.id) ?? [] })),
    commitments: await listCommitments(ctx, { motions: ids }),
  }
}

async function partiesOf(ctx: Ctx, person: number) {
  const today = dayOf(ctx.now)
  return ctx.tx
    .selectFrom('council.party_membership as membership')
    .innerJoin('council.party as party', (join) =>
      join
        .onRef('party.municipality', '=', 'membership.municipality')
        .onRef('party.id', '=', 'membership.party_id'),
    )
    .select(['party.id', 'party.name'])
    .where('membership.municipality', '=', ctx.actor.municipality)
    .where('membership.person_id', '=', person)
    .where('membership.first_day', '<=', today)
    .where((eb) => eb.or([eb('membership.last_day', 'is', null), eb('membership.last_day', '>=', today)]))
    .orderBy('party.name')
    .execute()
}

async function motionsOf(ctx: Ctx, of: { person: number } | { parties: number[] }): Promise<MotionRef[]> {
  return ctx.tx
    .selectFrom('council.motion as motion')
    .select(['id', 'year', 'slug', 'number', 'title', 'dated', 'outcome'])
    .where('motion.municipality', '=', ctx.actor.municipality)
    .where('motion.kind', '=', 'motion')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('council.motion_submitter as submitter')
          .select('submitter.position')
          .whereRef('submitter.municipality', '=', 'motion.municipality')
          .whereRef('submitter.motion_id', '=', 'motion.id')
          .where((or) =>
            'person' in of
              ? or('submitter.person_id', '=', of.person)
              : or('submitter.party_id', 'in', of.parties),
          ),
      ),
    )
    .orderBy('motion.dated', (order) => order.desc().nullsLast())
    .orderBy('motion.id', 'desc')
    .execute()
}

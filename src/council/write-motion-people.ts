import { partyNamed, personNamed } from './people.ts'
import type { Registration } from './registration.ts'
import type { ReviewMotion } from './review.ts'
import { toJson } from './save-reading.ts'

/* Who and what stands around a motion: its proposal, who submitted it, who voted how. */

export async function writeProposal(
  registration: Registration,
  motion: ReviewMotion,
  index: number,
  id: number,
): Promise<void> {
  const { ctx, municipality, document, cleanOrNull } = registration
  const title = cleanOrNull(motion.proposal?.title)
  const registry = cleanOrNull(motion.proposal?.registryNumber)
  if (!title && !registry) return
  let proposal = await ctx.tx
    .selectFrom('council.proposal')
    .select('id')
    .where('municipality', '=', municipality)
    .$if(registry !== null, (query) => query.where('registry_number', '=', registry))
    .$if(registry === null, (query) => query.where('registry_number', 'is', null).where('title', '=', title))
    .executeTakeFirst()
  proposal ??= await ctx.tx
    .insertInto('council.proposal')
    .values({ municipality, title, registry_number: registry })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.tx
    .insertInto('council.motion_proposal')
    .values({
      municipality,
      motion_id: id,
      proposal_id: proposal.id,
      document_id: document,
      at: toJson(
        registration.at(`/motions/${index}/proposal/title`, `/motions/${index}/proposal/registryNumber`),
      ),
    })
    .onConflict((conflict) => conflict.columns(['municipality', 'motion_id', 'proposal_id']).doNothing())
    .execute()
}

export async function isEmpty(
  registration: Registration,
  table: 'council.motion_submitter' | 'council.motion_vote' | 'council.clause' | 'council.request',
  id: number,
): Promise<boolean> {
  const found = await registration.ctx.tx
    .selectFrom(table)
    .select('motion_id')
    .where('municipality', '=', registration.municipality)
    .where('motion_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  return !found
}

export async function writeSubmitters(
  registration: Registration,
  motion: ReviewMotion,
  index: number,
  id: number,
): Promise<void> {
  const { ctx, municipality, document, clean, cleanOrNull } = registration
  if (motion.submitters.length === 0 || !(await isEmpty(registration, 'council.motion_submitter', id))) return
  for (const [position, submitter] of motion.submitters.entries()) {
    const known = await personNamed(ctx, submitter.name, motion.date)
    const party = submitter.party ? await partyNamed(ctx, submitter.party) : (known?.party ?? null)
    const at = `/motions/${index}/submitters/${position}`
    await ctx.tx
      .insertInto('council.motion_submitter')
      .values({
        municipality,
        motion_id: id,
        position,
        printed_name: clean(submitter.name),
        printed_party: cleanOrNull(submitter.party),
        person_id: known?.person ?? null,
        party_id: party,
        document_id: document,
        at: toJson(registration.at(`${at}/name`, at)),
      })
      .execute()
  }
}

export async function writeVotes(
  registration: Registration,
  motion: ReviewMotion,
  index: number,
  id: number,
): Promise<void> {
  const { ctx, municipality, document } = registration
  if (!motion.votes?.parties.length || !(await isEmpty(registration, 'council.motion_vote', id))) return
  for (const [position, { party, vote }] of motion.votes.parties.entries()) {
    const at = `/motions/${index}/votes/parties/${position}`
    await ctx.tx
      .insertInto('council.motion_vote')
      .values({
        municipality,
        motion_id: id,
        party_id: await partyNamed(ctx, party),
        vote,
        document_id: document,
        at: toJson(registration.at(`${at}/party`, at, `${at}/vote`)),
      })
      .onConflict((conflict) => conflict.columns(['municipality', 'motion_id', 'party_id']).doNothing())
      .execute()
  }
}

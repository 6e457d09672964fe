import type { Ctx } from '../../ctx.ts'
import { mattersWithWords } from '../life/matters-with-words.ts'

/** The letter that a document is, held. */
export async function lockLetter(ctx: Ctx, document: number) {
  return ctx.tx
    .selectFrom('council.letter')
    .select(['id', 'withdrawn_on', 'subject', 'dated'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('document_id', '=', document)
    .forUpdate()
    .executeTakeFirst()
}

/** Commitments that run and that only this letter makes. */
export async function commitmentsOf(ctx: Ctx, letter: number, document: number) {
  return ctx.tx
    .selectFrom('council.commitment as commitment')
    .select(['commitment.id', 'commitment.version', 'commitment.text'])
    .where('commitment.municipality', '=', ctx.actor.municipality)
    .where('commitment.document_id', '=', document)
    .where('commitment.state', 'in', ['open', 'late'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('council.commitment_letter as link')
            .innerJoin('council.letter as other', (join) =>
              join
                .onRef('other.municipality', '=', 'link.municipality')
                .onRef('other.id', '=', 'link.letter_id'),
            )
            .select('link.letter_id')
            .whereRef('link.municipality', '=', 'commitment.municipality')
            .whereRef('link.commitment_id', '=', 'commitment.id')
            .where('link.role', '=', 'repeated')
            .where('link.letter_id', '<>', letter)
            .where('other.withdrawn_on', 'is', null),
        ),
      ),
    )
    .orderBy('commitment.id')
    .execute()
}

/** Matters whose waiting proposal rests on words of this document. */
export const waitingProposals = (ctx: Ctx, document: number) => mattersOn(ctx, document, 'waiting')
/** Matters that are settled on words of this document. */
export const settledOn = (ctx: Ctx, document: number) => mattersOn(ctx, document, 'settled')

async function mattersOn(ctx: Ctx, document: number, how: 'waiting' | 'settled') {
  return mattersWithWords(ctx)
    .leftJoin('council.settlement_decision as decision', (join) =>
      join
        .onRef('decision.municipality', '=', 'matter.municipality')
        .onRef('decision.id', '=', 'matter.decision_id'),
    )
    .select([
      'matter.id',
      'matter.version',
      'motion.title as motion',
      'request.text as request_text',
      'part.text as part_text',
    ])
    .where('matter.municipality', '=', ctx.actor.municipality)
    .where('matter.state', '=', how === 'waiting' ? 'proposed' : 'settled')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('council.settlement_evidence as evidence')
          .select('evidence.proposal_id')
          .whereRef('evidence.municipality', '=', 'matter.municipality')
          .whereRef(
            'evidence.proposal_id',
            '=',
            how === 'waiting' ? 'matter.proposal_id' : 'decision.proposal_id',
          )
          .where('evidence.document_id', '=', document),
      ),
    )
    .orderBy('matter.id')
    .execute()
}

/** Motions in which this letter shows: those it speaks of, and those with evidence from it. */
export async function motionsOf(ctx: Ctx, letter: number, document: number): Promise<number[]> {
  const { municipality } = ctx.actor
  const [spoken, resting] = [
    await ctx.tx
      .selectFrom('council.letter_motion')
      .select('motion_id')
      .where('municipality', '=', municipality)
      .where('letter_id', '=', letter)
      .execute(),
    await ctx.tx
      .selectFrom('council.settlement_evidence')
      .select('motion_id')
      .distinct()
      .where('municipality', '=', municipality)
      .where('document_id', '=', document)
      .execute(),
  ]
  return [...new Set([...spoken, ...resting].map((row) => row.motion_id))]
}

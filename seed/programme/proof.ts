/** What steps rest on, found in the papers of the town. */
import { findQuotation, motionDossier, readerOf } from '../../src/council/index.ts'
import type { Ctx } from '../../src/ctx.ts'
import type { GivenEvidence } from '../../src/programme/index.ts'
import { decisionCalled } from '../../src/programme/index.ts'
import { found, type Known, type Words } from '../course.ts'
import type { Proof } from './step.ts'

export async function proofOf(
  ctx: Ctx,
  known: Known,
  programme: number,
  proof: Proof,
): Promise<GivenEvidence[]> {
  if ('decision' in proof)
    return [{ kind: 'decision', decision: await decisionCalled(ctx, programme, proof.decision) }]
  const given: GivenEvidence[] = []
  for (const words of proof.words) given.push(await placeOf(ctx, known, words))
  return given
}

export async function placeOf(ctx: Ctx, known: Known, { paper, text }: Words) {
  const [place] = await findQuotation(ctx, {
    quotation: text,
    documents: [found(known.documents, paper)],
  })
  if (!place) throw new Error(`${paper} has no "${text}"`)
  return { kind: 'passage' as const, document: place.document, at: place.at }
}

export function dossierOf(ctx: Ctx, motion: string) {
  const [year, slug] = motion.split('/')
  const { municipality } = ctx.actor
  return motionDossier(readerOf(ctx), { municipality, year: Number(year), slug: slug ?? '' })
}

/** What a paper promised for a motion. */
export async function promisedIn(
  ctx: Ctx,
  known: Known,
  { motion, promisedIn: paper }: { motion: string; promisedIn: string },
): Promise<number> {
  const document = found(known.documents, paper)
  const { commitments } = await dossierOf(ctx, motion)
  const one = commitments.find(({ passage }) => passage?.document.id === document)
  if (!one) throw new Error(`${paper} promises nothing for ${motion}`)
  return one.id
}

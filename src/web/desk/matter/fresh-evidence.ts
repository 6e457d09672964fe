import type { DeskMatter, DossierClaim, MotionDossier, Passage } from '../../../council/index.ts'

/** What came after a decision and speaks of the same matter. */
export type FreshEvidence =
  | { kind: 'kept'; commitment: number; text: string; passages: NonNullable<Passage>[] }
  | { kind: 'letter'; claim: DossierClaim }

/** Evidence that came after the decision that a matter is settled by; nothing for a matter that is not settled. Pure. */
export function freshEvidence({
  dossier,
  matter,
}: {
  dossier: Pick<MotionDossier, 'claims'>
  matter: Pick<DeskMatter, 'state' | 'decision' | 'offered' | 'request'>
}): FreshEvidence[] {
  if (matter.state !== 'settled' || !matter.decision) return []
  const { on } = matter.decision
  return [
    ...matter.offered.map(
      ({ commitment, text, evidence }): FreshEvidence => ({
        kind: 'kept',
        commitment,
        text,
        passages: evidence.flatMap((one) => (one.kind === 'passage' ? [one.passage] : [])),
      }),
    ),
    ...dossier.claims
      .filter((claim) => claim.on > on && claim.claim !== 'none' && claim.requests.includes(matter.request))
      .map((claim): FreshEvidence => ({ kind: 'letter', claim })),
  ]
}

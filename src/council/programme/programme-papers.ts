import type { Evidence, OwnEvidence, ProgrammeTree } from '../../programme/index.ts'
import type { DocumentRef } from '../dossier.ts'
import { ownFacts } from '../life/evidence-facts.ts'
import type { DossierOwnEvidence } from '../life/facts.ts'
import { loadDocuments } from '../public-parts.ts'
import type { PublicDb } from '../public-register.ts'

/** Published documents that a programme names, by their ids, and its evidence as pages show it. What is not public is absent. */
export type ProgrammePapers = {
  documents: ReadonlyMap<number, DocumentRef>
  own(evidence: readonly Evidence[]): DossierOwnEvidence[]
}

/** Documents of milestones, reports, figures and editions; over either login. */
export async function programmePapers(
  db: PublicDb,
  { municipality, tree }: { municipality: string; tree: ProgrammeTree },
): Promise<ProgrammePapers> {
  const evidence = tree.actions.flatMap(({ milestones, reports }) =>
    [...milestones, ...reports].flatMap((one) => one.evidence),
  )
  const documents = await loadDocuments(db, municipality, [
    ...evidence.map((one) => (one.kind === 'decision' ? null : one.document)),
    ...tree.indicators.flatMap(({ values }) => values.map(({ document }) => document)),
    ...tree.editions.map(({ document }) => document),
  ])
  const decisions = new Map(tree.decisions.map(({ id, text, on }) => [id, { text, on }]))
  return {
    documents: new Map([...documents].map(([id, { ref }]) => [id, ref])),
    own: (pieces) =>
      ownFacts(
        documents,
        pieces.flatMap((one): OwnEvidence[] => {
          if (one.kind !== 'decision') return [one]
          const decision = decisions.get(one.decision)
          return decision ? [{ ...one, ...decision }] : []
        }),
      ),
  }
}

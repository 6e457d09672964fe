import type { DossierCommitment, MotionDossier } from '../dossier.ts'
import type { DossierDone, DossierEvidence, DossierMatter } from '../life/facts.ts'
import type { SettlementOutcome } from '../life/matter.ts'
import type { DecidingBody } from '../life/settings.ts'
import type { IsoDate, Outcome, RequestKind } from '../read/reading.ts'

/** What a letter is composed of: the motions with what the register says of each matter. */
export type LetterFacts = { decidingBody: DecidingBody | null; motions: LetterMotion[] }

export type LetterMotion = {
  id: number
  number: string | null
  title: string
  registryNumber: string | null
  dated: IsoDate | null
  outcome: Outcome
  submitters: { name: string; party: string | null }[]
  requests: { kind: RequestKind; addressee: string | null; text: string }[]
  /** Whether its own text ends with the closing formula; null: its text was never seen. */
  closingFormula: boolean | null
  matters: LetterMatter[]
}
export type LetterEvidence =
  | { kind: 'passage'; quotation: string; title: string; dated: IsoDate | null; page: number | null }
  | LetterDone
  | { kind: 'unknown' }
/** What the action programme did; `shown`: what showed it, apart from passages, which are evidence of their own. */
export type LetterDone = {
  kind: DossierDone['kind']
  quotation: string
  on: IsoDate
  action: { number: string; title: string }
  programme: string
  shown: (
    | { kind: 'document'; title: string; dated: IsoDate | null }
    | { kind: 'decision'; text: string; on: IsoDate }
  )[]
}
export type LetterCommitment = {
  id: number
  text: string
  state: DossierCommitment['life']['state']
  due: DossierCommitment['life']['due']
}
export type LetterMatter = { id: number; text: string; standing: Standing }
/**
 * Where a matter stands. `proposed`: an outcome waits for a decision; `decided`: it is settled; `running`: neither, with the newest
 * interim report when there is one.
 */
export type Standing =
  | {
      kind: 'proposed' | 'decided'
      outcome: SettlementOutcome
      on: IsoDate
      /** The answer to the council: of the proposal, or the reason of the decision. */
      explanation: string | null
      reason: string | null
      evidence: LetterEvidence[]
      /** Something that it rested on no longer stands; it is not among the evidence. */
      fallen?: boolean
      commitments: LetterCommitment[]
    }
  | {
      kind: 'running'
      begun: boolean
      report: { on: IsoDate; text: string } | null
      term: IsoDate | null
    }

/** What a letter about this motion is composed of. Pure. */
export function letterMotionOf(dossier: MotionDossier): LetterMotion {
  const { motion } = dossier
  return {
    id: motion.id,
    number: motion.number,
    title: motion.title,
    registryNumber: motion.registryNumbers[0] ?? null,
    dated: motion.dated,
    outcome: motion.outcome,
    submitters: dossier.submitters.map(({ name, party }) => ({ name, party: party?.name ?? null })),
    requests: dossier.requests.map(({ kind, addressee, text }) => ({ kind, addressee, text })),
    closingFormula: motion.closingFormula,
    matters: dossier.matters.map((matter) => ({
      id: matter.id,
      text: matter.text,
      standing: standingOf(matter, dossier.commitments),
    })),
  }
}

function standingOf(matter: DossierMatter, commitments: readonly DossierCommitment[]): Standing {
  const proposal =
    matter.proposal ?? matter.proposals.find((one) => one.id === matter.decision?.proposal) ?? null
  if (!proposal || (matter.state !== 'proposed' && matter.state !== 'settled')) return runningOf(matter)
  const decided = matter.state === 'settled' ? matter.decision : null
  return {
    kind: decided ? 'decided' : 'proposed',
    outcome: decided?.outcome ?? proposal.outcome,
    on: decided?.on ?? proposal.on,
    explanation: proposal.explanation,
    reason: decided?.reason ?? null,
    evidence: proposal.evidence.flatMap(letterEvidence),
    fallen: proposal.evidence.some((one) => one.kind !== 'unknown' && one.fallen != null),
    commitments: proposal.commitments.flatMap((id) => {
      const found = commitments.find((one) => one.id === id)
      return found ? [{ id, text: found.text, state: found.life.state, due: found.life.due }] : []
    }),
  }
}

/** Nothing that was taken back since; what showed that something was done stands beside it. */
function letterEvidence(one: DossierEvidence): LetterEvidence[] {
  if (one.kind === 'unknown') return [one]
  if (one.fallen) return []
  if (one.kind === 'passage') return [passageOf(one)]
  const { kind, quotation, on, action, programme, own } = one
  return [
    {
      kind,
      quotation,
      on,
      action: { number: action.number, title: action.title },
      programme: programme.title,
      shown: own.flatMap((piece): LetterDone['shown'] =>
        piece.kind === 'passage'
          ? []
          : piece.kind === 'document'
            ? [{ kind: 'document', title: piece.document.title, dated: piece.document.dated }]
            : [piece],
      ),
    },
    ...own.flatMap((piece) => (piece.kind === 'passage' ? [passageOf(piece)] : [])),
  ]
}

const passageOf = ({
  quotation,
  passage,
}: Pick<Extract<DossierEvidence, { kind: 'passage' }>, 'quotation' | 'passage'>): LetterEvidence => ({
  kind: 'passage',
  quotation,
  title: passage.document.title,
  dated: passage.document.dated,
  page: passage.at[0]?.page ?? null,
})

function runningOf(matter: DossierMatter): Standing {
  const report = matter.history.findLast((fact) => fact.step === 'note-progress' && !fact.undone)
  return {
    kind: 'running',
    begun: matter.state !== 'open',
    report: report?.reason ? { on: report.on, text: report.reason } : null,
    term: matter.term.notAfter,
  }
}

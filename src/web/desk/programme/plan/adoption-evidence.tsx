import { adoptionPlaces, type EvidenceInput, type KeepableCommitment } from '../../../../council/index.ts'
import type { Ctx } from '../../../../ctx.ts'
import { Invalid } from '../../../../errors.ts'
import type { DeskRequest } from '../../../page.ts'
import { EvidencePicker } from '../../evidence/evidence-picker.tsx'
import type { PostedEvidence } from '../../evidence/posted-evidence.ts'
import { chosenEvidence, type EvidenceState, workEvidence } from '../../evidence/work-evidence.ts'

type Of = {
  programme: number
  /** The document in which it was adopted, once one was chosen. */
  document: number | null
  keepable: readonly KeepableCommitment[]
  /** The form was sent to be done, with commitments ticked. */
  final: boolean
}

/** The words of the document by which commitments are kept: those that are likely are offered once a document was chosen. */
export async function workAdoption(
  ctx: Ctx,
  posted: PostedEvidence,
  { programme, document, keepable, final }: Of,
): Promise<EvidenceState> {
  const offers = document === null ? [] : await adoptionPlaces(ctx, { programme, document })
  const motions = [...new Set(keepable.flatMap((one) => one.motions.map(({ id }) => id)))]
  const chosen = { ...posted, document: posted.document ?? document }
  return workEvidence(ctx, chosen, { motions, offers, final })
}

/** @throws Invalid `evidence` while words are still to be chosen */
export function adoptionEvidence(state: EvidenceState): EvidenceInput[] {
  if (state.errors.length > 0)
    throw new Invalid('form-invalid', [{ field: 'evidence', code: 'evidence-needed' }])
  return chosenEvidence(state)
}

/** Choosing those words, below the commitments; open once somebody is choosing. */
export function AdoptionEvidence({
  request,
  state,
  action,
}: {
  request: DeskRequest
  state: EvidenceState
  action: string
}) {
  const w = request.words.programmeEvidence.keep
  const busy =
    state.passages.length > 0 || state.errors.length > 0 || state.quote !== '' || state.search !== ''
  return (
    <details open={busy} className="schakel-programme-more">
      <summary>{w.words}</summary>
      <p className="schakel-hint">{w.wordsHint}</p>
      <EvidencePicker request={request} state={state} action={action} legend={w.words} />
    </details>
  )
}

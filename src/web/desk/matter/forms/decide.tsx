import { decideSettlement } from '../../../../council/index.ts'
import { RadioField } from '../../form-fields.tsx'
import { choiceIn, idIn, onIn, together, versionIn, writtenIn } from '../typed.ts'
import { WhoDecides } from '../who-decides.tsx'
import { OnField, ReasonField } from './common.tsx'
import type { MatterForm } from './form.ts'

export const decideForm: MatterForm = {
  Fields(props) {
    const { request, view, set } = props
    const { matterDesk } = request.words
    const words = matterDesk.form.decide
    const { proposal } = view.matter
    if (!proposal) return null
    const why =
      proposal.objections.length > 0
        ? words.reasonObjection
        : proposal.outcome === 'announced'
          ? words.reasonAnnounced
          : words.reasonReject
    return (
      <>
        <WhoDecides request={request} view={view} />
        <input type="hidden" name="proposal" value={proposal.id} />
        <RadioField
          set={set}
          name="verdict"
          label={words.verdict}
          choices={[
            { value: 'accept', label: words.accept(proposal.outcome) },
            { value: 'reject', label: words.reject },
          ]}
        />
        <ReasonField {...props} label={words.reasonNeeded} why={why} />
        <OnField {...props} meeting />
        <p className="schakel-hint">{words.final}</p>
      </>
    )
  },
  async take(ctx, { matter, typed }) {
    const { verdict, on } = together({
      verdict: () => choiceIn(typed, 'verdict', ['accept', 'reject'] as const),
      on: () => onIn(typed),
    })
    await decideSettlement(ctx, {
      matter,
      version: versionIn(typed, matter),
      proposal: idIn(typed, 'proposal') ?? 0,
      verdict,
      reason: writtenIn(typed, 'reason'),
      ...on,
    })
  },
}

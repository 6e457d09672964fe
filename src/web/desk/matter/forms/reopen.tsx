import { type ReopenCause, reopenCauses, reopenMatter } from '../../../../council/index.ts'
import { matterPath } from '../../desk-paths.ts'
import { EvidencePicker } from '../../evidence/evidence-picker.tsx'
import { RadioField } from '../../form-fields.tsx'
import { freshEvidence } from '../fresh-evidence.ts'
import { pickers } from '../load-matter.ts'
import { placeIn } from '../place-in.ts'
import { choiceIn, neededIn, onIn, together, versionIn } from '../typed.ts'
import { OnField, ReasonField } from './common.tsx'
import type { MatterForm } from './form.ts'

type ByHand = Exclude<ReopenCause, 'commitment-missed'>
/** A missed commitment reopens by the calendar, never by hand. */
const causes = reopenCauses.filter((cause): cause is ByHand => cause !== 'commitment-missed')

export const reopenForm: MatterForm = {
  Fields(props) {
    const { request, view, set } = props
    const { matterDesk, life } = request.words
    const words = matterDesk.form.reopen
    const picker = view.pickers.reopen
    const fresh = freshEvidence(view).length > 0
    return (
      <>
        <p>{words.lead}</p>
        <RadioField
          set={set}
          name="cause"
          label={words.cause}
          value={fresh ? 'new-evidence' : ''}
          choices={causes.map((value) => ({ value, label: life.reopenCause[value] }))}
        />
        <ReasonField {...props} />
        <OnField {...props} />
        {picker && (
          <details className="schakel-details" open={set.typed !== null || fresh}>
            <summary>{words.place}</summary>
            <div>
              <EvidencePicker
                request={request}
                state={picker}
                name={pickers.reopen}
                action={matterPath(request, view.matter.id)}
              />
            </div>
          </details>
        )}
      </>
    )
  },
  async take(ctx, posted) {
    const { matter, typed } = posted
    const { cause, reason, on } = together({
      cause: () => choiceIn(typed, 'cause', causes),
      reason: () => neededIn(typed, 'reason'),
      on: () => onIn(typed),
    })
    await reopenMatter(ctx, {
      matter,
      version: versionIn(typed, matter),
      cause,
      reason,
      place: await placeIn(ctx, posted, pickers.reopen),
      ...on,
    })
  },
}

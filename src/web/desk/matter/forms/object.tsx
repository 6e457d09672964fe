import { objectToProposal } from '../../../../council/index.ts'
import { SelectField } from '../../form-fields.tsx'
import { neededIn, onIn, together, versionIn } from '../typed.ts'
import { OnField, ReasonField } from './common.tsx'
import type { MatterForm } from './form.ts'

/** A councillor objects as themselves; the clerk notes it for any submitter. */
export const objectForm: MatterForm = {
  Fields(props) {
    const { request, view, set } = props
    const words = request.words.matterDesk.form.object
    const until = view.matter.proposal?.objectionUntil
    const mine = view.role === 'councillor' ? view.submitters.filter((one) => one.mine) : view.submitters
    const [only] = mine
    return (
      <>
        {until && <p>{words.lead(until)}</p>}
        {only && mine.length === 1 && view.role === 'councillor' ? (
          <>
            <p>{words.as(only.name)}</p>
            <input type="hidden" name="submitter" value={only.position} />
          </>
        ) : (
          <SelectField
            set={set}
            name="submitter"
            label={words.submitter}
            choices={[
              { value: '', label: words.choose },
              ...mine.map(({ position, name, party }) => ({
                value: String(position),
                label: party ? `${name} (${party})` : name,
              })),
            ]}
          />
        )}
        <ReasonField {...props} label={words.reason} />
        <OnField {...props} />
      </>
    )
  },
  async take(ctx, { matter, typed }) {
    const { submitter, reason, on } = together({
      submitter: () => Number(neededIn(typed, 'submitter')),
      reason: () => neededIn(typed, 'reason'),
      on: () => onIn(typed),
    })
    await objectToProposal(ctx, {
      matter,
      version: versionIn(typed, matter),
      submitter,
      reason,
      ...on,
    })
  },
}

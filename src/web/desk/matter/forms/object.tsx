import { objectToProposal } from '../../../../council/index.ts'
import { Invalid } from '../../../../errors.ts'
import { SelectField } from '../fields.tsx'
import { idIn, onIn, textIn, versionIn } from '../typed.ts'
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
    const submitter = idIn(typed, 'submitter')
    if (submitter === null) throw new Invalid('form-invalid', [{ field: 'submitter', code: 'needed' }])
    await objectToProposal(ctx, {
      matter,
      version: versionIn(typed, matter),
      submitter,
      reason: textIn(typed, 'reason'),
      ...onIn(typed),
    })
  },
}

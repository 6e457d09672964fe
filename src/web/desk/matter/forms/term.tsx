import { agreeTerm } from '../../../../council/index.ts'
import { RadioField, TextField } from '../../form-fields.tsx'
import { termLine } from '../term-line.ts'
import { choiceIn, neededDayIn, neededIn, together, versionIn } from '../typed.ts'
import { ReasonField } from './common.tsx'
import type { MatterForm } from './form.ts'

export const termForm: MatterForm = {
  Fields(props) {
    const { request, view, set } = props
    const words = request.words.matterDesk.form.term
    return (
      <>
        <p>{words.lead(termLine(view.matter.term, request.words))}</p>
        <RadioField
          set={set}
          name="kind"
          label={words.kind}
          value="day"
          choices={[
            { value: 'day', label: words.day },
            { value: 'none', label: words.none },
          ]}
        />
        <TextField set={set} name="notAfter" label={words.notAfter} hint={words.notAfterHint} />
        <ReasonField {...props} label={words.reason} />
      </>
    )
  },
  async take(ctx, { matter, typed }) {
    const kind = choiceIn(typed, 'kind', ['day', 'none'] as const)
    const { notAfter, reason } = together({
      notAfter: () => (kind === 'none' ? null : neededDayIn(typed, 'notAfter')),
      reason: () => neededIn(typed, 'reason'),
    })
    await agreeTerm(ctx, { matter, version: versionIn(typed, matter), notAfter, reason })
  },
}

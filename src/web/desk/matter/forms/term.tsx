import { agreeTerm } from '../../../../council/index.ts'
import { Invalid } from '../../../../errors.ts'
import { RadioField, TextField } from '../fields.tsx'
import { termLine } from '../term-line.ts'
import { choiceIn, dayIn, textIn, versionIn } from '../typed.ts'
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
    const day = kind === 'none' ? null : dayIn(typed, 'notAfter')
    if (day === undefined) throw new Invalid('form-invalid', [{ field: 'notAfter', code: 'needed' }])
    const version = versionIn(typed, matter)
    await agreeTerm(ctx, { matter, version, notAfter: day, reason: textIn(typed, 'reason') })
  },
}

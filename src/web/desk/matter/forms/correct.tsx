import { correctDecision, settlementOutcomes } from '../../../../council/index.ts'
import { RadioField } from '../../form-fields.tsx'
import { choiceIn, neededIn, onIn, together, versionIn } from '../typed.ts'
import { WhoDecides } from '../who-decides.tsx'
import { OnField, ReasonField } from './common.tsx'
import type { MatterForm } from './form.ts'

export const correctForm: MatterForm = {
  Fields(props) {
    const { request, view, set } = props
    const { matterDesk, life } = request.words
    const words = matterDesk.form.correct
    const { outcome } = view.matter
    return (
      <>
        {outcome && <p>{words.lead(outcome)}</p>}
        <WhoDecides request={request} view={view} />
        <RadioField
          set={set}
          name="outcome"
          label={words.outcome}
          choices={settlementOutcomes
            .filter((value) => value !== outcome)
            .map((value) => ({
              value,
              label: life.outcome[value],
              hint: life.outcomeMeans[value],
            }))}
        />
        <ReasonField {...props} />
        <OnField {...props} meeting />
      </>
    )
  },
  async take(ctx, { matter, typed }) {
    const { outcome, reason, on } = together({
      outcome: () => choiceIn(typed, 'outcome', settlementOutcomes),
      reason: () => neededIn(typed, 'reason'),
      on: () => onIn(typed),
    })
    await correctDecision(ctx, {
      matter,
      version: versionIn(typed, matter),
      outcome,
      reason,
      ...on,
    })
  },
}

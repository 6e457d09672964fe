import { holdProposal } from '../../../../council/index.ts'
import { neededIn, onIn, together, versionIn } from '../typed.ts'
import { OnField, ReasonField } from './common.tsx'
import type { MatterForm } from './form.ts'

export const holdForm: MatterForm = {
  Fields(props) {
    return (
      <>
        <p>{props.request.words.matterDesk.form.hold.lead}</p>
        <ReasonField {...props} />
        <OnField {...props} />
      </>
    )
  },
  async take(ctx, { matter, typed }) {
    const version = versionIn(typed, matter)
    const { reason, on } = together({ reason: () => neededIn(typed, 'reason'), on: () => onIn(typed) })
    await holdProposal(ctx, { matter, version, reason, ...on })
  },
}

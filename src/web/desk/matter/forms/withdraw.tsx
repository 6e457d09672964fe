import { withdrawProposal } from '../../../../council/index.ts'
import { textIn, versionIn } from '../typed.ts'
import { ReasonField } from './common.tsx'
import type { MatterForm } from './form.ts'

export const withdrawForm: MatterForm = {
  Fields(props) {
    return (
      <>
        <p>{props.request.words.matterDesk.form.withdraw.lead}</p>
        <ReasonField {...props} />
      </>
    )
  },
  async take(ctx, { matter, typed }) {
    await withdrawProposal(ctx, {
      matter,
      version: versionIn(typed, matter),
      reason: textIn(typed, 'reason'),
    })
  },
}

import { startMatter } from '../../../../council/index.ts'
import { LongField } from '../../form-fields.tsx'
import { onIn, versionIn, writtenIn } from '../typed.ts'
import { OnField } from './common.tsx'
import type { MatterForm } from './form.ts'

export const startForm: MatterForm = {
  Fields(props) {
    const { form } = props.request.words.matterDesk
    return (
      <>
        <p>{form.start.lead}</p>
        <LongField
          set={props.set}
          name="note"
          label={`${form.start.note} ${form.optional}`}
          hint={form.public}
          rows={2}
        />
        <OnField {...props} />
      </>
    )
  },
  async take(ctx, { matter, typed }) {
    const version = versionIn(typed, matter)
    await startMatter(ctx, { matter, version, note: writtenIn(typed, 'note'), ...onIn(typed) })
  },
}

import { noteProgress } from '../../../../council/index.ts'
import { matterPath } from '../../desk-paths.ts'
import { EvidencePicker } from '../../evidence/evidence-picker.tsx'
import { LongField } from '../../form-fields.tsx'
import { pickers } from '../load-matter.ts'
import { placeIn } from '../place-in.ts'
import { neededIn, onIn, together, versionIn } from '../typed.ts'
import { OnField } from './common.tsx'
import type { MatterForm } from './form.ts'

export const progressForm: MatterForm = {
  Fields(props) {
    const { request, view, set } = props
    const words = request.words.matterDesk.form
    const picker = view.pickers.progress
    return (
      <>
        <p>{words.progress.lead}</p>
        <LongField set={set} name="text" label={words.progress.text} hint={words.public} rows={4} />
        <OnField {...props} />
        {picker && (
          <details className="schakel-details" open={set.typed !== null}>
            <summary>{words.progress.place}</summary>
            <div>
              <EvidencePicker
                request={request}
                state={picker}
                name={pickers.progress}
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
    const { text, on } = together({ text: () => neededIn(typed, 'text'), on: () => onIn(typed) })
    await noteProgress(ctx, {
      matter,
      version: versionIn(typed, matter),
      text,
      place: await placeIn(ctx, posted, pickers.progress),
      ...on,
    })
  },
}

import { undoLastStep } from '../../../../council/index.ts'
import { stepBy, stepSentence } from '../course.tsx'
import { versionIn } from '../typed.ts'
import type { MatterForm } from './form.ts'

export const undoForm: MatterForm = {
  Fields({ request, view }) {
    const { form } = request.words.matterDesk
    const { undo, history } = view.matter
    if ('refused' in undo) return null
    const step = history.find((one) => one.id === undo.history)
    if (!step) return null
    return (
      <>
        <p>{form.undo.lead(stepSentence(step, request.words), step.on, stepBy(step, view, request.words))}</p>
        <p className="schakel-hint">{form.undo.stays}</p>
      </>
    )
  },
  async take(ctx, { matter, typed }) {
    await undoLastStep(ctx, { matter, version: versionIn(typed, matter) })
  },
}

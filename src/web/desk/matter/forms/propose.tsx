import {
  type DeskMatter,
  motionOfMatter,
  offeredTo,
  type ProposeSettlement,
  proposeSettlement,
  settlementOutcomes,
} from '../../../../council/index.ts'
import { Invalid } from '../../../../errors.ts'
import { Original } from '../../../components/original.tsx'
import { matterPath } from '../../desk-paths.ts'
import { EvidencePicker } from '../../evidence/evidence-picker.tsx'
import { readEvidence } from '../../evidence/posted-evidence.ts'
import { chosenEvidence, workEvidence } from '../../evidence/work-evidence.ts'
import { LongField, RadioField, TicksField } from '../../form-fields.tsx'
import { alsoProposable, pickers } from '../load-matter.ts'
import { choiceIn, idsIn, onIn, together, versionIn, writtenIn } from '../typed.ts'
import { OnField } from './common.tsx'
import type { FormProps, MatterForm } from './form.ts'

export const proposeForm: MatterForm = {
  Fields(props) {
    const { request, view, set } = props
    const { matterDesk, life } = request.words
    const words = matterDesk.form.propose
    const picker = view.pickers.propose
    return (
      <>
        <p>{words.lead}</p>
        <Suggestion {...props} />
        <RadioField
          set={set}
          name="outcome"
          label={words.outcome}
          value={picker?.done.some(({ on }) => on) ? '' : (view.matter.suggestion.outcome ?? '')}
          choices={settlementOutcomes.map((value) => ({
            value,
            label: life.outcome[value],
            hint: life.outcomeMeans[value],
          }))}
        />
        {picker && (
          <EvidencePicker
            request={request}
            state={picker}
            name={pickers.propose}
            action={matterPath(request, view.matter.id)}
          />
        )}
        <LongField
          set={set}
          name="explanation"
          label={`${words.explanation} ${matterDesk.form.optional}`}
          hint={matterDesk.form.public}
          rows={4}
        />
        <Running {...props} />
        <Also {...props} also={alsoProposable(view)} />
        <OnField {...props} />
      </>
    )
  },
  async take(ctx, { matter, typed, form, motion }) {
    const { outcome, on } = together({
      outcome: () => choiceIn(typed, 'outcome', settlementOutcomes),
      on: () => onIn(typed),
    })
    const posted = readEvidence(form, pickers.propose)
    const done = await offeredTo(ctx, { matter, motion })
    const state = await workEvidence(ctx, posted, { motions: [motion], done, final: true })
    if (state.errors.length > 0) {
      throw new Invalid('form-invalid', [{ field: pickers.propose, code: 'passage-missing' }])
    }
    const commitments = outcome === 'announced' ? idsIn(typed, 'commitments') : []
    const rest: Omit<ProposeSettlement, 'matter' | 'version'> = {
      outcome,
      evidence: chosenEvidence(state),
      explanation: writtenIn(typed, 'explanation'),
      ...(commitments.length > 0 ? { commitments } : {}),
      ...on,
    }
    // In one order, so that two people who propose for the same matters wait for each other.
    const all = [...new Set([matter, ...idsIn(typed, 'also')])].sort((a, b) => a - b)
    for (const one of all) {
      if ((await motionOfMatter(ctx, { matter: one })).id !== motion) {
        throw new Invalid('form-invalid', [{ field: 'also', code: 'not-a-choice' }])
      }
    }
    for (const one of all)
      await proposeSettlement(ctx, { matter: one, version: versionIn(typed, one), ...rest })
  },
}

function Suggestion({ request, view }: FormProps) {
  const { matterDesk, life } = request.words
  const words = matterDesk.form.propose
  const { outcome, reason, settledBy } = view.matter.suggestion
  return (
    <p className="schakel-attention">
      <b>{outcome ? words.suggested(life.outcome[outcome]) : words.suggestedNone}</b>{' '}
      {life.suggestion[reason]} {life.settledBy[settledBy]}
    </p>
  )
}

/** Commitments of the motion that still run; only for `announced`. */
function Running({ request, view, set }: FormProps) {
  const { matterDesk, life } = request.words
  const running = view.dossier.commitments.filter((one) => one.life.state === 'open')
  if (running.length === 0) return null
  return (
    <TicksField
      set={set}
      name="commitments"
      label={matterDesk.form.propose.commitments}
      hint={matterDesk.form.propose.commitmentsHint}
      choices={running.map((one) => ({
        value: String(one.id),
        label: <Original language={request.language}>{one.text}</Original>,
        hint: one.life.due ? life.due[one.life.due.source](one.life.due.on) : life.due.none,
      }))}
    />
  )
}

function Also({ request, set, also }: FormProps & { also: readonly DeskMatter[] }) {
  const { matterDesk, life } = request.words
  if (also.length === 0) return null
  return (
    <>
      <TicksField
        set={set}
        name="also"
        label={matterDesk.form.propose.also}
        hint={matterDesk.form.propose.alsoHint}
        choices={also.map((one) => ({
          value: String(one.id),
          label: <Original language={request.language}>{one.text}</Original>,
          hint: life.state[one.state],
        }))}
      />
      {also.map((one) => (
        <span key={one.id} hidden>
          <input type="hidden" name={`version/${one.id}`} value={one.version} />
          <input type="hidden" name={`seen/${one.id}`} value={one.history.at(-1)?.id ?? 0} />
        </span>
      ))}
    </>
  )
}

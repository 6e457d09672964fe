import { Button, Heading3, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { formatDate } from '../../../words/format.ts'
import { Original } from '../../components/original.tsx'
import type { DeskRequest } from '../../page.ts'
import { commitmentPath } from '../desk-paths.ts'
import { EvidencePicker } from '../evidence/evidence-picker.tsx'
import { type FieldSet, longField, radioList, textField } from '../fields.tsx'
import type { ScreenInput } from './commitment-screen.tsx'
import { anchors, type FormKey, formKeys } from './posted-step.ts'
import { relateFields } from './relate-fields.tsx'

type Forms = { request: DeskRequest; input: ScreenInput; set: FieldSet }

/**
 * The forms that this commitment has now, each behind its name; the one that was sent, that the address asks for or that comes first
 * stands open. A form that was sent and is no longer possible shows what had been typed.
 */
export function stepForms(
  request: DeskRequest,
  input: ScreenInput,
  set: FieldSet,
  shown: readonly FormKey[],
): ReactNode {
  const { posted } = input
  const asked = request.query.get('stap')
  const first = input.commitment.life.state === 'open' && !input.commitment.life.check ? 'check' : 'keep'
  const open =
    posted?.form ??
    formKeys.find((key) => anchors[key] === asked) ??
    (shown.includes(first) && !request.query.has('gedaan') ? first : null)
  const forms = { request, input, set }
  return (
    <>
      {posted && !shown.includes(posted.form) && gone(request, input)}
      {shown.map((key) => stepForm(forms, key, key === open))}
    </>
  )
}

const drawn: Record<FormKey, (forms: Forms) => { title: string; button: string; body: ReactNode }> = {
  check: checkForm,
  keep: keepForm,
  extend: extendForm,
  lapse: lapseForm,
  relate: relateForm,
  undo: undoForm,
}

function stepForm(forms: Forms, key: FormKey, open: boolean): ReactNode {
  const { request, input } = forms
  const { title, button, body } = drawn[key](forms)
  return (
    <details key={key} className="schakel-step" open={open}>
      <summary>
        <h3>{title}</h3>
      </summary>
      <form
        id={anchors[key]}
        className="schakel-step__form"
        method="post"
        action={commitmentPath(request, input.commitment.id)}
        aria-label={title}
        noValidate
      >
        <input type="hidden" name="step" value={anchors[key]} />
        <input type="hidden" name="version" value={input.commitment.version} />
        {body}
        <div className="schakel-actions">
          <Button type="submit" appearance={open ? 'primary-action-button' : 'secondary-action-button'}>
            {button}
          </Button>
        </div>
      </form>
    </details>
  )
}

function checkForm({ request, input, set }: Forms) {
  const { words, language } = request
  const w = words.commitmentDesk.check_
  const { offeredCheck, life } = input.commitment
  const typed = input.posted?.form === 'check' ? input.posted.fields['/check/choice'] : undefined
  const now = life.check?.on ?? (offeredCheck.kind === 'ours' ? offeredCheck.on : null)
  return {
    title: w.title,
    button: w.button,
    body: (
      <>
        <Paragraph className="schakel-hint">{w.lead}</Paragraph>
        <p>{offeredCheck.kind === 'ours' ? w.offered(offeredCheck.on, input.rule) : w.noRule}</p>
        {radioList(
          set,
          '/check/choice',
          w.choice,
          typed ?? (life.check?.source === 'none-agreed' ? 'none' : now ? 'on' : ''),
          [
            { value: 'on', label: w.onDay },
            { value: 'none', label: w.none },
          ],
        )}
        {textField(set, '/check/on', now && formatDate(now, language), {
          label: w.on,
          hint: words.desk.review.dateHint,
        })}
      </>
    ),
  }
}

function keepForm({ request, input, set }: Forms) {
  const { words } = request
  const w = words.commitmentDesk.keep
  const { commitment, evidence } = input
  const state = commitment.life.state
  return {
    title: w.title,
    button: w.button,
    body: (
      <>
        <Paragraph className="schakel-hint">{w.lead}</Paragraph>
        <EvidencePicker
          request={request}
          state={evidence}
          action={`${commitmentPath(request, commitment.id)}`}
        />
        {radioList(set, '/keep/how', w.how, set.typed.get('/keep/how') ?? '', [
          { value: 'kept', label: w.kept },
          ...(state === 'partly-kept' ? [] : [{ value: 'partly-kept', label: w.partly }]),
        ])}
        {longField(set, '/keep/reason', null, { label: w.reason, hint: w.reasonHint, rows: 2 })}
        {textField(set, '/keep/on', null, { label: w.on, hint: w.onHint })}
      </>
    ),
  }
}

function extendForm({ request, input, set }: Forms) {
  const { words } = request
  const w = words.commitmentDesk.extend
  return {
    title: w.title,
    button: w.button,
    body: (
      <>
        <Paragraph className="schakel-hint">{w.lead(input.commitment.life.due?.on ?? null)}</Paragraph>
        {textField(set, '/extend/to', null, { label: w.to, hint: words.desk.review.dateHint })}
        {longField(set, '/extend/reason', null, { label: w.reason, hint: w.reasonHint, rows: 2 })}
      </>
    ),
  }
}

function lapseForm({ request, set }: Forms) {
  const w = request.words.commitmentDesk.lapse
  return {
    title: w.title,
    button: w.button,
    body: (
      <>
        <Paragraph className="schakel-hint">{w.lead}</Paragraph>
        {longField(set, '/lapse/reason', null, { label: w.reason, hint: w.reasonHint, rows: 2 })}
      </>
    ),
  }
}

function relateForm({ request, input, set }: Forms) {
  const w = request.words.commitmentDesk.relate
  return {
    title: w.title,
    button: w.button,
    body: (
      <>
        <Paragraph className="schakel-hint">{w.lead}</Paragraph>
        {relateFields(request, input, set)}
      </>
    ),
  }
}

function undoForm({ request, input }: Forms) {
  const { words } = request
  const w = words.commitmentDesk.undo
  const { undo } = input.commitment
  return {
    title: w.title,
    button: w.button,
    body: 'step' in undo && <p>{w.lead(words.life.commitmentStep[undo.step])}</p>,
  }
}

/** What had been typed for a step that others made impossible. */
function gone(request: DeskRequest, { posted, evidence }: ScreenInput): ReactNode {
  if (!posted) return null
  const typed = Object.entries(posted.fields).filter(([, value]) => value.trim() !== '')
  const chosen = evidence.passages.filter((one) => one.on)
  return (
    <section className="schakel-card" aria-labelledby="ingevuld">
      <Heading3 id="ingevuld">{request.words.commitmentDesk.changedGone}</Heading3>
      <ul>
        {typed.map(([name, value]) => (
          <li key={name}>{value}</li>
        ))}
        {evidence.quote !== '' && <li>{evidence.quote}</li>}
        {chosen.map(({ place }) => (
          <li key={`${place.document} ${place.words}`}>
            <Original language={request.language}>{place.words}</Original>
          </li>
        ))}
      </ul>
    </section>
  )
}

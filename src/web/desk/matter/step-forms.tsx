import { Button, Heading2 } from '@utrecht/component-library-react'
import type { DeskRequest } from '../../page.ts'
import { matterPath } from '../desk-paths.ts'
import { Changed } from './changed.tsx'
import { forms } from './forms/index.ts'
import type { MatterView, Sent } from './load-matter.ts'
import { errorsIn, Problem } from './problem.tsx'
import { anchors, type FormKey, type FormState, firstForm } from './steps.ts'
import { WhoDecides } from './who-decides.tsx'

type Props = { request: DeskRequest; view: MatterView; sent: Sent | null; waits: boolean }

/** The forms of a matter, the one it waits for open; then what cannot be done now, and why. */
export function StepForms({ request, view, sent, waits }: Props) {
  const words = request.words.matterDesk.page
  const able = view.forms.filter(({ why }) => why === null)
  const shown = sent && !able.some(({ key }) => key === sent.key) ? [sentState(view, sent), ...able] : able
  const closed = view.forms.filter(({ key, why }) => why !== null && key !== sent?.key)
  const uses = request.query.has('bewijs') && able.some(({ key }) => key === 'propose')
  const first =
    sent?.key ??
    (uses ? 'propose' : null) ??
    firstForm(view.forms, { role: view.role, state: view.matter.state, waits })
  return (
    <>
      <section aria-labelledby="stappen" className="schakel-steps">
        <Heading2 id="stappen">{words.steps}</Heading2>
        {shown.length === 0 && <p>{words.nothing}</p>}
        {shown.map((form) => (
          <StepForm
            key={form.key}
            request={request}
            view={view}
            form={form}
            open={form.key === first}
            sent={sent?.key === form.key ? sent : null}
          />
        ))}
      </section>
      {closed.length > 0 && <NotYet request={request} view={view} closed={closed} />}
    </>
  )
}

/** A form that came back although its step is no longer possible: what was typed stays in view. */
const sentState = (view: MatterView, { key, problem }: Sent): FormState =>
  view.forms.find((one) => one.key === key) ?? {
    key,
    why: problem?.code === 'not-assigned' ? 'not-assigned' : 'move-not-possible',
  }

function StepForm({
  request,
  view,
  form,
  open,
  sent,
}: {
  request: DeskRequest
  view: MatterView
  form: FormState
  open: boolean
  sent: Sent | null
}) {
  const { matterDesk } = request.words
  const { key, why } = form
  const { Fields } = forms[key]
  const { matter } = view
  const set = {
    form: anchors[key],
    typed: sent?.typed ?? null,
    errors: sent ? errorsIn(sent.problem, request.words) : new Map<string, string>(),
    theirs: new Map<string, string>(),
  }
  const stale = sent?.problem?.code === 'changed-by-other'
  return (
    <details className="schakel-step" name="stap" open={open}>
      <summary>
        <h3>{titleOf(request, key)}</h3>
      </summary>
      <form
        id={anchors[key]}
        className="schakel-step__form"
        method="post"
        action={`${matterPath(request, matter.id)}#${anchors[key]}`}
        aria-label={titleOf(request, key)}
      >
        {sent && stale && <Changed request={request} view={view} sent={sent} possible={why === null} />}
        {sent && <Problem request={request} view={view} sent={sent} />}
        {why !== null && <p>{matterDesk.why[why]}</p>}
        <input type="hidden" name="step" value={anchors[key]} />
        <input type="hidden" name={`version/${matter.id}`} value={matter.version} />
        <input type="hidden" name={`seen/${matter.id}`} value={matter.history.at(-1)?.id ?? 0} />
        <Fields request={request} view={view} set={set} />
        {why === null && (
          <div className="schakel-actions">
            <Button type="submit" appearance="primary-action-button">
              {matterDesk.form.button[key]}
            </Button>
          </div>
        )}
      </form>
    </details>
  )
}

/** The clerk notes an objection for others; a councillor makes one. */
const titleOf = ({ words, actor }: DeskRequest, key: FormKey): string =>
  key === 'object' && actor.role !== 'councillor' ? words.life.move.object : words.matterDesk.form.title[key]

/** What cannot be done now: of one reason in one go, the decision apart because its rule says who and when. */
function NotYet({
  request,
  view,
  closed,
}: {
  request: DeskRequest
  view: MatterView
  closed: readonly FormState[]
}) {
  const { matterDesk } = request.words
  const waits = view.matter.state === 'proposed'
  const decision = waits ? closed.find(({ key }) => key === 'decide') : undefined
  const others = Map.groupBy(
    closed.filter((form) => form !== decision),
    ({ why }) => why,
  )
  return (
    <section aria-labelledby="nog-niet" className="schakel-not-yet">
      <Heading2 id="nog-niet">{matterDesk.page.notYet}</Heading2>
      <dl id="nog-niet-lijst">
        {decision && (
          <div id={anchors.decide}>
            <dt>{titleOf(request, 'decide')}</dt>
            <dd>
              {decision.why === 'own-proposal' && <p>{matterDesk.why['own-proposal']}</p>}
              <WhoDecides request={request} view={view} own={decision.why === 'own-proposal'} />
            </dd>
          </div>
        )}
        {[...others].map(
          ([why, group]) =>
            why && (
              <div key={why}>
                {group.map(({ key }) => (
                  <dt key={key} id={anchors[key]}>
                    {titleOf(request, key)}
                  </dt>
                ))}
                <dd>{matterDesk.why[why]}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  )
}

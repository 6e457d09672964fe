import type { CommitmentFact, DossierCommitment, DossierMatter, MatterFact } from '../../../council/index.ts'
import { Original } from '../../components/original.tsx'
import { PassageLink } from '../../components/passage-link.tsx'
import { type Moment, Timeline } from '../../components/timeline.tsx'
import type { MunicipalityRequest } from '../../page.ts'

type MatterProps = { request: MunicipalityRequest; matter: DossierMatter | undefined }

/** Every step of a matter, folded away; what was taken back stays, and says so. */
export function MatterSteps({ request, matter }: MatterProps) {
  if (!matter) return null
  const { words } = request
  return (
    <Steps
      request={request}
      summary={words.public.dossier.life.card.history(matter.history.length)}
      steps={matter.history.map((step) => ({
        step,
        said: words.life.matterStep[step.step](step.outcome, step.cause),
        passage: step.passage,
      }))}
    />
  )
}

export function CommitmentSteps({
  request,
  commitment,
}: {
  request: MunicipalityRequest
  commitment: DossierCommitment
}) {
  const { words } = request
  const { history } = commitment.life
  return (
    <Steps
      request={request}
      summary={words.public.dossier.life.promise.history(history.length)}
      steps={history.map((step) => ({ step, said: words.life.commitmentStep[step.step], passage: null }))}
    />
  )
}

/** The course of a matter as moments, for other places than its card. */
export function MatterTimeline({ request, matter }: { request: MunicipalityRequest; matter: DossierMatter }) {
  const { words } = request
  return (
    <Timeline
      moments={momentsOf(
        request,
        matter.history.map((step) => ({
          step,
          said: words.life.matterStep[step.step](step.outcome, step.cause),
          passage: step.passage,
        })),
      )}
    />
  )
}

type Step = { step: MatterFact | CommitmentFact; said: string; passage: MatterFact['passage'] }

function Steps({
  request,
  summary,
  steps,
}: {
  request: MunicipalityRequest
  summary: string
  steps: Step[]
}) {
  if (steps.length < 2) return null
  return (
    <details className="schakel-details schakel-ask__wide schakel-small">
      <summary>{summary}</summary>
      <div>
        <Timeline moments={momentsOf(request, steps)} />
      </div>
    </details>
  )
}

function momentsOf(request: MunicipalityRequest, steps: readonly Step[]): Moment[] {
  const { words, language } = request
  return steps.map(
    ({ step, said, passage }): Moment => ({
      key: String(step.id),
      date: step.on,
      when: words.public.date(step.on),
      body: (
        <>
          {said}{' '}
          {step.reason && (
            <>
              <Original language={language}>{step.reason}</Original>{' '}
            </>
          )}
          <PassageLink request={request} passage={passage} />
          <span className="schakel-soft schakel-small">
            {' ('}
            {words.life.by(step.by.role, step.by.name)}
            {')'}
          </span>
          {step.undone && <span className="schakel-soft"> {words.public.dossier.life.card.unheld}</span>}
        </>
      ),
    }),
  )
}

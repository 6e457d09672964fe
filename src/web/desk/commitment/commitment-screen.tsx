import { Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import type { DeskCommitment, MotionRef, RelatableCommitment } from '../../../council/index.ts'
import type { ErrorCode, FieldError } from '../../../errors.ts'
import { capitalise } from '../../../words/format.ts'
import { Chip, type Tone } from '../../components/chip.tsx'
import { Columns, OverLine, Stack } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import type { DeskRequest, Screen } from '../../page.ts'
import { commitmentHref } from '../../public/addresses.ts'
import { commitmentPath, deskMotionPath, matterPath } from '../desk-paths.ts'
import { evidenceErrors } from '../evidence/evidence-picker.tsx'
import type { EvidenceState } from '../evidence/work-evidence.ts'
import { type FieldSet, inputId } from '../fields.tsx'
import { CommitmentFacts } from './commitment-facts.tsx'
import { stepForms } from './commitment-forms.tsx'
import { CommitmentHistory, stepSaid, whoDid } from './commitment-history.tsx'
import { anchors, type FormKey, formKeys, type PostedStep } from './posted-step.ts'

export type ScreenInput = {
  commitment: DeskCommitment
  relatable: {
    near: readonly RelatableCommitment[]
    found: readonly RelatableCommitment[]
    motions: readonly MotionRef[]
  }
  /** Where the municipality's term for a check date stands. */
  rule: string | null
  posted: PostedStep | null
  errors: readonly FieldError[]
  refused: ErrorCode | null
  evidence: EvidenceState
  status: 200 | 403 | 409 | 422
}

export const tones: Record<DeskCommitment['life']['state'], Tone> = {
  open: 'open',
  late: 'late',
  'partly-kept': 'wait',
  kept: 'done',
  lapsed: 'none',
}

/** Which forms this commitment has for whoever looks, and which of them stands open at first. */
export function formsOf(commitment: DeskCommitment, role: DeskRequest['actor']['role']): FormKey[] {
  const { steps, undo } = commitment
  const can: Record<FormKey, boolean> = {
    check: steps.includes('set-check-date'),
    keep: steps.includes('keep') || steps.includes('keep-partly'),
    extend: steps.includes('extend'),
    lapse: steps.includes('lapse'),
    relate: steps.includes('relate'),
    undo: 'step' in undo && commitment.assigned && (role === 'clerk' || undo.own),
  }
  return formKeys.filter((key) => can[key])
}

export function commitmentScreen(request: DeskRequest, input: ScreenInput): Screen {
  const { words, language } = request
  const w = words.commitmentDesk
  const { commitment, posted } = input
  const labels = new Map<string, string>()
  const set: FieldSet = {
    numbers: new Map(),
    anchors: new Set(),
    labels,
    errors: new Map(
      input.errors.map(({ field, code }) => [
        field,
        words.life.fieldError[code as keyof typeof words.life.fieldError] ?? words.errors['form-invalid'],
      ]),
    ),
    typed: new Map(Object.entries(posted?.fields ?? {})),
    others: new Map(),
    words: { number: words.desk.review.number, none: words.desk.review.none },
  }
  const shown = formsOf(commitment, request.actor.role)
  const forms = stepForms(request, input, set, shown)
  const wrong = input.errors.length > 0 || input.evidence.errors.length > 0 || input.refused !== null
  const title = w.title(commitment.id)
  const { state } = commitment.life
  return {
    title: wrong && !posted?.looks ? `${words.desk.review.errors.prefix}: ${title}` : title,
    nav: 'desk',
    crumbs: crumbsOf(request, commitment),
    islands: ['review.js'],
    status: input.status,
    body: (
      <Columns aside={<CommitmentHistory request={request} commitment={commitment} />}>
        <Stack>
          <Stack size="s">
            <OverLine
              items={[
                title,
                `${w.madeOn.toLocaleLowerCase(language)} ${words.public.date(commitment.madeOn)}`,
              ]}
            />
            <Heading1>
              <Original language={language}>{capitalise(commitment.text)}</Original>
            </Heading1>
            <p>
              <Chip tone={tones[state]}>{words.life.commitmentState[state]}</Chip>
            </p>
          </Stack>
          {summary(request, input, labels)}
          {changed(request, input)}
          {done(request, input, shown)}
        </Stack>
        <CommitmentFacts request={request} commitment={commitment} rule={input.rule} />
        <section aria-labelledby="stappen" className="schakel-steps">
          <Heading2 id="stappen">{w.steps}</Heading2>
          {shown.length === 0 && (
            <Paragraph>{commitment.assigned ? w.stepsNone : words.errors['not-assigned']}</Paragraph>
          )}
          {forms}
        </section>
        {rests(request, commitment)}
      </Columns>
    ),
  }
}

function crumbsOf(request: DeskRequest, { motions }: DeskCommitment): NonNullable<Screen['crumbs']> {
  const here = `/${request.municipality.slug}/bureau`
  const home = { label: request.words.shell.deskNav.home[request.actor.role], path: here }
  const [motion] = motions
  if (!motion || motions.length > 1) return [home]
  const label = (
    <Original language={request.language}>{[motion.number, motion.title].filter(Boolean).join(' ')}</Original>
  )
  return [home, { label, path: `${here}/moties/${motion.year}/${motion.slug}` }]
}

/** What stands in the way, at the top, each line leading to its field. */
function summary(
  request: DeskRequest,
  { errors, evidence, refused, posted }: ScreenInput,
  labels: ReadonlyMap<string, string>,
): ReactNode {
  const { words } = request
  const picked = posted?.form === 'keep' ? evidenceErrors(request, evidence) : []
  const stale = refused === 'changed-by-other'
  if (errors.length + picked.length === 0 && (refused === null || stale)) return null
  const lines = [
    ...errors.map(({ field, code }) => ({
      href: `#${inputId(field)}`,
      label: labels.get(field) ?? '',
      text: words.life.fieldError[code as keyof typeof words.life.fieldError] ?? words.errors['form-invalid'],
    })),
    ...picked,
  ]
  return (
    <section id="fouten" className="schakel-errors" aria-labelledby="fouten-titel" tabIndex={-1} data-errors>
      <h2 id="fouten-titel">{words.commitmentDesk.errors}</h2>
      <ul>
        {refused !== null && !stale && <li>{words.errors[refused]}</li>}
        {lines.map(({ href, label, text }) => (
          <li key={`${href} ${text}`}>
            <Link href={href}>
              {label && `${label}${label.endsWith('?') ? '' : ':'} `}
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What others did since the form was drawn. Each step makes one version. */
function changed(request: DeskRequest, { refused, posted, commitment }: ScreenInput): ReactNode {
  if (refused !== 'changed-by-other' || !posted) return null
  const { words } = request
  const w = words.commitmentDesk
  const since = Math.min(Math.max(1, commitment.version - posted.version), commitment.life.history.length)
  const steps = commitment.life.history.slice(-since)
  return (
    <section className="schakel-attention" aria-labelledby="intussen" tabIndex={-1} data-errors>
      <h2 id="intussen">{w.changed(steps.length)}</h2>
      <ul>
        {steps.map((fact) => (
          <li key={fact.id}>
            {w.changedBy(whoDid(request, commitment, fact), fact.on, stepSaid(request, fact))}
          </li>
        ))}
      </ul>
    </section>
  )
}

function done(
  request: DeskRequest,
  { commitment, posted }: ScreenInput,
  shown: readonly FormKey[],
): ReactNode {
  const key = formKeys.find((one) => one === request.query.get('gedaan'))
  const last = commitment.life.history.at(-1)
  if (posted || !key || !last) return null
  const { words } = request
  const w = words.commitmentDesk
  return (
    <div className="schakel-done" role="status">
      <p>{stepSaid(request, last)}</p>
      {key !== 'undo' && shown.includes('undo') && (
        <form method="post" action={commitmentPath(request, commitment.id)}>
          <input type="hidden" name="step" value={anchors.undo} />
          <input type="hidden" name="version" value={commitment.version} />
          <button type="submit" className="schakel-link-button schakel-quiet">
            {w.undo.button}
          </button>
        </form>
      )}
    </div>
  )
}

function rests(request: DeskRequest, commitment: DeskCommitment): ReactNode {
  const w = request.words.commitmentDesk
  const { matters } = commitment
  return (
    <section aria-labelledby="rust">
      <Stack size="s">
        <Heading2 id="rust">{w.rests}</Heading2>
        <p className="schakel-soft">{matters.length > 0 ? w.restsLead : w.restsNothing}</p>
        {matters.length > 0 && (
          <ul className="schakel-links">
            {matters.map((matter) => (
              <li key={matter.id}>
                <Link href={matterPath(request, matter.id)}>
                  <Original language={request.language}>{capitalise(matter.text)}</Original>
                </Link>{' '}
                <span className="schakel-hint">{request.words.life.state[matter.state]}</span>
              </li>
            ))}
          </ul>
        )}
        <ul className="schakel-links">
          {commitment.motions.map((motion) => (
            <li key={motion.id}>
              {w.motions}{' '}
              <Link href={deskMotionPath(request, motion)}>
                <Original language={request.language}>
                  {[motion.number, motion.title].filter(Boolean).join(' ')}
                </Original>
              </Link>
            </li>
          ))}
          <li>
            <Link href={commitmentHref(request, commitment.id)}>{w.toPublic}</Link>
          </li>
        </ul>
      </Stack>
    </section>
  )
}

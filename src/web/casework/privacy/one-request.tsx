import { Button, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { dayOf } from '../../../days.ts'
import type { SubjectRequest } from '../../../reintegration/index.ts'
import {
  articleOf,
  daysOfTerm,
  extensions,
  requestDecisions,
  requestGroundNamed,
  requestGroundsOn,
  requestTermNamed,
  takesCare,
  verifications,
} from '../../../reintegration/index.ts'
import { formatDate } from '../../../words/format.ts'
import { Actions, Card, type Fact, Facts, Stack } from '../../components/layout.tsx'
import { RadioField, SelectField, TextField, TickField } from '../../desk/form-fields.tsx'
import { fieldsFor, Problem, type Sent } from '../kit.tsx'
import type { StaffRequest } from '../page.ts'
import { caseHref } from '../page.ts'
import { Clock } from './requests.tsx'

type Given = { request: StaffRequest; one: SubjectRequest & { words: string | null } }

/** What is known of one request, and how far it is. */
export function RequestFacts({ request, one }: Given) {
  const { language } = request
  const w = request.words.casePrivacy.requests
  const day = (value: string) => formatDate(value, language)
  const ground = one.ground ? requestGroundNamed(one.ground) : null
  const items: Fact[] = [
    { term: w.column.number, value: one.number ?? w.noNumber },
    { term: w.one.received, value: `${day(one.receivedOn)}, ${w.ways[one.way]}` },
    { term: w.one.article, value: articleOf(one.kind, one.receivedOn) },
    { term: w.one.term, value: w.one.termFirst(day(one.dueOn), requestTermNamed(one.rule).article) },
    {
      term: w.one.extended,
      value:
        one.extendedTo &&
        w.one.extendedSays(
          day(one.extendedTo),
          w.extensions[one.extendedBecause ?? 'complex'],
          day(one.extendedToldOn ?? one.dueOn),
        ),
    },
    {
      term: w.one.identity,
      value:
        one.verifiedHow && one.verifiedAt
          ? w.one.identitySays(
              w.verifications[one.verifiedHow],
              one.verifiedBy ?? '',
              day(dayOf(one.verifiedAt)),
            )
          : w.one.identityNot,
    },
    {
      term: w.one.decision,
      value:
        one.decision && one.decidedAt && ground
          ? w.one.decisionSays(
              w.decisions[one.decision],
              `${ground.name[language]} (${ground.article})`,
              one.decidedBy ?? '',
              day(dayOf(one.decidedAt)),
            )
          : null,
    },
    { term: w.one.done, value: one.doneOn && w.one.doneSays(day(one.doneOn), one.doneBy ?? '') },
    { term: w.one.words, value: one.words ?? (one.messageId ? w.one.fromPage : null) },
  ]
  return (
    <Stack size="s">
      {!one.doneOn && (
        <p>
          <Clock request={request} one={one} />
        </p>
      )}
      <Facts items={items} />
    </Stack>
  )
}

type Forms = Given & {
  sent: Sent | null
  path: string
  /** Whether whoever looks may carry out what takes somebody who works with her. */
  coordinates: boolean
  /** The officer's own steps: the number, and erasing. */
  officer?: { closed: boolean; erases: boolean }
}

/** The steps that can be taken now, each a form of its own. */
export function RequestSteps(given: Forms) {
  const { one, officer } = given
  if (one.stage === 'done') return null
  return (
    <>
      {officer && one.trajectoryId === null && <Attach {...given} />}
      {one.stage === 'identity' && <Verify {...given} />}
      {(one.stage === 'identity' || one.stage === 'decision') && (
        <>
          <Decide {...given} />
          {!one.extendedTo && dayOf(given.request.now) <= one.dueOn && <Extend {...given} />}
        </>
      )}
      {one.stage === 'doing' && <CarryOut {...given} />}
    </>
  )
}

/** Names of forms hold the request: several stand on the page of a case. */
const nameOf = (form: string, one: SubjectRequest) => `${form}-${one.id}`

function Step({
  given,
  form,
  title,
  submit,
  children,
}: {
  given: Forms
  form: string
  title: string
  submit: string
  children: ReactNode
}) {
  const { request, one, sent, path } = given
  const name = nameOf(form, one)
  return (
    <Card labelledBy={`stap-${name}`}>
      <Heading2 id={`stap-${name}`} className="schakel-card-heading">
        {title}
      </Heading2>
      <Problem request={request} form={name} sent={sent} />
      <form method="post" action={caseHref(request, path)} className="schakel-form">
        <input type="hidden" name="form" value={name} />
        <input type="hidden" name="request" value={one.id} />
        <input type="hidden" name="version" value={one.version} />
        <Stack>
          {children}
          <Actions>
            <Button
              type="submit"
              appearance={
                form === 'langer' || (form === 'besluit' && one.stage === 'identity')
                  ? 'secondary-action-button'
                  : 'primary-action-button'
              }
            >
              {submit}
            </Button>
          </Actions>
        </Stack>
      </form>
    </Card>
  )
}

const fields = (given: Forms, form: string) => fieldsFor(given.request, nameOf(form, given.one), given.sent)

function Attach(given: Forms) {
  const w = given.request.words.casePrivacy.requests
  return (
    <Step given={given} form="nummer" title={w.one.attach} submit={w.one.attachSubmit}>
      <TextField set={fields(given, 'nummer')} name="number" label={w.form.number} />
    </Step>
  )
}

function Verify(given: Forms) {
  const w = given.request.words.casePrivacy.requests
  return (
    <Step given={given} form="wie" title={w.one.verify} submit={w.one.verifySubmit}>
      <RadioField
        set={fields(given, 'wie')}
        name="how"
        label={w.one.how}
        choices={verifications
          .filter((value) => value !== 'own-page')
          .map((value) => ({ value, label: w.verifications[value] }))}
      />
    </Step>
  )
}

function Decide(given: Forms) {
  const { request, one } = given
  const w = request.words.casePrivacy.requests
  const set = fields(given, 'besluit')
  const known = one.stage === 'decision'
  const choices = requestDecisions.filter((value) => (value === 'not-identified') !== known)
  const grounds = requestGroundsOn(dayOf(request.now), one.kind).filter(({ decisions }) =>
    decisions.some((decision) => choices.includes(decision)),
  )
  return (
    <Step given={given} form="besluit" title={w.one.decide} submit={w.one.decideSubmit}>
      <RadioField
        set={set}
        name="decision"
        label={w.one.decideWhat}
        choices={choices.map((value) => ({ value, label: w.decisions[value] }))}
      />
      <SelectField
        set={set}
        name="ground"
        label={w.one.ground}
        choices={[
          { value: '', label: w.one.choose },
          ...grounds.map(({ id, name, article }) => ({
            value: id,
            label: `${name[request.language]} (${article})`,
          })),
        ]}
      />
    </Step>
  )
}

function Extend(given: Forms) {
  const { request, one } = given
  const w = request.words.casePrivacy.requests
  const set = fields(given, 'langer')
  const { longestOn } = daysOfTerm(one.receivedOn, requestTermNamed(one.rule))
  const day = (value: string) => formatDate(value, request.language)
  return (
    <Step given={given} form="langer" title={w.one.extend} submit={w.one.extendSubmit}>
      <Paragraph>{w.one.extendIntro(day(one.dueOn), day(longestOn))}</Paragraph>
      <RadioField
        set={set}
        name="because"
        label={w.one.because}
        choices={extensions.map((value) => ({ value, label: w.extensions[value] }))}
      />
      <TextField set={set} name="toldOn" label={w.one.told} />
    </Step>
  )
}

function CarryOut(given: Forms) {
  const { request, one, coordinates, officer } = given
  const w = request.words.casePrivacy.requests.one
  if (takesCare(one)) {
    if (one.kind === 'erasure' && one.decision === 'granted') return <Erase {...given} />
    if (!coordinates) return <Paragraph>{w.carryByCoordinator}</Paragraph>
  } else if (!officer && !coordinates) return null
  const how =
    !takesCare(one) || one.kind === 'erasure'
      ? null
      : one.kind === 'restriction'
        ? w.restrict
        : one.kind === 'correction'
          ? w.correct
          : null
  return (
    <Step given={given} form="klaar" title={w.carryOut} submit={w.finishSubmit}>
      {how && <Paragraph>{how}</Paragraph>}
      {takesCare(one) && one.kind === 'access' && (
        <p>
          <Link href={caseHref(request, `/trajecten/${one.number}/uitdraai`)}>{w.printout}</Link>
        </p>
      )}
      <TextField
        set={fields(given, 'klaar')}
        name="doneOn"
        label={takesCare(one) ? w.finish : w.answered}
        value={formatDate(dayOf(request.now), request.language)}
      />
    </Step>
  )
}

function Erase(given: Forms) {
  const { request, officer } = given
  const w = request.words.casePrivacy.requests.one
  if (!officer?.closed) return <Paragraph>{w.eraseOpen}</Paragraph>
  if (!officer.erases) return <Paragraph>{w.eraseNotHere}</Paragraph>
  return (
    <Step given={given} form="wissen" title={w.erase} submit={w.eraseSubmit}>
      <Paragraph>{w.eraseIntro}</Paragraph>
      <TickField set={fields(given, 'wissen')} name="sure" label={w.eraseSure} />
    </Step>
  )
}

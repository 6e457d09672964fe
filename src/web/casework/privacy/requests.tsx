import { Button, ButtonLink, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { dayOf } from '../../../days.ts'
import type { RequestKind, RequestWay, SubjectRequest } from '../../../reintegration/index.ts'
import { registerRequest, requestKinds, requestsHere, requestWays } from '../../../reintegration/index.ts'
import { daysBetween, formatDate } from '../../../words/format.ts'
import { Chip } from '../../components/chip.tsx'
import { Actions, Stack } from '../../components/layout.tsx'
import { type FieldSet, LongField, RadioField, SelectField, TextField } from '../../desk/form-fields.tsx'
import { choiceIn, neededDayIn, type Typed, textIn, together } from '../../desk/matter/typed.ts'
import { fieldsFor, formPages, Problem } from '../kit.tsx'
import type { CaseAnswer, CasePage, StaffRequest } from '../page.ts'
import { caseHref, goTo } from '../page.ts'
import { privacyScreen } from './frame.tsx'
import { PlainTable } from './retention.tsx'

/** What people ask about their own data, the first to be late first. */
export async function requestsPage(request: StaffRequest): Promise<CaseAnswer> {
  const w = request.words.casePrivacy.requests
  const [open, done] = await request.transact(async (ctx) => [
    await requestsHere(ctx),
    await requestsHere(ctx, { done: true }),
  ])
  const head = [w.column.kind, w.column.due, w.column.stage, w.column.number, w.column.received]
  const rows = (list: readonly SubjectRequest[]) =>
    list.map((one) => [
      <Link key="kind" href={caseHref(request, `/toezicht/verzoeken/${one.id}`)}>
        {w.kinds[one.kind]}
      </Link>,
      one.doneOn ? (
        w.doneOn(formatDate(one.doneOn, request.language))
      ) : (
        <Clock key="clock" request={request} one={one} />
      ),
      w.stages[one.stage],
      one.number ?? w.noNumber,
      formatDate(one.receivedOn, request.language),
    ])
  return privacyScreen(request, {
    part: 'requests',
    title: w.title,
    intro: w.intro,
    children: (
      <>
        <p>
          <ButtonLink
            href={caseHref(request, '/toezicht/verzoeken/nieuw')}
            appearance="primary-action-button"
          >
            {w.add}
          </ButtonLink>
        </p>
        <Stack>
          <Heading2>{w.open}</Heading2>
          {open?.length ? <PlainTable head={head} rows={rows(open)} /> : <Paragraph>{w.none}</Paragraph>}
        </Stack>
        {done && done.length > 0 && (
          <Stack>
            <Heading2>{w.ready}</Heading2>
            <PlainTable head={head} rows={rows(done)} />
          </Stack>
        )}
      </>
    ),
  })
}

/** How long there is still to answer. */
export function Clock({
  request,
  one,
}: {
  request: CasePage
  one: Pick<SubjectRequest, 'lastDay' | 'doneOn'>
}) {
  const w = request.words.casePrivacy.requests
  const left = daysBetween(dayOf(request.now), one.lastDay)
  return (
    <>
      <Chip tone={left < 0 ? 'late' : left <= 7 ? 'wait' : 'open'}>{w.left(left)}</Chip>{' '}
      <small>{w.until(formatDate(one.lastDay, request.language))}</small>
    </>
  )
}

export const newRequestPages = formPages<StaffRequest>({
  async draw(request, sent) {
    const w = request.words.casePrivacy.requests.form
    const set = fieldsFor(request, 'verzoek', sent)
    const path = '/toezicht/verzoeken/nieuw'
    return privacyScreen(request, {
      part: 'requests',
      title: w.title,
      intro: w.intro,
      below: path,
      children: (
        <>
          <Problem request={request} form="verzoek" sent={sent} />
          <form method="post" action={caseHref(request, path)} className="schakel-form">
            <Stack>
              <RequestFields request={request} set={set} />
              <TextField set={set} name="number" label={w.number} hint={w.numberHint} />
              <LongField set={set} name="words" label={w.words} hint={w.wordsHint} />
              <Actions>
                <Button type="submit" appearance="primary-action-button">
                  {w.submit}
                </Button>
              </Actions>
            </Stack>
          </form>
        </>
      ),
    })
  },
  async send(request, typed) {
    const given = newRequestIn(typed)
    const id = await request.transact((ctx) =>
      registerRequest(ctx, { ...given, number: textIn(typed, 'number') }),
    )
    return goTo(request, `/toezicht/verzoeken/${id}?gedaan=verzoek`)
  },
})

/** What is asked, how it came and when. */
export function RequestFields({ request, set }: { request: CasePage; set: FieldSet }) {
  const w = request.words.casePrivacy.requests
  return (
    <>
      <RadioField
        set={set}
        name="kind"
        label={w.form.kind}
        choices={requestKinds.map((value) => ({ value, label: w.kinds[value] }))}
      />
      <SelectField
        set={set}
        name="way"
        label={w.form.way}
        choices={[
          { value: '', label: w.one.choose },
          ...requestWays
            .filter((way) => way !== 'own-page')
            .map((value) => ({ value, label: w.ways[value] })),
        ]}
      />
      <TextField
        set={set}
        name="receivedOn"
        label={w.form.received}
        value={formatDate(dayOf(request.now), request.language)}
      />
    </>
  )
}

/** @throws Invalid */
export function newRequestIn(typed: Typed): {
  kind: RequestKind
  way: RequestWay
  receivedOn: string
  words: string
} {
  return {
    ...together({
      kind: () => choiceIn(typed, 'kind', requestKinds),
      way: () => choiceIn(typed, 'way', requestWays),
      receivedOn: () => neededDayIn(typed, 'receivedOn'),
    }),
    words: textIn(typed, 'words'),
  }
}

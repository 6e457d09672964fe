import { Alert, Button, Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { addDays, dayOf } from '../../../days.ts'
import { NotFound } from '../../../errors.ts'
import type { Shared, ShareMessage } from '../../../reintegration/index.ts'
import {
  askBack,
  contentsOfShared,
  moveShared,
  movesOf,
  openShared,
  readShareReference,
  sharedWithUs,
  shareReference,
} from '../../../reintegration/index.ts'
import { formatDate, formatTime } from '../../../words/format.ts'
import { Chip, type Tone } from '../../components/chip.tsx'
import { Actions, Card, Facts, OverLine, Stack } from '../../components/layout.tsx'
import { LongField } from '../../desk/form-fields.tsx'
import { textIn } from '../../desk/matter/typed.ts'
import { SharedItems } from '../desk/shares/shared-items.tsx'
import { Done, fieldsFor, formPages, Problem, type Sent } from '../kit.tsx'
import type { CaseAnswer, PartnerRequest } from '../page.ts'
import { caseHref, goTo } from '../page.ts'

const tones = {
  shared: 'open',
  started: 'done',
  completed: 'wait',
  declined: 'none',
} as const satisfies Record<Shared['state'], Tone>
const lastDay = (request: PartnerRequest, until: Date) =>
  formatDate(addDays(dayOf(until), -1), request.language)

/** What was shared with this organisation and still runs: references, no contents. */
export async function sharedPage(request: PartnerRequest): Promise<CaseAnswer> {
  const shares = await request.transact((ctx) => sharedWithUs(ctx))
  const { casePartner: w, caseShare } = request.words
  return {
    title: w.title,
    nav: 'shared',
    body: (
      <Stack size="l">
        <Stack size="s">
          <Heading1>{w.title}</Heading1>
          <Paragraph>{shares.length === 0 ? w.none : w.intro}</Paragraph>
        </Stack>
        <Done request={request} sentences={w.done} />
        {shares.map((share) => {
          const reference = shareReference(share.id)
          return (
            <Card key={share.id} labelledBy={reference}>
              <div className="schakel-head">
                <Heading2 id={reference}>
                  <Link href={caseHref(request, `/gedeeld/${reference}`)} aria-label={w.open(reference)}>
                    {reference}
                  </Link>
                </Heading2>
                <Chip tone={tones[share.state]}>{w.states[share.state]}</Chip>
              </div>
              <Facts
                items={[
                  { term: w.purpose, value: caseShare.purposes[share.purpose] },
                  { term: w.until, value: lastDay(request, share.until) },
                ]}
              />
              {share.answered && <Chip tone="wait">{w.answered}</Chip>}
            </Card>
          )
        })}
      </Stack>
    ),
  }
}

/** One share: exactly the fields that were sent, what was asked and answered, and what the partner does with it. */
export const oneSharedPages = formPages<PartnerRequest>({
  async draw(request, sent) {
    const id = wanted(request)
    const { shared, items, messages } = await request.transact(async (ctx) => {
      const shared = await openShared(ctx, id)
      return { shared, ...(await contentsOfShared(ctx, shared)) }
    })
    const { casePartner, caseShare } = request.words
    const w = casePartner.one
    const reference = shareReference(id)
    return {
      title: w.title(reference),
      nav: 'shared',
      crumbs: [
        { label: casePartner.title, path: '/gedeeld' },
        { label: reference, path: `/gedeeld/${reference}` },
      ],
      body: (
        <Stack size="l">
          <Stack size="s">
            <OverLine items={[reference, caseShare.purposes[shared.purpose]]} />
            <Heading1>{w.shared}</Heading1>
          </Stack>
          <Done request={request} sentences={casePartner.done} />
          <Problem request={request} form={sent?.typed.get('form')?.at(-1) ?? ''} sent={sent} />
          <Card>
            <SharedItems request={request} items={items} />
          </Card>
          <Facts
            items={[
              {
                term: casePartner.state,
                value: <Chip tone={tones[shared.state]}>{casePartner.states[shared.state]}</Chip>,
              },
              { term: w.from, value: w.fromWhom },
              { term: casePartner.until, value: lastDay(request, shared.until) },
            ]}
          />
          <Alert type="info">
            <Paragraph>{w.rules}</Paragraph>
            <Paragraph>
              {w.watermark(
                `${request.actor.name}, ${request.actor.organisation}`,
                `${formatDate(dayOf(request.now), request.language)} ${formatTime(request.now, request.language)}`,
              )}
            </Paragraph>
          </Alert>
          <Messages request={request} messages={messages} />
          <WithText
            request={request}
            sent={sent}
            form="vraag"
            label={w.askText}
            submit={w.askSubmit}
            title={w.ask}
          />
          <Moves request={request} shared={shared} sent={sent} />
        </Stack>
      ),
    }
  },
  async send(request, typed) {
    const id = wanted(request)
    const form = textIn(typed, 'form')
    const text = textIn(typed, 'text')
    const to = (['started', 'completed', 'declined'] as const).find((one) => one === form)
    await request.transact(async (ctx) => {
      const shared = await openShared(ctx, id)
      return to ? moveShared(ctx, shared, { to, text }) : askBack(ctx, shared, text)
    })
    const at = to === 'declined' ? '/gedeeld' : `/gedeeld/${shareReference(id)}`
    return goTo(request, `${at}?gedaan=${to ?? 'gevraagd'}`)
  },
})

function wanted({ params }: PartnerRequest): number {
  const id = readShareReference(params.share ?? '')
  if (id === null) throw new NotFound()
  return id
}

function Messages({ request, messages }: { request: PartnerRequest; messages: readonly ShareMessage[] }) {
  const w = request.words.casePartner.one
  if (messages.length === 0) return null
  const who = { question: w.us, report: w.report, answer: w.answer }
  return (
    <Card labelledBy="gevraagd">
      <Heading2 id="gevraagd">{w.messages}</Heading2>
      <ul className="schakel-plain">
        {messages.map(({ id, kind, text, at }) => (
          <li key={id}>
            <small>
              {who[kind]}, {formatDate(dayOf(at), request.language)} {formatTime(at, request.language)}
            </small>
            <span className="schakel-shared-text">{text}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Moves({ request, shared, sent }: { request: PartnerRequest; shared: Shared; sent: Sent | null }) {
  const w = request.words.casePartner.one
  const to = movesOf(shared.state)
  if (to.length === 0) return null
  return (
    <Stack>
      <Heading2>{w.do}</Heading2>
      {to.includes('started') && (
        <form method="post" action={caseHref(request, `/gedeeld/${shareReference(shared.id)}`)}>
          <input type="hidden" name="form" value="started" />
          <Button type="submit" appearance="primary-action-button">
            {w.start}
          </Button>
        </form>
      )}
      {to.includes('completed') && (
        <WithText
          request={request}
          sent={sent}
          form="completed"
          label={w.completeText}
          submit={w.complete}
          title={w.complete}
        />
      )}
      <WithText
        request={request}
        sent={sent}
        form="declined"
        label={w.declineText}
        hint={w.declineHint}
        submit={w.decline}
        title={w.decline}
      />
    </Stack>
  )
}

/** Something that is said with words of one's own; folded until it is wanted. */
function WithText({
  request,
  sent,
  form,
  label,
  hint,
  submit,
  title,
}: {
  request: PartnerRequest
  sent: Sent | null
  form: string
  label: string
  hint?: string
  submit: string
  title: string
}) {
  const open = sent?.typed.get('form')?.at(-1) === form
  return (
    <details className="schakel-details" open={open}>
      <summary>{title}</summary>
      <div>
        <form method="post" action={caseHref(request, request.path)} className="schakel-form">
          <input type="hidden" name="form" value={form} />
          <Stack>
            <LongField set={fieldsFor(request, form, sent)} name="text" label={label} hint={hint} />
            <Actions>
              <Button type="submit" appearance="primary-action-button">
                {submit}
              </Button>
            </Actions>
          </Stack>
        </form>
      </div>
    </details>
  )
}

import { Button, Heading1, Heading2, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import type { MotionRef } from '../../../../council/index.ts'
import { adoptedMotions, type ServableMatter, servableMatters, slugOf } from '../../../../council/index.ts'
import { beginProgramme, type PillarKind, pillarKinds } from '../../../../programme/index.ts'
import { formatDate } from '../../../../words/format.ts'
import { nl } from '../../../../words/nl.ts'
import { Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { LongField, TextField } from '../../form-fields.tsx'
import { dayIn, idsIn, textIn, together, typedOf } from '../../matter/typed.ts'
import { beginPath, programmePath, programmesPath } from '../paths.ts'
import { fieldSet, Problem } from '../work/fields.tsx'
import { attempt, type Sent } from '../work/sent.ts'
import { SearchForm, statusOf, TicksField } from './form-page.tsx'

type View = {
  search: string
  found: (MotionRef & { open: number })[]
  /** The motion that was chosen, with what it asks. */
  matters: ServableMatter[]
  /** Nobody wants a motion. */
  without: boolean
}
const usual = pillarKinds.filter((kind) => kind !== 'other')

/** Beginning a programme: first the motion that it is for, then its name, its days and its pillars. */
export async function beginPage(request: DeskRequest): Promise<Answer> {
  return draw(request, request.query.get('motie') ?? '', null)
}

const draw = (request: DeskRequest, motion: string, sent: Sent | null): Promise<Screen> =>
  request.transact(async (ctx) => {
    const search = request.query.get('zoek')?.trim() ?? ''
    const chosen = /^[1-9]\d{0,8}$/.test(motion) ? Number(motion) : null
    const matters = chosen === null ? [] : await servableMatters(ctx, { motion: chosen })
    const without = motion === 'geen'
    const found = matters.length > 0 || without ? [] : await adoptedMotions(ctx, { search })
    return screen(request, { search, found, matters, without }, sent)
  })

export async function postBegin(request: DeskRequest): Promise<Answer> {
  const typed = typedOf(await request.form())
  let slug = ''
  const problem = await attempt(async () => {
    const days = together({
      startsOn: () => dayIn(typed, 'starts_on') ?? '',
      endsOn: () => dayIn(typed, 'ends_on') ?? '',
    })
    const title = textIn(typed, 'title')
    const kinds = typed.get('pillars') ?? []
    const begun = await request.transact((ctx) =>
      beginProgramme(ctx, {
        title,
        slug: slugOf([title], 60),
        summary: textIn(typed, 'summary'),
        ...days,
        matters: idsIn(typed, 'matter_id'),
        // What is kept is Dutch, whatever the language of the page.
        pillars: usual
          .filter((kind) => kinds.includes(kind))
          .map((kind: PillarKind) => ({ kind, name: nl.programme.pillarKind[kind] })),
      }),
    )
    slug = begun.slug
  })
  if (problem) return draw(request, textIn(typed, 'motie'), { form: 'begin', typed, problem })
  return seeOther(`${programmePath(request, slug)}?gedaan=begonnen`)
}

function screen(request: DeskRequest, view: View, sent: Sent | null): Screen {
  const { words, municipality } = request
  const w = words.programmePlan.begin
  return {
    title: sent ? `${words.programme.errorPrefix}: ${w.title}` : w.title,
    nav: 'programme',
    status: statusOf(sent),
    crumbs: [{ label: words.programme.nav, path: `/${municipality.slug}/bureau/programma` }],
    body: (
      <Stack size="l">
        <Stack>
          <Heading1>{w.title}</Heading1>
          <Paragraph>{w.lead}</Paragraph>
        </Stack>
        {view.matters.length > 0 || view.without ? (
          <BeginForm request={request} view={view} sent={sent} />
        ) : (
          <ChooseMotion request={request} view={view} />
        )}
      </Stack>
    ),
  }
}

function ChooseMotion({ request, view: { search, found } }: { request: DeskRequest; view: View }): ReactNode {
  const { words, language } = request
  const w = words.programmePlan.begin
  return (
    <section aria-labelledby="motie-titel">
      <Stack>
        <Heading2 id="motie-titel">{w.motion}</Heading2>
        <SearchForm
          request={request}
          action={beginPath(request)}
          name="zoek"
          label={w.search}
          hint={w.searchHint}
        />
        {found.length === 0 && search !== '' && <p role="status">{w.searchNone(search)}</p>}
        <ul className="schakel-plan-served">
          {found.map((motion) => (
            <li key={motion.id}>
              <span>
                <Original language={language}>
                  {[motion.number, motion.title].filter(Boolean).join(' ')}
                </Original>
                <small className="schakel-hint">
                  {[motion.dated && formatDate(motion.dated, language), w.open(motion.open)]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              <a
                className="utrecht-button-link utrecht-button-link--html-a utrecht-button-link--secondary-action schakel-slim"
                href={`${beginPath(request)}?motie=${motion.id}`}
                aria-label={w.chooseOf(motion.title)}
              >
                {w.choose}
              </a>
            </li>
          ))}
        </ul>
        <p>
          <a className="utrecht-link utrecht-link--html-a" href={`${beginPath(request)}?motie=geen`}>
            {w.without}
          </a>
        </p>
      </Stack>
    </section>
  )
}

function BeginForm({
  request,
  view,
  sent,
}: {
  request: DeskRequest
  view: View
  sent: Sent | null
}): ReactNode {
  const { words, language } = request
  const w = words.programmePlan.begin
  const form = 'begin'
  const set = fieldSet(request, form, sent)
  const [first] = view.matters
  const motion = first?.motion ?? null
  const label = motion && [motion.number, motion.title].filter(Boolean).join(' ')
  return (
    <form id={form} className="schakel-plan-form" method="post" action={beginPath(request)} noValidate>
      <Problem
        top
        request={request}
        sent={sent}
        form={form}
        labels={{
          title: w.name,
          summary: w.summary,
          starts_on: w.starts,
          ends_on: w.ends,
          matter_id: w.matters,
          pillars: w.pillars,
        }}
      />
      <input type="hidden" name="motie" value={motion?.id ?? 'geen'} />
      {label && (
        <p>
          <strong>
            <Original language={language}>{w.from(label)}</Original>
          </strong>{' '}
          <a className="utrecht-link utrecht-link--html-a" href={beginPath(request)}>
            {w.other}
          </a>
        </p>
      )}
      {view.matters.length > 0 && (
        <TicksField
          set={set}
          name="matter_id"
          legend={w.matters}
          choices={view.matters.map(({ matter, text, settled }) => ({
            value: String(matter),
            label: <Original language={language}>{text}</Original>,
            ...(settled ? { hint: w.settled } : {}),
            on: !settled,
          }))}
        />
      )}
      <TextField set={set} name="title" label={w.name} />
      <LongField set={set} name="summary" label={w.summary} hint={w.summaryHint} />
      <div className="schakel-plan-pair">
        <TextField set={set} name="starts_on" label={w.starts} hint={words.programmePlan.dayHint} />
        <TextField set={set} name="ends_on" label={w.ends} />
      </div>
      <TicksField
        set={set}
        name="pillars"
        legend={w.pillars}
        choices={usual.map((kind) => ({ value: kind, label: words.programme.pillarKind[kind], on: true }))}
      />
      <p className="schakel-hint">{w.pillarsHint}</p>
      <div className="schakel-actions">
        <Button type="submit" appearance="primary-action-button">
          {w.button}
        </Button>
        <a className="utrecht-link utrecht-link--html-a" href={programmesPath(request)}>
          {words.programmePlan.cancel}
        </a>
      </div>
    </form>
  )
}

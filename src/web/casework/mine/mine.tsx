import {
  Alert,
  Button,
  Heading1,
  Heading2,
  Heading3,
  Link,
  Paragraph,
} from '@utrecht/component-library-react'
import { type DayOfLooks, lookedAtMine } from '../../../audit/index.ts'
import { addDays, dayOf } from '../../../days.ts'
import type { HerGoal, Knower, NextStep } from '../../../reintegration/index.ts'
import {
  agreeToGoal,
  coordinatorOf,
  firstName,
  knowersOf,
  messagesOf,
  namesFor,
  nextStepOf,
  openMine,
  planOf,
  shareCategory,
  stopMine,
} from '../../../reintegration/index.ts'
import { capitalise, formatDate, listOf } from '../../../words/format.ts'
import { Card, Stack } from '../../components/layout.tsx'
import type { CaseAnswer, SurvivorRequest } from '../page.ts'
import { caseHref, goTo } from '../page.ts'
import { GoalIcon } from './icons.tsx'
import { byPerson, isUnnamed, type Names, sayDay, sayGoal, sayLook, sayWhen } from './say.ts'

/** Her plan, who knows something of her, and who looked. The next step comes first. */
export async function minePage(request: SurvivorRequest): Promise<CaseAnswer> {
  const found = await request.transact(async (ctx) => {
    const mine = await openMine(ctx)
    const knowers = await knowersOf(ctx, mine)
    const looks = await lookedAtMine(ctx)
    const messages = await messagesOf(ctx, mine)
    return {
      next: await nextStepOf(ctx, mine),
      goals: await planOf(ctx, mine, knowers),
      knowers,
      coordinator: await coordinatorOf(ctx, mine),
      looks,
      names: await namesOf(ctx, looks),
      // The newest message, when it is not her own: nobody needs to be told what they wrote themselves.
      fresh: messages[0] && !messages[0].hers ? messages[0].name : null,
    }
  })
  const w = request.words.caseMine
  const with_ = found.coordinator ? firstName(found.coordinator) : w.team
  return {
    title: w.title,
    frame: 'hers',
    body: (
      <div className="mine">
        <Heading1>{w.hello}</Heading1>
        <Said request={request} name={with_} />
        <Next request={request} next={found.next} />
        {found.fresh && (
          <Alert type="info">
            <Paragraph>
              {w.message.fresh(firstName(found.fresh))}{' '}
              <Link href={caseHref(request, '/mijn/bericht')}>{w.message.read}</Link>
            </Paragraph>
          </Alert>
        )}
        <Plan request={request} goals={found.goals} />
        <Knows request={request} knowers={found.knowers} name={with_} />
        <Looked request={request} looks={found.looks} names={found.names} />
        <Link className="mine-button mine-button--first" href={caseHref(request, '/mijn/bericht')}>
          {found.coordinator ? w.message.to(with_) : w.message.toNobody}
        </Link>
        <Link className="mine-button" href={caseHref(request, '/mijn/klopt-niet')}>
          {w.wrong.link}
        </Link>
        <div className="mine-foot">
          <Link href={caseHref(request, '/sessies')}>{w.sessions}</Link>
          <form method="post" action={caseHref(request, '/afmelden')}>
            <button type="submit" className="schakel-link-button">
              {w.signOut}
            </button>
          </form>
        </div>
      </div>
    ),
  }
}

export async function namesOf(
  ctx: Parameters<typeof namesFor>[0],
  looks: readonly DayOfLooks[],
): Promise<Names> {
  return namesFor(
    ctx,
    [...new Set(looks.map(({ accountId }) => accountId))],
    [...new Set(looks.flatMap(({ organisationId }) => organisationId ?? []))],
  )
}

/** Says after a redirect what was done. */
export function Said({ request, name }: { request: SurvivorRequest; name: string }) {
  const key = request.query.get('gedaan') ?? ''
  const { done } = request.words.caseMine
  if (!Object.hasOwn(done, key)) return null
  return (
    <Alert type="ok">
      <Paragraph>{done[key as keyof typeof done](name)}</Paragraph>
    </Alert>
  )
}

function Next({ request, next }: { request: SurvivorRequest; next: NextStep | null }) {
  const w = request.words.caseMine.next
  if (!next) return <p className="mine-lead">{w.none}</p>
  return (
    <p className="mine-lead">
      {w.label} <b>{sayWhen(request, next.at)}</b> {w.kinds[next.kind]}{' '}
      {next.with && w.along(firstName(next.with))}
    </p>
  )
}

function Plan({ request, goals }: { request: SurvivorRequest; goals: readonly HerGoal[] }) {
  const w = request.words.caseMine.plan
  return (
    <Card labelledBy="plan">
      <Heading2 id="plan">{w.title}</Heading2>
      {goals.length === 0 && <Paragraph>{w.none}</Paragraph>}
      {goals.map((goal) => (
        <div key={goal.id} className="mine-step">
          <GoalIcon domain={goal.domain} reached={goal.achievement === 'full'} />
          <div>
            <Heading3>{w.domains[goal.domain]}</Heading3>
            <p className="mine-words">“{goal.words}”</p>
            <p className="mine-small">{sayGoal(request, goal)}</p>
            {goal.state === 'proposed' && (
              <form method="post" action={caseHref(request, '/mijn')}>
                <input type="hidden" name="doel" value={goal.id} />
                <input type="hidden" name="version" value={goal.version} />
                <Button type="submit" appearance="primary-action-button" aria-label={w.agreeTo(goal.words)}>
                  {w.agree}
                </Button>
              </form>
            )}
          </div>
        </div>
      ))}
    </Card>
  )
}

function Knows({
  request,
  knowers,
  name,
}: {
  request: SurvivorRequest
  knowers: readonly Knower[]
  name: string
}) {
  const { language, words } = request
  const w = words.caseMine.knows
  return (
    <Card labelledBy="weet">
      <Heading2 id="weet">{w.title}</Heading2>
      {knowers.length === 0 ? <Paragraph>{w.none}</Paragraph> : <p className="mine-small">{w.intro}</p>}
      {knowers.map(({ shareId, kind, categories, until }) => (
        <form key={shareId} method="post" action={caseHref(request, '/mijn/stop')} className="mine-row">
          <input type="hidden" name="wie" value={shareId} />
          <span>
            <b>{w.kinds[kind]}</b>
            <span className="mine-small mine-soft">
              {categories.flatMap((id) => shareCategory(id)?.hers[language] ?? []).join(', ')}
              <br />
              {w.until(formatDate(addDays(dayOf(until), -1), language))}.{' '}
              {isUnnamed(kind) && w.askWhich(name)}
            </span>
          </span>
          <Button type="submit" appearance="secondary-action-button" aria-label={w.stopFor(w.kinds[kind])}>
            {w.stop}
          </Button>
        </form>
      ))}
    </Card>
  )
}

function Looked({
  request,
  looks,
  names,
}: {
  request: SurvivorRequest
  looks: readonly DayOfLooks[]
  names: Names
}) {
  const w = request.words.caseMine.looked
  const week = byPerson(looks).filter(({ day }) => day > addDays(dayOf(request.now), -7))
  const lines = [
    ...new Set(
      week.map((look) => {
        const { who, why } = sayLook(request, look, names)
        return w.line(sayDay(request, look.day), who, why)
      }),
    ),
  ].slice(0, 5)
  return (
    <Card labelledBy="keek">
      <Heading2 id="keek">{w.title}</Heading2>
      {lines.map((line) => (
        <p key={line} className="mine-small">
          {line}
        </p>
      ))}
      {lines.length < 5 && <p className="mine-small">{lines.length === 0 ? w.nobody : w.noOther}</p>}
      {looks.length > 0 && (
        <p className="mine-small">
          <Link href={caseHref(request, '/mijn/gekeken')}>{w.all}</Link>
        </p>
      )}
    </Card>
  )
}

/** She says yes to what was proposed. */
export async function agreeHere(request: SurvivorRequest): Promise<CaseAnswer> {
  const form = await request.form()
  await request.transact(async (ctx) =>
    agreeToGoal(ctx, await openMine(ctx), {
      id: numberIn(form, 'doel'),
      version: numberIn(form, 'version'),
    }),
  )
  return goTo(request, '/mijn?gedaan=ja')
}

/** She stops what somebody knows of her: at once, without a question in between. */
export async function stopHere(request: SurvivorRequest): Promise<CaseAnswer> {
  const share = numberIn(await request.form(), 'wie')
  await request.transact(async (ctx) => stopMine(ctx, await openMine(ctx), share))
  return goTo(request, '/mijn?gedaan=gestopt')
}

function numberIn(form: FormData, name: string): number {
  const text = String(form.get(name) ?? '')
  return /^\d{1,15}$/.test(text) ? Number(text) : 0
}

/** Everybody who looked or wrote, newest first. */
export async function lookedPage(request: SurvivorRequest): Promise<CaseAnswer> {
  const { looks, names } = await request.transact(async (ctx) => {
    await openMine(ctx)
    const looks = byPerson(await lookedAtMine(ctx)).slice(0, 200)
    return { looks, names: await namesOf(ctx, looks) }
  })
  const w = request.words.caseMine
  return {
    title: w.title,
    frame: 'hers',
    body: (
      <div className="mine">
        <Heading1>{w.looked.allTitle}</Heading1>
        <Paragraph>{looks.length === 0 ? w.looked.never : w.looked.allIntro}</Paragraph>
        {looks.length > 0 && (
          <Card>
            <Stack>
              {looks.map((look) => {
                const { who, why } = sayLook(request, look, names)
                const deeds = listOf(
                  look.deeds.map((deed) => w.looked.deeds[deed]),
                  request.language,
                )
                return (
                  <p
                    key={`${look.day} ${look.accountId} ${look.purpose} ${look.emergency}`}
                    className="mine-small"
                  >
                    <b>{sayDay(request, look.day)}</b>
                    <br />
                    {capitalise(`${who} ${deeds}, ${why}.`)}
                  </p>
                )
              })}
            </Stack>
          </Card>
        )}
        <Link className="mine-button" href={caseHref(request, '/mijn/klopt-niet')}>
          {w.wrong.link}
        </Link>
        <Link className="mine-button" href={caseHref(request, '/mijn')}>
          {w.back}
        </Link>
      </div>
    ),
  }
}

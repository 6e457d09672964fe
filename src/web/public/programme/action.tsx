import { Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { NotFound } from '../../../errors.ts'
import {
  type Action,
  goesOn,
  type HistoryLine,
  historyOf,
  lookOf,
  milestoneLook,
  type ProgrammeRef,
  sameAction,
} from '../../../programme/index.ts'
import { Chain } from '../../components/chain.tsx'
import { Card, Columns, Facts, OverLine, Stack } from '../../components/layout.tsx'
import { dutch, Original, Said } from '../../components/original.tsx'
import { Part } from '../../components/part.tsx'
import type { Answer, MunicipalityRequest, PublicMunicipalityRequest } from '../../page.ts'
import { programmeActionHref, programmeHref } from '../addresses.ts'
import { WhyList } from './asked.tsx'
import { DecisionsPart } from './decisions.tsx'
import { Figures } from './figures.tsx'
import { OverNote, programmeCrumbs } from './frame.tsx'
import { ActionHistory, movedDays } from './history.tsx'
import { loadProgramme, numberIn, type ProgrammeView, slugIn } from './load.ts'
import { MilestonesPart, milestoneWhen, ReportsPart } from './milestones.tsx'
import { Money } from './money.tsx'
import { actionDays, concernLines, ringOfLook } from './say.ts'

type Props = { request: MunicipalityRequest; view: ProgrammeView; action: Action }

/** One action: what it is and for what, its days, milestones and reports, and how it went. */
export async function programmeActionPage(request: PublicMunicipalityRequest): Promise<Answer> {
  const id = numberIn(request, 'action')
  const view = await loadProgramme(request, slugIn(request))
  const { tree } = view
  const action = tree.actions.find((one) => one.id === id)
  if (!action) throw new NotFound()
  const lines = await historyOf(request.publicDb, {
    municipality: request.municipality.slug,
    programme: tree.id,
    action: id,
  })
  const { words, language } = request
  const w = words.programmePublic
  const kin = await kinOf(request, view, action)
  const pillar = tree.pillars.find((one) => one.id === action.pillar)
  const figures = tree.indicators.filter((one) => one.action === id)
  const decisions = tree.decisions.filter((one) => one.action === id)
  return {
    title: `${w.action(action.number, action.title)} · ${tree.title}`,
    description: stateSentence(request, view, action),
    nav: 'programme',
    crumbs: programmeCrumbs(request, tree),
    body: (
      <article>
        <OverLine
          items={[
            w.action(action.number, '').replace(/: $/, ''),
            ...(pillar
              ? [
                  <Original key="pijler" language={language}>
                    {pillar.name}
                  </Original>,
                ]
              : []),
            actionDays(words, action),
          ]}
        />
        <Heading1>
          <Original language={language}>{action.title}</Original>
        </Heading1>
        <Columns aside={<ActionFacts request={request} view={view} action={action} />}>
          <OverNote request={request} tree={tree} />
          <InShort request={request} view={view} action={action} lines={lines} kin={kin} />
          {action.description && (
            <Part id="wat" title={w.one.what}>
              <Stack>
                {action.description.split('\n\n').map((one) => (
                  <Paragraph key={one}>
                    <Original language={language}>{one}</Original>
                  </Paragraph>
                ))}
              </Stack>
            </Part>
          )}
          <Part id="waarvoor" title={w.one.why}>
            <WhyList request={request} view={view} serves={action.serves} />
          </Part>
          <MilestonesPart request={request} view={view} action={action} lines={lines} />
          <ReportsPart request={request} view={view} action={action} />
          <DecisionsPart request={request} view={view} decisions={decisions} />
          {action.money.length > 0 && (
            <Part id="geld" title={w.one.money}>
              <Money request={request} view={view} actions={[action]} />
            </Part>
          )}
          {figures.length > 0 && (
            <Part id="cijfers" title={w.one.figures}>
              <Figures request={request} view={view} indicators={figures} ofOne />
            </Part>
          )}
          <Risks request={request} action={action} />
          <Part id="verloop" title={w.one.history}>
            <ActionHistory request={request} view={view} action={action} lines={lines} />
          </Part>
        </Columns>
      </article>
    ),
  }
}

function stateSentence({ words }: MunicipalityRequest, view: ProgrammeView, action: Action): string {
  const { one } = words.programmePublic
  const look = lookOf(view.tree, action, view.today)
  if (look === 'dropped') return ''
  const day = { done: action.endedOn, stopped: action.endedOn, planned: action.startsOn } as Record<
    string,
    string | null
  >
  return one.state[look](look in day ? day[look]! : action.endsOn)
}

type Kin = { programme: ProgrammeRef; action: { id: number; number: string }; later: boolean }

/** The action under the same title in the programmes before and after. */
async function kinOf(
  request: PublicMunicipalityRequest,
  { tree }: ProgrammeView,
  { title }: Action,
): Promise<Kin[]> {
  const kin: Kin[] = []
  for (const [programme, later] of [
    [tree.succeeds, false],
    [tree.succeededBy, true],
  ] as const) {
    if (!programme) continue
    const action = await sameAction(request.publicDb, {
      municipality: request.municipality.slug,
      programme: programme.id,
      title,
    })
    if (action) kin.push({ programme, action, later })
  }
  return kin
}

function InShort({
  request,
  view,
  action,
  lines,
  kin,
}: Props & { lines: readonly HistoryLine[]; kin: readonly Kin[] }) {
  const { words, language } = request
  const w = words.programmePublic
  const kept = action.milestones.filter(({ state }) => state !== 'dropped')
  const looks = kept.map((one) => milestoneLook(view.tree, action, one, view.today))
  const reached = looks.filter((look) => look === 'done').length
  const late = looks.filter((look) => look === 'late').length
  const ended = lines.find(
    ({ subject, step, undone }) => subject === 'action' && (step === 'stop' || step === 'finish') && !undone,
  )
  const moved = lines.filter(
    ({ subject, undone, step }) => subject === 'action' && !undone && step !== 'undo',
  )
  const last = action.reports[0]
  return (
    <Card labelledBy="kort">
      <Heading2 id="kort">{w.inShort}</Heading2>
      <Paragraph className="schakel-lead">
        {stateSentence(request, view, action)} {kept.length > 0 && w.milestones(reached, kept.length, late)}
      </Paragraph>
      {(action.state === 'stopped' || action.state === 'done') && ended?.reason && (
        <p>
          {w.one.because} <Original language={language}>{ended.reason}</Original>
        </p>
      )}
      {concernLines(words, view.tree, action, view.today)
        .filter((line) => !action.endsOn || line !== w.concern['past-end'](action.endsOn))
        .map((line) => (
          <p key={line}>
            <Said language={language}>{line}</Said>
          </p>
        ))}
      {moved.toReversed().flatMap((line) => {
        const days = movedDays(request, line)
        if (days.length === 0) return []
        return [
          <p key={line.id} className="schakel-small">
            {days.join(' ')}
            {line.reason && (
              <>
                {' '}
                {w.history.reason} <Original language={language}>{line.reason}</Original>
              </>
            )}
          </p>,
        ]
      })}
      {last && (
        <p>
          {w.lastReport(last.on)} <Original language={language}>{last.text}</Original>
        </p>
      )}
      {kin.map(({ programme, action: other, later }) => (
        <p key={programme.id}>
          {later ? w.one.later : w.one.earlier}{' '}
          <Link href={programmeActionHref(request, programme.slug, other.id)}>
            <Original language={language}>{programme.title}</Original>
          </Link>
          .
        </p>
      ))}
      {action.milestones.length > 0 && (
        <Chain
          label={w.one.chain}
          rings={action.milestones.map((one) => {
            const look = milestoneLook(view.tree, action, one, view.today)
            const when = milestoneWhen(request, view, action, one)
            return {
              label: one.title,
              lang: language === 'nl' ? undefined : 'nl',
              detail: look === 'dropped' || look === 'unfinished' ? w.milestoneLook[look] : when,
              state: ringOfLook[look],
            }
          })}
        />
      )}
    </Card>
  )
}

function ActionFacts({ request, view, action }: Props) {
  const { words, language } = request
  const w = words.programmePublic
  const { tree, holders } = view
  const pillar = tree.pillars.find(({ id }) => id === action.pillar)
  const holder = action.portfolioHolder === null ? undefined : holders.get(action.portfolioHolder)
  const open = tree.state === 'adopted' && goesOn(action) ? tree.actions.filter(goesOn) : []
  const waitsFor = open.filter(({ id }) => action.needs.some((one) => one.action === id))
  const waiting = open.filter(({ needs }) => needs.some((one) => one.action === action.id))
  const links = (actions: readonly Action[]): ReactNode => {
    if (actions.length === 0) return null
    return (
      <ul className="schakel-plain">
        {actions.map(({ id, number, title }) => (
          <li key={id}>
            <Link href={programmeActionHref(request, tree.slug, id)}>
              <Said language={language}>{w.action(number, dutch(title))}</Said>
            </Link>
          </li>
        ))}
      </ul>
    )
  }
  return (
    <Card labelledBy="gegevens">
      <Heading2 id="gegevens">{w.facts.title}</Heading2>
      <Facts
        items={[
          { term: w.facts.holder, value: holder ?? w.facts.unknown },
          {
            term: w.facts.partners,
            value:
              action.partners.length > 0 ? (
                <Original language={language}>{words.programme.list(action.partners)}</Original>
              ) : null,
          },
          {
            term: w.facts.span,
            value: actionDays(words, { ...action, state: 'running' }),
          },
          {
            term: w.facts.pillar,
            value: pillar && (
              <Link href={`${programmeHref(request, tree.slug)}#pijler-${pillar.id}`}>
                <Original language={language}>{pillar.name}</Original>
              </Link>
            ),
          },
          { term: w.facts.waits, value: links(waitsFor) },
          { term: w.facts.waitedFor, value: links(waiting) },
        ]}
      />
    </Card>
  )
}

function Risks({ request, action }: { request: MunicipalityRequest; action: Action }) {
  const { words, language } = request
  const w = words.programmePublic.one
  if (action.risks.length === 0) return null
  const { riskFacts, level } = words.programmePlan.action
  return (
    <Part id="risicos" title={w.risks}>
      <ul className="schakel-said">
        {action.risks.map((risk) => (
          <li key={risk.id}>
            <p>
              <Original language={language}>{risk.text}</Original>
            </p>
            <p className="schakel-small schakel-soft">
              {w.riskState[risk.state]}
              {risk.state === 'open' && `, ${riskFacts(level[risk.chance], level[risk.effect])}`}
            </p>
            {risk.measure && (
              <p className="schakel-small">
                {w.measure} <Original language={language}>{risk.measure}</Original>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Part>
  )
}

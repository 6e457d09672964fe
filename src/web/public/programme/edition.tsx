import { Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { holderNames } from '../../../council/index.ts'
import { type Edition, editionOf, type Plan, planChanges } from '../../../programme/index.ts'
import { Card, Columns, Facts, OverLine, Stack } from '../../components/layout.tsx'
import { dutch, Original, Said } from '../../components/original.tsx'
import { Part } from '../../components/part.tsx'
import { PlanChanges } from '../../components/programme-changes.tsx'
import { PlannedPart } from '../../components/programme-planned.tsx'
import type { Answer, MunicipalityRequest, PublicMunicipalityRequest } from '../../page.ts'
import { documentHref, programmeHref } from '../addresses.ts'
import { Fold, showsAll } from './fold.tsx'
import { OverNote, programmeCrumbs } from './frame.tsx'
import { loadProgramme, numberIn, type ProgrammeView, slugIn } from './load.ts'

/** A programme as it was adopted or amended, and what changed since the version before. */
export async function programmeEditionPage(request: PublicMunicipalityRequest): Promise<Answer> {
  const number = numberIn(request, 'number')
  const view = await loadProgramme(request, slugIn(request))
  const { tree } = view
  const of = { municipality: request.municipality.slug, programme: tree.id }
  const edition = await editionOf(request.publicDb, { ...of, number })
  const before = tree.editions.findLast((one) => one.number < number)
  const earlier = before ? await editionOf(request.publicDb, { ...of, number: before.number }) : null
  const holders = await holderNames(request.publicDb, {
    municipality: of.municipality,
    persons: [...edition.plan.actions, ...(earlier?.plan.actions ?? [])].flatMap(
      ({ portfolioHolder }) => portfolioHolder ?? [],
    ),
  })
  const { words, language } = request
  const w = words.programmePublic
  return {
    title: `${w.edition.title(number)} · ${tree.title}`,
    nav: 'programme',
    crumbs: programmeCrumbs(request, tree),
    body: (
      <article>
        <OverLine
          items={[
            <Original key="titel" language={language}>
              {tree.title}
            </Original>,
          ]}
        />
        <Heading1>{w.edition.title(number)}</Heading1>
        <Columns aside={<EditionFacts request={request} view={view} edition={edition} />}>
          <OverNote request={request} tree={tree} />
          <Decided request={request} view={view} edition={edition} />
          {earlier && <Changed request={request} earlier={earlier} edition={edition} holders={holders} />}
          <PlanAsItWas request={request} plan={edition.plan} holders={holders} />
        </Columns>
      </article>
    ),
  }
}

type Props = { request: MunicipalityRequest; view: ProgrammeView; edition: Edition }

function Decided({ request, view, edition }: Props) {
  const { words, language } = request
  const w = words.programmePublic.edition
  const newest = view.tree.editions.at(-1)?.number ?? edition.number
  return (
    <Stack size="s">
      <Paragraph className="schakel-lead">
        {w.lead(edition.decidedOn, words.programme.body[edition.body], edition.kind)}{' '}
        {edition.kind === 'adopted' && edition.number === 1 && w.first}
      </Paragraph>
      {edition.reason && (
        <Paragraph>
          {w.reason} <Original language={language}>{edition.reason}</Original>
        </Paragraph>
      )}
      {newest > edition.number && (
        <Paragraph>
          <Link href={`${programmeHref(request, view.tree.slug)}/versies/${newest}`}>{w.later(newest)}</Link>
        </Paragraph>
      )}
    </Stack>
  )
}

function Changed({
  request,
  earlier,
  edition,
  holders,
}: {
  request: MunicipalityRequest
  earlier: Edition
  edition: Edition
  holders: ReadonlyMap<number, string>
}) {
  const w = request.words.programmePublic.edition
  const changes = planChanges(earlier.plan, edition.plan)
  return (
    <Part id="veranderd" title={w.changed(earlier.number)}>
      {changes.length === 0 ? (
        <Paragraph>{w.unchanged}</Paragraph>
      ) : (
        <Card>
          <PlanChanges request={request} from={earlier.plan} to={edition.plan} holders={holders} />
        </Card>
      )}
    </Part>
  )
}

function PlanAsItWas({
  request,
  plan,
  holders,
}: {
  request: MunicipalityRequest
  plan: Plan
  holders: ReadonlyMap<number, string>
}) {
  const { words, language } = request
  const w = words.programmePlan
  return (
    <>
      <Part id="plan" title={words.programmePublic.edition.plan}>
        <Paragraph>
          <strong>
            <Original language={language}>{plan.title}</Original>
          </strong>
        </Paragraph>
        {plan.summary?.split('\n\n').map((one) => (
          <Paragraph key={one}>
            <Original language={language}>{one}</Original>
          </Paragraph>
        ))}
        <Facts
          items={[
            { term: w.action.facts.days, value: words.programmePublic.span(plan.startsOn, plan.endsOn) },
            ...plan.frame.map(({ year, budget }) => ({
              term: w.details.frameYear(year),
              value: words.programme.euro(budget),
            })),
          ]}
        />
      </Part>
      <div className="schakel-folds">
        {plan.pillars.map((pillar, index) => {
          const own = plan.actions.filter((action) => action.pillar === pillar.id)
          return (
            <Fold
              key={pillar.id}
              id={`pijler-${pillar.id}`}
              title={<Said language={language}>{w.plan.pillar(index + 1, dutch(pillar.name))}</Said>}
              says={
                own.length === 0
                  ? words.programmePublic.noneInPillar
                  : words.programmePublic.actionsOf(own.length)
              }
              open={showsAll(request)}
            >
              {own.map((action) => (
                <PlannedPart key={action.id} request={request} action={action} holders={holders} />
              ))}
            </Fold>
          )
        })}
      </div>
      {plan.indicators.length > 0 && (
        <Part id="indicatoren" title={w.edition.indicators}>
          <ul className="schakel-changes">
            {plan.indicators.map(({ id, name, definition }) => (
              <li key={id}>
                <Original language={language}>
                  {name}: {definition}
                </Original>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}

function EditionFacts({ request, view, edition }: Props) {
  const { words, language } = request
  const w = words.programmePublic
  const { tree, papers } = view
  const paper = edition.document === null ? undefined : papers.documents.get(edition.document)
  const at = programmeHref(request, tree.slug)
  return (
    <Card labelledBy="versies">
      <Heading2 id="versies">{w.editions.title}</Heading2>
      <ul className="schakel-plain schakel-small">
        <li>
          <Link href={at}>{w.edition.now}</Link>
        </li>
        {tree.editions.toReversed().map(({ number, decidedOn }) => (
          <li key={number}>
            {number === edition.number ? (
              <strong>{w.edition.title(number)}</strong>
            ) : (
              <Link href={`${at}/versies/${number}`}>{w.edition.title(number)}</Link>
            )}
            <small>{words.programme.date(decidedOn)}</small>
          </li>
        ))}
        {paper && (
          <li>
            {w.editions.document}{' '}
            <Link href={documentHref(request, paper)}>
              <Original language={language}>{paper.title}</Original>
            </Link>
          </li>
        )}
      </ul>
    </Card>
  )
}

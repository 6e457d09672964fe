import { Heading2 } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { servedKey } from '../../../../council/index.ts'
import { sumsByYear, yearsOf } from '../../../../programme/index.ts'
import { capitalise } from '../../../../words/format.ts'
import { Card, Stack } from '../../../components/layout.tsx'
import type { DeskRequest } from '../../../page.ts'
import { programmeHref } from '../../../public/addresses.ts'
import {
  adoptPath,
  detailsPath,
  editionPath,
  newActionPath,
  programmesPath,
  sourcesPath,
  succeedPath,
} from '../paths.ts'
import { WayTo } from './form-page.tsx'
import { LackList } from './lacks.tsx'
import { unservedByActions } from './load-plan.ts'
import type { PlanView } from './plan-page.tsx'
import { ServedList } from './served-choices.tsx'

/** What is still needed, what nothing works on, the money, and the ways on. */
export function PlanAside({ request, view }: { request: DeskRequest; view: PlanView }) {
  const { words } = request
  const w = words.programmePlan
  const { tree, open, lacks, changes } = view
  const unserved = unservedByActions(view)
  const link = (href: string, text: ReactNode) => (
    <a className="utrecht-link utrecht-link--html-a" href={href}>
      {text}
    </a>
  )
  return (
    <>
      {open && (lacks.length > 0 || tree.state === 'draft') && (
        <Card labelledBy="nog-nodig">
          <Heading2 id="nog-nodig">{w.plan.missing}</Heading2>
          {lacks.length === 0 ? (
            <p>{w.plan.missingNone}</p>
          ) : (
            <LackList request={request} plan={view} lacks={lacks} />
          )}
          {tree.state === 'draft' && tree.actions.length > 0 && (
            <p>
              <WayTo href={adoptPath(request, tree.slug)} primary>
                {w.plan.toAdopt}
              </WayTo>
            </p>
          )}
        </Card>
      )}
      {tree.state === 'adopted' && changes && (
        <Card labelledBy="sindsdien">
          <Heading2 id="sindsdien">{w.plan.editions}</Heading2>
          <p>{changes.length === 0 ? w.plan.unchanged : `${capitalise(w.plan.changed(changes.length))}.`}</p>
          {changes.length > 0 && (
            <p>
              <WayTo href={adoptPath(request, tree.slug)} primary>
                {w.plan.toAmend}
              </WayTo>
            </p>
          )}
          <Editions request={request} view={view} />
        </Card>
      )}
      {tree.state !== 'adopted' && tree.editions.length > 0 && (
        <Card labelledBy="versies">
          <Heading2 id="versies">{w.plan.editions}</Heading2>
          <Editions request={request} view={view} />
        </Card>
      )}
      {open && tree.serves.length > 0 && (
        <Card labelledBy="niets-aan">
          <Heading2 id="niets-aan">{w.plan.unserved}</Heading2>
          {unserved.length === 0 ? (
            <p>{w.plan.unservedNone}</p>
          ) : (
            <ServedList
              request={request}
              plan={view}
              serves={unserved}
              below={(one, title) =>
                tree.pillars.length > 0 && (
                  <a
                    className="utrecht-link utrecht-link--html-a schakel-small"
                    href={`${newActionPath(request, tree.slug)}?voor=${servedKey(one)}`}
                    aria-label={words.programmeMany.requestActionFor(title)}
                  >
                    {words.programmeMany.requestAction}
                  </a>
                )
              }
            />
          )}
          {view.unservedByAll > 0 && (
            <p className="schakel-small">
              {link(`${programmesPath(request)}#niets`, capitalise(w.list.unserved(view.unservedByAll)))}
            </p>
          )}
        </Card>
      )}
      <Card labelledBy="geld">
        <Heading2 id="geld">{w.plan.money}</Heading2>
        <Stack size="s">
          {yearsOf(tree).map((year) => {
            const sum = sumsByYear(tree.actions).find((one) => one.year === year)
            const frame = tree.frame.find((one) => one.year === year)?.budget ?? null
            return (
              <p key={year}>
                {w.plan.moneyYear(
                  year,
                  words.programme.euro(sum?.total.budget ?? null),
                  words.programme.euro(frame),
                )}
              </p>
            )
          })}
        </Stack>
      </Card>
      <ul className="schakel-links">
        {open && <li>{link(detailsPath(request, tree.slug), w.plan.details)}</li>}
        <li>{link(sourcesPath(request), w.list.sources)}</li>
        {tree.adoptedOn && <li>{link(programmeHref(request, tree.slug), w.plan.publicPage)}</li>}
        {tree.state === 'adopted' && !tree.succeededBy && (
          <li>{link(succeedPath(request, tree.slug), w.plan.toSucceed)}</li>
        )}
      </ul>
    </>
  )
}

function Editions({ request, view: { tree } }: { request: DeskRequest; view: PlanView }) {
  const w = request.words.programmePlan.plan
  return (
    <ul className="schakel-links schakel-small">
      {tree.editions.toReversed().map(({ number, decidedOn }) => (
        <li key={number}>
          <a className="utrecht-link utrecht-link--html-a" href={editionPath(request, tree.slug, number)}>
            {w.edition(number, decidedOn)}
          </a>
        </li>
      ))}
    </ul>
  )
}

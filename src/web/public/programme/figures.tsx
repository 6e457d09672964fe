import { Heading3, Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import {
  type Action,
  type Indicator,
  indicatorStanding,
  sumsByYear,
  type Value,
} from '../../../programme/index.ts'
import { IndicatorFigure, programmeSpan, WayChip } from '../../components/figures/indicator-figure.tsx'
import { MoneyFigure, moneyByYear } from '../../components/figures/programme-figures.tsx'
import { sayPeriod, sayValue } from '../../components/figures/say-figure.ts'
import { Card } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import { Part } from '../../components/part.tsx'
import type { MunicipalityRequest } from '../../page.ts'
import { documentHref, programmeActionHref, programmeHref } from '../addresses.ts'
import type { ProgrammeView } from './load.ts'

type Props = { request: MunicipalityRequest; view: ProgrammeView }

/** Money by year, of these actions; with what there is for the whole programme when they are all of it. */
export function MoneyPart({
  request,
  view,
  actions,
  title,
  frame = false,
}: Props & { actions: readonly Action[]; title: string; frame?: boolean }) {
  const { words } = request
  const w = words.programmePublic.money
  const years = moneyByYear(actions)
  const known = view.tree.frame.filter(({ budget }) => budget !== null)
  const unknown = Math.max(0, ...sumsByYear(actions).map((sum) => sum.unknown.budget))
  return (
    <Part id="geld" title={title}>
      {years.length === 0 && <Paragraph>{w.none}</Paragraph>}
      {years.length > 0 && (
        <Card>
          <MoneyFigure
            speaks={request}
            years={years}
            id="grafiek-geld"
            below={
              frame && (
                <FileLink href={`${programmeHref(request, view.tree.slug)}/acties.csv`}>{w.csv}</FileLink>
              )
            }
          />
        </Card>
      )}
      {frame && known.length > 0 && (
        <Paragraph className="schakel-small">
          {w.frame}{' '}
          {words.programme.list(
            known.map(({ year, budget }) => w.frameYear(year, words.programme.euro(budget))),
          )}
          .
        </Paragraph>
      )}
      {actions.length > 1 && unknown > 0 && (
        <Paragraph className="schakel-soft schakel-small">{w.unknown(unknown)}</Paragraph>
      )}
    </Part>
  )
}

/** Indicators, all over the same years. */
export function FiguresPart({
  request,
  view,
  indicators,
  title,
  ofOne = false,
}: Props & {
  indicators: readonly Indicator[]
  title: string /** All of one action, on its own page. */
  ofOne?: boolean
}) {
  const { words, language } = request
  const w = words.programmePublic.figures
  const span = programmeSpan(view.tree)
  if (indicators.length === 0) return null
  return (
    <Part id="cijfers" title={title}>
      {indicators.length > 1 && <Paragraph className="schakel-soft">{w.lead}</Paragraph>}
      <div className={indicators.length > 1 ? 'schakel-figure-cards' : undefined}>
        {indicators.map((indicator) => (
          <Card key={indicator.id} labelledBy={`indicator-${indicator.id}`}>
            <div className="schakel-head">
              <Heading3 id={`indicator-${indicator.id}`}>
                <Original language={language}>{indicator.name}</Original>
              </Heading3>
              <WayChip speaks={request} indicator={indicator} />
            </div>
            <p className="schakel-soft schakel-small">
              <Original language={language}>{indicator.definition}</Original>{' '}
              {!ofOne && <Belongs request={request} view={view} indicator={indicator} />}
            </p>
            <IndicatorFigure
              speaks={request}
              indicator={indicator}
              span={span}
              origin={(value) => <Origin request={request} view={view} value={value} />}
              below={
                <FileLink href={`${programmeHref(request, view.tree.slug)}/cijfers.csv`}>{w.csv}</FileLink>
              }
            />
            <Earlier request={request} view={view} indicator={indicator} />
          </Card>
        ))}
      </div>
    </Part>
  )
}

/** What the programme before counted under the same name; it may have counted otherwise, so no chart lays them together. */
function Earlier({ request, view, indicator }: Props & { indicator: Indicator }): ReactNode {
  const { words, language } = request
  const w = words.programmePublic.figures
  const { before, tree } = view
  const same = before.find(({ name, unit }) => name === indicator.name && unit === indicator.unit)
  if (!same || same.values.length === 0 || !tree.succeeds) return null
  const values = indicatorStanding(same).compared.map((value) =>
    w.value(sayValue(request, value.value, same), sayPeriod(request, value)),
  )
  return (
    <p className="schakel-small">
      {w.earlier(values)}{' '}
      <Link href={`${programmeHref(request, tree.succeeds.slug)}#indicator-${same.id}`}>
        <Original language={language}>{tree.succeeds.title}</Original>
      </Link>
      .
    </p>
  )
}

function Belongs({ request, view, indicator }: Props & { indicator: Indicator }): ReactNode {
  const { words, language } = request
  const { tree } = view
  const action = tree.actions.find(({ id }) => id === indicator.action)
  if (!action) return null
  return (
    <Link href={programmeActionHref(request, tree.slug, action.id)}>
      <Original language={language}>{words.programmePublic.action(action.number, action.title)}</Original>
    </Link>
  )
}

function Origin({ request, view, value }: Props & { value: Value }): ReactNode {
  const { words, language } = request
  const document = value.document === null ? undefined : view.papers.documents.get(value.document)
  const from = document ? (
    <Link href={documentHref(request, document)}>
      <Original language={language}>{document.title}</Original>
    </Link>
  ) : value.series === null ? (
    words.programmeFigures.page.noDocument
  ) : (
    words.programmeFigures.page.series(value.series, value.sourceOn)
  )
  return (
    <>
      {from}
      {value.note && (
        <small className="schakel-value-note">
          <Original language={language}>{value.note}</Original>
        </small>
      )}
    </>
  )
}

function FileLink({ href, children }: { href: string; children: string }) {
  return (
    <p className="schakel-small schakel-no-print">
      <Link href={href} type="text/csv">
        {children}
      </Link>
    </p>
  )
}

import { Heading2, Heading3, Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { type Indicator, indicatorStanding, type Value } from '../../../programme/index.ts'
import { IndicatorFigure, programmeSpan, WayChip } from '../../components/figures/indicator-figure.tsx'
import { sayPeriod, sayValue } from '../../components/figures/say-figure.ts'
import { Card } from '../../components/layout.tsx'
import { dutch, Original, Said } from '../../components/original.tsx'
import type { MunicipalityRequest } from '../../page.ts'
import { documentHref, programmeActionHref, programmeHref } from '../addresses.ts'
import { FileLink } from './file-link.tsx'
import type { ProgrammeView } from './load.ts'

type Props = { request: MunicipalityRequest; view: ProgrammeView }

export const figuresHref = (request: MunicipalityRequest, programme: string): string =>
  `${programmeHref(request, programme)}/cijfers`

/** Each indicator in a line, with the way it goes; its chart is on a page of its own. */
export function FiguresInShort({ request, view }: Props) {
  const { words, language } = request
  const w = words.programmePublic.figures
  const { tree } = view
  if (tree.indicators.length === 0) return null
  const at = figuresHref(request, tree.slug)
  return (
    <Card labelledBy="cijfers">
      <Heading2 id="cijfers">{w.title}</Heading2>
      <ul className="schakel-figure-lines">
        {tree.indicators.map((indicator) => {
          const { last } = indicatorStanding(indicator)
          return (
            <li key={indicator.id} id={`indicator-${indicator.id}`}>
              <Link href={`${at}#indicator-${indicator.id}`}>
                <Original language={language}>{indicator.name}</Original>
              </Link>
              <WayChip speaks={request} indicator={indicator} />
              {last && (
                <small>
                  <Said language={language}>
                    {w.value(dutch(sayValue(request, last.value, indicator)), sayPeriod(request, last))}
                  </Said>
                </small>
              )}
            </li>
          )
        })}
      </ul>
      <Paragraph className="schakel-no-print">
        <Link href={at}>{w.all(tree.indicators.length)}</Link>
      </Paragraph>
    </Card>
  )
}

/** Indicators with their charts, all over the same years. */
export function Figures({
  request,
  view,
  indicators,
  open = false,
  ofOne = false,
  level: Heading = Heading3,
}: Props & {
  indicators: readonly Indicator[]
  open?: boolean
  /** All of one action, on its own page. */
  ofOne?: boolean
  level?: typeof Heading2
}) {
  const { words, language } = request
  const w = words.programmePublic.figures
  const span = programmeSpan(view.tree)
  return (
    <>
      {indicators.length > 1 && <Paragraph className="schakel-soft">{w.lead}</Paragraph>}
      <div className={indicators.length > 1 ? 'schakel-figure-cards' : undefined}>
        {indicators.map((indicator) => (
          <Card key={indicator.id} labelledBy={`indicator-${indicator.id}`}>
            <div className="schakel-head">
              <Heading id={`indicator-${indicator.id}`}>
                <Original language={language}>{indicator.name}</Original>
              </Heading>
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
              open={open}
              origin={(value) => <Origin request={request} view={view} value={value} />}
              below={
                <FileLink href={`${programmeHref(request, view.tree.slug)}/cijfers.csv`}>{w.csv}</FileLink>
              }
            />
            <Earlier request={request} view={view} indicator={indicator} />
          </Card>
        ))}
      </div>
    </>
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
    w.value(dutch(sayValue(request, value.value, same)), sayPeriod(request, value)),
  )
  return (
    <p className="schakel-small">
      <Said language={language}>{w.earlier(values)}</Said>{' '}
      <Link href={`${figuresHref(request, tree.succeeds.slug)}#indicator-${same.id}`}>
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
      <Said language={language}>{words.programmePublic.action(action.number, dutch(action.title))}</Said>
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

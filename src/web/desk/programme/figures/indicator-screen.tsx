import { Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { dayOf } from '../../../../days.ts'
import {
  eventRules,
  type HistoryLine,
  type Indicator,
  type ProgrammeTree,
  pillarOf,
  type Value,
  type ValueRef,
  workable,
} from '../../../../programme/index.ts'
import { formatNumber } from '../../../../words/format.ts'
import { FigureTable } from '../../../components/charts/chart-figure.tsx'
import { IndicatorFigure, programmeSpan, WayChip } from '../../../components/figures/indicator-figure.tsx'
import { sayPeriod, sayValue } from '../../../components/figures/say-figure.ts'
import { Card, Facts, Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import { Part } from '../../../components/part.tsx'
import { Quote } from '../../../components/quote.tsx'
import type { DeskRequest, Screen } from '../../../page.ts'
import { documentHref } from '../../../public/addresses.ts'
import { programmeScreen } from '../frame.tsx'
import { indicatorPath } from '../paths.ts'
import { isConflict, type Sent, statusOf } from '../work/sent.ts'
import { FigureHistory } from './figure-history.tsx'
import { FilesTaken, TakeBackNewest } from './files-taken.tsx'
import type { DocumentNames } from './find.ts'
import { IndicatorForms } from './indicator-forms.tsx'
import type { OriginState } from './origin-choice.ts'
import { bare, figuresCsvPath, valuePath } from './paths.ts'

export type IndicatorView = {
  tree: ProgrammeTree
  indicator: Indicator
  documents: DocumentNames
  origin: OriginState
  /** Steps of the indicator and its figures, the newest first. */
  lines: HistoryLine[]
  values: ValueRef[]
}

export function indicatorScreen(request: DeskRequest, view: IndicatorView, sent: Sent | null): Screen {
  const { words, language } = request
  const w = words.programmeFigures
  const { tree, indicator, documents, lines, values } = view
  const done = sent ? null : request.query.get('gedaan')
  const forms = workable.includes(tree.state)
  const removed = values.filter((one) => one.removed)
  return programmeScreen(request, tree, {
    tab: 'figures',
    tabless: true,
    title: indicator.name,
    wrong: Boolean(sent?.problem),
    ...statusOf(sent),
    heading: <Original language={language}>{indicator.name}</Original>,
    crumbs: [{ label: w.title, path: bare(request, indicatorPath(request, tree.slug)) }],
    body: (
      <>
        {done && (
          <div className="schakel-done" role="status" id="gedaan">
            <p>{doneSentence(request, done)}</p>
            {done === 'bestand' && <TakeBackNewest request={request} view={view} />}
          </div>
        )}
        {isConflict(sent) && (
          <p className="schakel-attention" role="status">
            {words.programmeWork.problem.more}
          </p>
        )}
        <Stack>
          <p>
            <WayChip speaks={request} indicator={indicator} />
          </p>
          <IndicatorFigure speaks={request} indicator={indicator} span={programmeSpan(tree)} tableless />
        </Stack>
        <Part id="cijfers" title={w.page.values}>
          {indicator.values.length === 0 ? (
            <Paragraph>{w.page.noValues}</Paragraph>
          ) : (
            <>
              <FigureTable
                caption={w.page.values}
                label={`${w.page.values}: ${indicator.name}`}
                table={{
                  head: [w.page.period, w.page.valueIn(indicator.unit), w.page.certainty, w.page.origin],
                  words: [2, 3],
                  rows: indicator.values.map((value) => ({
                    key: String(value.id),
                    cells: [
                      <Link key="periode" href={valuePath(request, tree.slug, indicator.id, value.id)}>
                        {sayPeriod(request, value)}
                      </Link>,
                      formatNumber(value.value, language),
                      w.certainty[value.certainty],
                      <Origin key="herkomst" {...{ request, value, documents }} />,
                    ],
                  })),
                }}
              />
              <p>
                <Link href={figuresCsvPath(request, tree.slug, indicator.id)}>{w.page.csv}</Link>
              </p>
            </>
          )}
          {removed.length > 0 && (
            <details className="schakel-details">
              <summary>{w.page.removedValues}</summary>
              <ul>
                {removed.map((one) => (
                  <li key={one.id}>
                    <Link href={valuePath(request, tree.slug, indicator.id, one.id)}>
                      {sayPeriod(request, one)}
                    </Link>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </Part>
        <FilesTaken {...{ request, view, sent }} />
        {forms && <IndicatorForms {...{ request, view, sent }} />}
        <Part id="wat" title={w.page.facts}>
          <Definition request={request} tree={tree} indicator={indicator} />
        </Part>
        <Stack>
          <Heading2>{w.page.history}</Heading2>
          <FigureHistory {...{ request, lines, values, indicator }} />
        </Stack>
      </>
    ),
  })
}

function doneSentence({ query, words }: DeskRequest, done: string): string {
  const { page, file, taken } = words.programmeFigures
  if (done === 'terug') return page.undone
  if (done === 'bestand-terug') return taken.done
  const counts = /^(\d{1,6})-(\d{1,6})-(\d{1,6})$/.exec(query.get('cijfers') ?? '')
  return counts ? file.done(Number(counts[1]), Number(counts[2]), Number(counts[3])) : page.saved
}

function Origin({
  request,
  value,
  documents,
}: {
  request: DeskRequest
  value: Value
  documents: DocumentNames
}) {
  const { words, language } = request
  const w = words.programmeFigures.page
  const document = value.document === null ? null : documents.get(value.document)
  return (
    <div className="schakel-figures__origin">
      {value.document !== null &&
        (document ? (
          <Link href={documentHref(request, document)}>
            <Original language={language}>{document.title}</Original>
          </Link>
        ) : (
          w.noDocument
        ))}
      {value.series !== null && (
        <Original language={language}>{w.series(value.series, value.sourceOn)}</Original>
      )}
      {value.quotation && (
        <p>
          <Quote language={language}>{value.quotation}</Quote>
        </p>
      )}
      {value.note && (
        <p className="schakel-hint">
          <Original language={language}>{value.note}</Original>
        </p>
      )}
    </div>
  )
}

function Definition({
  request,
  tree,
  indicator,
}: {
  request: DeskRequest
  tree: ProgrammeTree
  indicator: Indicator
}) {
  const { words, language } = request
  const w = words.programmeFigures
  const { baseline, target, eventKind } = indicator
  const action = tree.actions.find(({ id }) => id === indicator.action)
  const pillar = tree.pillars.find(({ id }) => id === pillarOf(tree, indicator))
  const limits = eventKind ? eventRules(dayOf(request.now)).kinds[eventKind] : undefined
  const own = (text: string) => <Original language={language}>{text}</Original>
  const kind = eventKind ? `: ${w.kinds[eventKind]?.name ?? eventKind}` : ''
  return (
    <Card>
      <Facts
        items={[
          { term: w.page.definition, value: own(indicator.definition) },
          { term: w.page.kind, value: `${w.counts[indicator.counts]}${kind}` },
          { term: w.page.unit, value: own(indicator.unit) },
          { term: w.page.direction, value: w.direction[indicator.direction] },
          { term: w.page.area, value: w.areaOf(indicator.area, indicator.areaName) },
          { term: w.page.source, value: own(indicator.source) },
          {
            term: w.page.baseline,
            value: baseline && w.page.on(sayValue(request, baseline.value, indicator), baseline.on),
          },
          {
            term: w.page.target,
            value: target && w.page.on(sayValue(request, target.value, indicator), target.on),
          },
          {
            term: w.page.belongs,
            value: action
              ? own(`${action.number} ${action.title}`)
              : pillar
                ? own(pillar.name)
                : w.progress.whole,
          },
        ]}
      />
      {limits?.pointsAtPersons && (
        <p className="schakel-hint">{w.page.limits(limits.smallest, limits.shortestMonths)}</p>
      )}
    </Card>
  )
}

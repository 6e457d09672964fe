import { ButtonLink, Heading2, Heading3, Link, Paragraph } from '@utrecht/component-library-react'
import { dayOf } from '../../../../days.ts'
import {
  type Indicator,
  indicatorStanding,
  indicatorsOf,
  type ProgrammeTree,
  pillarOf,
  progressOf,
  workable,
} from '../../../../programme/index.ts'
import { TrendSpark } from '../../../components/charts/trend-chart.tsx'
import { figuresCsv } from '../../../components/figures/figures-csv.ts'
import { programmeSpan, WayChip } from '../../../components/figures/indicator-figure.tsx'
import {
  MilestoneFigure,
  MoneyFigure,
  moneyByYear,
  sayProgress,
} from '../../../components/figures/programme-figures.tsx'
import { sayStanding } from '../../../components/figures/say-figure.ts'
import { Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import { Part } from '../../../components/part.tsx'
import type { Answer, DeskRequest } from '../../../page.ts'
import { programmeScreen } from '../frame.tsx'
import { indicatorPath, programmeIn } from '../paths.ts'
import { treeHere } from '../tree-here.ts'
import { documentsOf, findIndicator } from './find.ts'
import { figuresCsvPath, newIndicatorPath } from './paths.ts'

/** How a programme fares: its milestones and money in charts, its indicators by pillar. */
export async function indicatorsPage(request: DeskRequest): Promise<Answer> {
  const tree = await request.transact((ctx) => treeHere(ctx, request))
  const { words, language } = request
  const w = words.programmeFigures
  const today = dayOf(request.now)
  const path = figuresCsvPath(request, tree.slug)
  const groups = [
    ...tree.pillars.map(({ id, name }) => ({
      key: String(id),
      name: <Original language={language}>{name}</Original>,
      progress: sayProgress(request, progressOf(tree, today, id)),
      indicators: indicatorsOf(tree, id),
    })),
    {
      key: 'programma',
      name: w.list.whole,
      progress: null,
      indicators: tree.indicators.filter((one) => pillarOf(tree, one) === null),
    },
  ].filter(({ progress, indicators }) => progress !== null || indicators.length > 0)
  return programmeScreen(request, tree, {
    tab: 'figures',
    title: w.title,
    body: (
      <>
        {request.query.has('weg') && (
          <p className="schakel-done" role="status">
            {w.list.removed}
          </p>
        )}
        <Stack>
          <Paragraph>{w.lead}</Paragraph>
          <Paragraph>
            <b>{w.progress.whole}:</b> {sayProgress(request, progressOf(tree, today))}
          </Paragraph>
        </Stack>
        <section aria-labelledby="indicatoren">
          <Stack>
            <Heading2 id="indicatoren">{w.list.title}</Heading2>
            {tree.indicators.length === 0 && <Paragraph>{w.list.none}</Paragraph>}
            <div className="schakel-actions schakel-no-print">
              {workable.includes(tree.state) && (
                <ButtonLink href={newIndicatorPath(request, tree.slug)} appearance="primary-action-button">
                  {w.list.add}
                </ButtonLink>
              )}
              {tree.indicators.some(({ values }) => values.length > 0) && (
                <Link href={path}>{w.list.csv}</Link>
              )}
            </div>
            {groups.map(({ key, name, progress, indicators }) => (
              <section key={key} className="schakel-figures__pillar" aria-labelledby={`pijler-${key}`}>
                <Heading3 id={`pijler-${key}`}>{name}</Heading3>
                {progress && <p className="schakel-soft">{progress}</p>}
                {indicators.length > 0 && (
                  <IndicatorList request={request} tree={tree} indicators={indicators} />
                )}
              </section>
            ))}
          </Stack>
        </section>
        {tree.actions.some(({ milestones }) => milestones.length > 0) && (
          <Part id="mijlpalen-per-pijler" title={w.charts.milestones}>
            <MilestoneFigure speaks={request} tree={tree} today={today} />
          </Part>
        )}
        {tree.actions.some(({ money }) => money.length > 0) && (
          <Part id="geld-per-jaar" title={w.charts.money}>
            <MoneyFigure speaks={request} years={moneyByYear(tree.actions)} />
          </Part>
        )}
      </>
    ),
  })
}

type ListProps = { request: DeskRequest; tree: ProgrammeTree; indicators: readonly Indicator[] }
function IndicatorList({ request, tree, indicators }: ListProps) {
  const span = programmeSpan(tree)
  return (
    <ul className="schakel-figures">
      {indicators.map((indicator) => {
        const standing = indicatorStanding(indicator)
        return (
          <li key={indicator.id}>
            <div className="schakel-figures__what">
              <Link href={indicatorPath(request, tree.slug, indicator.id)}>
                <Original language={request.language}>{indicator.name}</Original>
              </Link>
              <WayChip speaks={request} indicator={indicator} />
              <p>{sayStanding(request, indicator, standing).slice(0, 2).join(' ')}</p>
            </div>
            {standing.compared.length > 0 && (
              <TrendSpark
                points={standing.compared}
                baseline={indicator.baseline}
                target={indicator.target}
                span={span}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** All figures of a programme as a file. */
export async function programmeCsv(request: DeskRequest): Promise<Response> {
  const { tree, documents } = await request.transact(async (ctx) => {
    const tree = await treeHere(ctx, request)
    return { tree, documents: await documentsOf(ctx, tree.indicators) }
  })
  const text = figuresCsv(request, tree, tree.indicators, (id) => documents.get(id)?.title ?? String(id))
  return csvFile(`${programmeIn(request)}-cijfers`, text)
}

/** The figures of one indicator as a file. */
export async function indicatorCsv(request: DeskRequest): Promise<Response> {
  const { tree, indicator, documents } = await request.transact(async (ctx) => {
    const found = await findIndicator(ctx, request)
    return { ...found, documents: await documentsOf(ctx, [found.indicator]) }
  })
  const text = figuresCsv(request, tree, [indicator], (id) => documents.get(id)?.title ?? String(id))
  return csvFile(`${tree.slug}-cijfers-${indicator.id}`, text)
}

const csvFile = (name: string, text: string) =>
  new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    },
  })

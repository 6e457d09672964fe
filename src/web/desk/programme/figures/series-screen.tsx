import { Button, Checkbox, Paragraph } from '@utrecht/component-library-react'
import type { Invalid } from '../../../../errors.ts'
import {
  certainties,
  type Indicator,
  type PlannedRow,
  type ProgrammeTree,
  type SeriesMapping,
  type SeriesPreview,
  type StoredSeries,
  seriesVerdicts,
} from '../../../../programme/index.ts'
import { FigureTable } from '../../../components/charts/chart-figure.tsx'
import { sayPeriod, sayValue } from '../../../components/figures/say-figure.ts'
import { Original } from '../../../components/original.tsx'
import { Part } from '../../../components/part.tsx'
import type { DeskRequest, Screen } from '../../../page.ts'
import { LongField, SelectField, TextField } from '../../form-fields.tsx'
import type { Typed } from '../../matter/typed.ts'
import { programmeScreen } from '../frame.tsx'
import { indicatorPath } from '../paths.ts'
import { fieldSet, Problem } from '../work/fields.tsx'
import { type Sent, sentenceOf, statusOf } from '../work/sent.ts'
import { bare, seriesPath } from './paths.ts'
import { MappingFields } from './series-fields.tsx'
import { mappingFields } from './series-mapping.ts'

export type SeriesView = {
  tree: ProgrammeTree
  indicator: Indicator
  series: StoredSeries
  /** Null while it is not known what stands where. */
  mapping: SeriesMapping | null
  preview: SeriesPreview | null
  /** The mapping does not fit the file. */
  wrong: Invalid | null
}

export function seriesScreen(
  request: DeskRequest,
  view: SeriesView,
  typed: Typed,
  sent: Sent | null,
): Screen {
  const { words, language } = request
  const w = words.programmeFigures
  const { tree, indicator, series, mapping, preview, wrong } = view
  const here = seriesPath(request, tree.slug, indicator.id, series.id)
  return programmeScreen(request, tree, {
    tab: 'figures',
    tabless: true,
    title: w.file.title,
    heading: w.file.title,
    wrong: sent !== null,
    ...statusOf(sent),
    crumbs: [
      { label: w.title, path: bare(request, indicatorPath(request, tree.slug)) },
      {
        label: <Original language={language}>{indicator.name}</Original>,
        path: bare(request, indicatorPath(request, tree.slug, indicator.id)),
      },
    ],
    body: (
      <>
        <p className="schakel-soft">{series.fileName}</p>
        <Part id="indeling" title={w.file.columns}>
          {wrong && (
            <p className="schakel-errors" role="alert">
              {sentenceOf(wrong.fields[0] ?? { field: '', code: wrong.code }, words)}
            </p>
          )}
          <form method="get" action={here} className="schakel-step__form schakel-figures__form--bare">
            <MappingFields request={request} file={series.file} mapping={mapping} typed={typed} />
            <div className="schakel-actions">
              <Button type="submit" appearance="secondary-action-button">
                {w.file.show}
              </Button>
            </div>
          </form>
          <FirstRows request={request} series={series} />
        </Part>
        {preview && mapping && (
          <Part id="voorbeeld" title={w.file.preview}>
            <Preview {...{ request, view, here, mapping, preview, typed, sent }} />
          </Part>
        )}
      </>
    ),
  })
}

type PreviewProps = {
  request: DeskRequest
  view: SeriesView
  here: string
  mapping: SeriesMapping
  preview: SeriesPreview
  typed: Typed
  sent: Sent | null
}
const form = 'overnemen'

function Preview({ request, view, here, mapping, preview, typed, sent }: PreviewProps) {
  const { words } = request
  const w = words.programmeFigures
  const { series, indicator } = view
  const counts = seriesVerdicts.flatMap((verdict) => {
    const count = preview.rows.filter((row) => row.verdict === verdict).length
    return count > 0 ? [`${count} ${w.file.verdict[verdict]}`] : []
  })
  const takeable = preview.rows.some(({ verdict }) => verdict === 'new' || verdict === 'changed')
  const set = fieldSet(request, form, sent)
  const label = series.file.format === 'json-stat' ? series.file.dataset.label : null
  return (
    <form
      id={form}
      method="post"
      action={`${here}#${form}`}
      className="schakel-step__form schakel-figures__form--bare"
      noValidate
    >
      {mappingFields(mapping, series.file).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p role="status">{w.file.count(counts)}</p>
      <Problem
        request={request}
        sent={sent}
        form={form}
        labels={{
          reason: w.file.reason,
          source_on: w.file.sourceOn,
          certainty: w.file.certainty,
          name: w.file.name,
        }}
      />
      {preview.together && !sent && (
        <p className="schakel-attention" role="status">
          {sentenceOf(preview.together, words)}
        </p>
      )}
      <ul className="schakel-figures__rows">
        {preview.rows.map((row, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file never change places
          <li key={nth}>
            <PreviewRow {...{ request, row, indicator }} on={isOn(row, typed, sent)} />
          </li>
        ))}
      </ul>
      {takeable ? (
        <>
          <TextField
            set={set}
            name="name"
            label={w.file.name}
            value={label ?? series.fileName}
            hint={w.file.nameHint}
          />
          <div className="schakel-figures__pair">
            <TextField
              set={set}
              name="source_on"
              label={w.file.sourceOn}
              value={series.dated ? words.programme.date(series.dated) : ''}
              hint={w.value.dayHint}
            />
            <SelectField
              set={set}
              name="certainty"
              label={w.file.certainty}
              value={indicator.certainty}
              choices={certainties.map((value) => ({ value, label: w.certainty[value] }))}
            />
          </div>
          {preview.rows.some(({ verdict }) => verdict === 'changed') && (
            <LongField set={set} name="reason" label={w.file.reason} rows={2} hint={w.file.reasonHint} />
          )}
          <div className="schakel-actions">
            <Button type="submit" appearance="primary-action-button">
              {w.file.import}
            </Button>
          </div>
        </>
      ) : (
        <Paragraph>{w.file.nothing}</Paragraph>
      )}
    </form>
  )
}

const isOn = ({ key, verdict }: PlannedRow, typed: Typed, sent: Sent | null): boolean =>
  sent ? (typed.get('take') ?? []).includes(key ?? '') : verdict === 'new'

type RowProps = { request: DeskRequest; row: PlannedRow; indicator: Indicator; on: boolean }

/** One figure of the file: which period, what is there, what comes of it and why. */
function PreviewRow({ request, row, indicator, on }: RowProps) {
  const { words } = request
  const w = words.programmeFigures
  const { key, verdict, now, refusal, problem, period, value, where } = row
  const why = refusal ?? (problem && verdict === 'refused' ? { field: 'value', code: problem.code } : null)
  const id = `neem-${key}`
  const what = (
    <>
      <b>{period ? sayPeriod(request, period) : where}</b>
      {value !== null && `: ${sayValue(request, value, indicator)}`}
      {` · ${w.file.verdict[verdict]}`}
    </>
  )
  return (
    <>
      {verdict === 'new' || verdict === 'changed' ? (
        <div className="schakel-tick">
          <Checkbox id={id} name="take" value={key ?? ''} defaultChecked={on} />
          <label htmlFor={id}>{what}</label>
        </div>
      ) : (
        <p>{what}</p>
      )}
      {verdict === 'changed' && now !== null && (
        <p className="schakel-hint">{w.file.now(sayValue(request, now, indicator))}</p>
      )}
      {why && (
        <p className="schakel-hint">
          {period && `${where}: `}
          {sentenceOf(why, words)}
          {problem?.text && ` ${w.file.text(problem.text)}`}
        </p>
      )}
    </>
  )
}

/** The head of a list, to see what stands in each column. */
function FirstRows({ request, series }: { request: DeskRequest; series: StoredSeries }) {
  const w = request.words.programmeFigures
  if (series.file.format !== 'csv') return null
  const { headers, rows } = series.file.table
  return (
    <details className="schakel-details">
      <summary>{w.file.first}</summary>
      <FigureTable
        caption={w.file.first}
        label={w.file.first}
        table={{
          head: headers.map((name, nth) => name || String(nth + 1)),
          words: headers.map((_, nth) => nth),
          rows: rows.slice(0, 5).map(({ number, cells }) => ({
            key: String(number),
            cells: headers.map((_, nth) => cells[nth] ?? ''),
          })),
        }}
      />
    </details>
  )
}

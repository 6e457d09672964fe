import type { HistoryLine, Indicator, ValueRef } from '../../../../programme/index.ts'
import { capitalise, formatDate, formatNumber } from '../../../../words/format.ts'
import { sayPeriod } from '../../../components/figures/say-figure.ts'
import { Original } from '../../../components/original.tsx'
import { Timeline } from '../../../components/timeline.tsx'
import type { DeskRequest } from '../../../page.ts'
import { whoOf } from '../work/history-line.tsx'

type Props = {
  request: DeskRequest
  lines: readonly HistoryLine[]
  values: readonly ValueRef[]
  indicator: Pick<Indicator, 'name' | 'unit'>
}

/** Every step of an indicator and its figures: what, by whom, what it was before and why. */
export function FigureHistory({ request, lines, values, indicator }: Props) {
  return (
    <Timeline
      moments={lines.map((line) => ({
        key: String(line.id),
        date: line.on,
        when: formatDate(line.on, request.language),
        body: <Step {...{ request, line, values, indicator }} />,
      }))}
    />
  )
}

function Step({ request, line, values, indicator }: Omit<Props, 'lines'> & { line: HistoryLine }) {
  const { words, language } = request
  const w = words.programmeFigures
  const value = line.subject === 'value' ? values.find(({ id }) => id === line.of) : undefined
  const subject = value ? w.value.title(sayPeriod(request, value)) : indicator.name
  const shown = line.changes.filter(
    ({ field, from }) => field in w.field && (line.step !== 'import' || from !== null),
  )
  return (
    <>
      <Original language={language}>{subject}</Original>
      {`: ${w.step[line.step] ?? line.step}, ${whoOf(request, line)}`}
      {line.undone && ` (${w.page.undoneLine})`}
      {'. '}
      {(line.step === 'change' || line.step === 'import') &&
        shown.map(({ field, from, to }) => (
          <span key={field}>
            {capitalise(w.field[field]!)}:{' '}
            <Original language={language}>{shownAs(request, field, to)}</Original> ({w.page.from}{' '}
            <Original language={language}>{shownAs(request, field, from)}</Original>).{' '}
          </span>
        ))}
      {line.reason && <Original language={language}>{line.reason}</Original>}
    </>
  )
}

/** A column of the history as people read it. */
function shownAs({ words, language }: DeskRequest, field: string, value: unknown): string {
  const w = words.programmeFigures
  if (value === null || value === undefined || value === '') return w.page.nothing
  const text = String(value)
  if (field === 'certainty') return w.certainty[text as keyof typeof w.certainty] ?? text
  if (field === 'counts') return w.counts[text as keyof typeof w.counts] ?? text
  if (field === 'direction') return w.direction[text as keyof typeof w.direction] ?? text
  if (field === 'area') return w.area[text as keyof typeof w.area] ?? text
  if (field === 'event_kind') return w.kinds[text]?.name ?? text
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return formatDate(text, language)
  return ['value', 'baseline', 'target'].includes(field) ? formatNumber(Number(text), language) : text
}

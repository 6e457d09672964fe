import { Button, Heading1, Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { type ImportAtDesk, type ImportRowAtDesk, type Verdict, verdicts } from '../../../council/index.ts'
import { dateOf, formatDate, formatTime } from '../../../words/format.ts'
import { Actions, Stack } from '../../components/layout.tsx'
import { Part } from '../../components/part.tsx'
import type { DeskRequest, Screen } from '../../page.ts'
import { hrefHere } from '../../page.ts'
import { importCrumbs, importPath, importsPath, takeBackPath } from './paths.ts'
import { rowList } from './row-list.tsx'

export const rowsPerPage = 50
export type Shown = Verdict | 'notes'
export type RowsView = { shown: Shown; rows: ImportRowAtDesk[]; page: number }

/** What will come of a list, or what came of it, with its rows. */
export function resultScreen(request: DeskRequest, list: ImportAtDesk, view: RowsView): Screen {
  const { words, language } = request
  const w = words.import
  const done = list.state === 'done'
  const say = done ? w.done : w.checked
  const { counts } = list
  const path = importPath(request, list.id)
  const kept = request.query.get('bewaard')
  const some = counts.new + counts.changed + counts.conflict > 0
  return {
    title: say.title,
    nav: 'import',
    crumbs: importCrumbs(request),
    body: (
      <Stack size="l">
        <Stack size="s">
          <p className="schakel-over">
            <span>{w.step(done ? 4 : 3, w.steps[done ? 3 : 2]!)}</span>
            <span>{list.fileName}</span>
          </p>
          <Heading1>{say.title}</Heading1>
          {done && list.endedAt && (
            <p className="schakel-soft">
              {w.done.on(formatDate(dateOf(list.endedAt), language), formatTime(list.endedAt, language))}
            </p>
          )}
          <p className="schakel-soft">{say.lead}</p>
        </Stack>
        {kept !== null && /^\d{1,9}$/.test(kept) && (
          <p className="schakel-done" role="status">
            {w.rows.saved(Number(kept))}
          </p>
        )}
        <ul className="schakel-import__counts">
          {(['new', 'changed', 'conflict', 'same', 'unreadable'] as const).map(
            (verdict) => counts[verdict] > 0 && <li key={verdict}>{say[verdict](counts[verdict])}</li>,
          )}
          {counts.notes > 0 && <li>{w.checked.notes(counts.notes)}</li>}
        </ul>
        {(counts.unreadable > 0 || counts.notes > 0) && (
          <p>
            <Link href={`${path}/problemen.csv`}>{w.checked.download}</Link>
          </p>
        )}
        {done ? (
          <Actions>
            <Link href={hrefHere(request, '/moties')}>{w.done.register}</Link>
            <Link href={importsPath(request)}>{w.done.more}</Link>
            <Link href={takeBackPath(request, list.id)}>{words.unregister.list.title}</Link>
          </Actions>
        ) : (
          startForm(request, list, some)
        )}
        {rowsPart(request, list, view)}
      </Stack>
    ),
  }
}

function startForm(request: DeskRequest, list: ImportAtDesk, some: boolean): ReactNode {
  const w = request.words.import.checked
  const path = importPath(request, list.id)
  return (
    <form method="post" action={path}>
      <input type="hidden" name="version" value={list.version} />
      <input type="hidden" name="action" value="start" />
      {!some && <Paragraph>{w.nothing}</Paragraph>}
      <Actions>
        {some && (
          <Button type="submit" appearance="primary-action-button">
            {w.button}
          </Button>
        )}
        <Link href={`${path}?stap=kolommen`}>{w.change}</Link>
      </Actions>
    </form>
  )
}

function rowsPart(request: DeskRequest, list: ImportAtDesk, view: RowsView): ReactNode {
  const w = request.words.import
  const { counts } = list
  const path = importPath(request, list.id)
  const name = (shown: Shown) => (shown === 'notes' ? w.notes : w.verdict[shown])
  const tabs = [...verdicts, 'notes' as const].filter((shown) => counts[shown] > 0)
  const total = counts[view.shown]
  const from = (view.page - 1) * rowsPerPage + 1
  const to = from + view.rows.length - 1
  const turn = (page: number) => `${path}?toon=${view.shown}&bladzijde=${page}#rijen`
  return (
    <Part id="rijen" title={w.rows.of(name(view.shown), total)}>
      <nav aria-label={w.rows.nav}>
        <ul className="schakel-import__tabs">
          {tabs.map((shown) => (
            <li key={shown}>
              <Link
                href={`${path}?toon=${shown}#rijen`}
                aria-current={shown === view.shown ? 'true' : undefined}
              >
                {w.rows.of(name(shown), counts[shown])}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {view.rows.length === 0 ? <Paragraph>{w.rows.empty}</Paragraph> : rowList(request, list, view.rows)}
      {total > rowsPerPage && view.rows.length > 0 && (
        <Actions>
          <span className="schakel-soft">{w.rows.shown(from, to, total)}</span>
          {view.page > 1 && <Link href={turn(view.page - 1)}>{w.rows.previous}</Link>}
          {to < total && <Link href={turn(view.page + 1)}>{w.rows.next}</Link>}
        </Actions>
      )}
    </Part>
  )
}

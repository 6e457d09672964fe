import { Alert, Button, Heading1, Link, Paragraph } from '@utrecht/component-library-react'
import type { CouncilList, CouncilListLine, LineMark } from '../../../council/index.ts'
import type { FieldError } from '../../../errors.ts'
import { capitalise } from '../../../words/format.ts'
import { Actions, Stack } from '../../components/layout.tsx'
import type { DeskRequest, Screen } from '../../page.ts'
import { hrefHere } from '../../page.ts'
import { lineId, positionOf, sentenceOf } from './line-errors.ts'
import { ListLine } from './list-line.tsx'
import { listPath } from './lists-page.tsx'

export type ListNews = {
  name: 'bewaard' | 'vastgelegd' | 'aangevuld' | 'weggehaald' | 'gesloten' | 'heropend'
  count: number
}
export type ListView = {
  /** What was chosen and typed in a form that came back; null: what is kept. */
  marks: readonly LineMark[] | null
  errors: readonly FieldError[]
  /** Lines that somebody else changed meanwhile; null when nobody did. */
  others: readonly CouncilListLine[] | null
  news: ListNews | null
}

export function listScreen(request: DeskRequest, list: CouncilList, view: ListView): Screen {
  const words = request.words.councilList
  const title = words.ofMeeting(list.meetingOn)
  const open = list.state === 'open'
  return {
    title: view.errors.length > 0 ? `${words.problem.title}: ${title}` : title,
    nav: 'lists',
    crumbs: [{ label: words.title, path: `/${request.municipality.slug}/bureau/lijsten` }],
    status: view.others ? 409 : view.errors.length > 0 ? 422 : 200,
    islands: ['lists.js'],
    body: (
      <Stack size="l">
        <Stack size="s">
          <Heading1 id="lijst">{title}</Heading1>
          <p className="schakel-soft">
            {list.decidingBody && `${capitalise(request.words.life.decidingBody[list.decidingBody])}. `}
            {words.is[list.state]}
          </p>
        </Stack>
        <News request={request} news={view.news} />
        <Problems request={request} errors={view.errors} />
        <Others request={request} others={view.others} />
        {list.lines.length === 0 && <p className="schakel-card">{words.empty}</p>}
        <form method="post" action={listPath(request, list.id)} data-list="">
          <input type="hidden" name="version" value={list.version} />
          <Stack size="l">
            {open && list.lines.length > 0 && (
              <p className="schakel-soft schakel-small schakel-keys" hidden data-keys="">
                {words.keys}
              </p>
            )}
            <ol className="schakel-lines">
              {list.lines.map((line) => (
                <ListLine
                  key={line.position}
                  request={request}
                  line={line}
                  mark={view.marks?.find((one) => one.position === line.position) ?? line}
                  errors={view.errors}
                  open={open}
                />
              ))}
            </ol>
            {open ? (
              <Buttons request={request} />
            ) : (
              <Actions>
                <Button type="submit" name="do" value="reopen" appearance="secondary-action-button">
                  {words.reopen}
                </Button>
                <span className="schakel-soft schakel-small">{words.reopenHint}</span>
              </Actions>
            )}
          </Stack>
        </form>
        <Exports request={request} list={list} />
      </Stack>
    ),
  }
}

function Buttons({ request }: { request: DeskRequest }) {
  const words = request.words.councilList
  return (
    <div className="schakel-card schakel-stack schakel-stack--m">
      <Actions>
        <Button type="submit" name="do" value="decide" appearance="primary-action-button">
          {words.decide}
        </Button>
        <Button type="submit" name="do" value="save" appearance="secondary-action-button">
          {words.save}
        </Button>
      </Actions>
      <p className="schakel-soft schakel-small">{words.decideHint}</p>
      <Actions>
        <Button type="submit" name="do" value="refill" appearance="subtle-button">
          {words.refill}
        </Button>
        <Button type="submit" name="do" value="close" appearance="subtle-button">
          {words.close}
        </Button>
      </Actions>
      <p className="schakel-soft schakel-small">{words.closeHint}</p>
    </div>
  )
}

function Exports({ request, list }: { request: DeskRequest; list: CouncilList }) {
  const words = request.words.councilList
  if (list.lines.length === 0) return null
  const path = (end: string) => hrefHere(request, `/bureau/lijsten/${list.id}/${end}`)
  return (
    <Actions>
      <Link href={path('lijst.csv')}>{words.csv}</Link>
      <Link href={path('lijst.docx')}>{words.docx}</Link>
      <Link href={path('lijst.pdf')}>{words.pdf}</Link>
    </Actions>
  )
}

function News({ request, news }: { request: DeskRequest; news: ListNews | null }) {
  const words = request.words.councilList.news
  if (!news) return null
  const text = {
    bewaard: words.saved,
    vastgelegd: words.decided(news.count),
    aangevuld: words.added(news.count),
    weggehaald: words.removed,
    gesloten: words.closed,
    heropend: words.reopened,
  }[news.name]
  return (
    <Alert type="info" role="status">
      <Paragraph>{text}</Paragraph>
    </Alert>
  )
}

function Problems({ request, errors }: { request: DeskRequest; errors: readonly FieldError[] }) {
  const words = request.words.councilList.problem
  if (errors.length === 0) return null
  return (
    <section className="schakel-errors" aria-labelledby="fouten-titel" tabIndex={-1} data-errors>
      <h2 id="fouten-titel">{words.title}</h2>
      <ul>
        {errors.map(({ field, code }) => {
          const position = positionOf(field)
          const text = sentenceOf(request, field, code)
          return (
            <li key={`${field} ${code}`}>
              {position === null ? (
                text
              ) : (
                <Link href={`#${lineId(position)}${field.endsWith('/reason') ? '-reden' : ''}`}>
                  {words.atLine(position, text)}
                </Link>
              )}
            </li>
          )
        })}
      </ul>
      <p className="schakel-small">{words.kept}</p>
    </section>
  )
}

function Others({ request, others }: { request: DeskRequest; others: readonly CouncilListLine[] | null }) {
  const words = request.words.councilList
  if (!others) return null
  return (
    <section className="schakel-attention" aria-labelledby="intussen" tabIndex={-1} data-errors>
      <h2 id="intussen">{words.changed.title}</h2>
      <p>{words.changed.lead}</p>
      <ul>
        {others.map((line) => {
          const choice = line.done ?? line.choice
          const said = [choice ? words.choices[choice] : words.noChoice, line.reason]
            .filter(Boolean)
            .join(', ')
          return (
            <li key={line.position}>
              <Link href={`#${lineId(line.position)}`}>{words.changed.line(line.position, said)}</Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

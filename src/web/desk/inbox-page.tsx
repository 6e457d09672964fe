import {
  Alert,
  Button,
  FormLabel,
  Heading1,
  Heading2,
  Link,
  Paragraph,
} from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { deskDocument, type Inbox, type InboxItem, inbox } from '../../council/index.ts'
import type { Ctx } from '../../ctx.ts'
import { NotFound } from '../../errors.ts'
import { capitalise, dateOf, daysBetween, formatDate, formatTime } from '../../words/format.ts'
import { Columns, Stack } from '../components/layout.tsx'
import { Original } from '../components/original.tsx'
import type { Answer, DeskRequest, Screen } from '../page.ts'
import { hrefHere } from '../page.ts'
import { coveragePath, reviewPath, uploadPath } from './desk-paths.ts'
import { showDate } from './review-form.ts'
import type { UploadedFile } from './upload-files.ts'

/** The post: what waits, what could not be read, what was registered lately; and the door for new documents. */
export async function inboxPage(request: DeskRequest): Promise<Answer> {
  return request.transact(async (ctx) => {
    const known = idsIn(request, 'bekend').slice(0, 20)
    return inboxScreen(request, await inbox(ctx), { refused: [], known: await documentsNamed(ctx, known) })
  })
}

/** What this upload brought besides documents to check. */
export type UploadNews = {
  /** Files that did not become a document. */
  refused: readonly UploadedFile[]
  /** Documents that were here already. */
  known: readonly { document: number; fileName: string }[]
}

export function inboxScreen(request: DeskRequest, found: Inbox, news: UploadNews): Screen {
  const { refused } = news
  const words = request.words.desk
  const nothing = found.waiting.length + found.unreadable.length === 0
  return {
    title: refused.length > 0 ? `${words.review.errors.prefix}: ${words.title}` : words.title,
    nav: 'post',
    islands: ['upload.js'],
    status: refused.length > 0 ? 422 : 200,
    body: (
      <Columns aside={uploadForm(request, found.waiting.length === 0)}>
        <Stack>
          <Stack size="s">
            <Heading1>{words.title}</Heading1>
            <p className="schakel-soft">{words.inbox.lead}</p>
          </Stack>
          {notices(request, found, news)}
        </Stack>
        {nothing && <Paragraph>{words.inbox.empty}</Paragraph>}
        {group(request, 'na-te-kijken', words.inbox.waiting, found.waiting)}
        {group(request, 'niet-te-lezen', words.inbox.unreadable, found.unreadable)}
        {group(
          request,
          'vastgelegd',
          words.inbox.registered,
          found.registered,
          found.registeredTotal > found.registered.length && (
            <p className="schakel-hint">
              {words.inbox.more(found.registered.length, found.registeredTotal)}{' '}
              <Link href={hrefHere(request, '/moties')}>{request.words.shell.deskNav.register}</Link>
            </p>
          ),
        )}
      </Columns>
    ),
  }
}

function idsIn({ query }: DeskRequest, name: string): number[] {
  const ids = (query.get(name) ?? '').split(',')
  return ids.filter((id) => /^[1-9]\d{0,8}$/.test(id)).map(Number)
}

async function documentsNamed(ctx: Ctx, ids: readonly number[]): Promise<UploadNews['known']> {
  const found: { document: number; fileName: string }[] = []
  for (const document of ids) {
    const known = await deskDocument(ctx, { document }).catch((error: unknown) => {
      if (error instanceof NotFound) return null
      throw error
    })
    if (known) found.push(known)
  }
  return found
}

/** @param first nothing waits, so this is the first thing to do */
function uploadForm(request: DeskRequest, first: boolean): ReactNode {
  const words = request.words.desk.inbox.upload
  return (
    <form
      className="schakel-card schakel-upload"
      method="post"
      action={uploadPath(request)}
      encType="multipart/form-data"
      aria-labelledby="nieuw-stuk"
      data-upload
      data-waiting={words.waiting('{name}')}
      data-progress={words.progress('{name}', '{percent}')}
      data-reading={words.reading('{name}')}
      data-done={words.done('{name}')}
      data-failed={words.failed('{name}')}
      data-large={`{name}: ${request.words.errors['file-too-large']}`}
    >
      <h2 id="nieuw-stuk">{words.title}</h2>
      <div className="schakel-drop" data-drop>
        <FormLabel htmlFor="bestanden">{words.label}</FormLabel>
        <input
          id="bestanden"
          className="schakel-file"
          type="file"
          name="files"
          multiple
          required
          accept=".pdf,.docx,.html,.htm,.txt,.md"
          aria-describedby="bestanden-hint"
        />
        <span className="schakel-hint" data-drop-hint hidden>
          {words.drop}
        </span>
      </div>
      <p id="bestanden-hint" className="schakel-hint">
        {words.hint}
      </p>
      <Button type="submit" appearance={first ? 'primary-action-button' : 'secondary-action-button'}>
        {words.button}
      </Button>
      <ul className="schakel-progress" data-progress-list aria-live="polite" />
    </form>
  )
}

function notices(request: DeskRequest, found: Inbox, { refused, known }: UploadNews): ReactNode {
  const words = request.words.desk.inbox
  const ids = new Set(idsIn(request, 'nieuw'))
  const fresh = found.waiting.filter((item) => ids.has(item.document))
  return (
    <>
      {refused.length > 0 && (
        <section className="schakel-errors" aria-labelledby="geweigerd" tabIndex={-1} data-errors>
          <h2 id="geweigerd">{words.refused}</h2>
          <ul>
            {refused.map(({ name, code }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
              <li key={index}>
                {name && <b>{name}: </b>}
                {request.words.errors[code ?? 'unexpected']}
              </li>
            ))}
          </ul>
        </section>
      )}
      {fresh.length > 0 && (
        <p className="schakel-done" role="status">
          {words.received(fresh.length)}
        </p>
      )}
      {request.query.has('weg') && (
        <p className="schakel-done" role="status">
          {words.removed}
        </p>
      )}
      {known.length > 0 && (
        <Alert type="info" role="status">
          {known.map((item) => (
            <Paragraph key={item.document}>
              {words.known(item.fileName)}{' '}
              <Link href={reviewPath(request, item.document)}>{words.knownLink}</Link>
            </Paragraph>
          ))}
        </Alert>
      )}
    </>
  )
}

function group(
  request: DeskRequest,
  id: string,
  title: string,
  items: readonly InboxItem[],
  more: ReactNode = null,
): ReactNode {
  if (items.length === 0) return null
  return (
    <section className="schakel-post" aria-labelledby={id}>
      <Heading2 id={id}>{title}</Heading2>
      <ul>
        {items.map((item, index) => (
          <li key={item.document} className={`schakel-post__row schakel-post__row--${item.state}`}>
            {row(request, item, index === 0)}
          </li>
        ))}
      </ul>
      {more}
    </section>
  )
}

/** "vandaag", "gisteren", "5 dagen geleden", and after two weeks the date. */
function whenCame({ words, language, now }: DeskRequest, moment: Date): string {
  const days = daysBetween(dateOf(moment), dateOf(now))
  const { today, yesterday, daysAgo } = words.desk.inbox
  if (days < 1) return today
  if (days === 1) return yesterday
  return days < 15 ? daysAgo(days) : formatDate(dateOf(moment), language)
}

function row(request: DeskRequest, item: InboxItem, first: boolean): ReactNode {
  const { words, language } = request
  const desk = words.desk.inbox
  const path = reviewPath(request, item.document)
  const day = (moment: Date) => formatDate(dateOf(moment), language)
  const kind = item.kind && item.kind !== 'unknown' ? capitalise(words.terms.kind[item.kind]) : null
  const facts = [
    kind && item.title ? kind : null,
    item.dated && showDate(item.dated, language),
    item.title && item.fileName,
  ].filter(Boolean)
  const step = {
    review: desk.steps.review,
    'continue-review': desk.steps.continueReview,
    replace: desk.steps.replace,
    view: desk.steps.view,
    wait: desk.steps.wait,
  }[item.nextStep]
  // One filled button in view: the first thing to do.
  const primary = first && item.state === 'read'
  return (
    <>
      <span className="schakel-post__when">{whenCame(request, item.registeredAt ?? item.uploadedAt)}</span>
      <div className="schakel-post__what">
        <p>
          <Link href={path}>
            <b>{item.title ? <Original language={language}>{item.title}</Original> : item.fileName}</b>
          </Link>
        </p>
        <p className="schakel-soft schakel-small">{facts.join(' · ')}</p>
        {item.state === 'unreadable' && (
          <p className="schakel-small">{words.errors[item.errorCode ?? 'open-failed']}</p>
        )}
        {item.state === 'registered' && item.kind === 'settlement-letter' && (
          <p className="schakel-small">
            <Link
              href={coveragePath(request, item.document)}
              aria-label={`${words.coverage.link}: ${item.title ?? item.fileName}`}
            >
              {words.coverage.link}
            </Link>
          </p>
        )}
        {item.state === 'read' && item.reviewedBy && item.reviewedAt ? (
          <p className="schakel-small">
            {desk.draftBy(
              item.reviewedBy,
              desk.moment(day(item.reviewedAt), formatTime(item.reviewedAt, language)),
            )}
          </p>
        ) : (
          item.state === 'read' &&
          item.warnings > 0 && <p className="schakel-small">{desk.look(item.warnings)}</p>
        )}
      </div>
      {item.nextStep === 'wait' ? (
        <span className="schakel-hint">{step}</span>
      ) : (
        <a
          className={`utrecht-button-link utrecht-button-link--html-a ${
            primary ? 'utrecht-button-link--primary-action' : 'utrecht-button-link--secondary-action'
          } schakel-slim`}
          href={path}
          aria-label={`${step}: ${item.title ?? item.fileName}`}
        >
          {step}
        </a>
      )}
    </>
  )
}

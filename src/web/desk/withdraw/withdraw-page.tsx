import { Button, Heading1, Link } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import {
  type LetterToWithdraw,
  letterToWithdraw,
  restoreLetter,
  withdrawLetter,
} from '../../../council/index.ts'
import { Invalid } from '../../../errors.ts'
import { formatDate } from '../../../words/format.ts'
import { Actions, Stack } from '../../components/layout.tsx'
import { Part } from '../../components/part.tsx'
import type { Answer, DeskRequest, Screen } from '../../page.ts'
import { seeOther } from '../../page.ts'
import { deskCrumbs, documentIn, reviewPath, withdrawPath } from '../desk-paths.ts'
import { LongField, reasonAlone } from '../form-fields.tsx'

/** "Brief intrekken": what rests on a letter, and why it is taken back; or how to undo that. */
export async function withdrawPage(request: DeskRequest): Promise<Answer> {
  return screen(request, await load(request), null)
}

const load = (request: DeskRequest) =>
  request.transact((ctx) => letterToWithdraw(ctx, { document: documentIn(request) }))

export async function postWithdraw(request: DeskRequest): Promise<Answer> {
  const document = documentIn(request)
  const form = await request.form()
  if (form.get('action') === 'restore') {
    await request.transact((ctx) => restoreLetter(ctx, { document }))
    return seeOther(`${withdrawPath(request, document)}?terug=1`)
  }
  const reason = form.get('reason')
  try {
    await request.transact((ctx) =>
      withdrawLetter(ctx, { document, reason: typeof reason === 'string' ? reason : '' }),
    )
  } catch (error) {
    if (error instanceof Invalid) return screen(request, await load(request), request.words.withdraw.needed)
    throw error
  }
  return seeOther(`${withdrawPath(request, document)}?gedaan=1`)
}

function screen(request: DeskRequest, letter: LetterToWithdraw, error: string | null): Screen {
  const { words, language } = request
  const w = words.withdraw
  const { withdrawn } = letter
  const title = withdrawn ? w.is : w.title
  return {
    title: error ? `${words.desk.review.errors.prefix}: ${title}` : title,
    nav: 'post',
    status: error ? 422 : 200,
    crumbs: deskCrumbs(request, { document: letter.document, fileName: letter.subject ?? '' }),
    body: (
      <Stack size="l">
        <Stack size="s">
          <p className="schakel-over">
            <span lang="nl">{letter.subject}</span>
            <span>{formatDate(letter.dated, language)}</span>
          </p>
          <Heading1>{title}</Heading1>
          {!withdrawn && <p className="schakel-soft">{w.lead}</p>}
        </Stack>
        {request.query.has('gedaan') && withdrawn && (
          <p className="schakel-done" role="status">
            {w.done}
          </p>
        )}
        {request.query.has('terug') && !withdrawn && (
          <p className="schakel-done" role="status">
            {w.restored}
          </p>
        )}
        {withdrawn ? restoreForm(request, letter) : withdrawForm(request, letter, error)}
      </Stack>
    ),
  }
}

function restoreForm(request: DeskRequest, letter: LetterToWithdraw): ReactNode {
  const w = request.words.withdraw
  const { withdrawn } = letter
  return (
    <form method="post" action={withdrawPath(request, letter.document)}>
      <Stack>
        {withdrawn && (
          <p>
            <b>{w.banner(withdrawn.on)}.</b> <span lang="nl">{w.why(withdrawn.reason)}</span>
          </p>
        )}
        <p className="schakel-soft">{w.restoreLead}</p>
        <Actions>
          <Button type="submit" name="action" value="restore" appearance="secondary-action-button">
            {w.restore}
          </Button>
          <Link href={reviewPath(request, letter.document)}>{w.cancel}</Link>
        </Actions>
      </Stack>
    </form>
  )
}

function withdrawForm(request: DeskRequest, letter: LetterToWithdraw, error: string | null): ReactNode {
  const w = request.words.withdraw
  const { commitments, proposals, settled } = letter
  const named = (rows: LetterToWithdraw['settled']) => rows.map(({ motion, text }) => `${motion}: ${text}`)
  return (
    <form method="post" action={withdrawPath(request, letter.document)}>
      <Stack size="l">
        <Part id="gevolg" title={w.moves}>
          <p>{w.claims}</p>
          {list(w.commitments, commitments)}
          {list(w.proposals, named(proposals))}
          {list(w.settled, named(settled))}
          {commitments.length + proposals.length + settled.length === 0 && <p>{w.nothing}</p>}
        </Part>
        <LongField
          set={reasonAlone('intrekken', '', error)}
          name="reason"
          label={w.reason}
          hint={w.reasonHint}
          maxLength={2000}
        />
        <Actions>
          <Button type="submit" appearance="primary-action-button">
            {w.button}
          </Button>
          <Link href={reviewPath(request, letter.document)}>{w.cancel}</Link>
        </Actions>
      </Stack>
    </form>
  )
}

function list(title: string, items: readonly string[]): ReactNode {
  if (items.length === 0) return null
  return (
    <>
      <p>{title}</p>
      <ul lang="nl">
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may have the same words
          <li key={index}>{item}</li>
        ))}
      </ul>
    </>
  )
}

import { Button, Heading1, Paragraph } from '@utrecht/component-library-react'
import { beginByHand, deskDocument, removeDocument } from '../../council/index.ts'
import { Refused } from '../../errors.ts'
import { Actions, Stack } from '../components/layout.tsx'
import type { Answer, DeskRequest } from '../page.ts'
import { seeOther } from '../page.ts'
import { deskCrumbs, documentIn, inboxPath, removePath, reviewPath } from './desk-paths.ts'

/** "Dit stuk weghalen?" Only what is not registered yet can go. */
export async function removePage(request: DeskRequest): Promise<Answer> {
  const found = await request.transact((ctx) => deskDocument(ctx, { document: documentIn(request) }))
  if (found.state === 'registered') throw new Refused('already-registered')
  const words = request.words.desk.remove
  return {
    title: words.title,
    nav: 'post',
    crumbs: deskCrumbs(request, found),
    body: (
      <Stack>
        <Heading1>{words.title}</Heading1>
        <Paragraph>{words.lead(found.fileName)}</Paragraph>
        <form method="post" action={removePath(request, found.document)}>
          <Actions>
            <Button type="submit" appearance="primary-action-button">
              {words.button}
            </Button>
            <a className="utrecht-link utrecht-link--html-a" href={reviewPath(request, found.document)}>
              {words.cancel}
            </a>
          </Actions>
        </form>
      </Stack>
    ),
  }
}

export async function postRemove(request: DeskRequest): Promise<Answer> {
  const document = documentIn(request)
  await request.transact((ctx) => removeDocument(ctx, { document }))
  return seeOther(`${inboxPath(request)}?weg=1`)
}

/** An empty form for a document that nobody could read. */
export async function postByHand(request: DeskRequest): Promise<Answer> {
  const document = documentIn(request)
  await request.transact((ctx) => beginByHand(ctx, { document }))
  return seeOther(reviewPath(request, document))
}

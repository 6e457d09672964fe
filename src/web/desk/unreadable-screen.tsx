import { Alert, Button, Heading1, Heading2, Paragraph } from '@utrecht/component-library-react'
import type { DeskDocument } from '../../council/index.ts'
import { Card, Stack } from '../components/layout.tsx'
import type { DeskRequest, Screen } from '../page.ts'
import { byHandPath, deskCrumbs, inboxPath, originalPath, removePath } from './desk-paths.ts'

/** Why a document could not be read, and what a clerk can do about it. */
export function unreadableScreen(request: DeskRequest, document: DeskDocument): Screen {
  const { words } = request
  const { unreadable, file } = words.desk
  return {
    title: unreadable.title,
    nav: 'post',
    crumbs: deskCrumbs(request, document),
    body: (
      <Stack>
        <Heading1>{unreadable.title}</Heading1>
        <Alert type="warning" role="status">
          <Paragraph>
            <b>{document.fileName}</b>
          </Paragraph>
          <Paragraph>{words.errors[document.errorCode ?? 'open-failed']}</Paragraph>
        </Alert>
        <Heading2>{unreadable.what}</Heading2>
        <Card>
          <ul className="schakel-ways">
            <li>
              <a
                className="utrecht-button-link utrecht-button-link--html-a utrecht-button-link--primary-action"
                href={inboxPath(request)}
              >
                {unreadable.other}
              </a>
              <span className="schakel-hint">{unreadable.otherHint}</span>
            </li>
            <li>
              <form method="post" action={byHandPath(request, document.document)}>
                <Button type="submit" appearance="secondary-action-button">
                  {unreadable.byHand}
                </Button>
              </form>
              <span className="schakel-hint">{unreadable.byHandHint}</span>
            </li>
          </ul>
        </Card>
        <Paragraph>
          {unreadable.kept} {file.onlyHere}
        </Paragraph>
        <ul className="schakel-links">
          <li>
            <a className="utrecht-link utrecht-link--html-a" href={originalPath(request, document.document)}>
              {file.download}
            </a>{' '}
            <span className="schakel-hint">{file.size(document.size)}</span>
          </li>
          <li>
            <a className="utrecht-link utrecht-link--html-a" href={removePath(request, document.document)}>
              {unreadable.remove}
            </a>
          </li>
        </ul>
      </Stack>
    ),
  }
}

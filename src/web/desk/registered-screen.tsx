import { Heading1, Paragraph } from '@utrecht/component-library-react'
import { type DeskDocument, inbox, motionsOfDocument } from '../../council/index.ts'
import type { Ctx } from '../../ctx.ts'
import { dateOf, formatDate } from '../../words/format.ts'
import { Actions, Card, Stack } from '../components/layout.tsx'
import { Original } from '../components/original.tsx'
import type { DeskRequest, Screen } from '../page.ts'
import {
  coveragePath,
  deskCrumbs,
  documentPath,
  inboxPath,
  motionPath,
  originalPath,
  reviewPath,
  unregisterPath,
  withdrawPath,
} from './desk-paths.ts'

/** A registered document: where it can be followed now, and what waits next. */
export async function registeredScreen(
  request: DeskRequest,
  ctx: Ctx,
  document: DeskDocument,
): Promise<Screen> {
  const words = request.words.desk
  const justNow = request.query.has('klaar')
  const motions = await motionsOfDocument(ctx, { document: document.document })
  const next = justNow ? (await inbox(ctx)).waiting.find((item) => item.nextStep !== 'wait') : undefined
  const isLetter = document.kind === 'settlement-letter' || document.kind === 'information-letter'
  const name = document.title ?? document.fileName
  const day = document.registeredAt && formatDate(dateOf(document.registeredAt), request.language)
  return {
    title: justNow ? words.registered.title : name,
    nav: 'post',
    crumbs: deskCrumbs(request, document),
    body: (
      <Stack>
        <Heading1>
          {justNow ? words.registered.title : <Original language={request.language}>{name}</Original>}
        </Heading1>
        {justNow ? (
          <p className="schakel-done" role="status">
            {words.registered.lead(name)}
          </p>
        ) : (
          day && <Paragraph>{words.registered.already(day)}</Paragraph>
        )}
        <Card>
          <ul className="schakel-links">
            {motions.map((motion) => (
              <li key={motion.id}>
                <a className="utrecht-link utrecht-link--html-a" href={motionPath(request, motion)}>
                  {words.registered.toDossier([motion.number, motion.title].filter(Boolean).join(', '))}
                </a>
              </li>
            ))}
            {isLetter && (
              <li>
                <a
                  className="utrecht-link utrecht-link--html-a"
                  href={coveragePath(request, document.document)}
                >
                  {request.words.coverage.link}
                </a>
              </li>
            )}
            {document.published && (
              <li>
                <a
                  className="utrecht-link utrecht-link--html-a"
                  href={documentPath(request, document.published)}
                >
                  {words.registered.toDocument}
                </a>
              </li>
            )}
            <li>
              <a
                className="utrecht-link utrecht-link--html-a"
                href={originalPath(request, document.document)}
              >
                {words.file.download}
              </a>{' '}
              <span className="schakel-hint">{words.file.onlyHere}</span>
            </li>
            <li>
              <a
                className="utrecht-link utrecht-link--html-a"
                href={unregisterPath(request, document.document)}
              >
                {request.words.unregister.link}
              </a>
            </li>
            {isLetter && (
              <li>
                <a
                  className="utrecht-link utrecht-link--html-a"
                  href={withdrawPath(request, document.document)}
                >
                  {request.words.withdraw.title}
                </a>
              </li>
            )}
          </ul>
        </Card>
        <Actions>
          {next && (
            <a
              className="utrecht-button-link utrecht-button-link--html-a utrecht-button-link--primary-action"
              href={reviewPath(request, next.document)}
            >
              {words.registered.next}
            </a>
          )}
          <a className="utrecht-link utrecht-link--html-a" href={inboxPath(request)}>
            {words.registered.back}
          </a>
        </Actions>
      </Stack>
    ),
  }
}

import { Alert, Button, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { addAttachments, noteKinds, notesOf, writeNote } from '../../../../reintegration/index.ts'
import { Actions, Stack } from '../../../components/layout.tsx'
import { choiceIn, textIn } from '../../../desk/matter/typed.ts'
import { fieldsFor, formPages } from '../../kit.tsx'
import type { StaffRequest } from '../../page.ts'
import { caseHref, goTo } from '../../page.ts'
import { inCase, numberOf } from '../case-form.ts'
import { caseFormScreen } from '../trajectory/form-frame.tsx'
import { Files, FilesIn, NoteBody, NoteFields } from './note-parts.tsx'
import { filesIn } from './uploads.ts'

/** A new note, and those that were written, the newest first, a page at a time. */
export const notesPages = formPages<StaffRequest>({
  async draw(request, sent) {
    const before = Number(request.query.get('voor')) || null
    const { notes, older, closed } = await inCase(request, 'read', async (ctx, trajectory) => ({
      ...(await notesOf(ctx, trajectory, { before })),
      closed: trajectory.state === 'closed',
    }))
    const w = request.words.caseNotes
    const number = numberOf(request)
    const path = `/trajecten/${number}/notities`
    const set = fieldsFor(request, 'notitie', sent)
    return caseFormScreen(request, {
      number,
      title: w.title,
      intro: w.intro,
      path,
      form: 'notitie',
      sent,
      children: (
        <>
          {sent && (
            <Alert type="info">
              <Paragraph>{w.kept}</Paragraph>
            </Alert>
          )}
          {!closed && !before && (
            <form
              method="post"
              action={caseHref(request, path)}
              encType="multipart/form-data"
              className="schakel-form"
            >
              <Stack>
                <Heading2 id="schrijven">{w.write}</Heading2>
                <input type="hidden" name="form" value="notitie" />
                <NoteFields request={request} set={set} />
                <FilesIn request={request} set={set} />
                <Actions>
                  <Button type="submit" appearance="primary-action-button">
                    {w.save}
                  </Button>
                </Actions>
              </Stack>
            </form>
          )}
          {notes.length === 0 ? (
            <Paragraph>{w.none}</Paragraph>
          ) : (
            <ul className="schakel-plain schakel-rows">
              {notes.map((note) => (
                <li key={note.id}>
                  <NoteBody request={request} note={note} />
                  <Files request={request} files={note.attachments} number={number} />
                  <Link href={caseHref(request, `${path}/${note.id}`)}>{w.open}</Link>
                </li>
              ))}
            </ul>
          )}
          <nav className="schakel-actions" aria-label={w.title}>
            {before && (
              <Link href={caseHref(request, path)} rel="prev">
                {w.newest}
              </Link>
            )}
            {older && (
              <Link href={`${caseHref(request, path)}?voor=${older}`} rel="next">
                {w.older}
              </Link>
            )}
          </nav>
        </>
      ),
    })
  },
  async send(request, typed, data) {
    const kind = choiceIn(typed, 'kind', noteKinds)
    const files = await filesIn(data)
    await inCase(request, 'write', async (ctx, trajectory) => {
      const noteId = await writeNote(ctx, trajectory, { kind, body: textIn(typed, 'body') })
      await addAttachments(ctx, trajectory, { noteId, files })
    })
    return goTo(request, `/trajecten/${numberOf(request)}/notities?gedaan=notitie`)
  },
})

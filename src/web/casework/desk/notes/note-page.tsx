import { Button, Heading2, Paragraph } from '@utrecht/component-library-react'
import type { Before, Note, NoteKind } from '../../../../reintegration/index.ts'
import {
  addAttachments,
  changeNote,
  historyOf,
  noteKinds,
  noteNamed,
  removeAttachment,
  removeNote,
} from '../../../../reintegration/index.ts'
import { Actions, Stack } from '../../../components/layout.tsx'
import { choiceIn, idIn, textIn } from '../../../desk/matter/typed.ts'
import { fieldsFor, formPages, Problem, type Sent } from '../../kit.tsx'
import type { StaffRequest } from '../../page.ts'
import { caseHref, goTo } from '../../page.ts'
import { changeFields, inCase, momentText, numberOf, rowIn, versionIn } from '../case-form.ts'
import { caseFormScreen } from '../trajectory/form-frame.tsx'
import { FileLink, FilesIn, NoteBody, NoteFields } from './note-parts.tsx'
import { filesIn } from './uploads.ts'

type Was = { kind: NoteKind; body: string }
type Shown = { note: Note; history: Before<Was>[]; closed: boolean }

/** One note: its words, its files, changing and removing it, and what stood there before. */
export const notePages = formPages<StaffRequest>({
  async draw(request, sent) {
    const id = rowIn(request, 'note')
    const shown = await inCase(request, 'read', async (ctx, trajectory) => ({
      note: await noteNamed(ctx, trajectory, id),
      history: await historyOf<Was>(ctx, trajectory, 'note', id),
      closed: trajectory.state === 'closed',
    }))
    const number = numberOf(request)
    const path = `/trajecten/${number}/notities/${id}`
    return caseFormScreen(request, {
      number,
      title: request.words.caseNotes.note,
      path,
      form: '',
      sent: null,
      children: (
        <>
          <NoteBody request={request} note={shown.note} />
          <KeptFiles request={request} shown={shown} number={number} path={path} />
          {!shown.closed && <Forms request={request} note={shown.note} path={path} sent={sent} />}
          <History request={request} history={shown.history} />
        </>
      ),
    })
  },
  async send(request, typed, data) {
    const id = rowIn(request, 'note')
    const row = { id, version: versionIn(typed) }
    const list = `/trajecten/${numberOf(request)}/notities`
    const form = textIn(typed, 'form')
    if (form === 'verwijderen') {
      await inCase(request, 'write', (ctx, trajectory) => removeNote(ctx, trajectory, row))
      return goTo(request, `${list}?gedaan=notitie-weg`)
    }
    if (form === 'bestand-weg') {
      await inCase(request, 'write', (ctx, trajectory) =>
        removeAttachment(ctx, trajectory, idIn(typed, 'file') ?? 0),
      )
      return goTo(request, `${list}/${id}?gedaan=bestand-weg`)
    }
    if (form === 'bestanden') {
      const files = await filesIn(data)
      await inCase(request, 'write', (ctx, trajectory) =>
        addAttachments(ctx, trajectory, { noteId: id, files }),
      )
      return goTo(request, `${list}/${id}?gedaan=bestanden`)
    }
    const kind = choiceIn(typed, 'kind', noteKinds)
    await inCase(request, 'write', (ctx, trajectory) =>
      changeNote(ctx, trajectory, { ...row, kind, body: textIn(typed, 'body') }),
    )
    return goTo(request, `${list}/${id}?gedaan=bewaard`)
  },
})

function KeptFiles({
  request,
  shown,
  number,
  path,
}: {
  request: StaffRequest
  shown: Shown
  number: string
  path: string
}) {
  const w = request.words.caseNotes
  if (shown.note.attachments.length === 0) return null
  return (
    <ul className="schakel-plain schakel-rows">
      {shown.note.attachments.map((file) => (
        <li key={file.id} className="schakel-actions">
          <FileLink request={request} file={file} number={number} />
          {!shown.closed && (
            <form method="post" action={caseHref(request, path)}>
              <input type="hidden" name="form" value="bestand-weg" />
              <input type="hidden" name="file" value={file.id} />
              <button
                type="submit"
                className="schakel-link-button"
                aria-label={`${w.removeFile}: ${file.name}`}
              >
                {w.removeFile}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}

function Forms({
  request,
  note,
  path,
  sent,
}: {
  request: StaffRequest
  note: Note
  path: string
  sent: Sent | null
}) {
  const w = request.words.caseNotes
  const action = caseHref(request, path)
  const change = changeFields(request, 'wijzigen', sent, { kind: note.kind, body: note.body })
  const files = fieldsFor(request, 'bestanden', sent)
  return (
    <>
      <form method="post" action={action} className="schakel-form">
        <Stack>
          <Heading2>{w.change}</Heading2>
          <Problem request={request} form="wijzigen" sent={sent} />
          <input type="hidden" name="form" value="wijzigen" />
          <input type="hidden" name="version" value={note.version} />
          <NoteFields request={request} set={change} note={note} />
          <Actions>
            <Button type="submit" appearance="primary-action-button">
              {w.save}
            </Button>
          </Actions>
        </Stack>
      </form>
      <form method="post" action={action} encType="multipart/form-data" className="schakel-form">
        <Stack>
          <Heading2>{w.addFiles}</Heading2>
          <Problem request={request} form="bestanden" sent={sent} />
          <input type="hidden" name="form" value="bestanden" />
          <FilesIn request={request} set={files} />
          <Actions>
            <Button type="submit" appearance="secondary-action-button">
              {w.add}
            </Button>
          </Actions>
        </Stack>
      </form>
      <details className="schakel-fold">
        <summary>{w.remove}</summary>
        <form method="post" action={action} className="schakel-form">
          <Stack>
            <Paragraph>{w.removeIntro}</Paragraph>
            <Problem request={request} form="verwijderen" sent={sent} />
            <input type="hidden" name="form" value="verwijderen" />
            <input type="hidden" name="version" value={note.version} />
            <Actions>
              <Button type="submit" appearance="secondary-action-button">
                {w.remove}
              </Button>
            </Actions>
          </Stack>
        </form>
      </details>
    </>
  )
}

function History({ request, history }: { request: StaffRequest; history: readonly Before<Was>[] }) {
  const w = request.words.caseNotes
  if (history.length === 0) return null
  return (
    <details className="schakel-fold">
      <summary>{w.history}</summary>
      <ul className="schakel-plain schakel-rows">
        {history.map(({ version, before, by, at }) => (
          <li key={version}>
            <small>
              <b>{w.kinds[before.kind]}</b> · {w.before(by ?? '', momentText(request, at))}
            </small>
            <p className="schakel-typed">{before.body}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}

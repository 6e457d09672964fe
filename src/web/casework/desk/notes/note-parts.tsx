import { Link } from '@utrecht/component-library-react'
import type { AttachmentRef, Note } from '../../../../reintegration/index.ts'
import { noteKinds } from '../../../../reintegration/index.ts'
import type { FieldSet } from '../../../desk/form-fields.tsx'
import { FilesField, LongField, SelectField } from '../../../desk/form-fields.tsx'
import type { StaffRequest } from '../../page.ts'
import { caseHref } from '../../page.ts'
import { choices, momentText } from '../case-form.ts'

export const accept = '.pdf,.docx,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png'

/** Who wrote it, when, and its words as they were written. */
export function NoteBody({ request, note }: { request: StaffRequest; note: Note }) {
  const w = request.words.caseNotes
  return (
    <>
      <small>
        <b>{w.kinds[note.kind]}</b> · {w.by(note.by ?? '', momentText(request, note.at))}
        {note.version > 1 && ` · ${w.changed}`}
      </small>
      <p className="schakel-typed">{note.body}</p>
    </>
  )
}

export function Files({
  request,
  files,
  number,
}: {
  request: StaffRequest
  files: readonly AttachmentRef[]
  number: string
}) {
  if (files.length === 0) return null
  return (
    <ul className="schakel-plain">
      {files.map((file) => (
        <li key={file.id}>
          <FileLink request={request} file={file} number={number} />
        </li>
      ))}
    </ul>
  )
}

export function FileLink({
  request,
  file,
  number,
}: {
  request: StaffRequest
  file: AttachmentRef
  number: string
}) {
  return (
    <Link href={caseHref(request, `/trajecten/${number}/bijlagen/${file.id}`)} download>
      {request.words.caseNotes.download(file.name, sizeText(file.size, request.language))}
    </Link>
  )
}

function sizeText(bytes: number, language: string): string {
  const format = (n: number) =>
    new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 1 }).format(n)
  return bytes < 1_000_000
    ? `${format(Math.max(1, Math.round(bytes / 1000)))} kB`
    : `${format(bytes / 1_000_000)} MB`
}

export function NoteFields({ request, set, note }: { request: StaffRequest; set: FieldSet; note?: Note }) {
  const w = request.words.caseNotes
  return (
    <>
      <SelectField
        set={set}
        name="kind"
        label={w.kind}
        value={note?.kind ?? 'conversation'}
        choices={choices(noteKinds, w.kinds)}
      />
      <LongField set={set} name="body" label={w.body} hint={w.bodyHint} rows={6} value={note?.body ?? ''} />
    </>
  )
}

export function FilesIn({ request, set }: { request: StaffRequest; set: FieldSet }) {
  const w = request.words.caseNotes
  return <FilesField set={set} name="files" label={w.files} hint={w.filesHint} accept={accept} />
}

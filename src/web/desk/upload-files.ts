import { type DocumentState, inbox, receiveDocument } from '../../council/index.ts'
import { type ErrorCode, SchakelError } from '../../errors.ts'
import type { Answer, DeskRequest } from '../page.ts'
import { seeOther } from '../page.ts'
import { inboxPath, reviewPath } from './desk-paths.ts'
import { inboxScreen } from './inbox-page.tsx'

/** Most that one upload may weigh, all files together, in bytes. */
export const uploadLimit = 52 * 1024 * 1024

/** What became of one file. Without `document` it was not stored. */
export type UploadedFile = {
  name: string
  document: number | null
  known: boolean
  state: DocumentState | null
  code: ErrorCode | null
}

/** Stores and reads the files, one after another; each for itself, so that a bad one never takes a good one along. */
export async function uploadFiles(request: DeskRequest): Promise<Answer> {
  const form = await request.form()
  const files = form
    .getAll('files')
    .filter((entry) => entry instanceof File && (entry.size > 0 || entry.name !== ''))
  const done: UploadedFile[] = []
  for (const file of files as File[]) done.push(await receive(request, file))
  if (done.length === 0) {
    done.push({ name: '', document: null, known: false, state: null, code: 'upload-no-file' })
  }
  if (form.get('as') === 'json') return jsonAnswer(request, done)
  const refused = done.filter((file) => file.document === null)
  if (refused.length > 0)
    return request.transact(async (ctx) => inboxScreen(request, await inbox(ctx), { refused, known: [] }))
  return seeOther(`${inboxPath(request)}${resultQuery(done)}`)
}

async function receive(request: DeskRequest, file: File): Promise<UploadedFile> {
  try {
    const { document, known, state, code } = await receiveDocument(request.transact, {
      bytes: new Uint8Array(await file.arrayBuffer()),
      fileName: file.name,
    })
    return { name: file.name, document, known, state, code }
  } catch (error) {
    if (!(error instanceof SchakelError)) throw error
    return { name: file.name, document: null, known: false, state: null, code: error.code }
  }
}

/** `?nieuw=12,13&bekend=9` */
export function resultQuery(files: readonly UploadedFile[]): string {
  const ids = (known: boolean) =>
    files.filter((file) => file.document !== null && file.known === known).map((file) => file.document)
  const parts = [
    ['nieuw', ids(false)],
    ['bekend', ids(true)],
  ] as const
  const query = parts.filter(([, list]) => list.length > 0).map(([name, list]) => `${name}=${list.join(',')}`)
  return query.length > 0 ? `?${query.join('&')}` : ''
}

function jsonAnswer(request: DeskRequest, files: readonly UploadedFile[]): Response {
  const { words } = request
  return Response.json({
    next: `${inboxPath(request)}${resultQuery(files)}`,
    files: files.map(({ name, document, known, code }) => ({
      name,
      document,
      known,
      message: code
        ? words.errors[code]
        : known
          ? words.desk.inbox.known(name)
          : words.desk.inbox.upload.done(name),
      href: document === null ? null : reviewPath(request, document),
    })),
  })
}

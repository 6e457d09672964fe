import { endings, type FileKind } from '../../../../files/clean-file.ts'
import { downloadAttachment } from '../../../../reintegration/index.ts'
import type { StaffRequest } from '../../page.ts'
import { inCase, rowIn } from '../case-form.ts'

const types: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  jpeg: 'image/jpeg',
  png: 'image/png',
}

/** A file of a case, only ever to save: its name says nothing, and it may do nothing. */
export async function attachmentPage(request: StaffRequest): Promise<Response> {
  const id = rowIn(request, 'file')
  const { kind, bytes } = await inCase(request, 'read', (ctx, trajectory) =>
    downloadAttachment(ctx, trajectory, id),
  )
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': types[kind],
      'content-disposition': `attachment; filename="bijlage-${id}.${endings[kind]}"`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    },
  })
}

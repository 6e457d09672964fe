import { originalOf } from '../../council/index.ts'
import type { Answer, DeskRequest } from '../page.ts'
import { documentIn } from './desk-paths.ts'

/** The file as it came in: for the desk only. */
export async function originalFile(request: DeskRequest): Promise<Answer> {
  const document = documentIn(request)
  return download(await request.transact((ctx) => originalOf(ctx, { document })))
}

/** A file of somebody's, or of our making: always a download, and with no power over this site if a browser opens it all the same. */
export function download(file: { bytes: Uint8Array; fileName: string; mediaType: string }): Response {
  const { bytes, fileName, mediaType } = file
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
      'content-length': String(bytes.byteLength),
      'content-disposition': attachment(fileName),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}

/** RFC 6266: a plain name for old browsers, the real one in UTF-8. */
export function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

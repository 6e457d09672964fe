/**
 * The process in which documents are opened: without environment, secrets or access to files, with hard limits. Reads frames from
 * stdin (format, length, bytes) and answers each on stdout (length, JSON `{pages}` or `{code}`). Ends with its stdin.
 */
import { UnreadableDocument } from '../../errors.ts'
import { documentFormats } from './format.ts'
import { isOutOfMemory } from './limits.ts'
import { pagesOf } from './open-content.ts'

// Whatever a library prints must not reach stdout, which carries answers.
for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) console[method] = () => {}

let pending: Buffer[] = []
let length = 0
let queue = Promise.resolve()

process.stdin.on('data', (chunk: Buffer) => {
  pending.push(chunk)
  length += chunk.length
  if (length < 8) return
  const head = pending[0]!.length >= 8 ? pending[0]! : Buffer.concat(pending)
  const size = head.readUInt32LE(4)
  if (length < 8 + size) return
  const frame = Buffer.concat(pending)
  pending = []
  length = 0
  const format = documentFormats[head.readUInt32LE(0)] ?? 'text'
  queue = queue.then(() => answer(frame.subarray(8, 8 + size), format))
})

async function answer(bytes: Buffer, format: (typeof documentFormats)[number]): Promise<void> {
  let reply: { pages: string[] } | { code: string }
  try {
    // A copy of its own: pdf.js takes the buffer over.
    reply = { pages: await pagesOf(new Uint8Array(bytes), format) }
  } catch (error) {
    const code = error instanceof UnreadableDocument ? error.code : null
    reply = { code: code ?? (isOutOfMemory(error) ? 'open-out-of-memory' : 'open-failed') }
  }
  const body = Buffer.from(JSON.stringify(reply))
  const head = Buffer.alloc(4)
  head.writeUInt32LE(body.length)
  process.stdout.write(head)
  await new Promise<void>((done) => process.stdout.write(body, () => done()))
}

// Parsing pdf.js takes a tenth of a second: while nothing is asked yet, not while someone waits.
queue = import('./pdf.ts').then(
  (pdf) => pdf.loadPdfJs().then(() => {}),
  () => {},
)

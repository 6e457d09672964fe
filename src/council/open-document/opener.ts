import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { type DocumentErrorCode, documentErrorCodes, UnreadableDocument } from '../../errors.ts'
import { type DocumentFormat, documentFormats } from './format.ts'
import { limits } from './limits.ts'

/** Bytes of one answer: the text twice escaped at worst; beyond it the child is stopped. */
const largestAnswer = 4 * limits.characters
/** After so many documents, or so many milliseconds of work, a child makes place for a fresh one. */
const documentsPerChild = 200
const workPerChild = 30_000

/** The folder of the package, found from the source as well as from a build in `dist/`. */
export function packageRoot(from = import.meta.dirname): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json')
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'schakel') return folder
    if (folder === path.dirname(folder)) throw new Error('The package of Schakel was not found.')
  }
}

function start(): ChildProcess {
  const root = realpathSync(packageRoot())
  const readable = [path.join(root, 'src'), path.join(root, 'node_modules')].map((folder) =>
    realpathSync(folder),
  )
  const args = [
    `--max-old-space-size=${limits.heapMegabytes}`,
    '--no-warnings',
    '--permission',
    `--allow-fs-read=${path.join(root, 'package.json')}`,
    ...readable.map((folder) => `--allow-fs-read=${folder}${path.sep}*`),
    path.join(root, 'src/council/open-document/child.ts'),
  ]
  const options = {
    cwd: process.platform === 'win32' ? root : '/',
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'] as ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
    // Ctrl-C is for the server, which first finishes the upload that this child opens; without it the child ends by itself.
    detached: process.platform !== 'win32',
  }
  if (process.platform === 'win32') return spawn(process.execPath, args, options)
  // `ulimit -d` bounds buffers too, which no option of Node does; where the system knows no such limit, the others still hold.
  const shell = `ulimit -c 0; ulimit -t ${limits.cpuSeconds}; ulimit -d ${limits.dataKilobytes} 2>/dev/null; exec "$0" "$@"`
  return spawn('/bin/sh', ['-c', shell, process.execPath, ...args], options)
}

type Task = {
  resolve: (pages: string[]) => void
  reject: (error: UnreadableDocument) => void
  timer: NodeJS.Timeout
  since: number
}

/** One child process, which opens one document at a time. */
export class Opener {
  readonly child = start()
  dead = false
  private documents = 0
  private work = 0
  private task: Task | null = null
  private chunks: Buffer[] = []
  private received = 0
  private timedOut = false
  private flooded = false

  constructor() {
    this.child.stdout!.on('data', (chunk: Buffer) => this.receive(chunk))
    // A child that dies while it is written to: its exit tells the reason.
    this.child.stdin!.on('error', () => {})
    this.child.on('error', () => this.ended(null, null))
    this.child.on('close', (code, signal) => this.ended(code, signal))
    this.hold(false)
  }

  get tired(): boolean {
    return this.documents >= documentsPerChild || this.work >= workPerChild
  }

  /** Opens a document in the child. @throws UnreadableDocument */
  open(bytes: Uint8Array, format: DocumentFormat, time: number): Promise<string[]> {
    this.hold(true)
    this.documents++
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.timedOut = true
        this.kill()
      }, time)
      this.task = { resolve, reject, timer, since: Date.now() }
      const head = Buffer.alloc(8)
      head.writeUInt32LE(documentFormats.indexOf(format), 0)
      head.writeUInt32LE(bytes.length, 4)
      this.child.stdin!.write(head)
      this.child.stdin!.write(bytes)
    })
  }

  kill(): void {
    this.dead = true
    this.child.kill('SIGKILL')
  }

  /** While it works, a child keeps this process alive; an idle one does not. */
  private hold(on: boolean): void {
    const handles = [this.child, this.child.stdin, this.child.stdout] as unknown as NodeJS.RefCounted[]
    for (const handle of handles) on ? handle.ref?.() : handle.unref?.()
  }

  private receive(chunk: Buffer): void {
    this.chunks.push(chunk)
    this.received += chunk.length
    if (this.received > largestAnswer + 4) {
      this.flooded = true
      this.chunks = []
      this.kill()
      return
    }
    if (this.received < 4) return
    const first = this.chunks[0]!.length >= 4 ? this.chunks[0]! : Buffer.concat(this.chunks)
    if (this.received < 4 + first.readUInt32LE(0)) return
    const body = Buffer.concat(this.chunks).toString('utf8', 4)
    this.chunks = []
    this.received = 0
    this.settle(parseAnswer(body))
  }

  private settle(answer: string[] | UnreadableDocument): void {
    const task = this.task
    if (!task) return
    this.task = null
    clearTimeout(task.timer)
    this.work += Date.now() - task.since
    if (!this.dead) this.hold(false)
    if (Array.isArray(answer)) task.resolve(answer)
    else task.reject(answer)
  }

  private ended(code: number | null, signal: NodeJS.Signals | null): void {
    this.dead = true
    this.settle(new UnreadableDocument(this.reason(code, signal)))
  }

  private reason(code: number | null, signal: NodeJS.Signals | null): DocumentErrorCode {
    if (this.timedOut || signal === 'SIGXCPU') return 'open-timed-out'
    if (this.flooded) return 'file-too-large'
    // How V8 and the C library end a process that gets no memory, directly or through a shell (128 + signal).
    const starved = ['SIGABRT', 'SIGTRAP', 'SIGILL', 'SIGSEGV', 'SIGBUS', 'SIGKILL']
    if (signal && starved.includes(signal)) return 'open-out-of-memory'
    return code !== null && [132, 133, 134, 135, 137, 139].includes(code)
      ? 'open-out-of-memory'
      : 'open-failed'
  }
}

/** What a child says is not trusted: it has worked on a stranger's bytes. */
function parseAnswer(body: string): string[] | UnreadableDocument {
  try {
    const answer = JSON.parse(body)
    if (Array.isArray(answer.pages) && answer.pages.every((page: unknown) => typeof page === 'string'))
      return answer.pages
    const code = documentErrorCodes.find((known) => known === answer.code)
    return new UnreadableDocument(code ?? 'open-failed')
  } catch {
    return new UnreadableDocument('open-failed')
  }
}

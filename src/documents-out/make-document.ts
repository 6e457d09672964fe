import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { Refused } from '../errors.ts'
import { root } from '../root.ts'
import type { Made, Order } from './child.ts'
import { cleanDocument, type OutDocument, type OutFormat } from './document.ts'

/** Milliseconds for one document, and how long an idle child is kept. */
const patience = 20_000
const idleTime = 60_000

let child: ChildProcess | null = null
let turn: Promise<unknown> = Promise.resolve()
let idle: NodeJS.Timeout | null = null

/**
 * The document as a file. Made in a process of its own, started when first needed, one document at a time; the same document gives
 * the same bytes.
 * @throws Refused `pdf-not-here` (this machine has no build of the PDF compiler; DOCX always works), `sign-unprintable` (a sign, such
 *   as an emoji, for which no font has a picture; PDF only)
 */
export function makeDocument(document: OutDocument, format: OutFormat): Promise<Uint8Array> {
  const order = { format, document: cleanDocument(document) }
  const made = turn.then(() => ask(order))
  turn = made.catch(() => {})
  return made
}

/** Ends the child; the next document starts another. */
export function closeMaker(): void {
  child?.kill('SIGKILL')
  child = null
}

async function ask(order: Order): Promise<Uint8Array> {
  if (idle) clearTimeout(idle)
  const maker = child ?? start()
  const made = await answerOf(maker, order)
  idle = setTimeout(closeMaker, idleTime)
  idle.unref()
  if ('bytes' in made) return made.bytes
  if ('code' in made) throw new Refused(made.code)
  throw new Error(`The document could not be made: ${made.bug}`)
}

function start(): ChildProcess {
  const maker = fork(join(root, 'src/documents-out/child.ts'), [], {
    cwd: root,
    env: {},
    execArgv: ['--no-warnings', '--max-old-space-size=256'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // Ctrl-C is for the server, which first finishes what it does.
    detached: process.platform !== 'win32',
  })
  maker.on('exit', () => {
    if (child === maker) child = null
  })
  child = maker
  hold(maker, false)
  return maker
}

function answerOf(maker: ChildProcess, order: Order): Promise<Made> {
  hold(maker, true)
  return new Promise<Made>((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer)
      maker.off('message', answered)
      maker.off('exit', ended)
      maker.off('error', ended)
      hold(maker, false)
      act()
    }
    const answered = (made: Made) => settle(() => resolve(made))
    const ended = () =>
      settle(() => {
        if (child === maker) child = null
        reject(new Error('The maker of documents ended.'))
      })
    const timer = setTimeout(() => {
      maker.kill('SIGKILL')
    }, patience)
    maker.once('message', answered)
    maker.once('exit', ended)
    maker.once('error', ended)
    maker.send(order, (error) => {
      if (error) ended()
    })
  })
}

/** While it works, the child keeps this process alive; idle, it does not. */
function hold(maker: ChildProcess, on: boolean): void {
  if (on) {
    maker.ref()
    maker.channel?.ref()
  } else {
    maker.unref()
    maker.channel?.unref()
  }
}

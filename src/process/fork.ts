/** The supervisor's side of a process that serves. */
import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Part } from '../config.ts'
import { StartError } from '../db/start-error.ts'
import type { Order, Report } from './messages.ts'

/** Longer than a process gives its running requests, in milliseconds. */
const patience = 30_000

export type Ended = { code: number | null; signal: NodeJS.Signals | null }

export type Process = {
  pid: number | undefined
  /** @throws {NotListening} */
  listen(at: { port: number; host: string }): Promise<number>
  /** @throws {StartError} with the sentence of the process, or {Error} with its account */
  open<T>(parcel: unknown, moveClock?: (to: Date) => Promise<void>): Promise<T>
  answer(): void
  /** Lets running requests finish, waits until it has ended, and ends it outright when it does not. */
  stop(): Promise<void>
  hurry(): void
  kill(): Promise<void>
  ended: Promise<Ended>
}

export class NotListening extends Error {
  override name = 'NotListening'
  readonly code: string
  constructor(code: string) {
    super(`no port: ${code}`)
    this.code = code
  }
}

/** Starts a process at once: what it loads is loaded while the database starts. */
export function forkPart(part: Part, env: Record<string, string>): Process {
  // In `src` beside the folder of this file, in `dist` beside the bundle.
  const here = import.meta.url
  const file = new URL(extname(here) === '.ts' ? `../run-${part}.ts` : `./run-${part}.js`, here)
  const child = fork(fileURLToPath(file), [], {
    env,
    execArgv: process.execArgv.filter((option) => !option.startsWith('--watch')),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise<Ended>((resolve) => {
    child.on('exit', (code, signal) => resolve({ code, signal }))
    child.on('error', () => resolve({ code: null, signal: null }))
  })
  passOnWatching(child)
  const tell = (order: Order) => {
    if (child.connected) child.send(order, () => {})
  }
  const ask = async (order: Order): Promise<Report> => {
    const answer = Promise.withResolvers<Report>()
    const take = (said: Partial<Report>) => {
      if (said.is && said.is !== 'moving-clock') answer.resolve(said as Report)
    }
    child.on('message', take)
    tell(order)
    const said = await Promise.race([answer.promise, ended])
    child.off('message', take)
    if ('is' in said) return said
    throw new StartError(
      'part-ended',
      `The process of the ${part === 'site' ? 'site' : 'confidential side'} ended while it started (${how(said)}).`,
    )
  }
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return {
    pid: child.pid,
    ended,
    kill,
    async listen(at) {
      const said = await ask({ do: 'listen', ...at })
      if (said.is === 'listening') return said.port
      throw new NotListening(said.is === 'not-listening' ? said.code : said.is)
    },
    async open<T>(parcel: unknown, moveClock?: (to: Date) => Promise<void>) {
      const heed = (said: Partial<Report>) => {
        if (said.is !== 'moving-clock' || !moveClock) return
        moveClock(new Date(said.to ?? 0)).then(
          () => tell({ do: 'clock-moved' }),
          () => child.kill(),
        )
      }
      child.on('message', heed)
      const said = await ask({ do: 'open', parcel }).finally(() => child.off('message', heed))
      if (said.is === 'open') return said.opened as T
      if (said.is === 'refused') throw new StartError('part-refused', said.sentence)
      const error = new Error('a process could not open') as Error & { code?: string }
      if (said.is === 'failed') {
        error.stack = said.account
        if (said.code) error.code = said.code
      }
      throw error
    },
    answer: () => tell({ do: 'answer' }),
    hurry: () => tell({ do: 'hurry' }),
    async stop() {
      tell({ do: 'stop' })
      const late = setTimeout(() => child.kill('SIGKILL'), patience)
      await ended
      clearTimeout(late)
    },
  }
}

export function how({ code, signal }: Ended): string {
  return signal ? `signal ${signal}` : `exit code ${code ?? 'unknown'}`
}

/** `node --watch` asks its program which files it loads; what our processes load is told through us. */
function passOnWatching(child: ChildProcess): void {
  if (!process.env.WATCH_REPORT_DEPENDENCIES || !process.send) return
  child.on('message', (said: Record<string, unknown>) => {
    if ('watch:import' in said || 'watch:require' in said) process.send?.(said)
  })
}

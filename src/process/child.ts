/**
 * A process that serves: it takes its port at once, loads its pages while the database starts, gets its credentials from the
 * supervisor, and ends with it. Signals are left to the supervisor, since a terminal tells all processes at once.
 */
import { createServer, type Server as HttpServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { inspect } from 'node:util'
import { framesOf } from './errors.ts'
import type { Order, Report } from './messages.ts'

/** How long running requests may take to finish once the program was asked to stop, in milliseconds. */
const patience = 20_000

export type Opened<T> = {
  listener: RequestListener
  /** What the supervisor wants to know of it. */
  report: T
  /** Begins what goes on beside the pages. */
  begin?(): void
  /** In order; each is tried. */
  close: (() => Promise<unknown>)[]
}

/** Sets the clock of the database of a demonstration that is being made, through the supervisor. */
export type MoveClock = (to: Date) => Promise<void>

export type Opener<Parcel, T> = (parcel: Parcel, moveClock: MoveClock) => Promise<Opened<T>>

/**
 * @param load the pages, which take longest; errors named in `told` are sentences for the person at the terminal
 * @param when to load them: while the database starts, or only when there is something to open, so that others load first
 */
export function serve<Parcel, T>(
  load: () => Promise<{ open: Opener<Parcel, T>; told: (error: unknown) => boolean }>,
  when: 'at-once' | 'when-opened' = 'at-once',
): void {
  if (!process.send) {
    console.error('This is a part of Schakel, and does not run by itself; use npm start.')
    process.exit(1)
  }
  const ready = Promise.withResolvers<RequestListener>()
  const http = createServer(
    (request, response) => void ready.promise.then((answer) => answer(request, response)),
  )
  let loaded: ReturnType<typeof load> | null = null
  let opened: Opened<T> | null = null
  let stopping: Promise<void> | null = null
  let hurry = () => {}
  let clockMoved = () => {}
  const report = (said: Report) => {
    if (process.connected) process.send?.(said)
  }

  const moveClock: MoveClock = (to) =>
    new Promise((resolve) => {
      clockMoved = resolve
      report({ is: 'moving-clock', to: to.getTime() })
    })

  const stop = (code: number): Promise<void> => {
    stopping ??= (async () => {
      ready.resolve((_, response) => response.writeHead(503).end())
      await finish(
        http,
        new Promise<void>((resolve) => {
          hurry = resolve
        }),
      )
      for (const close of opened?.close ?? []) {
        await close().catch((error: unknown) => console.error(framesOf(error)))
      }
      process.exit(code)
    })()
    return stopping
  }

  const obey = async (order: Order): Promise<void> => {
    switch (order.do) {
      case 'listen':
        report(await listen(http, order))
        // Only now: loading keeps the process busy, and a taken port should be told at once.
        if (when === 'at-once') loaded = load()
        loaded?.catch(() => {})
        return
      case 'open':
        try {
          loaded ??= load()
          const part = await loaded
          opened = await part.open(order.parcel as Parcel, moveClock).catch((error: unknown) => {
            if (!part.told(error)) throw error
            report({ is: 'refused', sentence: (error as Error).message })
            return null
          })
          if (opened) report({ is: 'open', opened: opened.report })
        } catch (error) {
          const { code } = (error ?? {}) as { code?: unknown }
          report({ is: 'failed', code: typeof code === 'string' ? code : null, account: inspect(error) })
        }
        return
      case 'answer':
        if (!opened || stopping) return
        ready.resolve(opened.listener)
        opened.begin?.()
        return
      case 'clock-moved':
        return clockMoved()
      case 'stop':
        return stop(0)
      case 'hurry':
        hurry()
    }
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
  process.on('uncaughtException', (error) => {
    console.error('Schakel met an error it cannot go on with.')
    console.error(framesOf(error))
    void stop(1)
  })
  // A supervisor that was killed can order nothing any more.
  process.on('disconnect', () => {
    if (!stopping) process.exit(1)
  })
  process.on('message', (order: Order) => void obey(order))
}

async function listen(http: HttpServer, { port, host }: { port: number; host: string }): Promise<Report> {
  try {
    await new Promise<void>((resolve, reject) => {
      http.once('error', reject)
      http.listen(port, host, resolve)
    })
    return { is: 'listening', port: (http.address() as AddressInfo).port }
  } catch (error) {
    return { is: 'not-listening', code: (error as NodeJS.ErrnoException).code ?? String(error) }
  }
}

async function finish(http: HttpServer, hurried: Promise<void>): Promise<void> {
  const closed = new Promise<void>((resolve) => http.close(() => resolve()))
  const idle = setInterval(() => http.closeIdleConnections(), 100)
  await Promise.race([closed, hurried, wait(patience)])
  clearInterval(idle)
  http.closeAllConnections()
}

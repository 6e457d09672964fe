/** What goes on beside the site: the scheduler, and the sending of mail. Begun when the site answers; neither keeps it from answering. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Mode } from './config.ts'
import type { FollowKeys } from './council/index.ts'
import { municipalities } from './council/index.ts'
import type { Connection, Databases } from './db/connect.ts'
import { transact } from './db/transact.ts'
import { type JobLog, jobs, type Scheduler, startMailer, startScheduler } from './jobs/index.ts'
import type { MailSettings } from './mail/index.ts'
import { summarise } from './web/log.ts'

export type Watching = {
  /** Mail was made: send it soon. */
  mailWaits(): void
  stop(): Promise<void>
}

/** The first pages go before the work that loads pg-boss, in milliseconds. */
const afterTheSite = 1_500
const tryAgain = 60_000

export function watch(options: {
  mode: Mode
  mail: MailSettings | null
  baseUrl: string
  databases: Databases
  worker: Connection
  keys: FollowKeys
  clock: () => Date
}): Watching {
  const { mode, mail, baseUrl, databases, worker, keys, clock } = options
  const known = () => municipalities(databases.public)
  const stopping = new AbortController()
  const mailer = mail
    ? startMailer({
        clock,
        municipalities: known,
        asSender: (municipality) => (work) =>
          transact(databases.worker, { kind: 'system', name: 'mail', municipality }, work, clock()),
        keys,
        settings: mail,
        baseUrl,
        demo: mode === 'demo',
        log,
      })
    : null
  const deps = {
    clock,
    municipalities: known,
    atDesk:
      (municipality: string, now: Date) =>
      <T>(work: Parameters<typeof transact<T>>[2]) =>
        transact(databases.desk, { kind: 'system', name: 'scheduler', municipality }, work, now),
    keys,
    mail: mail !== null || mode === 'demo',
    mailWaits: () => mailer?.nudge(),
  }
  const scheduler = begin(() => startScheduler(worker, jobs, deps, log), stopping.signal)
  return {
    mailWaits: deps.mailWaits,
    async stop() {
      stopping.abort()
      const running = await scheduler
      await Promise.all([running?.stop(), mailer?.stop()])
    },
  }
}

/** Until it has begun, or is not wanted any more: a database that has no connection left now may have one soon. */
async function begin(start: () => Promise<Scheduler>, signal: AbortSignal): Promise<Scheduler | null> {
  for (let pause = afterTheSite; ; pause = tryAgain) {
    try {
      await wait(pause, undefined, { signal })
    } catch {
      return null
    }
    try {
      return await start()
    } catch (error) {
      log({ job: 'scheduler', ms: 0, effects: {}, error })
    }
  }
}

/** One JSON line for a run that did something, or failed; counts and places, never contents. */
const log: JobLog = ({ job, ms, effects, error }) => {
  const counts = Object.entries(effects).filter(([, count]) => count > 0)
  if (counts.length === 0 && error === undefined) return
  const line = { at: new Date().toISOString(), job, ms: Math.round(ms), ...Object.fromEntries(counts) }
  console.log(JSON.stringify(error === undefined ? line : { ...line, ...summarise(error) }))
}

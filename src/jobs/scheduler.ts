/** The scheduler: a queue in the same database (pg-boss, schema `pgboss`) over a login that has nothing else. */
import type { Connection } from '../db/connect.ts'
import type { Effects, Job, JobDeps } from './job.ts'

export type JobLog = (line: { job: string; ms: number; effects: Effects; error?: unknown }) => void
export type Scheduler = { stop(): Promise<void> }

/** How long a job may go on after it was asked to stop, in milliseconds. Jobs look between two transactions. */
const patience = 15_000
const timeZone = 'Europe/Amsterdam'

/**
 * Runs each job now, and then when its time comes. A job that fails is tried again some minutes later; what it did wholly, stays.
 * Loading pg-boss takes a while, so this is called when the site answers already.
 * @param connection the login in schakel_worker
 */
export async function startScheduler(
  connection: Connection,
  jobs: readonly Job[],
  deps: JobDeps,
  log: JobLog,
): Promise<Scheduler> {
  const { PgBoss } = await import('pg-boss')
  const { host, port, database, user, password, ssl } = connection
  const boss = new PgBoss({
    host,
    port,
    database,
    user,
    ...(password === undefined ? {} : { password }),
    ...(ssl === undefined ? {} : { ssl }),
    application_name: 'schakel jobs',
    max: 2,
    schema: 'pgboss',
    createSchema: false,
    // Quiet while nothing is to be done: a look each minute.
    superviseIntervalSeconds: 600,
    monitorIntervalSeconds: 600,
    queueCacheIntervalSeconds: 600,
    cronMonitorIntervalSeconds: 45,
    cronWorkerIntervalSeconds: 45,
    flowIntervalSeconds: 3600,
    bamIntervalSeconds: 3600,
    instanceHeartbeatSeconds: 600,
    monitorVacuum: false,
  })
  // Its messages may hold connections: the kind is enough.
  boss.on('error', (error) => log({ job: 'scheduler', ms: 0, effects: {}, error }))
  const stopping = new AbortController()
  await boss.start()
  for (const job of jobs) {
    await boss.createQueue(job.name, {
      // At most one waits; effects are safe to repeat, so what died half-way never blocks the next.
      policy: 'short',
      retryLimit: 3,
      retryDelay: 120,
      retryBackoff: true,
      expireInSeconds: 3600,
      retentionSeconds: 86_400,
      deleteAfterSeconds: 7 * 86_400,
    })
    await boss.schedule(job.name, job.cron, null, { tz: timeZone })
    await boss.send(job.name, {})
    await boss.work(job.name, { pollingIntervalSeconds: 60 }, async () => {
      const started = performance.now()
      const done = (effects: Effects, error?: unknown) =>
        log({ job: job.name, ms: performance.now() - started, effects, ...(error ? { error } : {}) })
      try {
        const effects = await job.run(deps, stopping.signal)
        if (effects.mails) deps.mailWaits()
        done(effects)
      } catch (error) {
        done({}, error)
        // The queue keeps what is thrown; a message may hold contents.
        throw new Error(error instanceof Error ? error.name : 'failed')
      }
    })
  }
  return {
    async stop() {
      stopping.abort()
      await boss.stop({ graceful: true, timeout: patience, close: true })
    },
  }
}

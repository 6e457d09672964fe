/**
 * The supervisor: from a configuration to a site and a confidential side that answer, and back. It opens the data folder and the
 * database, hands each of its two processes the credentials of its own part, and serves nothing itself.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { Config, Part } from './config.ts'
import { ConfigError, parseConfig } from './config.ts'
import type { DataFolder } from './data-folder.ts'
import { openDataFolder } from './data-folder.ts'
import { diskFull, isDiskFull } from './db/disk.ts'
import { startEmbedded } from './db/embedded/start.ts'
import type { OpenedDatabase } from './db/open-database.ts'
import { openDatabase } from './db/open-database.ts'
import { openKeyDatabase } from './db/open-key-store.ts'
import { reachServer } from './db/server.ts'
import { StartError } from './db/start-error.ts'
import { announcement } from './process/announcement.ts'
import { bareEnvironment, commandEnvironment } from './process/environment.ts'
import { framesOf } from './process/errors.ts'
import { forkPart, how, type Process } from './process/fork.ts'
import { listenAll } from './process/listen.ts'
import type { CaseParcel, SiteOpened } from './process/messages.ts'
import type { CaseCredentials, Ports, SiteCredentials } from './process/parcels.ts'
import {
  addressOf,
  caseCredentials,
  caseParcel,
  clockAhead,
  siteCredentials,
  siteParcel,
} from './process/parcels.ts'
import { readPartFile } from './process/part-file.ts'

/** The pause before the confidential side is started again, in milliseconds: doubled each time, until it has run for a minute. */
const firstPause = 1_000
const minute = 60_000

type Processes = Map<Part, Process>
const processes: Processes = new Map()
/** What was opened, in that order. */
const open: (() => Promise<unknown>)[] = []
/** Whose requests are being answered: those are finished before it ends. */
const answering = new Set<Process>()
let starting: Promise<void> = Promise.resolve()
let stopping: Promise<void> | null = null
let stopAsked = 0
const pauses = new AbortController()

/** Runs until it is asked to stop. Whatever goes wrong at the start is one sentence on stderr and exit code 1. */
export async function start(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
  process.on('uncaughtException', crash)
  starting = run()
  try {
    await starting
  } catch (error) {
    if (stopping) return
    console.error(isTold(error) ? error.message : error)
    await stop(1)
  }
}

const isTold = (error: unknown): error is Error => error instanceof StartError || error instanceof ConfigError

async function run(): Promise<void> {
  const config = parseConfig(process.env, process.cwd())
  // At once: they load their pages while the database starts.
  for (const part of partsOf(config)) launch(part, config)
  if (config.part !== 'all') return runPart(config, config.part)
  const data = openDataFolder(config)
  try {
    await runAll(config, data)
  } catch (error) {
    const local = config.databaseUrl === null && !(error instanceof StartError)
    throw local && isDiskFull(error, data.folder) ? diskFull(data.folder, { cause: error }) : error
  }
}

/** In production the confidential side runs only with a key that somebody chose a place for. */
function partsOf({ part, mode, kek }: Config): Part[] {
  if (part !== 'all') return [part.only]
  return mode === 'demo' || kek !== null ? ['site', 'casework'] : ['site']
}

function launch(part: Part, config: Config): Process {
  const hasCommand = part === 'casework' && config.kek?.name === 'SCHAKEL_KEK_COMMAND'
  const started = forkPart(part, (hasCommand ? commandEnvironment : bareEnvironment)(process.env))
  processes.set(part, started)
  return started
}

async function runPart(config: Config, { only, logins }: { only: Part; logins: string }): Promise<void> {
  const file = readPartFile(logins, only, config.mode)
  const ports = await listenAll(processes, config, null)
  await openAndAnswer({
    ...{ config, ports, data: null, seed: false },
    site:
      file.part === 'site'
        ? { loginsFrom: logins, connections: file.connections, follow: file.follow }
        : null,
    casework:
      file.part === 'casework'
        ? async () => ({ loginsFrom: logins, connections: file.connections, keys: file.keys })
        : null,
  })
}

async function runAll(config: Config, data: DataFolder): Promise<void> {
  const ports = await listenAll(processes, config, data)
  const { owner } = await openServer(config, data)
  const database = await openDatabase(owner, data.secret, config.mode, clockAhead(config))
  open.push(() => database.databases.close())
  const toSeed = config.mode === 'demo' && !database.seeded
  await openAndAnswer({
    ...{ config, ports, data },
    site: siteCredentials(owner, data.secret),
    casework: async () => {
      const keys = await openKeyDatabase(owner, data.secret, config.keysUrl, {
        // In production a new main database may be one that a copy is still to be put back into: its keys stay.
        anew: database.anew && config.mode === 'demo',
      })
      return caseCredentials(owner, data.secret, keys)
    },
    seed: config.mode === 'demo' && database.caseEmpty,
    withMovingClock: database.withMovingClock,
    ...(toSeed
      ? {
          async seedSite() {
            console.log('Making the demonstration town; this happens once …')
            const { seed } = await import('../seed/index.ts')
            const now = new Date(Date.now() + clockAhead(config))
            await seed(database.databases.desk, now, addressOf(config, 'site', ports))
          },
          markSeeded: database.markSeeded,
        }
      : {}),
  })
}

async function openServer(config: Config, data: DataFolder) {
  const server = await (config.databaseUrl === null
    ? startEmbedded(data.folder, data.secret)
    : reachServer(config.databaseUrl))
  open.push(server.stop)
  void server.lost.then(() => {
    if (stopping) return
    console.error('The database has ended, so Schakel ends too; start it again.')
    void stop(1)
  })
  return server
}

type Opening = {
  config: Config
  site: SiteCredentials | null
  /** Asked for when the site answers: its first page does not wait for the key store. */
  casework: (() => Promise<CaseCredentials>) | null
  ports: Ports
  data: DataFolder | null
  /** The confidential side of a demonstration fills itself, since nobody else holds its keys. */
  seed: boolean
  seedSite?: () => Promise<void>
  withMovingClock?: OpenedDatabase['withMovingClock']
  markSeeded?: () => Promise<void>
}

async function openAndAnswer(opening: Opening) {
  const { config, ports, data, seed, seedSite, markSeeded, withMovingClock } = opening
  const site = processes.get('site')
  const casework = processes.get('casework')
  const openSite = async () => {
    await seedSite?.()
    if (!site || !opening.site) return null
    const report = await site.open<SiteOpened>(siteParcel(config, opening.site, ports))
    // Never a demonstration that is half made.
    if (!seedSite) answer(site)
    return report
  }
  const openCasework = async (moveClock?: (to: Date) => Promise<void>) => {
    if (!casework || !opening.casework) return null
    const credentials = await opening.casework()
    const dataFolder = data?.folder ?? null
    await casework.open(caseParcel(config, credentials, ports, { dataFolder, seed }), moveClock)
    return caseParcel(config, credentials, ports, { dataFolder, seed: false })
  }
  // Where there is nothing to fill, the site goes first: its first page waits for nothing of the confidential side.
  const [opened, again] =
    seed && withMovingClock
      ? await Promise.all([openSite(), withMovingClock(openCasework)])
      : [await openSite(), await openCasework()]
  await markSeeded?.()
  const runs = { site: site !== undefined, casework: casework !== undefined }
  const ready = announcement({ config, ports, runs, data, people: opened?.people ?? [] })
  for (const part of processes.values()) answer(part)
  if (stopping) return
  console.log(ready)
  if (site) void endWith(site)
  if (casework && again) void keepUp(casework, config, ports.casework, again)
}

function answer(part: Process): void {
  if (!answering.has(part)) part.answer()
  answering.add(part)
}

/** As when it crashed in the days of one process: whoever runs services starts them again, and sees that it was needed. */
async function endWith(site: Process): Promise<void> {
  const ended = await site.ended
  if (stopping) return
  console.error(`The process of the site has ended (${how(ended)}), so Schakel ends too; start it again.`)
  await stop(1)
}

/** The site does not need the confidential side, so that comes back by itself. */
async function keepUp(first: Process, config: Config, port: number, parcel: CaseParcel): Promise<void> {
  let running = first
  let pause = firstPause
  for (;;) {
    const begun = Date.now()
    const ended = await running.ended
    if (stopping) return
    if (Date.now() - begun > minute) pause = firstPause
    console.error(
      `The process of the confidential side has ended (${how(ended)}); it is started again in ${pause / 1000} s.`,
    )
    await wait(pause, undefined, { signal: pauses.signal }).catch(() => {})
    if (stopping) return
    pause = Math.min(pause * 2, minute)
    running = launch('casework', config)
    try {
      await running.listen({ port, host: config.host })
      await running.open(parcel)
      answer(running)
    } catch (error) {
      if (stopping) return
      console.error(isTold(error) ? error.message : framesOf(error))
      await running.kill()
    }
  }
}

/**
 * Finishes what runs, closes everything in reverse, and ends. Asked again, it waits no longer for requests; but npm passes Ctrl-C on
 * to a program that the terminal has told already, so what comes within a second is the same wish.
 */
function stop(code: number): Promise<void> {
  if (Date.now() - stopAsked > 1000) for (const part of processes.values()) part.hurry()
  if (!stopping) stopAsked = Date.now()
  stopping ??= (async () => {
    pauses.abort()
    // A start that is under way has things open that are not on the list yet.
    if (code === 0) await starting.catch(() => {})
    await Promise.all(
      [...processes.values()].map((part) => (code === 0 || answering.has(part) ? part.stop() : part.kill())),
    )
    for (const close of open.reverse()) {
      await close().catch((error: unknown) => console.error(framesOf(error)))
    }
    process.exit(code)
  })()
  return stopping
}

function crash(error: unknown): void {
  console.error('Schakel met an error it cannot go on with, and ends.')
  console.error(framesOf(error))
  void stop(1)
}

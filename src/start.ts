/** From a configuration to a site that answers, and back: everything is opened here in order, and closed in reverse. */
import type { Server as HttpServer, RequestListener } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { seed } from '../seed/index.ts'
import type { Config } from './config.ts'
import { ConfigError, parseConfig } from './config.ts'
import { followKeys } from './council/index.ts'
import type { DataFolder } from './data-folder.ts'
import { openDataFolder } from './data-folder.ts'
import { loginFor } from './db/connect.ts'
import { diskFull, isDiskFull } from './db/disk.ts'
import { alreadyRunning, isRunning, startEmbedded } from './db/embedded/start.ts'
import type { OpenedDatabase } from './db/open-database.ts'
import { openDatabase } from './db/open-database.ts'
import type { Server } from './db/server.ts'
import { reachServer } from './db/server.ts'
import { StartError } from './db/start-error.ts'
import { demoPeople } from './identity/index.ts'
import { root } from './root.ts'
import { type Watching, watch } from './watch.ts'
import { createApp } from './web/app.ts'
import { loadAssets } from './web/assets.ts'
import { webDeps } from './web/deps.ts'
import type { MailState } from './web/page.ts'

/** How long running requests may take to finish once the program was asked to stop, in milliseconds. */
const patience = 20_000

type Listening = { port: number; answer(listener: RequestListener): void }

/** What requests need, in the order in which it was opened. */
const open: (() => Promise<unknown>)[] = []
let finishRequests: () => Promise<void> = async () => {}
let starting: Promise<void> = Promise.resolve()
let stopping: Promise<void> | null = null
let stopAsked = 0
let hurry: () => void = () => {}

/** Runs until it is asked to stop. Whatever goes wrong at the start is one sentence on stderr and exit code 1. */
export async function start(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
  process.on('uncaughtException', crash)
  starting = run()
  try {
    await starting
  } catch (error) {
    if (stopping) return
    const told = error instanceof StartError || error instanceof ConfigError
    console.error(told ? error.message : error)
    await stop(1)
  }
}

async function run(): Promise<void> {
  const config = parseConfig(process.env, process.cwd())
  const data = openDataFolder(config)
  try {
    await serve(config, data)
  } catch (error) {
    const local = config.databaseUrl === null && !(error instanceof StartError)
    throw local && isDiskFull(error, data.folder) ? diskFull(data.folder, { cause: error }) : error
  }
}

async function serve(config: Config, data: DataFolder): Promise<void> {
  const http = await listen(config, data)
  const server = await openServer(config, data)
  const database = await openDatabase(server.owner, data.secret, config.mode)
  const { databases } = database
  open.push(() => databases.close())
  const clock = clockOf(config)
  if (config.mode === 'demo' && !database.seeded) {
    console.log('Making the demonstration town; this happens once …')
    await seed(databases.desk, clock(), addressOf(config, http.port))
    await database.markSeeded()
  }
  const assets = await loadAssets(join(root, 'dist', 'assets'))
  const { mode, baseUrl, proxies } = config
  const mail: MailState = config.mail ? 'on' : mode === 'demo' ? 'demo' : 'off'
  const keys = followKeys(data.secret)
  let watching: Watching | null = null
  const follow = { mail, keys, mailWaits: () => watching?.mailWaits() }
  const app = createApp(webDeps({ mode, baseUrl, proxies, databases, assets, clock, follow }))
  const ready = await announcement(config, data, http.port, database)
  http.answer(getRequestListener(app.fetch))
  if (stopping) return
  console.log(ready)
  watching = watch({
    mode,
    mail: config.mail,
    baseUrl: addressOf(config, http.port),
    databases,
    worker: loginFor(server.owner, data.secret, 'schakel_worker'),
    keys,
    clock,
  })
  open.push(watching.stop)
}

/** The clock of the machine, or in tests one that began elsewhere. */
function clockOf({ clock }: Config): () => Date {
  const ahead = clock === null ? 0 : clock.getTime() - Date.now()
  return () => new Date(Date.now() + ahead)
}

function addressOf(config: Config, port: number): string {
  const host = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(config.host) ? 'localhost' : config.host
  return config.baseUrl ?? `http://${host}:${port}`
}

/** Takes the port before anything is touched. Whoever comes early waits for the first page. */
async function listen(config: Config, data: DataFolder): Promise<Listening> {
  const ready = Promise.withResolvers<RequestListener>()
  const http = createServer(
    (request, response) => void ready.promise.then((listener) => listener(request, response)),
  )
  try {
    await new Promise<void>((resolve, reject) => {
      http.once('error', reject)
      http.listen(config.port, config.host, resolve)
    })
  } catch (error) {
    throw await listenError(error as NodeJS.ErrnoException, config, data)
  }
  finishRequests = () => {
    ready.resolve((_, response) => response.writeHead(503).end())
    return finish(http)
  }
  return { port: (http.address() as AddressInfo).port, answer: ready.resolve }
}

async function listenError(error: NodeJS.ErrnoException, config: Config, data: DataFolder): Promise<unknown> {
  const { port, host } = config
  switch (error.code) {
    case 'EADDRINUSE':
      if (config.databaseUrl === null && (await isRunning(data.folder, data.secret))) return alreadyRunning()
      return new StartError(
        'port-taken',
        `Port ${port} is already used by another program; choose another one, for example PORT=${port === 65535 ? 3000 : port + 1} npm start.`,
      )
    case 'EACCES':
      return new StartError(
        'port-refused',
        `This user may not listen on port ${port}; choose one from 1024 on with PORT.`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartError('port-refused', `HOST is "${host}", but this machine has no such address.`)
    default:
      return error
  }
}

async function openServer(config: Config, data: DataFolder): Promise<Server> {
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

async function announcement(config: Config, data: DataFolder, port: number, { databases }: OpenedDatabase) {
  const lines = [`Schakel is ready: ${addressOf(config, port)}`]
  if (config.mode === 'demo') {
    lines.push('This is a demonstration: every person and every place in it is invented. Sign in as:')
    for (const { municipality, name, role } of await demoPeople(databases.desk)) {
      lines.push(`  ${municipality.padEnd(14)} ${role.padEnd(17)} ${name}`)
    }
  }
  if (config.mode === 'production' && !config.mail) {
    lines.push(
      'No mail is sent: nobody can follow by e-mail, and owners are not reminded. Set SCHAKEL_SMTP and SCHAKEL_MAIL_FROM.',
    )
  }
  if (data.movedBecause) lines.push(`The data is in ${data.folder}, because ${data.movedBecause}.`)
  else lines.push(`The data is in ${data.folder}.`)
  lines.push('Stop with Ctrl-C.')
  return lines.join('\n')
}

/**
 * Finishes what runs, closes everything in reverse, and ends. Asked again, it waits no longer for requests; but npm passes Ctrl-C on
 * to a program that the terminal has told already, so what comes within a second is the same wish.
 */
function stop(code: number): Promise<void> {
  if (Date.now() - stopAsked > 1000) hurry()
  if (!stopping) stopAsked = Date.now()
  stopping ??= (async () => {
    // A start that is under way has things open that are not on the list yet.
    if (code === 0) await starting.catch(() => {})
    for (const close of [finishRequests, ...open.reverse()]) {
      await close().catch((error: unknown) => console.error(framesOf(error)))
    }
    process.exit(code)
  })()
  return stopping
}

async function finish(http: HttpServer): Promise<void> {
  const closed = new Promise<void>((resolve) => http.close(() => resolve()))
  const hurried = new Promise<void>((resolve) => {
    hurry = resolve
  })
  const idle = setInterval(() => http.closeIdleConnections(), 100)
  await Promise.race([closed, hurried, wait(patience)])
  clearInterval(idle)
  http.closeAllConnections()
}

function crash(error: unknown): void {
  console.error('Schakel met an error it cannot go on with, and ends.')
  console.error(framesOf(error))
  void stop(1)
}

/** Where it went wrong, without the message: that may hold what somebody wrote. */
function framesOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [error.name, ...frames].join('\n')
}

/** The environment, parsed once. Everything that a deployment may set is here; nothing else reads `process.env`. */
import { resolve } from 'node:path'

/** A demonstration holds invented people and marks every page; production refuses demonstration sign-ins and seeds. */
export type Mode = 'demo' | 'production'

export type Config = {
  mode: Mode
  /** TCP port to listen on; 0 lets the machine choose. */
  port: number
  /** Address to listen on; the default is this machine only. */
  host: string
  /** Absolute folder that holds all data. `explicit` when a person named it: then it is never moved elsewhere. */
  data: { folder: string; explicit: boolean }
  /** A PostgreSQL server to use in place of the one that comes along. */
  databaseUrl: string | null
  /** Address under which people reach the site, without a slash at the end; null when it follows from host and port. */
  baseUrl: string | null
  /** The server that mail is handed to, and the address that it comes from; null when no mail is sent. */
  mail: { smtp: string; from: string } | null
  /** How many proxies stand before the program and say in X-Forwarded-For whom they speak for. */
  proxies: number
  /** For tests of a demonstration: the moment at which the clock of the program starts to run; null is now. */
  clock: Date | null
}

/** A setting that cannot be used. The message is one sentence for whoever starts the program. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** @throws {ConfigError} with one sentence that names the setting and what it may be. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>, cwd: string): Config {
  const mode = parseMode(read(env, 'SCHAKEL_MODE'))
  const baseUrl = parseBaseUrl(read(env, 'SCHAKEL_URL'))
  return {
    mode,
    port: parsePort(read(env, 'PORT')),
    host: read(env, 'HOST') ?? '127.0.0.1',
    data: parseData(read(env, 'SCHAKEL_DATA'), cwd),
    databaseUrl: parseDatabaseUrl(read(env, 'DATABASE_URL')),
    baseUrl,
    mail: parseMail(env, mode, baseUrl),
    proxies: parseProxies(read(env, 'SCHAKEL_PROXIES')),
    clock: parseClock(env, mode),
  }
}

function read(env: Readonly<Record<string, string | undefined>>, name: string): string | null {
  const value = env[name]?.trim()
  return value ? value : null
}

function parseMode(value: string | null): Mode {
  if (value === null) return 'demo'
  if (value === 'demo' || value === 'production') return value
  throw new ConfigError(`SCHAKEL_MODE is "${value}", but it can only be "demo" or "production".`)
}

function parsePort(value: string | null): number {
  if (value === null) return 3000
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
  if (port <= 65535) return port
  throw new ConfigError(`PORT is "${value}", but it must be a whole number from 0 to 65535.`)
}

function parseData(value: string | null, cwd: string): Config['data'] {
  return { folder: resolve(cwd, value ?? 'data'), explicit: value !== null }
}

function parseDatabaseUrl(value: string | null): string | null {
  if (value === null || /^postgres(ql)?:\/\//.test(value)) return value
  throw new ConfigError('DATABASE_URL must begin with "postgres://" or "postgresql://".')
}

function parseBaseUrl(value: string | null): string | null {
  if (value === null) return null
  const url = URL.parse(value)
  if (url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username) {
    return url.href.replace(/\/+$/, '')
  }
  throw new ConfigError(
    `SCHAKEL_URL is "${value}", but it must be a web address such as "https://schakel.example".`,
  )
}

function parseMail(
  env: Readonly<Record<string, string | undefined>>,
  mode: Mode,
  baseUrl: string | null,
): Config['mail'] {
  const smtp = read(env, 'SCHAKEL_SMTP')
  const from = read(env, 'SCHAKEL_MAIL_FROM')
  if (smtp === null && from === null) return null
  const url = smtp === null ? null : URL.parse(smtp)
  if (!url?.hostname || !/^smtps?:$/.test(url.protocol)) {
    // The address may hold a password, so it is not repeated.
    throw new ConfigError(
      'SCHAKEL_SMTP must be the address of a mail server, such as "smtp://user:password@mail.example:587".',
    )
  }
  if (from === null || !/^[^\s@<>",;:]+@[^\s@<>",;:]+\.[^\s@<>",;:]+$/.test(from)) {
    throw new ConfigError(
      'SCHAKEL_MAIL_FROM must be the address that mail comes from, such as "schakel@gemeente.example".',
    )
  }
  if (mode === 'production' && baseUrl === null) {
    throw new ConfigError('SCHAKEL_URL must be set when mail is sent, because mail holds links to the site.')
  }
  return { smtp: url.href, from }
}

function parseProxies(value: string | null): number {
  if (value === null) return 0
  if (/^\d$/.test(value)) return Number(value)
  throw new ConfigError(`SCHAKEL_PROXIES is "${value}", but it must be the number of proxies, from 0 to 9.`)
}

function parseClock(env: Readonly<Record<string, string | undefined>>, mode: Mode): Date | null {
  const value = read(env, 'SCHAKEL_CLOCK')
  if (value === null) return null
  if (mode === 'production') throw new ConfigError('SCHAKEL_CLOCK cannot be set in production.')
  if (read(env, 'SCHAKEL_TEST') !== '1') {
    throw new ConfigError('SCHAKEL_CLOCK is for tests only, and needs SCHAKEL_TEST=1.')
  }
  const clock = new Date(value)
  if (/^\d{4}-\d{2}-\d{2}T/.test(value) && !Number.isNaN(clock.getTime())) return clock
  throw new ConfigError(
    `SCHAKEL_CLOCK is "${value}", but it must be a moment such as "2026-03-02T09:00:00Z".`,
  )
}

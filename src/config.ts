/** The environment, parsed once. Everything that a deployment may set is here; nothing else reads `process.env`. */
import { resolve } from 'node:path'
import { type ProviderSetting, parseProvider } from './config-provider.ts'

/** A demonstration holds invented people and marks every page; production refuses demonstration sign-ins and seeds. */
export type Mode = 'demo' | 'production'

/** What runs here: everything, or on a machine of its own the site or the confidential side. */
export type Part = 'site' | 'casework'

/** The one setting that names the key-encryption key, with its value. */
export type KekSetting = { name: 'SCHAKEL_KEK' | 'SCHAKEL_KEK_FILE' | 'SCHAKEL_KEK_COMMAND'; value: string }

export type Config = {
  mode: Mode
  /** `all`, or one part, whose logins then stand in a file: no owner is needed and none is given. */
  part: 'all' | { only: Part; logins: string }
  /** TCP port of the site; 0 lets the machine choose. */
  port: number
  /** The confidential side: its own port, and the address under which people reach it, without a slash at the end. */
  casework: { port: number; baseUrl: string | null }
  /** The harmless page elsewhere that her own pages are left for. */
  leaveUrl: string
  /** The owner of the key store, where that is not a database beside the main one. */
  keysUrl: string | null
  /** Null when none was set: a demonstration then makes one, production runs without its confidential side. */
  kek: KekSetting | null
  /** The key that checkpoints of the trail are signed with; null: one beside the data folder. */
  signingKey: { name: 'SCHAKEL_SIGNING_KEY' | 'SCHAKEL_SIGNING_KEY_FILE'; value: string } | null
  /** Absolute folder outside the data folder for exported checkpoints; null: one beside the data folder. */
  checkpoints: string | null
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
  /** Who vouches for the staff of the confidential side; null when they sign in with passkeys only. */
  provider: ProviderSetting | null
}

/** The weather: nobody asks why somebody looks at it. */
const weather = 'https://www.knmi.nl/'

/** A setting that cannot be used. The message is one sentence for whoever starts the program. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** @throws {ConfigError} with one sentence that names the setting and what it may be. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>, cwd: string): Config {
  const mode = parseMode(read(env, 'SCHAKEL_MODE'))
  const baseUrl = parseBaseUrl(read(env, 'SCHAKEL_URL'), 'SCHAKEL_URL')
  const port = parsePort(read(env, 'PORT'), 'PORT', 3000)
  const part = parsePart(env, cwd)
  const casePort = parsePort(read(env, 'CASEWORK_PORT'), 'CASEWORK_PORT', port === 0 ? 0 : port + 1)
  if (port !== 0 && casePort === port) {
    throw new ConfigError('CASEWORK_PORT is the same as PORT, but each of the two needs its own.')
  }
  return {
    mode,
    part,
    port,
    casework: {
      port: casePort,
      baseUrl: parseBaseUrl(read(env, 'SCHAKEL_CASEWORK_URL'), 'SCHAKEL_CASEWORK_URL'),
    },
    leaveUrl: parseBaseUrl(read(env, 'SCHAKEL_LEAVE_URL'), 'SCHAKEL_LEAVE_URL') ?? weather,
    keysUrl: parseDatabaseUrl(read(env, 'SCHAKEL_KEYS_URL'), 'SCHAKEL_KEYS_URL'),
    kek: parseKek(env, part, cwd),
    signingKey: parseSigningKey(env, cwd),
    checkpoints: folderOf(read(env, 'SCHAKEL_CHECKPOINTS'), cwd),
    host: read(env, 'HOST') ?? '127.0.0.1',
    data: parseData(read(env, 'SCHAKEL_DATA'), cwd),
    databaseUrl: parseDatabaseUrl(read(env, 'DATABASE_URL'), 'DATABASE_URL'),
    baseUrl,
    mail: parseMail(env, mode, baseUrl),
    proxies: parseProxies(read(env, 'SCHAKEL_PROXIES')),
    provider: parseProvider(
      (name) => read(env, name),
      cwd,
      mode === 'production',
      (sentence) => new ConfigError(sentence),
    ),
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

function parsePort(value: string | null, name: string, otherwise: number): number {
  if (value === null) {
    if (otherwise <= 65535) return otherwise
    throw new ConfigError('CASEWORK_PORT must be set, because there is no port after PORT.')
  }
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
  if (port <= 65535) return port
  throw new ConfigError(`${name} is "${value}", but it must be a whole number from 0 to 65535.`)
}

/** What a part must not be given, because it holds more than the part may have. */
const notFor: Record<Part, readonly string[]> = {
  site: [
    ...['DATABASE_URL', 'SCHAKEL_KEYS_URL', 'SCHAKEL_KEK', 'SCHAKEL_KEK_FILE', 'SCHAKEL_KEK_COMMAND'],
    ...['SCHAKEL_SIGNING_KEY', 'SCHAKEL_SIGNING_KEY_FILE', 'SCHAKEL_OIDC_KEY_FILE'],
  ],
  casework: ['DATABASE_URL', 'SCHAKEL_KEYS_URL'],
}

function parsePart(env: Readonly<Record<string, string | undefined>>, cwd: string): Config['part'] {
  const value = read(env, 'SCHAKEL_PART') ?? 'all'
  const logins = read(env, 'SCHAKEL_LOGINS')
  if (value === 'all') {
    if (logins === null) return 'all'
    throw new ConfigError('SCHAKEL_LOGINS is for a part alone: set SCHAKEL_PART to "site" or "casework".')
  }
  if (value !== 'site' && value !== 'casework') {
    throw new ConfigError(`SCHAKEL_PART is "${value}", but it can only be "all", "site" or "casework".`)
  }
  if (logins === null) {
    throw new ConfigError(
      `SCHAKEL_LOGINS must name the file with the logins of the part "${value}"; make it with: npm run -s schakel -- logins ${value}.`,
    )
  }
  const surplus = notFor[value].find((name) => read(env, name) !== null)
  if (surplus) {
    throw new ConfigError(
      `${surplus} must not be set with SCHAKEL_PART=${value}: that part must not have it.`,
    )
  }
  return { only: value, logins: resolve(cwd, logins) }
}

function parseKek(
  env: Readonly<Record<string, string | undefined>>,
  part: Config['part'],
  cwd: string,
): KekSetting | null {
  const names = ['SCHAKEL_KEK', 'SCHAKEL_KEK_FILE', 'SCHAKEL_KEK_COMMAND'] as const
  const found = names.filter((name) => read(env, name) !== null)
  if (found.length > 1) throw new ConfigError(`${found.join(' and ')} are both set; set one of them.`)
  const name = found[0]
  if (!name) {
    if (part === 'all' || part.only === 'site') return null
    throw new ConfigError(
      'SCHAKEL_KEK_FILE must name the file with the key-encryption key, or set SCHAKEL_KEK or SCHAKEL_KEK_COMMAND.',
    )
  }
  const value = read(env, name) ?? ''
  return { name, value: name === 'SCHAKEL_KEK_FILE' ? resolve(cwd, value) : value }
}

function parseSigningKey(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Config['signingKey'] {
  const value = read(env, 'SCHAKEL_SIGNING_KEY')
  const file = read(env, 'SCHAKEL_SIGNING_KEY_FILE')
  if (value !== null && file !== null)
    throw new ConfigError('SCHAKEL_SIGNING_KEY and SCHAKEL_SIGNING_KEY_FILE are both set; set one of them.')
  if (value !== null) return { name: 'SCHAKEL_SIGNING_KEY', value }
  return file === null ? null : { name: 'SCHAKEL_SIGNING_KEY_FILE', value: resolve(cwd, file) }
}

function folderOf(value: string | null, cwd: string): string | null {
  return value === null ? null : resolve(cwd, value)
}

function parseData(value: string | null, cwd: string): Config['data'] {
  return { folder: resolve(cwd, value ?? 'data'), explicit: value !== null }
}

function parseDatabaseUrl(value: string | null, name: string): string | null {
  if (value === null || /^postgres(ql)?:\/\//.test(value)) return value
  throw new ConfigError(`${name} must begin with "postgres://" or "postgresql://".`)
}

function parseBaseUrl(value: string | null, name: string): string | null {
  if (value === null) return null
  const url = URL.parse(value)
  if (url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username) {
    return url.href.replace(/\/+$/, '')
  }
  throw new ConfigError(
    `${name} is "${value}", but it must be a web address such as "https://schakel.example".`,
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

/** What each process is given: exactly its own part. */

import { besideData } from '../beside-data.ts'
import type { Config } from '../config.ts'
import type { Connection, SiteConnections } from '../db/connect.ts'
import { siteConnections } from '../db/connect.ts'
import type { CaseConnections } from '../db/connect-case.ts'
import { caseConnections } from '../db/connect-case.ts'
import { type FollowSecrets, followSecrets } from '../follow-secrets.ts'
import { asData } from './connections.ts'
import type { CaseParcel, SiteParcel } from './messages.ts'

/** `loginsFrom`: the file that the logins stand in; null when they were just derived. */
export type SiteCredentials = {
  loginsFrom: string | null
  connections: SiteConnections
  follow: FollowSecrets
}
export type CaseCredentials = { loginsFrom: string | null; connections: CaseConnections; keys: Connection }

export type Ports = { site: number; casework: number }

export function siteCredentials(owner: Connection, secret: string): SiteCredentials {
  return {
    loginsFrom: null,
    connections: asData(siteConnections(owner, secret)),
    follow: followSecrets(secret),
  }
}

/** @param keys the login of the key store */
export function caseCredentials(owner: Connection, secret: string, keys: Connection): CaseCredentials {
  return { loginsFrom: null, connections: asData(caseConnections(owner, secret)), ...asData({ keys }) }
}

export function addressOf(config: Config, part: keyof Ports, ports: Ports): string {
  const host = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(config.host) ? 'localhost' : config.host
  const named = part === 'site' ? config.baseUrl : config.casework.baseUrl
  return named ?? `http://${host}:${ports[part]}`
}

export function siteParcel(config: Config, credentials: SiteCredentials, ports: Ports): SiteParcel {
  const { mode, baseUrl, proxies, mail } = config
  return {
    ...{ mode, baseUrl, proxies, mail },
    address: addressOf(config, 'site', ports),
    clockAhead: clockAhead(config),
    ...credentials,
  }
}

/** @param dataFolder null where the part runs from a file of logins */
export function caseParcel(
  config: Config,
  credentials: CaseCredentials,
  ports: Ports,
  { dataFolder, seed }: { dataFolder: string | null; seed: boolean },
): CaseParcel {
  const { mode, proxies } = config
  return {
    ...{ mode, proxies, dataFolder, seed },
    baseUrl: config.casework.baseUrl,
    leaveUrl: config.leaveUrl,
    siteUrl: config.part === 'all' ? addressOf(config, 'site', ports) : config.baseUrl,
    address: addressOf(config, 'casework', ports),
    clockAhead: clockAhead(config),
    ...credentials,
    trail: trailOf(config, dataFolder),
    provider: config.provider,
    kek: config.kek ?? { name: 'demonstration', value: demonstrationKey(dataFolder) },
  }
}

/** Where the signing key is and where checkpoints go; null where a part that runs alone was told neither. */
export function trailOf(config: Config, dataFolder: string | null): CaseParcel['trail'] {
  const beside = dataFolder === null ? null : besideData(dataFolder)
  const signingKey = config.signingKey ?? (beside && { name: 'beside' as const, value: beside.key })
  const checkpoints = config.checkpoints ?? beside?.checkpoints
  return signingKey && checkpoints ? { signingKey, checkpoints } : null
}

/** Beside the data folder and never in it: whoever takes the folder must not have the key as well. */
export function demonstrationKey(dataFolder: string | null): string {
  if (dataFolder === null) throw new Error('only a demonstration on one machine makes its own key')
  return `${dataFolder}.key`
}

/** In milliseconds; in tests the clock may have begun elsewhere. Counted once, so that all processes have the same. */
export function clockAhead({ clock }: Config): number {
  return clock === null ? 0 : clock.getTime() - started
}
const started = Date.now()

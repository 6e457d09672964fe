/**
 * What the supervisor and its two processes say to each other, over a channel that only they share: nothing of it stands in an
 * environment, on a command line or in a file.
 */

import type { KekSetting, Mode } from '../config.ts'
import type { ProviderSetting } from '../config-provider.ts'
import type { Connection, SiteConnections } from '../db/connect.ts'
import type { CaseConnections } from '../db/connect-case.ts'
import type { FollowSecrets } from '../follow-secrets.ts'

/** What a process needs besides its credentials. */
type Common = {
  mode: Mode
  /** Address under which people reach it; null when the request says it. */
  baseUrl: string | null
  /** The same, made up from host and port where nothing was set. */
  address: string
  proxies: number
  /** How far the clock runs ahead, in milliseconds: for tests. */
  clockAhead: number
  /** The file that the logins stand in, to name it when the database does not let them in; null when the supervisor tried them. */
  loginsFrom: string | null
}

/** Everything that the site is given: no owner, no installation secret, no login and no key of the confidential side. */
export type SiteParcel = Common & {
  connections: SiteConnections
  follow: FollowSecrets
  mail: { smtp: string; from: string } | null
}

/** Everything that the confidential side is given: no owner, no installation secret and no login of the site. */
export type CaseParcel = Common & {
  siteUrl: string | null
  /** The harmless page elsewhere that her own pages are left for. */
  leaveUrl: string
  connections: CaseConnections
  keys: Connection
  kek: KekSetting | { name: 'demonstration'; value: string }
  /** Null: no checkpoints are made. */
  trail: {
    signingKey: { name: 'SCHAKEL_SIGNING_KEY' | 'SCHAKEL_SIGNING_KEY_FILE' | 'beside'; value: string }
    checkpoints: string
  } | null
  /** The key-encryption key must not be in it; null where there is none. */
  dataFolder: string | null
  /** Who vouches for staff, if anyone. */
  provider: ProviderSetting | null
  /** The demonstration holds nobody yet. */
  seed: boolean
}

export type SiteOpened = { people: { municipality: string; role: string; name: string }[] }
export type CaseOpened = { people: number }

/** From the supervisor. `answer` comes when everything is open: until then whoever comes early waits. */
export type Order =
  | { do: 'listen'; port: number; host: string }
  | { do: 'open'; parcel: unknown }
  | { do: 'answer' }
  | { do: 'clock-moved' }
  | { do: 'stop' }
  | { do: 'hurry' }

/** To the supervisor. `refused` is one sentence for the person at the terminal; `failed` is what nobody expected. */
export type Report =
  | { is: 'listening'; port: number }
  | { is: 'not-listening'; code: string }
  | { is: 'open'; opened: unknown }
  /** Of a demonstration that is being made: everything in it is done on its day. `to` in milliseconds. */
  | { is: 'moving-clock'; to: number }
  | { is: 'refused'; sentence: string }
  | { is: 'failed'; code: string | null; account: string }

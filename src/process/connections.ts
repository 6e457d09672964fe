/** Connections as JSON: to a process, or to the file of a part. */
import type { Connection } from '../db/connect.ts'

/** Stands for the function that accepts a certificate whatever name it bears, as `sslmode=verify-ca` may ask. */
type Ssl = Record<string, unknown> & { anyName?: true }

/** What JSON can hold: functions are named. */
export function asData<T extends Record<string, Connection>>(connections: T): T {
  return mapped(connections, (ssl) => {
    const { checkServerIdentity, ...rest } = ssl
    return typeof checkServerIdentity === 'function' ? { ...rest, anyName: true } : ssl
  })
}

/** And back. */
export function fromData<T extends Record<string, Connection>>(connections: T): T {
  return mapped(connections, ({ anyName, ...rest }) =>
    anyName ? { ...rest, checkServerIdentity: () => undefined } : rest,
  )
}

function mapped<T extends Record<string, Connection>>(connections: T, change: (ssl: Ssl) => Ssl): T {
  return Object.fromEntries(
    Object.entries(connections).map(([name, connection]) => [
      name,
      typeof connection.ssl === 'object' && connection.ssl !== null
        ? { ...connection, ssl: change(connection.ssl as Ssl) }
        : connection,
    ]),
  ) as T
}

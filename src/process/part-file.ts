/** The file that gives one part its logins on a machine without the owner: written there, carried over by people, read at each start. */
import { readFileSync, statSync } from 'node:fs'
import type { Mode, Part } from '../config.ts'
import type { Connection, SiteConnections } from '../db/connect.ts'
import { caseGroups, siteGroups } from '../db/connect.ts'
import type { CaseConnections } from '../db/connect-case.ts'
import { keyMigrations } from '../db/connect-keys.ts'
import { readMigrations } from '../db/migrate.ts'
import { otherMode, StartError } from '../db/start-error.ts'
import type { FollowSecrets } from '../follow-secrets.ts'

type Head = { mode: Mode; database: string }
export type SiteFile = Head & { part: 'site'; connections: SiteConnections; follow: FollowSecrets }
export type CaseFile = Head & { part: 'casework'; connections: CaseConnections; keys: Connection }
export type PartFile = SiteFile | CaseFile

/** The state of the database that a program of this version works with. */
export function databaseVersion(): string {
  const newest = (from?: URL) => readMigrations(from).at(-1)?.number ?? 0
  return `${newest()}.${newest(keyMigrations)}`
}

/**
 * @param path with nothing but the logins of that part in it
 * @throws {StartError} logins-unusable, data-other-mode
 */
export function readPartFile<P extends Part>(path: string, part: P, mode: Mode): PartFile & { part: P } {
  const unusable = (because: string, cause?: unknown) =>
    new StartError('logins-unusable', `The file ${path} of SCHAKEL_LOGINS ${because}.`, { cause })
  let file: Partial<PartFile>
  try {
    const { mode: bits } = statSync(path)
    if (process.platform !== 'win32' && (bits & 0o077) !== 0) {
      throw unusable('holds passwords, but others may read it; take that from them with: chmod 600')
    }
    file = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof StartError) throw error
    const { code } = error as { code?: string }
    throw unusable(
      code === 'ENOENT' ? 'is not there' : code ? 'cannot be read' : 'is not what "schakel logins" wrote',
      error,
    )
  }
  if (file.part !== part) {
    const of = file.part === 'site' || file.part === 'casework' ? `"${file.part}"` : 'no part'
    throw unusable(`holds the logins of ${of}, but SCHAKEL_PART is "${part}"`)
  }
  if (file.database !== databaseVersion()) {
    throw unusable('was written by another version of Schakel; write it again with "schakel logins"')
  }
  if (file.mode !== mode) throw otherMode('The database of SCHAKEL_LOGINS', mode)
  const given = Object.keys(file.connections ?? {}).sort()
  const wanted: readonly string[] = part === 'site' ? siteGroups : caseGroups
  const whole = part === 'site' ? 'follow' in file : 'keys' in file
  if (!whole || given.join() !== wanted.toSorted().join()) {
    throw unusable('does not hold exactly the logins of its part; write it again with "schakel logins"')
  }
  return file as PartFile & { part: P }
}

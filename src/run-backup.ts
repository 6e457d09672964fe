/**
 * Copies of the main database and of the key store, apart: whoever finds one copy must not have the other. Copies of the key store are
 * kept 14 days at most, so that what was erased is gone for good after that, from every copy.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { basename, join, resolve, sep } from 'node:path'
import { open } from './db/connect.ts'
import { openKeyStore } from './db/connect-keys.ts'
import { DumpError, dumpDatabase, readDumpHead, restoreDatabase } from './db/dump.ts'
import { ownSchemas } from './db/migrate.ts'
import { openDatabase } from './db/open-database.ts'
import { openKeyDatabase } from './db/open-key-store.ts'
import type { Tables } from './db/tables.ts'
import type { Reached } from './open-owner.ts'
import { type Reapplied, reapplyErasures } from './vault/index.ts'

/** Days that a copy of the key store may be old. */
export const keysKept = 14
const day = 24 * 60 * 60 * 1000
const keySchemas = ['meta', 'keys']
const keyCopy = /^keys-.*\.dump$/

export { DumpError }

export class BackupRefused extends Error {
  readonly problem: 'same-folder' | 'in-data' | 'too-old'
  constructor(problem: BackupRefused['problem']) {
    super(`the copy is refused: ${problem}`)
    this.name = 'BackupRefused'
    this.problem = problem
  }
}

type Owners = Pick<Reached, 'owner' | 'keyOwner'>

/**
 * Makes a copy of each, with the journal of erasures beside that of the main database, and removes copies of the key store that are
 * too old.
 * @returns the two files, and how many old copies went
 * @throws {BackupRefused} same-folder, when one folder is the other or in it; in-data @throws {DumpError}
 */
export async function backUp(
  { owner, keyOwner }: Owners,
  to: { main: string; keys: string; dataFolder: string; journal: string; now: Date },
): Promise<{ main: string; keys: string; removed: number }> {
  for (const folder of [to.main, to.keys]) mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (within(to.main, to.keys) || within(to.keys, to.main)) throw new BackupRefused('same-folder')
  if (within(to.keys, to.dataFolder)) throw new BackupRefused('in-data')
  const stamp = to.now.toISOString().replace(/[:.]/g, '-')
  const main = join(to.main, `main-${stamp}.dump`)
  const keys = join(to.keys, `keys-${stamp}.dump`)
  await dumpDatabase(owner, main, { of: 'main', at: to.now, schemas: ownSchemas() })
  await dumpDatabase(keyOwner, keys, { of: 'keys', at: to.now, schemas: keySchemas })
  if (existsSync(to.journal)) copyFileSync(to.journal, join(to.main, basename(to.journal)))
  return { main, keys, removed: await removeOldKeyCopies(to.keys, to.now) }
}

/** By the day in the copy itself; one that cannot be read any more goes too. */
export async function removeOldKeyCopies(folder: string, now: Date): Promise<number> {
  let removed = 0
  for (const name of readdirSync(folder).filter((one) => keyCopy.test(one))) {
    const file = join(folder, name)
    const head = await readDumpHead(file).catch((error: unknown) => {
      if (error instanceof DumpError) return null
      throw error
    })
    if (head && !isTooOld(head.at, now)) continue
    rmSync(file)
    removed += 1
  }
  return removed
}

function isTooOld(at: string, now: Date): boolean {
  return now.getTime() - Date.parse(at) > keysKept * day
}

/**
 * Puts copies back, of both or of one of them, into databases that are made when they are not there, and then erases again whoever was
 * erased since. Nobody uses the databases meanwhile.
 * @throws {BackupRefused} too-old @throws {DumpError} @throws {JournalDamaged}
 */
export async function restore(
  { owner, keyOwner, secret, config }: Reached,
  from: { main: string | null; keys: string | null; journal: string; now: Date },
): Promise<Reapplied> {
  if (from.keys && isTooOld((await readDumpHead(from.keys)).at, from.now)) throw new BackupRefused('too-old')
  const { databases } = await openDatabase(owner, secret, config.mode)
  await databases.close()
  await openKeyDatabase(owner, secret, config.keysUrl)
  if (from.keys) await restoreDatabase(keyOwner, from.keys, { of: 'keys', schemas: keySchemas })
  if (from.main) await restoreDatabase(owner, from.main, { of: 'main', schemas: ownSchemas() })
  const keeper = open<Tables>(owner, 1)
  const keyStore = openKeyStore(keyOwner)
  try {
    return await reapplyErasures({ keeper, keyStore, journal: from.journal, now: from.now })
  } finally {
    await keeper.destroy()
    await keyStore.destroy()
  }
}

function within(folder: string, other: string): boolean {
  const [one, two] = [folder, other].map((path) => (existsSync(path) ? realpathSync(path) : resolve(path)))
  return one === two || (one ?? '').startsWith((two ?? '') + sep)
}

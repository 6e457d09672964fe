/** Verifies the trail of an installation, for whoever runs it: as the owner of the database, with nothing but what was exported to trust. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Verification, Witness } from './audit/index.ts'
import { SigningKeyError, trailSource, verifyTrail, witnessOf } from './audit/index.ts'
import type { Connection } from './db/connect.ts'
import { open } from './db/connect.ts'
import { StartError } from './db/start-error.ts'
import type { Tables } from './db/tables.ts'
import { readAsGuard } from './db/transact-case.ts'

export const told = (error: unknown): boolean =>
  error instanceof StartError || error instanceof SigningKeyError

/**
 * @param folder with the exported checkpoints
 * @param key file of the public key that is trusted; null: the keys that lie in the folder, which whoever can change it could change too
 */
export async function verifyInstallation(
  owner: Connection,
  { folder, key }: { folder: string; key: string | null },
  progress?: (lines: number) => void,
): Promise<Verification> {
  const witnesses = key === null ? keysIn(folder) : [readKey(key)]
  const db = open<Tables>(owner, 1)
  try {
    return await readAsGuard(db, (tx) => verifyTrail(trailSource(tx), folder, witnesses, progress))
  } finally {
    await db.destroy()
  }
}

function keysIn(folder: string): Witness[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /^[0-9a-f]{16}\.pem$/.test(name))
    .map((name) => readKey(join(folder, name)))
}

/** @throws {SigningKeyError} */
function readKey(file: string): Witness {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new SigningKeyError(`The file ${file} of the public key cannot be read.`)
  }
  return witnessOf(text, `the file ${file}`)
}

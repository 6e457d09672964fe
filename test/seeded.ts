/**
 * Tests on the demonstration as it is when new:
 *
 *   import { seededOn, test } from '../test/seeded.ts'
 *
 *   test('three towns', async ({ seeded }) => {
 *     expect(await municipalities(seeded.public)).toHaveLength(3)   // what is committed stays until the end of the file
 *   })
 *
 * The file that first asks makes it (20 s of processor time); each file gets a clone of its own.
 */
import pg from 'pg'
import { inject } from 'vitest'
import { seed } from '../seed/index.ts'
import type { Databases } from '../src/db/connect.ts'
import { test as base, cloneDatabase } from './database.ts'

/** When the demonstration was made. */
export const seededAt = new Date('2026-11-24T10:00:00Z')
export const seededOn = '2026-11-24'

export const test = base.extend<{ seeded: Databases }>({
  seeded: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the pattern
    async ({}, use) => {
      const clone = await cloneDatabase(await seededTemplate())
      await use(clone.databases)
      await clone.drop()
    },
    { scope: 'file' },
  ],
})

/** Two files may ask at the same moment: the second waits for the first. */
async function seededTemplate(): Promise<string> {
  const { owner, template } = inject('testServer')
  const name = `${template}_seeded`
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7236010)')
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount) return name
    const fresh = await cloneDatabase()
    try {
      await seed(fresh.databases.desk, seededAt)
      await fresh.databases.close()
      await client.query(`alter database ${fresh.owner.database} rename to ${name}`)
    } catch (error) {
      await fresh.drop()
      throw error
    }
    return name
  } finally {
    await client.end()
  }
}

import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect } from 'vitest'
import { cloneDatabase, test } from '../../test/database.ts'
import { readTables } from '../../test/read-tables.ts'
import type { Connection } from './connect.ts'
import { dumpDatabase, readDumpHead, restoreDatabase } from './dump.ts'

const folder = mkdtempSync(join(tmpdir(), 'dump-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = new Date('2026-03-02T09:00:00Z')

async function run(owner: Connection, ...statements: string[]): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

const odd = String.raw`E'tab\t, "quote", \\N, \'x\', \u00e9\n'`

test('a copy that is put back is what was there, and numbers go on', async ({ owner }) => {
  const schemas = ['meta', 'gate', 'reintegration', 'vault', 'audit']
  await run(
    owner,
    `insert into gate.account (municipality, kind, name) values ('testdorp', 'staff', ${odd})`,
    `insert into reintegration.trajectory (municipality, number, person_id, opened_at, title)
     select 'testdorp', 'T-' || n, gen_random_uuid(), now(), decode('00ff5c', 'hex') from generate_series(1, 501) n`,
  )
  const before = await readTables(owner, schemas)
  const file = join(folder, 'whole')
  await dumpDatabase(owner, file, { of: 'main', at, schemas })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(await readDumpHead(file)).toMatchObject({ of: 'main', at: at.toISOString() })

  const other = await cloneDatabase()
  try {
    await run(
      other.owner,
      `insert into gate.account (municipality, kind, name) values ('x', 'staff', 'somebody else')`,
    )
    await restoreDatabase(other.owner, file, { of: 'main', schemas })
    expect(await readTables(other.owner, schemas)).toEqual(before)
    await run(
      other.owner,
      `insert into reintegration.trajectory (municipality, number, person_id, opened_at) values ('x', 'new', gen_random_uuid(), now())`,
    )

    await expect(restoreDatabase(other.owner, file, { of: 'keys', schemas })).rejects.toThrow(
      'another database',
    )
    const now = await readTables(other.owner, schemas)
    truncateSync(file, statSync(file).size - 40)
    await expect(restoreDatabase(other.owner, file, { of: 'main', schemas })).rejects.toThrow('not whole')
    expect(await readTables(other.owner, schemas)).toEqual(now)
  } finally {
    await other.drop()
  }
})

test('nothing stays of a copy that fails', async ({ owner }) => {
  const nowhere = { ...owner, database: 'nowhere_at_all' }
  await expect(
    dumpDatabase(nowhere, join(folder, 'never'), { of: 'main', at, schemas: ['meta'] }),
  ).rejects.toThrow()
  expect(readdirSync(folder).filter((name) => name.startsWith('never'))).toEqual([])
  await expect(readDumpHead(join(folder, 'never'))).rejects.toThrow('not there')
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { describe, expect, test as plain } from 'vitest'
import { test } from '../../test/database.ts'
import type { Connection } from './connect.ts'
import type { Migration } from './migrate.ts'
import { compareMigrations, migrate, ownSchemas, readMigrations } from './migrate.ts'
import { StartError } from './start-error.ts'

const known = readMigrations()
const later = (number: number, sql: string): Migration => ({
  number,
  name: 'later',
  sql,
  checksum: `of ${sql}`,
})

async function withClient<T>(owner: Connection, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

test('what is applied is not applied again; what is new is, once', async ({ owner }) => {
  const more = [...known, later(9001, 'create table meta.later (); create table meta.later_too ()')]
  expect(await withClient(owner, (client) => migrate(client))).toEqual([])
  expect(await withClient(owner, (client) => migrate(client, more))).toEqual([9001])
  expect(await withClient(owner, (client) => migrate(client, more))).toEqual([])
  await expect(withClient(owner, (client) => migrate(client))).rejects.toMatchObject({
    code: 'database-newer',
  })
})

test('a failing one leaves nothing of itself behind', async ({ owner }) => {
  const rows = () => withClient(owner, (client) => client.query('select number from meta.migration'))
  const before = (await rows()).rowCount
  const failing = later(9002, 'create table meta.half (); select 1 / 0')
  const applied = [...known, later(9001, 'create table meta.later (); create table meta.later_too ()')]
  await expect(withClient(owner, (client) => migrate(client, [...applied, failing]))).rejects.toThrow(
    'migration 9002-later failed: division by zero',
  )
  const { rows: half } = await withClient(owner, (client) =>
    client.query(`select to_regclass('meta.half') as half`),
  )
  expect(half).toEqual([{ half: null }])
  expect((await rows()).rowCount).toBe(before)
})

test('two at once wait for each other', async ({ owner }) => {
  const applied = [...known, later(9001, 'create table meta.later (); create table meta.later_too ()')]
  const slow = [...applied, later(9003, 'select pg_sleep(0.2); create table meta.slow ()')]
  const results = await Promise.all([1, 2].map(() => withClient(owner, (client) => migrate(client, slow))))
  expect(results.map((numbers) => numbers.length).sort()).toEqual([0, 1])
})

describe('comparing', () => {
  const one = later(1, 'a')
  const two = later(2, 'b')
  plain.for([
    ['nothing applied', [], [one, two], [one, two]],
    ['all applied', [one, two], [one, two], []],
    ['one from another branch that comes before', [two], [one, two], [one]],
  ] as const)('%s', ([, applied, files, pending]) =>
    expect(compareMigrations(applied, files)).toEqual(pending),
  )

  plain('a changed text and an unknown number are refused', () => {
    const changed = { ...one, checksum: 'other' }
    expect(() => compareMigrations([changed], [one])).toThrow(StartError)
    expect(() => compareMigrations([one, two], [one])).toThrow(/newer version/)
  })
})

describe('reading', () => {
  plain('the files in order, with the schemas that they make', () => {
    expect(known.map(({ number }) => number)).toEqual(
      known.map(({ number }) => number).toSorted((a, b) => a - b),
    )
    expect(ownSchemas()).toEqual(expect.arrayContaining(['meta', 'audit', 'identity']))
  })
  plain.for([
    [['0001-a.sql', '0001-b.sql'], /two migrations/],
    [['1-a.sql'], /NNNN-name/],
  ] as const)('%j is a mistake', ([names, message]) => {
    const folder = mkdtempSync(join(tmpdir(), 'schakel-test-'))
    for (const name of names) writeFileSync(join(folder, name), '')
    expect(() => readMigrations(pathToFileURL(`${folder}/`))).toThrow(message)
    rmSync(folder, { recursive: true })
  })
})

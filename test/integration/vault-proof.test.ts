import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, inject } from 'vitest'
import type { CaseActor } from '../../src/case-ctx.ts'
import type { Connection } from '../../src/db/connect.ts'
import { caseConnections, connectCase } from '../../src/db/connect-case.ts'
import { dumpDatabase, restoreDatabase } from '../../src/db/dump.ts'
import type { KeyTables } from '../../src/db/key-tables.ts'
import { ownSchemas } from '../../src/db/migrate.ts'
import { transactCase } from '../../src/db/transact-case.ts'
import {
  erasePerson,
  openVault,
  reapplyErasures,
  renewBlindIndexes,
  secretKek,
} from '../../src/vault/index.ts'
import { cloneDatabase, cloneKeyStore, test } from '../database.ts'
import { readTables } from '../read-tables.ts'
import { type Canary, call, guessed, readWith, spellings, writeCanaries } from '../vault-proof.ts'

/**
 * One thousand people are written, copies are made, half of them are erased. Each claim is tested beside its opposite: what must be
 * found is found by the same reading.
 */
const count = 1000
const program: CaseActor = { kind: 'system', name: 'test', municipality: 'testdorp' }
const clock = () => new Date()
const kek = secretKek(() => [key])
const key = randomBytes(32)
const folder = mkdtempSync(join(tmpdir(), 'proof-'))
const journal = join(folder, 'erasures.jsonl')
const copies = { main: join(folder, 'main'), keys: join(folder, 'keys') }

let main: Awaited<ReturnType<typeof cloneDatabase>>
let keys: Awaited<ReturnType<typeof cloneKeyStore>>
let old: Awaited<ReturnType<typeof cloneDatabase>>
let canaries: Canary[]
let erased: Set<string>
let living: Set<string>
let guessedBefore: number

const vaultOver = (keyStore: Kysely<KeyTables>) => openVault({ keyStore, kek, clock })
const split = (read: Set<string>) => ({
  erased: [...read].filter((person) => erased.has(person)).length,
  living: [...read].filter((person) => living.has(person)).length,
})

async function hits(owner: Connection, words: string[]): Promise<string[]> {
  const tables = await readTables(owner)
  return Object.entries(tables)
    .filter(([, rows]) => rows.some((row) => words.some((word) => row.includes(word))))
    .map(([table]) => table)
}

beforeAll(async () => {
  main = await cloneDatabase()
  keys = await cloneKeyStore()
  old = await cloneDatabase()
  const vault = await vaultOver(keys.keyStore)
  canaries = await writeCanaries(main.owner, vault, count)
  erased = new Set(canaries.filter((_, index) => index % 2 === 0).map(({ person }) => person))
  living = new Set(canaries.filter((_, index) => index % 2 === 1).map(({ person }) => person))
  await dumpDatabase(main.owner, copies.main, { of: 'main', at: clock(), schemas: ownSchemas() })
  await dumpDatabase(keys.owner, copies.keys, { of: 'keys', at: clock(), schemas: ['meta', 'keys'] })
  await restoreDatabase(old.owner, copies.main, { of: 'main', schemas: ownSchemas() })
  const databases = connectCase(caseConnections(main.owner, inject('testServer').secret))
  try {
    for (const personId of erased)
      await transactCase(databases.keeper, { actor: program, token: null, vault }, (ctx) =>
        erasePerson(ctx, { personId, because: 'term', journal }),
      )
    guessedBefore = split(await guessed(old.owner, vault, canaries)).erased
    const { made, unreadable } = await renewBlindIndexes({ vault, keeper: databases.keeper })
    expect({ made, unreadable }).toEqual({ made: living.size * 3, unreadable: 0 })
  } finally {
    await databases.close()
  }
  return async () => {
    for (const one of [main, keys, old]) await one.drop()
    rmSync(folder, { recursive: true })
  }
}, 600_000)

describe('a copy of the database alone', () => {
  const words = spellings(call)

  test('holds none of a thousand people in clear, nor does its file or the key store', async () => {
    expect(await hits(main.owner, words)).toEqual([])
    expect(await hits(old.owner, words)).toEqual([])
    expect(await hits(keys.owner, words)).toEqual([])
    for (const day of [canaries[0], canaries[1]])
      expect(await hits(old.owner, spellings(day?.phone ?? ''))).toEqual([])
  })

  test('although what is in clear is found by the same reading, as text and as bytes', async () => {
    const client = new pg.Client(main.owner)
    await client.connect()
    await client.query(`create table public.plain as select 'x ${call}-1'::text as one`)
    await client.query(`create table public.bytes as select convert_to('xy ${call}-1', 'UTF8') as one`)
    await client.query(
      `create table public.letters as select encode(convert_to('xy ${call}-1', 'UTF8'), 'base64') as one`,
    )
    expect(await hits(main.owner, words)).toEqual(['public.bytes', 'public.letters', 'public.plain'])
    await client.query('drop table public.plain, public.bytes, public.letters')
    await client.end()
  })
})

test('what is kept of the erased names nobody: number, days and states', async () => {
  const client = new pg.Client(main.owner)
  await client.connect()
  const { rows } = await client.query(
    `select count(*)::int as cases, count(erased_at)::int as erased, count(closed_at)::int as closed, count(distinct number)::int as numbers,
       (select count(*)::int from vault.identity) as identity, (select count(*)::int from reintegration.note) as notes,
       (select count(*)::int from reintegration.erasure) as journal from reintegration.trajectory`,
  )
  await client.end()
  expect(rows[0]).toEqual({
    cases: count,
    erased: 500,
    closed: count,
    numbers: count,
    identity: 1500,
    notes: 500,
    journal: 500,
  })
  const lines = readFileSync(journal, 'utf8').trimEnd().split('\n')
  // The reason of an emergency has a key of its own.
  expect(lines).toHaveLength(1000)
  expect(lines.every((line) => /^\{"person":"[0-9a-f-]{36}","on":"\d{4}-\d\d-\d\d"\}$/.test(line))).toBe(true)
})

test('an old copy with the keys of today gives the living and none of the erased', async () => {
  const vault = await vaultOver(keys.keyStore)
  expect(split(await readWith(old.owner, vault))).toEqual({ erased: 0, living: 500 })
})

test('nor are the erased found in an old copy by trying what is known of them', async () => {
  expect(guessedBefore).toBe(500)
  const vault = await vaultOver(keys.keyStore)
  expect(split(await guessed(old.owner, vault, canaries))).toEqual({ erased: 0, living: 0 })
  expect(split(await guessed(main.owner, vault, canaries))).toEqual({ erased: 0, living: 500 })
})

test('an old database with an old key store gives nobody who was erased, once the journal was applied', async () => {
  const both = await cloneDatabase()
  const stores = await cloneKeyStore()
  const databases = connectCase(caseConnections(both.owner, inject('testServer').secret))
  try {
    await restoreDatabase(both.owner, copies.main, { of: 'main', schemas: ownSchemas() })
    await restoreDatabase(stores.owner, copies.keys, { of: 'keys', schemas: ['meta', 'keys'] })
    expect(split(await readWith(both.owner, await vaultOver(stores.keyStore)))).toEqual({
      erased: 500,
      living: 500,
    })
    const parts = { keeper: databases.keeper, keyStore: stores.keyStore, journal, now: clock() }
    expect(await reapplyErasures(parts)).toEqual({ keys: 1000, cases: 500 })
    expect(await reapplyErasures(parts)).toEqual({ keys: 0, cases: 0 })
    for (const owner of [both.owner, old.owner])
      expect(split(await readWith(owner, await vaultOver(stores.keyStore)))).toEqual({
        erased: 0,
        living: 500,
      })
  } finally {
    await databases.close()
    await both.drop()
    await stores.drop()
  }
})

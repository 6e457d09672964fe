/**
 * Tests on real SQL. In a file named `x.db.test.ts`:
 *
 *   import { expect } from 'vitest'
 *   import { test } from '../../test/database.ts'
 *
 *   test('a motion is registered', async ({ ctx }) => {
 *     const id = await registerMotion(ctx, { … })   // rolled back after the test
 *     expect(await motionById(ctx.tx, id)).toMatchObject({ … })
 *   })
 *
 *   ctx         a Ctx in an open transaction, over the login that signed-in work uses (grants are tested too), rolled back at the end
 *   databases   `{ desk, public, close }` on this file's own database, for code that opens transactions itself or for pages:
 *               what is committed stays until the end of the file
 *   caseDbs     `{ gate, casework, partner, survivor, counts, keeper, close }` on the same database, for the confidential side
 *   keyStore    a key store of this file's own, over its one login
 *   owner       the owner's connection to that database, for what no login may do
 *
 * Every file gets its own clone of the migrated database (0.1 s), made when first used. The actor is the system at municipality
 * `testdorp`; another one: `actAs(ctx, actor)` gives the same transaction with another actor. The clock of `ctx` stands at `testNow`.
 */
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { test as base, inject } from 'vitest'
import type { Actor, Ctx } from '../src/ctx.ts'
import type { Connection, Databases } from '../src/db/connect.ts'
import { connect } from '../src/db/connect.ts'
import type { CaseDatabases } from '../src/db/connect-case.ts'
import { caseConnections, connectCase } from '../src/db/connect-case.ts'
import { keyLogin, openKeyStore } from '../src/db/connect-keys.ts'
import type { KeyTables } from '../src/db/key-tables.ts'
import { transactToRollBack } from '../src/db/transact.ts'

export const testNow = new Date('2026-03-02T09:00:00Z')
export const testActor: Actor = { kind: 'system', name: 'test', municipality: 'testdorp' }

export async function actAs(ctx: Ctx, actor: Actor): Promise<Ctx> {
  await sql`select set_config('schakel.municipality', ${actor.municipality}, true)`.execute(ctx.tx)
  return { ...ctx, actor }
}

/** A database of one's own: a clone of the migrated template, or of another. */
export async function cloneDatabase(template = inject('testServer').template): Promise<{
  databases: Databases
  owner: Connection
  drop(): Promise<void>
}> {
  const server = inject('testServer')
  const name = `${server.template}_${process.pid}_${counter++}`
  await clone(server.owner, name, template)
  const owner = { ...server.owner, database: name }
  const databases = connect(owner, server.secret)
  return {
    databases,
    owner,
    drop: async () => {
      await databases.close()
      await administer(server.owner, `drop database if exists ${name} with (force)`)
    },
  }
}

/** A key store of one's own: a clone of the migrated one. */
export async function cloneKeyStore(): Promise<{
  keyStore: Kysely<KeyTables>
  /** Over its login; give it to `openKeyStore` for another pool. */
  connection: Connection
  owner: Connection
  drop(): Promise<void>
}> {
  const server = inject('testServer')
  const name = `${server.keyTemplate}_${process.pid}_${counter++}`
  await clone(server.owner, name, server.keyTemplate)
  const owner = { ...server.owner, database: name }
  const connection = keyLogin(owner, server.secret)
  const keyStore = openKeyStore(connection)
  return {
    keyStore,
    connection,
    owner,
    drop: async () => {
      await keyStore.destroy()
      await administer(server.owner, `drop database if exists ${name} with (force)`)
    },
  }
}

let counter = 0

/** Copies files instead of writing pages to the log: a third of the time where nothing is flushed to disk, as in these servers. */
const clone = (owner: Connection, name: string, template: string) =>
  administer(owner, `create database ${name} template ${template} strategy file_copy`)

async function administer(owner: Connection, statement: string): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    // Two files may clone at the same moment; PostgreSQL wants the template to itself.
    await client.query('select pg_advisory_lock(7236009)')
    await client.query(statement)
  } finally {
    await client.end()
  }
}

type Clone = Awaited<ReturnType<typeof cloneDatabase>>

type Fixtures = {
  clone: Clone
  databases: Databases
  caseDbs: CaseDatabases
  keyStore: Kysely<KeyTables>
  owner: Connection
  ctx: Ctx
}

export const test = base.extend<Fixtures>({
  clone: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the pattern
    async ({}, use) => {
      const clone = await cloneDatabase()
      await use(clone)
      await clone.drop()
    },
    { scope: 'file' },
  ],
  databases: [async ({ clone }, use) => use(clone.databases), { scope: 'file' }],
  caseDbs: [
    async ({ clone }, use) => {
      const databases = connectCase(caseConnections(clone.owner, inject('testServer').secret))
      await use(databases)
      await databases.close()
    },
    { scope: 'file' },
  ],
  keyStore: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the pattern
    async ({}, use) => {
      const clone = await cloneKeyStore()
      await use(clone.keyStore)
      await clone.drop()
    },
    { scope: 'file' },
  ],
  owner: [async ({ clone }, use) => use(clone.owner), { scope: 'file' }],
  ctx: async ({ databases }, use) => {
    const { ctx, end } = await transactToRollBack(databases.desk, testActor, testNow)
    await use(ctx)
    await end()
  },
})

/** Runs once for all integration tests: starts PostgreSQL (or uses DATABASE_URL) and makes the migrated template database. */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import type { Connection } from '../src/db/connect.ts'
import { ensureRoles, groups, loginFor, parseDatabaseUrl } from '../src/db/connect.ts'
import { keyLogin, prepareKeyStore } from '../src/db/connect-keys.ts'
import { startEmbedded } from '../src/db/embedded/start.ts'
import { migrate } from '../src/db/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer
  }
}

export type TestServer = {
  /** Owner, in the server's maintenance database. */
  owner: Connection
  secret: string
  /** Name of the migrated database to clone. */
  template: string
  /** Name of the migrated key store to clone. */
  keyTemplate: string
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const secret = randomBytes(16).toString('hex')
  const server = process.env.DATABASE_URL
    ? { owner: parseDatabaseUrl(process.env.DATABASE_URL), end: async () => {} }
    : await startOwn(secret)
  const template = `schakel_test_${randomBytes(4).toString('hex')}`
  const tearDown = async () => {
    await removeDatabases(server.owner, template, secret)
    await server.end()
  }
  try {
    await makeTemplate(server.owner, template, secret)
  } catch (error) {
    await tearDown()
    throw error
  }
  project.provide('testServer', {
    owner: server.owner,
    secret,
    template,
    keyTemplate: `${template}_keys`,
  })
  return tearDown
}

async function makeTemplate(server: Connection, template: string, secret: string): Promise<void> {
  const keyOwner = { ...server, database: `${template}_keys` }
  await withClient(server, async (admin) => {
    for (const name of [template, keyOwner.database])
      await admin.query(`create database ${name} encoding 'UTF8' template template0`)
  })
  await withClient(keyOwner, (client) => prepareKeyStore(client, keyOwner, secret))
  const owner = { ...server, database: template }
  await withClient(owner, async (client) => {
    await ensureRoles(client, owner, secret)
    await migrate(client)
    await client.query(`insert into meta.installation (mode) values ('demo')`)
  })
}

async function removeDatabases(server: Connection, template: string, secret: string): Promise<void> {
  await withClient(server, async (admin) => {
    const { rows } = await admin.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [template],
    )
    for (const { name } of rows) await admin.query(`drop database if exists ${name} with (force)`)
    for (const group of groups)
      await admin.query(`drop role if exists ${loginFor(server, secret, group).user}`)
    await admin.query(`drop role if exists ${keyLogin(server, secret).user}`)
  })
}

/** Below the temporary folder, which also another user may enter when we are root. */
async function startOwn(secret: string): Promise<{ owner: Connection; end(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'schakel-test-'))
  chmodSync(folder, 0o711)
  const server = await startEmbedded(folder, secret, { throwAway: true })
  return {
    owner: server.owner,
    end: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function withClient<T>(connection: Connection, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

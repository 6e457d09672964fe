import pg from 'pg'
import { expect, inject } from 'vitest'
import { test } from '../../test/database.ts'
import type { Connection } from './connect.ts'
import { derive, ensureRoles, groups, loginFor, parseDatabaseUrl } from './connect.ts'

async function ask(connection: Connection, statement: string): Promise<unknown[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

test('the public login reads nothing of people, sessions or the log, and writes nowhere', async ({
  owner,
}) => {
  const visitor = loginFor(owner, inject('testServer').secret, 'schakel_public')
  for (const table of [
    'identity.person',
    'identity.role',
    'identity.session',
    'audit.entry',
    'meta.migration',
  ]) {
    await expect(ask(visitor, `select from ${table}`), table).rejects.toThrow('permission denied')
  }
  const writable = await ask(
    visitor,
    `select table_schema || '.' || table_name as it from information_schema.tables
      where table_schema in ('meta', 'audit', 'identity', 'council')
        and has_table_privilege(quote_ident(table_schema) || '.' || quote_ident(table_name), 'insert, update, delete, truncate')`,
  )
  expect(writable).toEqual([])
  await expect(ask(visitor, 'create table public.mine ()')).rejects.toThrow('permission denied')
  await expect(ask(visitor, 'set role schakel_desk')).rejects.toThrow('permission denied')
})

test('the desk login changes no table and no migration', async ({ owner }) => {
  const desk = loginFor(owner, inject('testServer').secret, 'schakel_desk')
  await expect(ask(desk, 'drop table identity.session')).rejects.toThrow('must be owner')
  await expect(ask(desk, 'select from meta.migration')).rejects.toThrow('permission denied')
  await expect(ask(desk, `update meta.installation set mode = 'production'`)).rejects.toThrow(
    'permission denied',
  )
})

test('another installation on the same server cannot enter', async ({ owner }) => {
  const { secret } = inject('testServer')
  const client = new pg.Client(owner)
  await client.connect()
  const stranger = loginFor(owner, 'another secret', 'schakel_desk')
  try {
    await ensureRoles(client, { ...owner, database: 'postgres' }, 'another secret')
    await client.query(`revoke connect on database ${owner.database} from public`)
    await client.query(
      `grant connect on database ${owner.database} to ${loginFor(owner, secret, 'schakel_desk').user}`,
    )
    await expect(ask(stranger, 'select 1')).rejects.toThrow('permission denied for database')
  } finally {
    await client.query('grant connect on database postgres to public')
    for (const group of groups) {
      const { user } = loginFor(owner, 'another secret', group)
      await client.query(
        `drop owned by ${user}; revoke connect on database postgres from ${user}; drop role ${user}`,
      )
    }
    await client.end()
  }
})

test('passwords differ by purpose and by secret', () => {
  const all = [derive('a', 'x'), derive('a', 'y'), derive('b', 'x')]
  expect(new Set(all).size).toBe(3)
})

test('an address of a server, also over a socket', () => {
  expect(parseDatabaseUrl('postgres://me:p%40ss@db.example:6543/name')).toMatchObject({
    host: 'db.example',
    port: 6543,
    user: 'me',
    password: 'p@ss',
    database: 'name',
  })
  expect(parseDatabaseUrl('postgres://me@/name?host=/run/postgresql')).toMatchObject({
    host: '/run/postgresql',
  })
  expect(() => parseDatabaseUrl('postgres://a:b:c:d')).toThrow(/DATABASE_URL is not an address/)
})

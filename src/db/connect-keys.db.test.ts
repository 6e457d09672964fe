import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { expect, inject, test as plain } from 'vitest'
import { cloneKeyStore, test } from '../../test/database.ts'
import { groups, loginFor } from './connect.ts'
import { keyMigrations, prepareKeyStore } from './connect-keys.ts'
import { readMigrations } from './migrate.ts'

const wrapped = () => ({ person_id: randomUUID(), wrapped: randomBytes(60), kek_id: 'one' })

test('a destroyed key is gone with the statement that says so, and none is made for that person again', async ({
  keyStore,
}) => {
  const key = wrapped()
  await keyStore.insertInto('keys.person_key').values(key).execute()
  await keyStore.insertInto('keys.destroyed').values({ person_id: key.person_id }).execute()
  expect(await keyStore.selectFrom('keys.person_key').selectAll().execute()).toEqual([])
  await expect(keyStore.insertInto('keys.person_key').values(key).execute()).rejects.toMatchObject({
    code: '23514',
  })
  await expect(keyStore.deleteFrom('keys.destroyed').execute()).rejects.toThrow('permission denied')
})

test('whoever makes a key while it is destroyed waits, and is refused', async ({ keyStore }) => {
  const key = wrapped()
  const destroying = await keyStore.startTransaction().execute()
  await destroying.insertInto('keys.destroyed').values({ person_id: key.person_id }).execute()
  const making = expect(keyStore.insertInto('keys.person_key').values(key).execute()).rejects.toMatchObject({
    code: '23514',
  })
  await destroying.commit().execute()
  await making
})

test('no login of the main database reads it', async () => {
  const { keyStore, owner, drop } = await cloneKeyStore()
  try {
    await keyStore.insertInto('keys.person_key').values(wrapped()).execute()
    for (const group of groups) {
      const client = new pg.Client(loginFor(owner, inject('testServer').secret, group))
      await client.connect()
      await expect(client.query('select from keys.person_key'), group).rejects.toThrow('permission denied')
      await client.end()
    }
    const client = new pg.Client(owner)
    await client.connect()
    // As at a start: no other login even enters.
    await prepareKeyStore(client, owner, inject('testServer').secret)
    await client.end()
    for (const group of groups) {
      const stranger = new pg.Client(loginFor(owner, inject('testServer').secret, group))
      await expect(stranger.connect(), group).rejects.toThrow('permission denied for database')
    }
  } finally {
    await drop()
  }
})

plain('its migrations are only ever added: each stands in test/key-migrations.json with its checksum', () => {
  const known = JSON.parse(readFileSync(new URL('../../test/key-migrations.json', import.meta.url), 'utf8'))
  expect(
    Object.fromEntries(
      readMigrations(keyMigrations).map(({ number, name, checksum }) => [`${number} ${name}`, checksum]),
    ),
  ).toEqual(known)
})

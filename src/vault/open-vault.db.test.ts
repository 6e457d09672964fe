import { randomBytes, randomUUID } from 'node:crypto'
import { expect, vi } from 'vitest'
import { test as base } from '../../test/database.ts'
import { type Kek, KekUnknown, secretKek } from './kek.ts'
import { openVault } from './open-vault.ts'
import type { Vault } from './vault.ts'

const place = { table: 'vault.identity', row: '1/surname', column: 'body', version: 1 }
const key = randomBytes(32)

type Opened = { vault: Vault; unwraps: () => number; later(seconds: number): void }

const test = base.extend<{ opened: () => Promise<Opened> }>({
  opened: async ({ keyStore }, use) => {
    await use(async () => {
      let now = Date.parse('2026-03-02T09:00:00Z')
      const kek = secretKek(() => [key])
      const unwrap = vi.fn<Kek['unwrap']>(kek.unwrap)
      const vault = await openVault({ keyStore, kek: { ...kek, unwrap }, clock: () => new Date(now) })
      return {
        vault,
        unwraps: () => unwrap.mock.calls.length,
        later: (seconds) => {
          now += seconds * 1000
        },
      }
    })
  },
})

test('what one process sealed another opens; nothing but wrapped bytes is in the store', async ({
  opened,
  keyStore,
}) => {
  const [one, two] = [await opened(), await opened()]
  const person = randomUUID()
  const sealed = (await one.vault.create(person)).seal(place, 'Amira')
  expect((await two.vault.keyOf(person.toUpperCase()))?.openText(place, sealed)).toBe('Amira')
  expect(one.vault.blind('surname', 'Van den Berg').equals(two.vault.blind('surname', 'berg'))).toBe(true)
  const row = await keyStore
    .selectFrom('keys.person_key')
    .selectAll()
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow()
  expect(row.wrapped.length).toBe(1 + 12 + 34 + 16)
  await expect(one.vault.create(person)).rejects.toThrow()
  expect((await two.vault.keyOf(person))?.openText(place, sealed)).toBe('Amira')
})

test('two that open at once make one key for blind indexes', async ({ opened }) => {
  const vaults = await Promise.all(Array.from({ length: 4 }, opened))
  expect(new Set(vaults.map(({ vault }) => vault.blind('surname', 'x').toString('hex'))).size).toBe(1)
})

test('whoever held it cannot use it once it was destroyed; it cannot be made again', async ({ opened }) => {
  const { vault } = await opened()
  const person = randomUUID()
  const held = await vault.create(person)
  const sealed = held.seal(place, 'x')
  await vault.destroy(person)
  await vault.destroy(person)
  expect(() => held.open(place, sealed)).toThrow('destroyed')
  expect(await vault.keyOf(person)).toBeNull()
  await expect(vault.create(person)).rejects.toMatchObject({ code: '23514' })
  expect(await vault.keyOf(randomUUID())).toBeNull()
})

test('another process stops within a minute, and unwraps anew after five', async ({ opened }) => {
  const [one, two] = [await opened(), await opened()]
  const [person, other] = [randomUUID(), randomUUID()]
  const sealed = (await one.vault.create(person)).seal(place, 'x')
  await one.vault.create(other)
  const before = two.unwraps()
  const held = await two.vault.keyOf(person)
  await two.vault.keyOf(other)
  two.later(59)
  await two.vault.keyOf(person)
  expect(two.unwraps()).toBe(before + 2)
  await one.vault.destroy(person)
  two.later(1)
  expect(await two.vault.keyOf(person)).toBeNull()
  expect(() => held?.open(place, sealed)).toThrow('destroyed')
  expect(await two.vault.keyOf(other)).not.toBeNull()
  expect(two.unwraps()).toBe(before + 2)
  two.later(301)
  expect(await two.vault.keyOf(other)).not.toBeNull()
  expect(two.unwraps()).toBe(before + 3)
})

test('many at once unwrap once; only so many are kept', async ({ opened }) => {
  const { vault, unwraps } = await opened()
  const people = Array.from({ length: 520 }, () => randomUUID())
  for (const person of people) await vault.create(person)
  const before = unwraps()
  await Promise.all(Array.from({ length: 10 }, () => vault.keyOf(people[0]!)))
  expect(unwraps()).toBe(before + 1)
  await vault.keyOf(people[519]!)
  expect(unwraps()).toBe(before + 1)
})

test('a store wrapped by a key that is not here is not opened', async ({ opened, keyStore }) => {
  await opened()
  const kek = secretKek(() => [randomBytes(32)])
  await expect(openVault({ keyStore, kek, clock: () => new Date() })).rejects.toThrow(KekUnknown)
})

test('the blind key is nobody', async ({ opened }) => {
  const { vault } = await opened()
  await expect(vault.destroy('00000000-0000-0000-0000-000000000000')).rejects.toThrow('blind')
})

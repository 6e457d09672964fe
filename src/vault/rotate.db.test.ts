import { fork } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { cloneKeyStore, test } from '../../test/database.ts'
import { KekUnknown, kekId, secretKek } from './kek.ts'
import { openVault } from './open-vault.ts'
import { countKeys, rotateKeys } from './rotate.ts'

const place = { table: 'vault.identity', row: '1/surname', column: 'body', version: 1 }
const child = fileURLToPath(new URL('../../test/vault-rotate-child.ts', import.meta.url))

test('keys are wrapped anew while others read and write; killed in the middle, the next run completes it', async () => {
  const { keyStore, connection, drop } = await cloneKeyStore()
  const [old, fresh] = [randomBytes(32), randomBytes(32)]
  const keys = [old]
  const kek = secretKek(() => keys)
  let now = Date.now()
  // Six minutes between two looks: nothing is kept in memory, every reading unwraps.
  const clock = () => {
    now += 6 * 60_000
    return new Date(now)
  }
  try {
    const vault = await openVault({ keyStore, kek, clock })
    const index = vault.blind('surname', 'Berg')
    const people = new Map<string, Buffer>()
    for (let n = 0; n < 300; n++) {
      const person = randomUUID()
      people.set(person, (await vault.create(person)).seal(place, person))
    }
    keys.unshift(fresh)
    let going = true
    let reads = 0
    const reading = (async () => {
      while (going) {
        for (const [person, sealed] of people) {
          if (!going) break
          expect((await vault.keyOf(person))?.openText(place, sealed)).toBe(person)
          reads += 1
          if (reads % 50 === 0) await vault.destroy((await added(vault)).person)
        }
      }
    })()
    const rotating = fork(child, { execArgv: ['--disable-warning=ExperimentalWarning'] })
    rotating.send({ connection, keys: keys.map((key) => key.toString('hex')) })
    await once(rotating, 'message')
    const ended = once(rotating, 'exit')
    rotating.kill('SIGKILL')
    expect((await ended)[1]).toBe('SIGKILL')
    const half = await countKeys(keyStore, kek)
    expect(half[0]).toMatchObject({ kekId: kekId(fresh), current: true })
    expect(half[0]?.count).toBeGreaterThan(0)
    expect(half[1]?.count).toBeGreaterThan(0)

    const done = await rotateKeys({ keyStore, kek }, { batch: 20 })
    going = false
    await reading
    expect(done).toBeGreaterThan(0)
    expect(await rotateKeys({ keyStore, kek })).toBe(0)
    expect((await countKeys(keyStore, kek)).map(({ kekId: id }) => id)).toEqual([kekId(fresh)])
    expect(reads).toBeGreaterThan(10)

    keys.pop()
    const later = await openVault({ keyStore, kek, clock })
    for (const [person, sealed] of people)
      expect((await later.keyOf(person))?.openText(place, sealed)).toBe(person)
    expect(later.blind('surname', 'Berg').equals(index)).toBe(true)
  } finally {
    await drop()
  }
})

async function added(vault: { create(person: string): Promise<unknown> }) {
  const person = randomUUID()
  await vault.create(person)
  return { person }
}

test('what a missing key wrapped is told by its name, and stays as it is', async ({ keyStore }) => {
  const [lost, fresh] = [randomBytes(32), randomBytes(32)]
  await openVault({ keyStore, kek: secretKek(() => [lost]), clock: () => new Date() })
  const before = await keyStore.selectFrom('keys.person_key').selectAll().execute()
  const kek = secretKek(() => [fresh])
  await expect(rotateKeys({ keyStore, kek })).rejects.toEqual(new KekUnknown(kekId(lost)))
  expect(await keyStore.selectFrom('keys.person_key').selectAll().execute()).toEqual(before)
})

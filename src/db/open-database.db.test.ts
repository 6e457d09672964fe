import { expect, inject } from 'vitest'
import { test, testActor } from '../../test/database.ts'
import { addPerson, demoPeople } from '../identity/index.ts'
import type { OpenedDatabase } from './open-database.ts'
import { openDatabase } from './open-database.ts'
import { transact } from './transact.ts'

async function addSomeone({ databases }: OpenedDatabase): Promise<void> {
  await transact(databases.desk, testActor, (ctx) =>
    addPerson(ctx, { name: 'Sanne Verweij', demonstration: true, roles: ['clerk'] }),
  )
}

async function countAndClose({ databases }: OpenedDatabase): Promise<number> {
  const { length } = await demoPeople(databases.desk)
  await databases.close()
  return length
}

test('a seeding that was interrupted is begun anew; one that ended is kept', async ({ owner }) => {
  const { secret } = inject('testServer')
  const interrupted = await openDatabase(owner, secret, 'demo')
  expect(interrupted.seeded).toBe(false)
  await addSomeone(interrupted)
  expect(await countAndClose(interrupted)).toBe(1)

  const again = await openDatabase(owner, secret, 'demo')
  expect(again.seeded).toBe(false)
  expect((await demoPeople(again.databases.desk)).length).toBe(0)
  await addSomeone(again)
  await again.markSeeded()
  expect(await countAndClose(again)).toBe(1)

  const later = await openDatabase(owner, secret, 'demo')
  expect(later.seeded).toBe(true)
  expect(await countAndClose(later)).toBe(1)
})

test('another mode is refused before anything is changed', async ({ owner }) => {
  const { secret } = inject('testServer')
  await expect(openDatabase(owner, secret, 'production')).rejects.toMatchObject({ code: 'data-other-mode' })
})

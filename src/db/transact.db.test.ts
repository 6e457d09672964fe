import { sql } from 'kysely'
import { expect } from 'vitest'
import { actAs, test, testActor } from '../../test/database.ts'
import { addPerson } from '../identity/index.ts'
import { transact } from './transact.ts'

const municipality = sql<string | null>`nullif(current_setting('schakel.municipality', true), '')`.as('it')

test('the municipality of the actor is known inside, and only there', async ({ databases }) => {
  const inside = await transact(databases.desk, { ...testActor, municipality: 'elders' }, ({ tx }) =>
    tx.selectNoFrom(municipality).executeTakeFirstOrThrow(),
  )
  expect(inside).toEqual({ it: 'elders' })
  for (let i = 0; i < 10; i++) {
    expect(await databases.desk.selectNoFrom(municipality).executeTakeFirstOrThrow()).toEqual({ it: null })
  }
})

test('what throws leaves nothing behind, in the log neither', async ({ databases }) => {
  const failing = transact(databases.desk, testActor, async (ctx) => {
    await addPerson(ctx, { name: 'Nobody', roles: ['clerk'] })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  for (const table of ['identity.person', 'identity.role', 'audit.entry'] as const) {
    expect(await databases.desk.selectFrom(table).selectAll().execute()).toEqual([])
  }
})

test('a change of actor inside a test changes the municipality too', async ({ ctx }) => {
  const other = await actAs(ctx, { ...testActor, municipality: 'elders' })
  expect(await other.tx.selectNoFrom(municipality).executeTakeFirst()).toEqual({ it: 'elders' })
})

test('dates are days, not moments; large counts are numbers', async ({ databases }) => {
  const row = await databases.desk
    .selectNoFrom([sql`date '2019-07-02'`.as('day'), sql`9007199254740991::bigint`.as('count')])
    .executeTakeFirst()
  expect(row).toEqual({ day: '2019-07-02', count: 9007199254740991 })
})

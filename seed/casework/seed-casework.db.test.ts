import pg from 'pg'
import { expect } from 'vitest'
import { test } from '../../test/database.ts'
import { memoryVault } from '../../test/vault.ts'
import { seedCasework } from './index.ts'
import { howMany } from './plan.ts'

test('forty invented people, through the commands, each on its day', { timeout: 60_000 }, async ({
  caseDbs,
  owner,
}) => {
  const client = new pg.Client(owner)
  await client.connect()
  const moveClock = async (to: Date) => {
    await client.query('update meta.installation set clock_ahead = $1::timestamptz - now()', [to])
  }
  const start = performance.now()
  await seedCasework(caseDbs, memoryVault(), new Date(), moveClock)
  const { rows } = await client.query(
    `select count(*)::int as count, min(number) as first, count(distinct opened_at::date)::int as days from reintegration.trajectory`,
  )
  expect(rows[0]).toMatchObject({ count: howMany, first: 'T-1001' })
  expect(rows[0].days).toBeGreaterThan(20)
  const { rows: ahead } = await client.query(
    `select abs(extract(epoch from clock_ahead)) < 60 as level from meta.installation`,
  )
  expect(ahead[0].level).toBe(true)
  await client.end()
  console.info(`seeded in ${Math.round(performance.now() - start)} ms`)
})

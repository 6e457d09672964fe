import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect } from 'vitest'
import { test } from '../test/database.ts'
import { guessed, readWith, writeCanaries } from '../test/vault-proof.ts'
import { beginForgetting, eraseDue, type Forgetting, startForgetting } from './run-erasures.ts'
import { openVault, readJournal, secretKek } from './vault/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'forget-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('whose term is over is erased, and blind indexes get another key; the rest is found and read as before', async ({
  caseDbs,
  keyStore,
  owner,
}) => {
  const key = randomBytes(32)
  const now = new Date()
  const vault = await openVault({ keyStore, kek: secretKek(() => [key]), clock: () => now })
  const people = await writeCanaries(owner, vault, 6)
  const client = new pg.Client(owner)
  await client.connect()
  await client.query(`update reintegration.trajectory set keep_until = '2020-01-01' where id <= 2`)
  const lines: Record<string, unknown>[] = []
  const forgetting: Forgetting = {
    databases: caseDbs,
    keyStore,
    vault,
    journal: join(folder, 'deeper', 'erasures.jsonl'),
    clock: () => now,
    log: (line) => lines.push(line),
  }
  expect(await beginForgetting(forgetting)).toEqual({ keys: 0, cases: 0 })
  const indexes = async () =>
    (
      await client.query<{ i: string }>(
        `select encode(index, 'hex') as i from vault.blind where trajectory_id = 5`,
      )
    ).rows
  const before = await indexes()
  const running = startForgetting(forgetting)
  await expect.poll(() => lines.some(({ job }) => job === 'indexes'), { timeout: 30_000 }).toBe(true)
  await running.stop()
  expect(lines.map(({ at: _, ...line }) => line)).toEqual([
    { job: 'erasures', erased: 2 },
    { job: 'indexes', made: 12, unreadable: 0 },
  ])
  expect(await eraseDue(forgetting)).toBe(0)
  const living = new Set(people.slice(2).map(({ person }) => person))
  expect(await readWith(owner, vault)).toEqual(living)
  expect(await guessed(owner, vault, people)).toEqual(living)
  expect(await indexes()).not.toEqual(before)
  expect(readJournal(forgetting.journal)).toHaveLength(4)
  const trail = await client.query(`select event, actor_kind from audit.line where event = 'case.erased'`)
  expect(trail.rows).toEqual(Array(2).fill({ event: 'case.erased', actor_kind: 'system' }))
  await client.end()
})

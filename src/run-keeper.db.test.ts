import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject } from 'vitest'
import { test } from '../test/database.ts'
import { asOwner, opening, staff, trajectory } from '../test/trail-world.ts'
import { memoryVault } from '../test/vault.ts'
import { appendMany, signerOf } from './audit/index.ts'
import { surnamesIn } from './audit/review/same-surname.ts'
import { caseConnections, connectCase } from './db/connect-case.ts'
import { transactCase } from './db/transact-case.ts'
import { verifyInstallation } from './run-audit.ts'
import type { Keeper } from './run-keeper.ts'
import { alerts, checkpoint, startKeeper } from './run-keeper.ts'

test('the keeper seals, exports, raises alerts; ten thousand untouched lines are clean', async ({
  owner,
}) => {
  const databases = connectCase(caseConnections(owner, inject('testServer').secret))
  const folder = join(mkdtempSync(join(tmpdir(), 'schakel-keeper-')), 'checkpoints')
  const vault = memoryVault()
  const logged: unknown[] = []
  const keeper: Keeper = {
    databases,
    vault,
    clock: () => new Date(),
    signer: signerOf(randomBytes(32).toString('hex'), 'test'),
    folder,
    demonstration: true,
    log: (line) => logged.push(line),
  }
  try {
    const reader = await staff(owner)
    const id = await trajectory(owner, { team: [reader] })
    const line = { event: 'case.opened', action: 'R', purpose: 'care', trajectory: id } as const
    for (let at = 0; at < 20; at++)
      await transactCase(databases.casework, opening(reader), (ctx) => appendMany(ctx, Array(500).fill(line)))
    expect(await checkpoint(keeper)).toBe(0)
    const result = await verifyInstallation(owner, { folder, key: null })
    expect(result).toMatchObject({ lines: 10_000, sealed: 10_000, checkpoints: 1, findings: [] })

    // She bears the surname of the reader: only the keyed hashes are compared.
    await asOwner(owner, async (client) => {
      await client.query(`update gate.account set name = 'A. de Vries' where id = $1`, [reader.id])
      await client.query(
        `insert into vault.blind (trajectory_id, person_id, field, index)
         select id, person_id, 'surname', $2 from reintegration.trajectory where id = $1`,
        [id, vault.blind('surname', 'de Vries')],
      )
    })
    expect(await alerts(keeper)).toBeGreaterThanOrEqual(1)
    const raised = await asOwner(owner, (client) => client.query('select rule from audit.alert'))
    expect(raised.rows.map(({ rule }) => rule)).toContain('same-surname')

    const running = startKeeper(keeper)
    await running.stop()
    expect(logged).toEqual([])

    // Made anew with nothing of the one before.
    await asOwner(owner, async (client) => {
      await client.query('set session_replication_role = replica')
      await client.query('delete from audit.checkpoint')
      await client.query('delete from audit.seal')
    })
    await checkpoint(keeper)
    expect(readdirSync(folder).filter((name) => name.startsWith('before-'))).toHaveLength(1)
    expect((await verifyInstallation(owner, { folder, key: null })).findings).toEqual([])
    expect(existsSync(join(folder, `${keeper.signer.keyId}.pem`))).toBe(true)
  } finally {
    await databases.close()
    rmSync(join(folder, '..'), { recursive: true })
  }
})

test.for([
  ['S. Haddad', ['Haddad']],
  ['A.B. van der Meer', ['van der Meer']],
  ['A. B. van der Meer', ['van der Meer']],
  ['Sara Haddad', ['Haddad']],
  ['Sara Maria Haddad', ['Maria Haddad', 'Haddad']],
  ['Haddad', []],
  ['S.', []],
] as const)('%s may be called %j', ([name, surnames]) => {
  expect(surnamesIn(name)).toEqual(surnames)
})

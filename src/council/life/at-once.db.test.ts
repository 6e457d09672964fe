/** Two people at the same moment, and a server that is killed in the middle: on committed transactions. */
import { sql } from 'kysely'
import pg from 'pg'
import { expect } from 'vitest'
import { actAs, test, testActor } from '../../../test/database.ts'
import { announcement, as, person, registerSample, words } from '../../../test/life.ts'
import type { Actor, Ctx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { closeSet, openSet } from '../take-back/index.ts'
import { checkMissed } from './check-missed.ts'
import { decideSettlement } from './decide-settlement.ts'
import { lapseCommitment } from './lapse-commitment.ts'
import { proposeSettlement } from './propose-settlement.ts'

const day = (text: string) => new Date(`${text}T10:00:00Z`)

const merging = ['delete from council.matter_history', 'delete from council.matter_history_detail']
const lasting = [
  'matter_history',
  'settlement_decision',
  'settlement_evidence',
  'settlement_proposal',
  'settlement_objection',
  'commitment_history',
  'commitment_history_detail',
  'commitment_extension',
  'commitment_evidence',
  'matter_history_detail',
]
const changeable = ['update council.settlement_proposal']

test('nobody changes or removes what was decided, also not by the desk’s login', async ({ ctx }) => {
  await registerSample(ctx)
  for (const table of lasting) {
    for (const statement of [
      `delete from council.${table}`,
      `update council.${table} set municipality = municipality`,
    ]) {
      if (changeable.some((one) => statement.startsWith(one))) continue
      const fresh = await actAs(ctx, testActor)
      await sql`savepoint one`.execute(fresh.tx)
      const changed = sql.raw(statement).execute(fresh.tx)
      // Merging empties a merged motion of its history; of any other, a row policy lets nothing go.
      if (merging.includes(statement)) expect((await changed).numAffectedRows, statement).toBe(0n)
      else await expect(changed, statement).rejects.toThrow('permission denied')
      await sql`rollback to savepoint one`.execute(fresh.tx)
    }
  }
})

test('while a step is taken back what was decided stays too', async ({ ctx }) => {
  const sample = await registerSample({ ...ctx, now: day('2024-07-05') })
  const [matter] = sample.matters as [number]
  const { proposal, version } = await proposeSettlement(await as(ctx, 'clerk', '2024-07-08'), {
    matter,
    version: 1,
    outcome: 'announced',
    evidence: [words(sample.document, announcement)],
  })
  const second = await as(ctx, 'second-clerk', '2024-09-12')
  await decideSettlement(second, { matter, version, proposal, verdict: 'accept', reason: 'Zo besloten' })
  await lapseCommitment(second, {
    commitment: sample.commitment,
    version: 2,
    reason: 'Niet meer nodig',
  })
  const fresh = await actAs(ctx, testActor)
  const set = await openSet(fresh, 'registration', sample.document)
  await closeSet(fresh)
  await sql`select set_config('schakel.taking_back', ${String(set)}, true)`.execute(fresh.tx)
  for (const statement of [
    'delete from council.settlement_decision',
    'delete from council.settlement_evidence',
    'delete from council.settlement_proposal',
    `delete from council.matter_history where matter_id = ${matter}`,
    'delete from council.matter_history_detail',
    `delete from council.commitment_history where step = 'lapse'`,
    'delete from council.commitment_history_detail',
    `delete from council.matter where id = ${matter}`,
  ]) {
    await sql`savepoint one`.execute(fresh.tx)
    await expect(sql.raw(statement).execute(fresh.tx), statement).rejects.toThrow(
      /permission denied|foreign key/,
    )
    await sql`rollback to savepoint one`.execute(fresh.tx)
  }
})

test('two decide at once: one wins, the other hears that it changed; and a kill in the middle of the missed loses nothing', async ({
  databases,
  owner,
}) => {
  const run = <T>(actor: Actor, on: string, command: (ctx: Ctx) => Promise<T>) =>
    transact(databases.desk, actor, command, day(on))
  const sample = await run(testActor, '2024-07-05', (ctx) => registerSample(ctx))
  const proposals: number[] = []
  for (const matter of sample.matters) {
    const { proposal } = await run(person('policy-officer'), '2024-07-08', (ctx) =>
      proposeSettlement(ctx, {
        matter,
        version: 1,
        outcome: 'announced',
        evidence: [words(sample.document, announcement)],
      }),
    )
    proposals.push(proposal)
  }

  for (const [index, matter] of sample.matters.entries()) {
    const decide = (who: 'clerk' | 'second-clerk', verdict: 'accept' | 'reject') =>
      run(person(who), '2024-09-12', (ctx) =>
        decideSettlement(ctx, {
          matter,
          version: 2,
          proposal: proposals[index]!,
          verdict,
          reason: 'Zo besloten',
        }),
      )
    const results = await Promise.allSettled(
      index === 0
        ? [decide('clerk', 'accept'), decide('second-clerk', 'reject')]
        : [decide('clerk', 'accept'), decide('second-clerk', 'accept')],
    )
    expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { code: 'changed-by-other' },
    })
  }
  const [decisions, settled] = await run(testActor, '2024-09-13', async (ctx) => [
    await ctx.tx.selectFrom('council.settlement_decision').selectAll().execute(),
    await ctx.tx
      .selectFrom('council.matter')
      .select('id')
      .where('state', '=', 'settled')
      .orderBy('id')
      .execute(),
  ])
  expect(decisions).toHaveLength(3)
  expect(settled.length).toBeGreaterThanOrEqual(2)

  // Killed after the commitment was written and before anything was kept.
  const program: Actor = { kind: 'system', name: 'scheduler', municipality: 'testdorp' }
  const killed = checkMissed(
    (command) =>
      run(program, '2025-01-20', async (ctx) => {
        const result = await command(ctx)
        if (Array.isArray(result)) return result
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(ctx.tx)
        const client = new pg.Client(owner)
        await client.connect()
        await client.query('select pg_terminate_backend($1)', [rows[0]!.pid])
        await client.end()
        return result
      }),
    { today: '2025-01-20' },
  )
  await expect(killed).rejects.toThrow()
  const state = () =>
    run(testActor, '2025-01-20', async (ctx) => ({
      commitment: (await ctx.tx.selectFrom('council.commitment').select('state').executeTakeFirstOrThrow())
        .state,
      settled: (
        await ctx.tx.selectFrom('council.matter').select('id').where('state', '=', 'settled').execute()
      ).length,
      misses: (
        await ctx.tx
          .selectFrom('council.commitment_history')
          .select('id')
          .where('step', '=', 'miss')
          .execute()
      ).length,
      reopened: (
        await ctx.tx.selectFrom('council.matter_history').select('id').where('step', '=', 'reopen').execute()
      ).length,
    }))
  expect(await state()).toEqual({ commitment: 'open', settled: settled.length, misses: 0, reopened: 0 })

  // Days later it runs again, twice at once and once more: the effect is there once.
  const check = () => checkMissed((command) => run(program, '2025-01-25', command), { today: '2025-01-25' })
  const both = await Promise.all([check(), check()])
  expect(both.flat()).toEqual([{ commitment: sample.commitment, reopened: settled.map((row) => row.id) }])
  expect(await check()).toEqual([])
  expect(await state()).toEqual({ commitment: 'late', settled: 0, misses: 1, reopened: settled.length })
})

/** What earlier versions registered begins to be followed, a few motions at a time. */
import pg from 'pg'
import { expect } from 'vitest'
import { motionPaper, readDocument } from '../../../test/council.ts'
import { test, testActor } from '../../../test/database.ts'
import { on, registerSample } from '../../../test/life.ts'
import { transact } from '../../db/transact.ts'
import type { InTransaction } from '../receive-document.ts'
import { registerDocument } from '../register-document.ts'
import { followEarlier } from './follow-earlier.ts'

test('in batches, after a stop from where it was, and once', async ({ databases, owner }) => {
  const sizes: number[] = []
  const inTransaction: InTransaction = (work) => transact(databases.desk, testActor, work)
  await inTransaction(async (ctx) => {
    await registerSample(ctx)
    for (const [n, tree] of ['eik', 'beuk', 'kastanje', 'esdoorn', 'populier', 'hulst', 'taxus'].entries()) {
      const paper = motionPaper({
        number: `X.${n}`,
        title: `${tree}laan`,
        date: '2025-01-01',
        outcome: n === 6 ? 'rejected' : 'adopted',
        request: `een ${tree} te planten`,
      })
      await registerDocument(on(ctx, '2025-01-02'), { document: await readDocument(ctx, paper), version: 0 })
    }
  })
  const client = new pg.Client(owner)
  await client.connect()
  // As it was before matters existed. The owner may do what no login may.
  await client.query(`set session_replication_role = replica;
    truncate council.matter_history_detail, council.matter_official, council.matter_history, council.commitment_history_detail,
      council.commitment_history, council.matter cascade;
    update council.register_entry set matters = 0, term_due = null`)
  const stopping = new AbortController()
  const counted: InTransaction = async (work) => {
    const before = (await client.query('select count(*)::int as n from council.matter')).rows[0].n as number
    const result = await inTransaction(work)
    sizes.push(
      ((await client.query('select count(*)::int as n from council.matter')).rows[0].n as number) - before,
    )
    if (sizes.length === 2) stopping.abort()
    return result
  }
  const first = await followEarlier(counted, { batch: 2 }, stopping.signal)
  expect(sizes).toEqual([4, 2])
  expect(first).toEqual({ matters: 6, commitments: 0 })
  expect(await followEarlier(inTransaction, { batch: 2 })).toEqual({ matters: 3, commitments: 1 })
  expect(await followEarlier(inTransaction, { batch: 2 })).toEqual({ matters: 0, commitments: 0 })
  const { rows } = await client.query(
    'select count(*)::int as n, count(distinct (request_id, part_id))::int as own from council.matter',
  )
  expect(rows).toEqual([{ n: 9, own: 9 }])
  const register = await client.query(
    'select sum(matters)::int as n, count(term_due)::int as dated from council.register_entry where matters > 0',
  )
  expect(register.rows).toEqual([{ n: 9, dated: 7 }])
  await client.end()
})

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { expect, inject } from 'vitest'
import { test as base } from '../../test/database.ts'
import { asOwner, opening, staff, survivor, trajectory } from '../../test/trail-world.ts'
import type { CaseDatabases } from '../db/connect-case.ts'
import { caseConnections, connectCase } from '../db/connect-case.ts'
import { transactCase } from '../db/transact-case.ts'
import type { TrailLine } from './line.ts'
import { append, appendMany } from './trail.ts'

const test = base.extend<{ cases: CaseDatabases }>({
  cases: [
    async ({ owner }, use) => {
      const cases = connectCase(caseConnections(owner, inject('testServer').secret))
      await use(cases)
      await cases.close()
    },
    { scope: 'file' },
  ],
})

const opened: TrailLine = {
  event: 'case.opened',
  action: 'R',
  purpose: 'care',
  basis: 'public-task',
  relation: true,
}

const lines = async (owner: Parameters<typeof asOwner>[0], stream: string) =>
  asOwner(owner, async (client) => {
    const { rows } = await client.query('select * from audit.line where stream = $1 order by seq', [stream])
    return rows
  })

test('a line says who, what, whose, why; the actor comes from the session', async ({ cases, owner }) => {
  const who = await staff(owner, { roles: ['care-coordinator', 'care-worker'] })
  const id = await trajectory(owner, { team: [who] })
  const other = await staff(owner)
  const pretended = { ...opening(who), actor: other.actor }
  await transactCase(cases.casework, pretended, (ctx) =>
    append(ctx, { ...opened, trajectory: id, parts: { note: [3, 4] }, fields: ['body'] }),
  )
  const [line] = await lines(owner, `case/${id}`)
  expect(line).toMatchObject({
    seq: '1',
    event: 'case.opened',
    action: 'R',
    outcome: 'done',
    actor: who.id,
    actor_kind: 'staff',
    municipality: 'testdorp',
    trajectory_id: String(id),
    purpose: 'care',
    emergency: false,
    reason: null,
  })
  expect(JSON.parse(line.body)).toMatchObject({
    actor: { kind: 'staff', id: who.id, roles: ['care-coordinator', 'care-worker'] },
    parts: { note: [3, 4] },
    fields: ['body'],
    trace: 'ab'.repeat(16),
    activity: 'coordinate-care/1',
    span: expect.stringMatching(/^[0-9a-f]{16}$/),
    at: line.at.getTime(),
  })
})

test('each stream is a chain that Node computes alike', async ({ cases, owner }) => {
  const who = await staff(owner)
  const id = await trajectory(owner, { team: [who] })
  for (const events of [['case.opened', 'note.written'], ['case.printed']])
    await transactCase(cases.casework, opening(who), (ctx) =>
      appendMany(
        ctx,
        events.map((event) => ({ ...opened, event, trajectory: id })),
      ),
    )
  const found = await lines(owner, `case/${id}`)
  expect(found.map(({ event }) => event)).toEqual(['case.opened', 'note.written', 'case.printed'])
  let previous = Buffer.alloc(32)
  for (const { stream, seq, body, hash } of found) {
    const number = Buffer.alloc(8)
    number.writeBigUInt64BE(BigInt(seq))
    const digest = createHash('sha256').update(body).digest()
    previous = createHash('sha256')
      .update(previous)
      .update(stream)
      .update('\0')
      .update(number)
      .update(digest)
      .digest()
    expect(hash).toEqual(previous)
  }
})

test('a line goes or stays with its transaction', async ({ cases, owner }) => {
  const who = await staff(owner)
  const id = await trajectory(owner, { team: [who] })
  await expect(
    transactCase(cases.casework, opening(who), async (ctx) => {
      await append(ctx, { ...opened, trajectory: id })
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  expect(await lines(owner, `case/${id}`)).toEqual([])
})

test('a refusal for a case that is not there goes to who asked', async ({ cases, owner }) => {
  const who = await staff(owner)
  await transactCase(cases.casework, opening(who), (ctx) =>
    append(ctx, { ...opened, event: 'case.refused', trajectory: 999_999_999, reason: 'no-such-case' }),
  )
  const [line] = await lines(owner, `account/${who.id}`)
  expect(line).toMatchObject({ outcome: 'refused', reason: 'no-such-case', trajectory_id: null })
  expect(JSON.parse(line.body)).toMatchObject({ sought: 999_999_999 })
})

test('without a session only signing in and the keeper write', async ({ cases, owner }) => {
  const line: TrailLine = {
    event: 'sign-in.refused',
    action: 'E',
    purpose: 'operation',
    reason: 'unknown-card',
  }
  for (const db of [cases.gate, cases.keeper])
    await transactCase(db, opening({ program: 'sign-in' }), (ctx) => append(ctx, line))
  expect(await lines(owner, 'system')).toMatchObject([
    { actor_kind: 'system', actor: null },
    { actor_kind: 'system', seq: '2' },
  ])
  for (const db of [cases.casework, cases.partner, cases.survivor, cases.counts])
    await expect(
      transactCase(db, opening({ program: 'sign-in' }), (ctx) => append(ctx, line)),
    ).rejects.toThrow(/nobody acts|permission denied/)
})

test('PostgreSQL too takes no content', async ({ cases, owner }) => {
  const who = await staff(owner)
  const line = {
    event: 'note.written',
    action: 'C',
    outcome: 'done',
    purpose: 'care',
    trace: 'ab'.repeat(16),
  }
  for (const part of [
    { reason: 'she is afraid' },
    { parts: { note: 'she is afraid' } },
    { remark: 'afraid' },
    { event: 'afraid' },
    { purpose: 'because' },
    { actor: { kind: 'staff', id: who.id } },
  ])
    await expect(
      transactCase(cases.casework, opening(who), (ctx) =>
        sql`select * from audit.append(${JSON.stringify([{ ...line, ...part }])}::jsonb)`.execute(ctx.tx),
      ),
      JSON.stringify(part),
    ).rejects.toThrow('the trail takes codes')
})

test('nobody changes or removes a line, and no login writes one past the function', async ({
  cases,
  owner,
}) => {
  const who = await staff(owner, { roles: ['privacy-officer'] })
  for (const statement of [
    "update audit.line set body = '{}'",
    'delete from audit.line',
    'truncate audit.line cascade',
    "insert into audit.line (stream, seq, body, hash) values ('system', 99, '{}', decode(repeat('00', 32), 'hex'))",
    'update audit.head set seq = 0',
  ])
    for (const db of [cases.gate, cases.casework, cases.partner, cases.survivor, cases.keeper, cases.counts])
      await expect(
        transactCase(db, opening(who), (ctx) => sql.raw(statement).execute(ctx.tx)),
        statement,
      ).rejects.toThrow(/permission denied/)
  for (const statement of [
    "update audit.line set body = '{}'",
    'delete from audit.line',
    'truncate audit.line cascade',
  ])
    await expect(
      asOwner(owner, (client) => client.query(statement)),
      statement,
    ).rejects.toThrow('append-only')
})

test('who reads: officers of the town, she her own, the team through one function, the keeper no body', async ({
  cases,
  owner,
}) => {
  const who = await staff(owner)
  const officer = await staff(owner, { roles: ['privacy-officer'] })
  const elsewhere = await staff(owner, { roles: ['privacy-officer'], town: 'elders' })
  const stranger = await staff(owner)
  const id = await trajectory(owner, { team: [who] })
  const her = await survivor(owner, id)
  const their = await trajectory(owner, { town: 'elders' })
  await transactCase(cases.casework, opening(who), (ctx) =>
    appendMany(ctx, [
      { ...opened, trajectory: id },
      { ...opened, event: 'case.refused', trajectory: their, reason: 'elsewhere' },
    ]),
  )
  const seen = (db: CaseDatabases['casework'], one: typeof who, text: string) =>
    transactCase(
      db,
      opening(one),
      async (ctx) => (await sql<{ stream: string }>`${sql.raw(text)}`.execute(ctx.tx)).rows,
    )
  const mine = `select stream from audit.line where stream in ('case/${id}', 'case/${their}') order by stream`
  expect(await seen(cases.casework, officer, mine)).toHaveLength(2)
  expect(await seen(cases.casework, elsewhere, mine)).toEqual([{ stream: `case/${their}` }])
  expect(await seen(cases.casework, who, mine)).toEqual([])
  await expect(seen(cases.survivor, her, mine)).rejects.toThrow('permission denied')
  const looked = 'select kind, account_id, event, action, purpose, emergency from audit.looked()'
  const look = {
    kind: 'staff',
    account_id: who.id,
    event: 'case.opened',
    action: 'R',
    purpose: 'care',
    emergency: false,
  }
  expect(await seen(cases.survivor, her, looked)).toEqual([look])
  const team = `select kind, account_id, event, action, purpose, emergency from audit.who_looked(${id})`
  expect(await seen(cases.casework, who, team)).toEqual([look])
  expect(await seen(cases.casework, stranger, team)).toEqual([])
  const kept = `select seq, hash from audit.line where stream = 'case/${id}'`
  expect(await seen(cases.keeper, who, kept)).toHaveLength(1)
  await expect(seen(cases.keeper, who, 'select body from audit.line')).rejects.toThrow('permission denied')
})

test('those who write to the same streams wait for each other and end', async ({ cases, owner }) => {
  const who = await staff(owner)
  const one = await trajectory(owner, { team: [who] })
  const two = await trajectory(owner, { team: [who] })
  await Promise.all(
    Array.from({ length: 24 }, (_, at) =>
      transactCase(cases.casework, opening(who), (ctx) =>
        appendMany(
          ctx,
          (at % 2 ? [one, two] : [two, one]).map((id) => ({ ...opened, trajectory: id })),
        ),
      ),
    ),
  )
  for (const id of [one, two])
    expect((await lines(owner, `case/${id}`)).map(({ seq }) => Number(seq))).toEqual(
      Array.from({ length: 24 }, (_, at) => at + 1),
    )
})

import { randomBytes, randomUUID } from 'node:crypto'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, inject } from 'vitest'
import { test } from '../../../test/database.ts'
import { memoryVault } from '../../../test/vault.ts'
import { type Canary, writeCanaries } from '../../../test/vault-proof.ts'
import type { CaseActor } from '../../case-ctx.ts'
import type { Connection } from '../../db/connect.ts'
import { loginFor } from '../../db/connect.ts'
import { transactCase } from '../../db/transact-case.ts'
import { NotFound } from '../../errors.ts'
import { secretKek } from '../kek.ts'
import { openVault } from '../open-vault.ts'
import { dueForErasure, erasePerson, reapplyErasures } from './erase.ts'
import { addToJournal, JournalDamaged, readJournal } from './journal.ts'

const folder = mkdtempSync(join(tmpdir(), 'erase-'))
afterAll(() => rmSync(folder, { recursive: true }))
const program: CaseActor = { kind: 'system', name: 'test', municipality: 'testdorp' }
const opening = { actor: program, token: null, now: new Date('2041-06-01T09:00:00Z') }

async function query<T extends object>(
  owner: Connection,
  text: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    return (await client.query<T>(text, values)).rows
  } finally {
    await client.end()
  }
}

test('of an erased case no sealed byte is left in any table, and nobody reaches it', async ({
  caseDbs,
  owner,
}) => {
  const vault = memoryVault()
  const [canary, other] = (await writeCanaries(owner, vault, 2)) as [Canary, Canary]
  const [{ staff }] = (await query<{ staff: string }>(
    owner,
    `select id as staff from gate.account where kind = 'staff'`,
  )) as [{ staff: string }]
  await query(
    owner,
    `insert into gate.role (account_id, role, proposed_at, approved_at) values ($1, 'care-worker', now(), now())`,
    [staff],
  )
  for (const { trajectory } of [canary, other]) {
    const sealed = randomBytes(40)
    for (const [text, ...values] of [
      [
        `insert into gate.organisation (id, municipality, name, kind) values (md5($1::bigint::text)::uuid, 'testdorp', 'De Haven', 'shelter')`,
        trajectory,
      ],
      [
        `insert into reintegration.basis (id, trajectory_id, kind, law, purpose, from_at) overriding system value values ($1, $1, 'public-task', 'wmo-2.3.2', 'care', now())`,
        trajectory,
      ],
      [
        `insert into reintegration.care_relation (trajectory_id, account_id, part, from_at) values ($1, $2, 'coordinator', now())`,
        trajectory,
        staff,
      ],
      [
        `insert into reintegration.share (id, trajectory_id, organisation_id, basis_id, purpose, from_at, until_at, shared_by) overriding system value
        values ($1, $1, md5($1::bigint::text)::uuid, $1, 'care', now(), now() + interval '1 day', $2)`,
        trajectory,
        staff,
      ],
      [
        'insert into reintegration.share_item (trajectory_id, share_id, category, body) values ($1, $1, $2, $3)',
        trajectory,
        'name',
        sealed,
      ],
      [
        'insert into reintegration.share_message (trajectory_id, share_id, written_by, body, at) values ($1, $1, $2, $3, now())',
        trajectory,
        staff,
        sealed,
      ],
      [
        `insert into reintegration.message (trajectory_id, written_by, kind, body, at) values ($1, $2, 'message', $3, now())`,
        trajectory,
        staff,
        sealed,
      ],
      [
        `insert into reintegration.contact (trajectory_id, who, kind) values ($1, $2, 'informal')`,
        trajectory,
        sealed,
      ],
      [
        `insert into reintegration.goal (trajectory_id, domain, words, step, set_by, set_at) values ($1, 'work', $2, $2, $3, now())`,
        trajectory,
        sealed,
        staff,
      ],
      [
        `insert into reintegration.appointment (trajectory_id, at, kind, body, place, made_by) values ($1, now(), 'care', $2, $2, $3)`,
        trajectory,
        sealed,
        staff,
      ],
      [
        `insert into reintegration.history (trajectory_id, at, part, row_id, change, version, before) values ($1, now(), 'note', 1, 'changed', 1, $2)`,
        trajectory,
        sealed,
      ],
      [
        `insert into gate.account (municipality, kind, trajectory_id) values ('testdorp', 'survivor', $1)`,
        trajectory,
      ],
    ] as [string, ...unknown[]][])
      await query(owner, text, values)
  }
  const left = async (trajectory: number) => {
    const columns = await query<{ table: string; column: string }>(
      owner,
      `select c.table_schema || '.' || c.table_name as "table", c.column_name as "column" from information_schema.columns c
       where c.table_schema in ('reintegration', 'vault') and c.data_type = 'bytea'
         and (c.table_name = 'trajectory' or exists (select from information_schema.columns t
           where t.table_schema = c.table_schema and t.table_name = c.table_name and t.column_name = 'trajectory_id'))`,
    )
    const found: string[] = []
    for (const { table, column } of columns) {
      const of = table === 'reintegration.trajectory' ? 'id' : 'trajectory_id'
      const rows = await query(owner, `select from ${table} where ${of} = $1 and length(${column}) > 0`, [
        trajectory,
      ])
      if (rows.length > 0) found.push(`${table}.${column}`)
    }
    return found
  }
  const before = await left(canary.trajectory)
  expect(before.length).toBeGreaterThanOrEqual(15)
  const journal = join(folder, 'one.jsonl')
  await transactCase(caseDbs.keeper, { ...opening, vault }, (ctx) =>
    erasePerson(ctx, { personId: canary.person, because: 'term', journal }),
  )
  expect(await left(canary.trajectory)).toEqual([])
  expect(await left(other.trajectory)).toEqual(before)
  expect(await vault.keyOf(canary.person)).toBeNull()
  expect(await vault.keyOf(other.person)).not.toBeNull()
  expect(readJournal(journal)).toHaveLength(2)
  const [state] = await query(
    owner,
    `select trajectory.state, trajectory.number, trajectory.erased_at is not null as erased, account.ended_at is not null as ended,
       relation.until_at is not null as parted, share.stopped_at is not null as stopped
     from reintegration.trajectory trajectory join gate.account account on account.trajectory_id = trajectory.id
     join reintegration.care_relation relation on relation.trajectory_id = trajectory.id
     join reintegration.share share on share.trajectory_id = trajectory.id where trajectory.id = $1`,
    [canary.trajectory],
  )
  expect(state).toEqual({
    state: 'closed',
    number: `T-${1000 + canary.trajectory}`,
    erased: true,
    ended: true,
    parted: true,
    stopped: true,
  })
})

describe('who erases', () => {
  test('is not staff without that role, nor a partner or herself', async ({ owner, caseDbs }) => {
    const vault = memoryVault()
    const personId = randomUUID()
    await expect(
      transactCase(caseDbs.casework, { ...opening, vault }, (ctx) =>
        erasePerson(ctx, { personId, because: 'request', journal: '' }),
      ),
    ).rejects.toMatchObject({ code: '42501' })
    for (const group of [
      'schakel_partner',
      'schakel_survivor',
      'schakel_counts',
      'schakel_gate',
      'schakel_desk',
      'schakel_public',
    ] as const) {
      const login = loginFor(owner, inject('testServer').secret, group)
      await expect(query(login, `select reintegration.erase(gen_random_uuid(), 'request')`)).rejects.toThrow(
        'permission denied',
      )
    }
  })

  test('finds nobody of whom there is no case, and then destroys nothing', async ({ caseDbs }) => {
    const vault = memoryVault()
    const personId = randomUUID()
    await vault.create(personId)
    const journal = join(folder, 'nobody.jsonl')
    await expect(
      transactCase(caseDbs.keeper, { ...opening, vault }, (ctx) =>
        erasePerson(ctx, { personId, because: 'term', journal }),
      ),
    ).rejects.toThrow(NotFound)
    expect(await vault.keyOf(personId)).not.toBeNull()
    expect(readJournal(journal)).toEqual([])
  })
})

test('due is a closed case whose last day is over; never one without a known term', async ({
  caseDbs,
  owner,
}) => {
  const row = (keep: string | null, more = `'closed', now(), 'completed', null`) =>
    query<{ id: number }>(
      owner,
      `insert into reintegration.trajectory (municipality, number, person_id, opened_at, keep_until, state, closed_at, closure, erased_at)
       values ('due', gen_random_uuid(), gen_random_uuid(), now(), $1, ${more}) returning id::int`,
      [keep],
    ).then(([one]) => one?.id)
  const expected = [await row('2041-05-30'), await row('2041-05-31')]
  await row('2041-06-01')
  await row(null)
  await row('2030-01-01', `'active', null, null, null`)
  await row('2030-01-01', `'closed', now(), 'completed', now()`)
  const due = await transactCase(caseDbs.keeper, { ...opening, vault: memoryVault() }, (ctx) =>
    dueForErasure(ctx),
  )
  expect(
    due.filter(({ municipality }) => municipality === 'due').map(({ trajectoryId }) => trajectoryId),
  ).toEqual(expected)
})

test('an erasure that was cut off between its steps is finished at the next start', async ({
  caseDbs,
  keyStore,
  owner,
}) => {
  const key = randomBytes(32)
  const vault = await openVault({ keyStore, kek: secretKek(() => [key]), clock: () => new Date() })
  await query(
    owner,
    'delete from gate.account where name is not null and not exists (select from reintegration.trajectory)',
  )
  const journal = join(folder, 'cut.jsonl')
  const parts = { keeper: caseDbs.keeper, keyStore, journal, now: opening.now }
  await reapplyErasures(parts)
  const people = await Promise.all(
    ['only the journal', 'only the key', 'only the database'].map(async (name) => {
      const person = randomUUID()
      await vault.create(person)
      await query(
        owner,
        `insert into reintegration.trajectory (municipality, number, person_id, opened_at, state, closed_at, closure)
         values ('cut', $1, $2, now(), 'closed', now(), 'completed')`,
        [name, person],
      )
      return person
    }),
  )
  const [inJournal, inStore, inDatabase] = people as [string, string, string]
  addToJournal(journal, [{ person: inJournal, on: '2041-01-01' }])
  await vault.destroy(inStore)
  await query(owner, `select reintegration.erase($1, 'term')`, [inDatabase])
  expect(await reapplyErasures(parts)).toEqual({ keys: 2, cases: 2 })
  expect(await reapplyErasures(parts)).toEqual({ keys: 0, cases: 0 })
  const { rows } = {
    rows: await query<{ n: number }>(
      owner,
      `select count(*)::int as n from reintegration.trajectory where municipality = 'cut' and erased_at is not null`,
    ),
  }
  expect(rows[0]?.n).toBe(3)
  expect(
    readJournal(journal)
      .map(({ person }) => person)
      .sort(),
  ).toEqual(expect.arrayContaining([...people].sort()))
  const fresh = await openVault({ keyStore, kek: secretKek(() => [key]), clock: () => new Date() })
  for (const person of people) expect(await fresh.keyOf(person)).toBeNull()
})

describe('the journal', () => {
  const one = { person: randomUUID(), on: '2041-06-01' }
  test('is empty when it is not there; each person stands in it once, by the first day', () => {
    const file = join(folder, 'journal')
    expect(readJournal(file)).toEqual([])
    addToJournal(file, [one, { ...one, on: '2041-06-02' }])
    expect(readJournal(file)).toEqual([one])
  })
  test('forgives a last line that a crash cut off, also after the next one was added', () => {
    const file = join(folder, 'torn')
    addToJournal(file, [one])
    appendFileSync(file, '{"person":"1234')
    expect(readJournal(file)).toEqual([one])
    const two = { person: randomUUID(), on: '2041-06-03' }
    addToJournal(file, [two])
    expect(readJournal(file)).toEqual([one, two])
  })
  test.each(['nonsense', '{"person":"x","on":"2041-06-01"}', '{"person":"","name":"Amira"}', ''])(
    'is damaged by %j',
    (line) => {
      const file = join(folder, 'damaged')
      writeFileSync(file, '')
      addToJournal(file, [one])
      writeFileSync(file, `${line}\n${readFileSync(file, 'utf8')}`)
      expect(() => readJournal(file)).toThrow(JournalDamaged)
    },
  )
})

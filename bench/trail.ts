/** What the trail costs: writers at the same time with and without it, and verifying a million lines. On a PostgreSQL of its own. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { digestOf, link, origin } from '../src/audit/chain.ts'
import { append, signerOf, trailSource, verifyTrail, witnessOf } from '../src/audit/index.ts'
import type { CaseActor } from '../src/case-ctx.ts'
import type { Connection } from '../src/db/connect.ts'
import { ensureRoles, loginFor, open } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded/start.ts'
import { migrate } from '../src/db/migrate.ts'
import type { Tables } from '../src/db/tables.ts'
import { readAsGuard, transactCase } from '../src/db/transact-case.ts'
import { checkpoint } from '../src/run-keeper.ts'
import { memoryVault } from '../test/vault.ts'
import { shown, summary, verdict } from './measure.ts'

export type Place = { owner: Connection; client: pg.Client; secret: string; folder: string }

export async function inDatabase(throwAway: boolean, use: (place: Place) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'schakel-bench-trail-'))
  chmodSync(folder, 0o711)
  const secret = randomBytes(16).toString('hex')
  const server = await startEmbedded(folder, secret, { throwAway })
  const client = new pg.Client(server.owner)
  try {
    await client.connect()
    await ensureRoles(client, server.owner, secret)
    await migrate(client)
    await client.query(`insert into meta.installation (mode) values ('demo')`)
    await use({ owner: server.owner, client, secret, folder })
  } finally {
    await client.end()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A member of staff with a session, and cases that they may open. */
async function people(client: pg.Client, count: number) {
  const account = randomUUID()
  const token = randomUUID() + randomUUID()
  await client.query(
    `insert into gate.account (id, municipality, kind, name) values ($1, 'testdorp', 'staff', 'Iemand')`,
    [account],
  )
  await client.query(
    `insert into gate.role (account_id, role, proposed_at, approved_at) values ($1, 'care-worker', now(), now())`,
    [account],
  )
  await client.query(
    `insert into gate.session (token_hash, account_id, method, opened_at, seen_at, idle, expires_at)
     values ($1, $2, 'demo', now(), now(), '1 day', now() + interval '1 day')`,
    [createHash('sha256').update(token).digest(), account],
  )
  const { rows } = await client.query<{ id: string }>(
    `insert into reintegration.trajectory (municipality, number, person_id, opened_at)
     select 'testdorp', 'B-' || place, gen_random_uuid(), now() from generate_series(1, $1::int) place returning id`,
    [count],
  )
  const ids = rows.map(({ id }) => Number(id))
  await client.query(
    `insert into reintegration.basis (trajectory_id, kind, law, purpose, from_at)
     select unnest($1::bigint[]), 'public-task', 'avg-6-1-e', 'care', now()`,
    [ids],
  )
  await client.query(
    `insert into reintegration.care_relation (trajectory_id, account_id, part, from_at)
     select unnest($1::bigint[]), $2, 'worker', now()`,
    [ids, account],
  )
  const actor: CaseActor = {
    kind: 'staff',
    accountId: account,
    name: 'Iemand',
    roles: ['care-worker'],
    municipality: 'testdorp',
  }
  return { account, token, ids, actor }
}

const writersAtOnce = 16
const roundSeconds = 4
const rounds = 3

/** Sixteen writers, each adding a sealed note in a transaction of its own, with a line of the trail and without; by turns. */
export async function writers() {
  await inDatabase(false, async ({ owner, client, secret }) => {
    const { account, token, ids, actor } = await people(client, 200)
    const db = open<Tables>(loginFor(owner, secret, 'schakel_casework'), writersAtOnce)
    const vault = memoryVault()
    const key = await vault.create(randomUUID())
    const write = (id: number, audited: boolean) =>
      transactCase(db, { actor, token, vault }, async (ctx) => {
        const body = key.seal(
          { table: 'reintegration.note', row: '1', column: 'body', version: 1 },
          'A note.',
        )
        await ctx.tx
          .insertInto('reintegration.note')
          .values({
            trajectory_id: id,
            kind: 'conversation',
            body,
            written_by: account,
            written_at: new Date(),
          } as never)
          .execute()
        if (audited)
          await append(ctx, {
            event: 'note.written',
            action: 'C',
            purpose: 'care',
            trajectory: id,
            fields: ['body'],
          })
      })
    const round = async (audited: boolean, seconds: number) => {
      const end = performance.now() + seconds * 1000
      let done = 0
      await Promise.all(
        Array.from({ length: writersAtOnce }, async () => {
          while (performance.now() < end) {
            await write(ids[Math.floor(Math.random() * ids.length)]!, audited)
            done++
          }
        }),
      )
      return done / seconds
    }
    await round(true, 1)
    await round(false, 1)
    const plain: number[] = []
    const audited: number[] = []
    for (let turn = 0; turn < rounds; turn++) {
      plain.push(await round(false, roundSeconds))
      audited.push(await round(true, roundSeconds))
    }
    console.log(`  without: ${shown(summary(plain), '/s')}; with: ${shown(summary(audited), '/s')}`)
    verdict(
      `${writersAtOnce} writers: without the trail, times as many`,
      summary(plain).median / summary(audited).median,
      // 0.6 of the throughput without it.
      1.66,
      '×',
    )
    await db.destroy()
  })
}

const million = Number(process.env.BENCH_LINES ?? 1_000_000)
const perStream = 50

/** Fills, seals and verifies a million lines; then one is changed by somebody who computes all hashes of its stream anew. */
export async function verifying() {
  await inDatabase(true, async ({ owner, client, secret, folder }) => {
    await fill(client)
    const keeper = open<Tables>(loginFor(owner, secret, 'schakel_keeper'), 2)
    const signer = signerOf(randomBytes(32).toString('hex'), 'bench')
    const kept = path.join(folder, 'checkpoints')
    const databases = { keeper }
    const sealing = performance.now()
    await checkpoint({ databases, vault: memoryVault(), clock: () => new Date(), signer, folder: kept })
    console.log(`  sealing: ${((performance.now() - sealing) / 1000).toFixed(1)} s`)
    const again = performance.now()
    await append16(keeper)
    await checkpoint({ databases, vault: memoryVault(), clock: () => new Date(), signer, folder: kept })
    console.log(`  the next checkpoint: ${((performance.now() - again) / 1000).toFixed(2)} s`)
    const owners = open<Tables>(owner, 1)
    const verify = () =>
      readAsGuard(owners, (tx) => verifyTrail(trailSource(tx), kept, [witnessOf(signer.publicKey, 'bench')]))
    const begun = performance.now()
    const before = process.cpuUsage()
    const clean = await verify()
    const { user, system } = process.cpuUsage(before)
    console.log(`  by the clock: ${((performance.now() - begun) / 1000).toFixed(1)} s`)
    console.log(`  ${clean.lines} lines in ${clean.streams} streams, ${clean.findings.length} findings`)
    if (clean.findings.length > 0) throw new Error('an untouched trail is not clean')
    verdict('verifying, processor', (user + system) / clean.lines, 60, 's a million lines')
    await forge(client)
    const { findings } = await verify()
    console.log(`  after a change with all hashes computed anew: ${JSON.stringify(findings)}`)
    if (findings.length !== 1) throw new Error('the changed line was not found')
    await Promise.all([keeper.destroy(), owners.destroy()])
  })
}

/** As `audit.append` would write it, but by thousands; the chain is computed here. */
async function fill(client: pg.Client): Promise<void> {
  const begun = performance.now()
  await client.query('begin')
  for (let first = 0; first < million / perStream; first += 100) {
    const rows: { stream: string; seq: number; body: string; hash: Buffer }[] = []
    for (let at = first; at < Math.min(first + 100, million / perStream); at++) {
      let hash = origin
      for (let seq = 1; seq <= perStream; seq++) {
        const stream = `case/${at + 1}`
        const body = bodyOf(at + 1, seq)
        hash = link(hash, stream, seq, digestOf(body))
        rows.push({ stream, seq, body, hash })
      }
    }
    await client.query(
      `insert into audit.line (stream, seq, body, hash)
       select * from unnest($1::text[], $2::bigint[], $3::text[], $4::bytea[])`,
      [rows.map((r) => r.stream), rows.map((r) => r.seq), rows.map((r) => r.body), rows.map((r) => r.hash)],
    )
  }
  await client.query('commit')
  await client.query('analyze audit.line')
  console.log(`  filling: ${((performance.now() - begun) / 1000).toFixed(1)} s`)
}

function bodyOf(trajectory: number, seq: number): string {
  return JSON.stringify({
    id: randomUUID(),
    at: 1_772_442_000_000 + seq * 1000,
    began: 1_772_442_000_000 + seq * 1000,
    event: 'case.opened',
    action: 'R',
    outcome: 'done',
    actor: {
      kind: 'staff',
      id: '5b6f0c7e-0000-4000-8000-00000000000a',
      municipality: 'testdorp',
      roles: ['care-worker'],
    },
    municipality: 'testdorp',
    trajectory,
    purpose: 'care',
    basis: 'public-task',
    relation: true,
    trace: 'ab'.repeat(16),
    span: 'cd'.repeat(8),
    activity: 'coordinate-care/1',
  })
}

async function append16(keeper: ReturnType<typeof open<Tables>>): Promise<void> {
  const actor = { kind: 'system' as const, name: 'keeper', municipality: 'testdorp' }
  await transactCase(keeper, { actor, token: null, vault: memoryVault() }, async (ctx) => {
    for (let at = 0; at < 16; at++)
      await append(ctx, {
        event: 'session.ended',
        action: 'U',
        purpose: 'operation',
        municipality: 'testdorp',
      })
  })
}

async function forge(client: pg.Client): Promise<void> {
  const stream = 'case/77'
  await client.query('set session_replication_role = replica')
  await client.query(
    `update audit.line set body = replace(body, 'case.opened', 'case.listed') where stream = $1 and seq = 13`,
    [stream],
  )
  const { rows } = await client.query<{ seq: string; body: string }>(
    'select seq, body from audit.line where stream = $1 order by seq',
    [stream],
  )
  let hash = origin
  for (const { seq, body } of rows) {
    hash = link(hash, stream, Number(seq), digestOf(body))
    await client.query('update audit.line set hash = $3 where stream = $1 and seq = $2', [stream, seq, hash])
  }
  await client.query('set session_replication_role = default')
}

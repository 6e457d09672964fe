import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely, Transaction } from 'kysely'
import { sql } from 'kysely'
import { describe, expect, inject } from 'vitest'
import { test as base } from '../../../test/database.ts'
import {
  again,
  anotherReader,
  forged,
  inTurn,
  remove,
  renumber,
  swapBodies,
} from '../../../test/trail-attacks.ts'
import { opening, trajectory } from '../../../test/trail-world.ts'
import { open } from '../../db/connect.ts'
import type { CaseDatabases } from '../../db/connect-case.ts'
import { caseConnections, connectCase } from '../../db/connect-case.ts'
import type { Tables } from '../../db/tables.ts'
import { readAsGuard, transactCase } from '../../db/transact-case.ts'
import { ExportedAhead, exportCheckpoints, exportedFiles } from '../checkpoints/exported.ts'
import type { Signer } from '../checkpoints/signer.ts'
import { signerOf, witnessOf } from '../checkpoints/signer.ts'
import { writeCheckpoint } from '../checkpoints/write-checkpoint.ts'
import { appendMany } from '../trail.ts'
import { trailSource } from './trail-source.ts'
import { verifyTrail } from './verify-trail.ts'

type Laid = { folder: string; signer: Signer; cases: CaseDatabases; ids: number[]; owners: Kysely<Tables> }

/** Three cases of twelve lines each, with a checkpoint after every four; a tail of two lines that no checkpoint has. */
const test = base.extend<{ laid: Laid }>({
  laid: [
    async ({ owner }, use) => {
      const cases = connectCase(caseConnections(owner, inject('testServer').secret))
      const owners = open<Tables>(owner)
      const folder = mkdtempSync(join(tmpdir(), 'schakel-checkpoints-'))
      const signer = signerOf(randomBytes(32).toString('hex'), 'test')
      const ids = [await trajectory(owner), await trajectory(owner), await trajectory(owner)]
      for (let round = 0; round < 3; round++) {
        for (const id of ids) await write(cases, id, 4)
        await keep(cases, folder, signer)
      }
      await write(cases, ids[0]!, 2)
      await use({ folder, signer, cases, ids, owners })
      await cases.close()
      await owners.destroy()
      rmSync(folder, { recursive: true })
    },
    { scope: 'file' },
  ],
})

const keeper = opening({ program: 'keeper' })

async function write(cases: CaseDatabases, trajectoryId: number, count: number): Promise<void> {
  const line = { event: 'case.opened', action: 'R', purpose: 'care', trajectory: trajectoryId } as const
  await transactCase(cases.keeper, keeper, (ctx) =>
    appendMany(
      ctx,
      Array.from({ length: count }, () => line),
    ),
  )
}

async function keep(cases: CaseDatabases, folder: string, signer: Signer): Promise<void> {
  await transactCase(cases.keeper, keeper, (ctx) => writeCheckpoint(ctx, signer))
  await transactCase(cases.keeper, keeper, (ctx) => exportCheckpoints(ctx, folder, signer))
}

const found = async ({ folder, signer }: Laid, tx: Transaction<Tables>, at = folder) =>
  (await verifyTrail(trailSource(tx), at, [witnessOf(signer.publicKey, 'test')])).findings

/** What the owner of the server does, with the triggers off; undone afterwards. */
async function attacked(laid: Laid, attack: string, folder?: string) {
  const tx = await laid.owners.startTransaction().execute()
  try {
    await sql`set local session_replication_role = replica`.execute(tx)
    for (const statement of attack.split(';').filter((part) => part.trim()))
      await sql.raw(statement).execute(tx)
    return await found(laid, tx, folder)
  } finally {
    await tx.rollback().execute()
  }
}

test('an untouched trail is clean, also as the role that verifies', async ({ laid }) => {
  const result = await readAsGuard(laid.owners, (tx) =>
    verifyTrail(trailSource(tx), laid.folder, [witnessOf(laid.signer.publicKey, 'test')]),
  )
  expect(result).toMatchObject({ lines: 38, sealed: 36, streams: 3, checkpoints: 3, findings: [] })
})

const longAgo = `(body::jsonb ->> 'at')::bigint`

type Attack = [name: string, attack: (stream: string) => string, expected: (stream: string) => object[]]
const line = (fault: string, stream: string, seq: number, more = {}) => ({
  of: 'line',
  fault,
  stream,
  seq,
  ...more,
})

describe('what whoever owns the server does is found and named', () => {
  test.for<Attack>([
    ['a changed line', (s) => anotherReader(s, 6), (s) => [line('changed', s, 6)]],
    [
      'a changed line, all hashes computed again',
      (s) => inTurn(anotherReader(s, 6), again(s)),
      (s) => [line('changed', s, 6)],
    ],
    [
      'two changed lines, all hashes computed again',
      (s) => inTurn(anotherReader(s, 1), anotherReader(s, 12), again(s)),
      (s) => [line('changed', s, 1), line('changed', s, 12)],
    ],
    ['a removed line', (s) => remove(s, 'seq = 5'), (s) => [line('missing', s, 5)]],
    [
      'a removed line, the rest numbered and hashed again',
      (s) => inTurn(remove(s, 'seq = 5'), renumber(s, 5, -1), again(s)),
      (s) => [line('missing', s, 5)],
    ],
    [
      'the first line removed, the rest hashed again',
      (s) => inTurn(remove(s, 'seq = 1'), renumber(s, 1, -1), again(s)),
      (s) => [line('missing', s, 1)],
    ],
    [
      'two lines swapped',
      (s) => swapBodies(s, 3, 9),
      (s) => [line('moved', s, 3, { detail: 'to-9' }), line('moved', s, 9, { detail: 'to-3' })],
    ],
    [
      'two lines swapped, hashes computed again',
      (s) => inTurn(swapBodies(s, 3, 9), again(s)),
      (s) => [line('moved', s, 3, { detail: 'to-9' }), line('moved', s, 9, { detail: 'to-3' })],
    ],
    [
      'a line put in between',
      (s) => inTurn(renumber(s, 7, 1), forged(s, 8, longAgo), again(s)),
      (s) => [line('inserted', s, 8)],
    ],
    ['the end cut off', (s) => remove(s, 'seq > 9'), (s) => [line('missing', s, 10, { until: 12 })]],
    [
      'the end cut off and written anew',
      (s) => inTurn(remove(s, 'seq > 10'), forged(s, 11, longAgo), forged(s, 12, longAgo), again(s)),
      (s) => [line('changed', s, 11), line('changed', s, 12)],
    ],
    [
      'a line added at the end with an earlier date',
      (s) => inTurn(forged(s, 13, longAgo), again(s)),
      (s) => [line('backdated', s, 13)],
    ],
    [
      'a stream made up with an earlier date',
      () =>
        inTurn(
          forged('case/1', 1, longAgo)
            .replace("where stream = 'case/1'", "where stream = 'case/2'")
            .replace('select stream', "select 'system'"),
          again('system'),
        ),
      () => [line('backdated', 'system', 1)],
    ],
    [
      'a whole stream dropped',
      (s) => remove(s, 'true'),
      (s) => [{ of: 'stream', fault: 'missing', stream: s, seq: 1, until: 12 }],
    ],
    [
      'a hash overwritten',
      (s) => `update audit.line set hash = decode(repeat('ab', 32), 'hex') where stream = '${s}' and seq = 6`,
      (s) => [line('hash', s, 6), line('hash', s, 7)],
    ],
    [
      'a column that says another thing than its line',
      (s) =>
        inTurn(
          'alter table audit.line alter column purpose drop expression',
          `update audit.line set purpose = 'own' where stream = '${s}' and seq = 6`,
        ),
      (s) => [
        line('column', s, 6, { detail: 'purpose' }),
        { of: 'guard', fault: 'off', detail: 'column-purpose' },
      ],
    ],
    [
      'a trigger that is off',
      () => 'alter table audit.line disable trigger append_only',
      () => [{ of: 'guard', fault: 'off', detail: 'trigger-line' }],
    ],
    [
      'row-level security that is off',
      () => 'alter table audit.line no force row level security',
      () => [{ of: 'guard', fault: 'off', detail: 'row-security-line' }],
    ],
    [
      'a checkpoint changed in the database',
      () => `update audit.checkpoint set body = replace(body, '"lines":', '"lines":1') where number = 2`,
      () => [{ of: 'checkpoint', fault: 'database-differs', number: 2 }],
    ],
    [
      'a checkpoint removed from the database',
      () => 'delete from audit.checkpoint where number = 2',
      () => [{ of: 'checkpoint', fault: 'database-missing', number: 2 }],
    ],
    [
      'an old checkpoint put in as a new one',
      () => 'insert into audit.checkpoint select 4, body, signature from audit.checkpoint where number = 2',
      () => [{ of: 'checkpoint', fault: 'database-only', number: 4 }],
    ],
    [
      'everything put back to an earlier checkpoint',
      () => inTurn('delete from audit.checkpoint where number > 2', 'delete from audit.line where seq > 8'),
      () =>
        [2, 3, 4]
          .map(() => expect.objectContaining({ of: 'line', fault: 'missing', seq: 9, until: 12 }))
          .concat([{ of: 'checkpoint', fault: 'database-missing', number: 3 } as never]),
    ],
  ])('%s', async ([, attack, expected], { laid }) => {
    const stream = `case/${laid.ids[1]}`
    expect(await attacked(laid, attack(stream).replaceAll("'case/2'", `'${stream}'`))).toEqual(
      expected(stream),
    )
  })
})

describe('what is done to the exported files is found', () => {
  type Edit = [name: string, edit: (lines: string[]) => string[], expected: object[]]
  const checkpoint = (fault: string, number: number) => ({ of: 'checkpoint', fault, number })
  test.for<Edit>([
    [
      'a checkpoint changed',
      (all) => all.map((one, at) => (at === 1 ? one.replace('\\"lines\\":2', '\\"lines\\":3') : one)),
      [checkpoint('signature', 2), checkpoint('missing', 2)],
    ],
    ['a checkpoint taken out', (all) => all.filter((_, at) => at !== 1), [checkpoint('missing', 2)]],
    ['an old one again at the end', (all) => [...all, all[0]!], [checkpoint('replayed', 1)]],
    ['a line that is none', (all) => [...all, 'x'], [checkpoint('unreadable', 4)]],
    ['half a line at the end, being written', (all) => [...all.slice(0, -1), `${all.at(-1)}\n{"bo`], []],
  ])('%s', async ([, edit, expected], { laid }) => {
    const folder = mkdtempSync(join(tmpdir(), 'schakel-copy-'))
    const [file] = exportedFiles(laid.folder)
    const lines = readFileSync(file!, 'utf8').trimEnd().split('\n')
    const text = edit(lines).join('\n')
    writeFileSync(join(folder, '2026-01-01.jsonl'), text.endsWith('{"bo') ? text : `${text}\n`)
    expect(await attacked(laid, '', folder)).toEqual(expect.arrayContaining(expected))
    if (expected.length === 0) expect(await attacked(laid, '', folder)).toEqual([])
    rmSync(folder, { recursive: true })
  })

  test('signed with a key that is not trusted', async ({ laid }) => {
    const other = signerOf(randomBytes(32).toString('base64'), 'test')
    expect(await attacked({ ...laid, signer: other }, '')).toEqual(
      expect.arrayContaining([
        { of: 'checkpoint', fault: 'key-unknown', number: 1, detail: laid.signer.keyId },
      ]),
    )
  })
})

test('the keeper sees a changed stream as soon as a line comes to it', async ({ laid, owner }) => {
  const { cases, folder, signer, owners } = laid
  const id = await trajectory(owner)
  await write(cases, id, 3)
  await keep(cases, folder, signer)
  await owners.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    for (const statement of inTurn(anotherReader(`case/${id}`, 2), again(`case/${id}`)).split(';'))
      await sql.raw(statement).execute(tx)
  })
  await write(cases, id, 1)
  const made = await transactCase(cases.keeper, keeper, (ctx) => writeCheckpoint(ctx, signer))
  expect(made?.broken).toEqual([[`case/${id}`, 4]])
})

test('exports go on where they were, and stop when the database was put back', async ({ laid, owner }) => {
  const { cases, signer, owners } = laid
  const folder = mkdtempSync(join(tmpdir(), 'schakel-copy-'))
  const out = () => transactCase(cases.keeper, keeper, (ctx) => exportCheckpoints(ctx, folder, signer))
  const last = await out()
  appendFileSync(exportedFiles(folder).at(-1)!, '{"body": "half')
  await write(cases, await trajectory(owner), 1)
  await transactCase(cases.keeper, keeper, (ctx) => writeCheckpoint(ctx, signer))
  expect(await out()).toBe(last + 1)
  expect(readFileSync(exportedFiles(folder).at(-1)!, 'utf8')).not.toContain('half')
  await owners.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`delete from audit.checkpoint where number = ${last + 1}`.execute(tx)
  })
  await expect(out()).rejects.toThrow(ExportedAhead)
  rmSync(folder, { recursive: true })
})

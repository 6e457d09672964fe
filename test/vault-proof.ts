/** People who are recognised by a canary in everything that is kept of them, and what somebody with a copy and keys reads of it. */
import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Connection } from '../src/db/connect.ts'
import type { DataKey, Place, Vault } from '../src/vault/index.ts'

export type Canary = { person: string; trajectory: number; mark: string; born: string; phone: string }

/** In every sealed value of them, so that a reader of plain bytes has one thing to look for. */
export const call = 'KANARIE'

type Sealed = {
  table: string
  sql: string
  rows: (canary: Canary, key: DataKey, mark: { id: string; key: DataKey }) => unknown[][]
}

const place = (table: string, row: string | number, column: string): Place => ({
  table,
  row: String(row),
  column,
  version: 1,
})
const text = (what: string, { mark }: Canary) => `${what} ${call}-${mark}`

/** Writes them as the commands of the confidential side do, but many at once. Row identifiers are the trajectory's. */
export async function writeCanaries(owner: Connection, vault: Vault, count: number): Promise<Canary[]> {
  const client = new pg.Client(owner)
  await client.connect()
  const staff = randomUUID()
  try {
    await client.query(
      `insert into gate.account (id, municipality, kind, name) values ($1, 'testdorp', 'staff', 'S. Haddad')`,
      [staff],
    )
    const tables = tablesOf(staff, vault)
    const canaries: Canary[] = []
    for (let at = 0; at < count; at++) {
      const canary: Canary = {
        person: randomUUID(),
        trajectory: at + 1,
        mark: `${at}-${randomBytes(6).toString('hex')}`,
        born: new Date(Date.UTC(1970, 0, 1 + at * 13)).toISOString().slice(0, 10),
        phone: `06-${String(10_000_000 + at * 7919).slice(0, 8)}`,
      }
      const key = await vault.create(canary.person)
      const markId = randomUUID()
      const mark = { id: markId, key: await vault.create(markId) }
      for (const { sql, rows } of tables)
        for (const row of rows(canary, key, mark)) await client.query(sql, row)
      canaries.push(canary)
    }
    await client.query(
      `select setval(pg_get_serial_sequence('reintegration.trajectory', 'id'), max(id)) from reintegration.trajectory`,
    )
    return canaries
  } finally {
    await client.end()
  }
}

function tablesOf(staff: string, vault: Vault): Sealed[] {
  const identityOf = (canary: Canary) =>
    ({ surname: text('van', canary), 'birth-date': canary.born, phone: canary.phone }) as const
  return [
    {
      table: 'reintegration.trajectory',
      sql: `insert into reintegration.trajectory (id, municipality, number, person_id, state, closed_at, closure, opened_at, title)
            overriding system value values ($1, 'testdorp', 'T-' || (1000 + $1::bigint), $2, 'closed', now(), 'completed', now(), $3)`,
      rows: (canary, key) => [
        [
          canary.trajectory,
          canary.person,
          key.seal(place('reintegration.trajectory', canary.person, 'title'), text('wil', canary)),
        ],
      ],
    },
    {
      table: 'vault.identity',
      sql: `insert into vault.identity (trajectory_id, person_id, field, body, set_at) values ($1, $2, $3, $4, now())`,
      rows: (canary, key) =>
        Object.entries(identityOf(canary)).map(([field, value]) => [
          canary.trajectory,
          canary.person,
          field,
          key.seal(place('vault.identity', `${canary.person}/${field}`, 'body'), value),
        ]),
    },
    {
      table: 'vault.blind',
      sql: 'insert into vault.blind values ($1, $2, $3, $4)',
      rows: (canary) =>
        Object.entries(identityOf(canary)).map(([field, value]) => [
          canary.trajectory,
          canary.person,
          field,
          vault.blind(field, value),
        ]),
    },
    {
      table: 'vault.location',
      sql: `insert into vault.location (id, trajectory_id, person_id, kind, body, set_at, set_by) overriding system value
            values ($1, $1, $2, 'stay', $3, now(), '${staff}')`,
      rows: (canary, key) => [
        [
          canary.trajectory,
          canary.person,
          key.seal(place('vault.location', canary.trajectory, 'body'), text('Kade', canary)),
        ],
      ],
    },
    {
      table: 'reintegration.note',
      sql: `insert into reintegration.note (id, trajectory_id, kind, body, written_by, written_at) overriding system value
            values ($1, $1, 'intake', $2, '${staff}', now())`,
      rows: (canary, key) => [
        [
          canary.trajectory,
          key.seal(place('reintegration.note', canary.trajectory, 'body'), text('zei', canary)),
        ],
      ],
    },
    {
      table: 'reintegration.attachment',
      sql: `insert into reintegration.attachment (id, trajectory_id, name, kind, size, content, added_by, added_at)
            overriding system value values ($1, $1, $2, 'pdf', 2000, $3, '${staff}', now())`,
      rows: (canary, key) => [
        [
          canary.trajectory,
          key.seal(place('reintegration.attachment', canary.trajectory, 'name'), text('brief', canary)),
          key.seal(
            place('reintegration.attachment', canary.trajectory, 'content'),
            Buffer.from(text('%PDF', canary).repeat(60)),
          ),
        ],
      ],
    },
    {
      table: 'reintegration.emergency',
      sql: `insert into reintegration.emergency (id, trajectory_id, account_id, reason, from_at, until_at)
            overriding system value values ($1, $1, '${staff}', $2, now() - interval '1 day', now() - interval '23 hours')`,
      rows: (canary, _, mark) => [
        [
          canary.trajectory,
          Buffer.concat([
            Buffer.from(mark.id),
            mark.key.seal(place('reintegration.emergency', mark.id, 'reason'), text('spoed', canary)),
          ]),
        ],
      ],
    },
  ]
}

const sealedColumns = [
  ['reintegration.trajectory', 'title', 'person_id::text'],
  ['vault.identity', 'body', `person_id || '/' || field`],
  ['vault.location', 'body', 'id::text'],
  ['reintegration.note', 'body', 'id::text'],
  ['reintegration.attachment', 'name', 'id::text'],
  ['reintegration.attachment', 'content', 'id::text'],
  [
    'reintegration.emergency',
    'substring(reason from 37)',
    `convert_from(substring(reason from 1 for 36), 'UTF8')`,
  ],
] as const

/**
 * Whose canary somebody reads who has this database and may ask this vault for every key in it: each sealed value is tried with the
 * key of the person whose case it is in and with the one that the row names.
 */
export async function readWith(owner: Connection, vault: Vault): Promise<Set<string>> {
  const client = new pg.Client(owner)
  await client.connect()
  const read = new Set<string>()
  try {
    const people = await client.query<{ id: number; person: string }>(
      'select id::int, person_id as person from reintegration.trajectory order by id',
    )
    const marks = await client.query<{ of: number; mark: string }>(
      `select trajectory_id::int as of, convert_from(substring(reason from 1 for 36), 'UTF8') as mark
       from reintegration.emergency where length(reason) > 36`,
    )
    const markOf = new Map(marks.rows.map(({ of, mark }) => [of, mark]))
    const sealed: { of: number; body: Buffer; place: Place }[] = []
    for (const [table, column, row] of sealedColumns) {
      const of = table === 'reintegration.trajectory' ? 'id' : 'trajectory_id'
      const { rows } = await client.query<{ of: number; row: string; body: Buffer }>(
        `select ${of}::int as of, ${row} as row, ${column} as body from ${table} where ${column} is not null`,
      )
      const name = column.startsWith('substring') ? 'reason' : column
      sealed.push(...rows.map((one) => ({ of: one.of, body: one.body, place: place(table, one.row, name) })))
    }
    const byCase = Map.groupBy(sealed, ({ of }) => of)
    for (const { id, person } of people.rows) {
      const mark = markOf.get(id)
      const keys = [await vault.keyOf(person), mark ? await vault.keyOf(mark) : null]
      for (const { body, place } of byCase.get(id) ?? [])
        for (const key of keys) if (opens(key, place, body)) read.add(person)
    }
    return read
  } finally {
    await client.end()
  }
}

function opens(key: DataKey | null, place: Place, body: Buffer): boolean {
  try {
    return key !== null && key.open(place, body).length > 0
  } catch {
    return false
  }
}

/** Who is recognised in the blind indexes of a database by somebody who knows what to try. */
export async function guessed(
  owner: Connection,
  vault: Vault,
  canaries: readonly Canary[],
): Promise<Set<string>> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const { rows } = await client.query<{ person: string; index: Buffer }>(
      'select person_id as person, index from vault.blind',
    )
    const indexes = new Map(rows.map(({ person, index }) => [index.toString('hex'), person]))
    const tried = canaries.flatMap(({ born, phone }) => [
      vault.blind('birth-date', born),
      vault.blind('phone', phone),
    ])
    return new Set(tried.flatMap((index) => indexes.get(index.toString('hex')) ?? []))
  } finally {
    await client.end()
  }
}

/** Every way in which a text may stand among other bytes: as it is, as hexadecimal, as base64 from any offset. */
export function spellings(text: string): string[] {
  const shifted = [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).toString('base64')
    return whole.slice(shift === 0 ? 0 : shift + 1, Math.floor((text.length + shift) / 3) * 4)
  })
  return [text, Buffer.from(text).toString('hex'), ...shifted]
}

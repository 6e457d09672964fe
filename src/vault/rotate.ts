import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { KeyTables } from '../db/key-tables.ts'
import type { Kek } from './kek.ts'

export type KeyCount = { kekId: string; count: number; current: boolean }

/** How many data keys each key-encryption key wraps; the current one first. A key that wraps none may be thrown away. */
export async function countKeys(keyStore: Kysely<KeyTables>, kek: Kek): Promise<KeyCount[]> {
  const current = await kek.current()
  const rows = await keyStore
    .selectFrom('keys.person_key')
    .select((eb) => ['kek_id as kekId', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .groupBy('kek_id')
    .orderBy('kek_id')
    .execute()
  const counts = rows.map((row) => ({ ...row, current: row.kekId === current }))
  if (!counts.some((row) => row.current)) counts.push({ kekId: current, count: 0, current: true })
  return counts.sort((a, b) => Number(b.current) - Number(a.current))
}

/**
 * Wraps every data key that another key-encryption key wraps with the current one, in batches, while others read and write: the data
 * keys stay as they are. Killed in the middle nothing is lost, and the next run goes on where it was.
 * @param onBatch how many are done so far
 * @throws {KekUnknown} when something is wrapped by a key that is not here: what was done stays done
 */
export async function rotateKeys(
  parts: { keyStore: Kysely<KeyTables>; kek: Kek },
  { batch = 200, onBatch = () => {} }: { batch?: number; onBatch?: (done: number) => void } = {},
): Promise<number> {
  const { keyStore, kek } = parts
  const current = await kek.current()
  let done = 0
  for (let idle = 0; idle < 5; ) {
    const rows = await keyStore
      .selectFrom('keys.person_key')
      .select(['person_id', 'wrapped', 'kek_id', 'version'])
      .where('kek_id', '<>', current)
      .orderBy('person_id')
      .limit(batch)
      .execute()
    if (rows.length === 0) return done
    const keys = await kek.unwrap(
      rows.map(({ person_id, wrapped, kek_id }) => ({ personId: person_id, wrapped, kekId: kek_id })),
    )
    const fresh = await kek.wrap(
      rows.map(({ person_id }, index) => ({ personId: person_id, key: keys[index]! })),
    )
    for (const key of keys) key.fill(0)
    const { numAffectedRows = 0n } = await sql`
      update keys.person_key as kept set wrapped = fresh.wrapped, kek_id = fresh.kek_id, version = kept.version + 1
      from unnest(${rows.map(({ person_id }) => person_id)}::uuid[], ${rows.map(({ version }) => version)}::integer[],
        ${fresh.map(({ wrapped }) => wrapped)}::bytea[], ${fresh.map(({ kekId }) => kekId)}::text[])
        as fresh (person_id, version, wrapped, kek_id)
      where kept.person_id = fresh.person_id and kept.version = fresh.version`.execute(keyStore)
    done += Number(numAffectedRows)
    // Rows that others changed meanwhile come again; when none is ever ours, something is wrong.
    idle = numAffectedRows > 0n ? 0 : idle + 1
    onBatch(done)
  }
  throw new Error('the data keys are changed by others all the time')
}

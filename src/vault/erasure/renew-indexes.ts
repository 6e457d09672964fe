import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { OpenVault } from '../open-vault.ts'
import { SealBroken } from '../seal.ts'

type Findable = { person_id: string; field: string; body: Buffer; version: number }

/**
 * Makes all blind indexes anew with another key, and destroys the one before. Run it after erasures: a hash of a birth date or a
 * surname in an old copy of the database can be tried out by whoever has its key. Search goes on; for the moment of the change
 * somebody may be missed.
 * @param keeper the login of the keeper, which reads sealed values only
 * @returns how many indexes were made, and how many values did not open
 */
export async function renewBlindIndexes(parts: {
  vault: OpenVault
  keeper: Kysely<Tables>
}): Promise<{ made: number; unreadable: number }> {
  const { vault, keeper } = parts
  let made = 0
  let unreadable = 0
  await vault.renewBlindKey(async (blind) => {
    unreadable = 0
    await keeper.transaction().execute(async (tx) => {
      for (let after: string | null = null; ; ) {
        const { rows }: { rows: Findable[] } =
          await sql<Findable>`select * from vault.findable(${after}, 500)`.execute(tx)
        const last = rows.at(-1)
        if (!last) break
        after = last.person_id
        const fresh: { person: string; field: string; index: Buffer }[] = []
        for (const row of rows) {
          const value = await open(vault, row)
          if (value === null) unreadable += 1
          else fresh.push({ person: row.person_id, field: row.field, index: blind(row.field, value) })
        }
        const done = await sql<{ made: number }>`select vault.index_anew(${fresh.map(({ person }) => person)},
          ${fresh.map(({ field }) => field)}, ${fresh.map(({ index }) => index)}) as made`.execute(tx)
        made += done.rows[0]?.made ?? 0
      }
    })
  })
  return { made, unreadable }
}

async function open(vault: OpenVault, { person_id, field, body, version }: Findable): Promise<string | null> {
  const key = await vault.keyOf(person_id)
  if (!key) return null
  try {
    return key.openText(
      { table: 'vault.identity', row: `${person_id}/${field}`, column: 'body', version },
      body,
    )
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}

import type { ProgrammeDb } from './load-tree.ts'

/** An action of another programme under the same title; null when there is none. Over either login. */
export async function sameAction(
  db: ProgrammeDb,
  input: { municipality: string; programme: number; title: string },
): Promise<{ id: number; number: string } | null> {
  const row = await db
    .selectFrom('programme.action')
    .select(['id', 'number'])
    .where('municipality', '=', input.municipality)
    .where('programme_id', '=', input.programme)
    .where('title', '=', input.title)
    .where('removed', '=', false)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

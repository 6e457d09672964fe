import { NotFound } from '../errors.ts'
import type { ProgrammeDb } from './load-tree.ts'
import type { Plan } from './plan.ts'
import type { EditionRef } from './tree.ts'

export type Edition = EditionRef & { plan: Plan }

/** A programme as it was adopted or amended, over either login. @throws NotFound */
export async function editionOf(
  db: ProgrammeDb,
  input: { municipality: string; programme: number; number: number },
): Promise<Edition> {
  const row = await db
    .selectFrom('programme.edition')
    .select([
      'number',
      'kind',
      'decided_on as decidedOn',
      'body',
      'document_id as document',
      'reason',
      'content',
    ])
    .where('municipality', '=', input.municipality)
    .where('programme_id', '=', input.programme)
    .where('number', '=', input.number)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const { content, ...ref } = row
  return { ...ref, plan: content as Plan }
}

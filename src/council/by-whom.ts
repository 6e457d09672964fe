import type { Ctx } from '../ctx.ts'

/** Who did it, for a row: identifier of the person (null for the program itself) and name as it is now. */
export function byWhom({ actor }: Ctx): { id: string | null; name: string } {
  return actor.kind === 'person' ? { id: actor.personId, name: actor.name } : { id: null, name: actor.name }
}

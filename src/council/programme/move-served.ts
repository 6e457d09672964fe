import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'

/** A matter that goes, and what it became: one matter, or, of a request that is followed in parts since, each of them. */
export type Became = { matter: number; into: readonly number[] }

/** What served a matter that goes in a merge serves what it became. Where that was said already, it is said once. */
export async function moveServed(ctx: Ctx, all: readonly Became[]): Promise<void> {
  const { municipality } = ctx.actor
  for (const { matter, into } of all) {
    const [first, ...rest] = into
    if (first === undefined) continue
    await sql`
      update programme.served t set matter_id = ${first}, version = version + 1, removed = removed or exists (
        select from programme.served other
        where other.municipality = t.municipality and other.programme_id = t.programme_id
          and other.action_id is not distinct from t.action_id and other.matter_id = ${first} and not other.removed)
      where t.municipality = ${municipality} and t.matter_id = ${matter}`.execute(ctx.tx)
    for (const also of rest) {
      await sql`
        insert into programme.served (municipality, programme_id, action_id, kind, matter_id)
        select t.municipality, t.programme_id, t.action_id, 'matter', ${also}::integer
        from programme.served t
        where t.municipality = ${municipality} and t.matter_id = ${first} and not t.removed and not exists (
          select from programme.served other
          where other.municipality = t.municipality and other.programme_id = t.programme_id
            and other.action_id is not distinct from t.action_id and other.matter_id = ${also} and not other.removed)`.execute(
        ctx.tx,
      )
    }
  }
}

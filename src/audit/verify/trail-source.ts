import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { Columns, StoredLine } from './check-stream.ts'
import type { TrailSource } from './verify-trail.ts'

const page = 5000

type LineRow = StoredLine & Record<string, unknown>

/** The trail as the database holds it, for a transaction that may read all of it: as the role that owns its functions. */
export function trailSource(tx: Transaction<Tables>): TrailSource {
  return {
    async *lines() {
      let after = { stream: '', seq: 0 }
      for (;;) {
        const { rows } = await sql<LineRow>`
          select stream, seq, body, hash, id::text, (extract(epoch from at) * 1000)::bigint::text as at, event, action, outcome,
            municipality, actor::text, actor_kind, actor_municipality, trajectory_id::text, purpose, emergency::text, reason
          from audit.line
          where (stream, seq) > (${after.stream}, ${after.seq}::bigint)
          order by stream, seq limit ${page}`.execute(tx)
        const last = rows.at(-1)
        if (!last) return
        yield rows.map(({ stream, seq, body, hash, ...columns }) => ({
          stream,
          seq,
          body,
          hash,
          columns: columns as Columns,
        }))
        after = last
      }
    },
    async *checkpoints() {
      let after = 0
      for (;;) {
        const rows = await tx
          .selectFrom('audit.checkpoint')
          .select(['number', 'body', 'signature'])
          .where('number', '>', after)
          .orderBy('number')
          .limit(20)
          .execute()
        const last = rows.at(-1)
        if (!last) return
        yield rows
        after = last.number
      }
    },
    async guardsOff() {
      const { rows } = await sql<{ name: string }>`
        select 'trigger-' || wanted as name
        from unnest(array['line', 'checkpoint', 'review', 'alert']) wanted
        where not exists (select from pg_trigger where tgname = 'append_only'
          and tgrelid = to_regclass('audit.' || wanted) and tgenabled in ('O', 'A'))
        union all
        select 'row-security-' || relname from pg_class
        where oid in ('audit.line'::regclass, 'audit.alert'::regclass, 'audit.review'::regclass)
          and not (relrowsecurity and relforcerowsecurity)
        union all
        select 'column-' || attname from pg_attribute
        where attrelid = 'audit.line'::regclass and attnum > 0 and not attisdropped
          and attname not in ('stream', 'seq', 'body', 'hash', 'tx') and attgenerated <> 's'
        order by 1`.execute(tx)
      return rows.map(({ name }) => name)
    },
  }
}

import { sql } from 'kysely'
import type { CaseCtx } from '../../case-ctx.ts'
import type { Head } from '../chain.ts'
import type { Checkpoint, CheckpointBody, NewLine } from './checkpoint.ts'
import { seal } from './checkpoint.ts'
import type { Signer } from './signer.ts'

/** Lines that one checkpoint takes at most. */
const most = 50_000
/** Without anything new a checkpoint is made only this long after the last, in milliseconds. */
const quiet = 3_600_000
/** Held by whoever writes or exports checkpoints, until the transaction ends. */
export const checkpointLock = 7_236_020

type Row = {
  stream: string | null
  seq: number
  hash: Buffer
  digest: Buffer
  xmin: string
  xmax: string
  clock: number
}

/**
 * Makes one checkpoint over the heads of all streams, as the login of the keeper.
 * @returns null when there is nothing new and the last one is fresh; `partial` when there is more: call again, in a new transaction
 */
export async function writeCheckpoint(
  ctx: CaseCtx,
  signer: Signer,
  limit = most,
): Promise<{ number: number; partial: boolean; broken: CheckpointBody['broken'] } | null> {
  await sql`select pg_advisory_xact_lock(${checkpointLock})`.execute(ctx.tx)
  const { rows } = await sql<Row>`
    select stream, seq, hash, digest, xmin::text as xmin, xmax::text as xmax, clock from audit.unsealed(${limit})`.execute(
    ctx.tx,
  )
  const first = rows[0]
  if (!first) throw new Error('audit.unsealed gave no row')
  const lines = rows.filter((row): row is Row & NewLine => row.stream !== null)
  const last = await lastCheckpoint(ctx)
  const { at = 0, lines: linesBefore = 0, watermark = '0' } = last?.said ?? {}
  if (lines.length === 0 && last && first.clock - at < quiet) return null
  const partial = lines.length === limit
  const { changed, ...sealed } = seal(lines, await sealedHeads(ctx))
  const body: CheckpointBody = {
    format: 'schakel-checkpoint/1',
    number: (last?.number ?? 0) + 1,
    at: first.clock,
    previous: last?.hash ?? '0'.repeat(64),
    xmin: first.xmin,
    xmax: first.xmax,
    watermark: partial ? watermark : first.xmin,
    partial,
    lines: linesBefore + lines.length,
    ...sealed,
    key: signer.keyId,
  }
  await keep(ctx, body, signer, changed)
  return { number: body.number, partial, broken: sealed.broken }
}

async function lastCheckpoint(ctx: CaseCtx) {
  const { rows } = await sql<{
    number: number
    hash: string
    said: string
  }>`
    select number, encode(sha256(convert_to(body, 'UTF8') || signature), 'hex') as hash,
      substring(left(body, 1000) from '^(.*?),"heads":') || '}' as said
    from audit.checkpoint order by number desc limit 1`.execute(ctx.tx)
  const last = rows[0]
  if (!last) return null
  // What stands before the heads, which may be long.
  const said = JSON.parse(last.said) as Pick<CheckpointBody, 'at' | 'lines' | 'watermark'>
  return { ...last, said }
}

async function sealedHeads(ctx: CaseCtx): Promise<Map<string, Head>> {
  const heads = await ctx.tx.selectFrom('audit.seal').select(['stream', 'seq', 'hash']).execute()
  return new Map(heads.map((head) => [head.stream, head]))
}

async function keep(
  ctx: CaseCtx,
  body: CheckpointBody,
  signer: Signer,
  changed: readonly Head[],
): Promise<void> {
  const text = JSON.stringify(body)
  const checkpoint: Checkpoint = { number: body.number, body: text, signature: signer.sign(text) }
  await ctx.tx
    .insertInto('audit.checkpoint')
    .values({ ...checkpoint, signature: Buffer.from(checkpoint.signature) })
    .execute()
  await sql`
    insert into audit.seal (stream, seq, hash)
    select * from unnest(${changed.map(({ stream }) => stream)}::text[], ${changed.map(({ seq }) => seq)}::bigint[],
      ${changed.map(({ hash }) => Buffer.from(hash))}::bytea[])
    on conflict (stream) do update set seq = excluded.seq, hash = excluded.hash`.execute(ctx.tx)
}

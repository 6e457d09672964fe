/** What a checkpoint says. Pure; `docs` of the format are in the README of this folder. */
import { createHash } from 'node:crypto'
import type { Head } from '../chain.ts'
import { link, origin, rootOf } from '../chain.ts'

/** Hexadecimal characters that are kept of the digest of a line: enough to name a line; the head of its stream is whole. */
export const digestLength = 16

export type CheckpointBody = {
  format: 'schakel-checkpoint/1'
  number: number
  /** Milliseconds since 1970, by the clock of the database. */
  at: number
  /** SHA-256 of body and signature of the one before, hexadecimal; 64 zeros for the first. */
  previous: string
  /** Transactions before this one were all over. */
  xmin: string
  /** Transactions from this one on had not begun. */
  xmax: string
  /** From which transaction on the next one looks. */
  watermark: string
  /** There was more than this one took; the next follows at once. */
  partial: boolean
  /** Streams and lines under it in all. */
  streams: number
  lines: number
  /** Of the tree over the heads of all streams, hexadecimal. */
  root: string
  /** Streams with new lines: stream, seq and hash of its head, and the beginnings of the digests of the new lines, in order. */
  heads: [stream: string, seq: number, hash: string, digests: string][]
  /** Streams whose new lines did not continue the head of the checkpoint before, with the line where that was seen. */
  broken: [stream: string, seq: number][]
  /** Which key signed it. */
  key: string
}

export type Checkpoint = { number: number; body: string; signature: Uint8Array }

/** Of a checkpoint, for the one after it. */
export function hashOfCheckpoint({ body, signature }: Omit<Checkpoint, 'number'>): string {
  return createHash('sha256').update(body).update(signature).digest('hex')
}

export type NewLine = { stream: string; seq: number; hash: Uint8Array; digest: Uint8Array }

/**
 * Puts new lines on the heads that were.
 * @param lines by stream and seq
 * @param sealed the heads of all streams at the checkpoint before
 */
export function seal(
  lines: readonly NewLine[],
  sealed: ReadonlyMap<string, Head>,
): Pick<CheckpointBody, 'heads' | 'broken' | 'root' | 'streams'> & { changed: Head[] } {
  const heads: CheckpointBody['heads'] = []
  const broken: CheckpointBody['broken'] = []
  const all = new Map(sealed)
  for (const { stream, seq, hash, digest } of lines) {
    const before = all.get(stream)
    const follows =
      seq === (before?.seq ?? 0) + 1 && link(before?.hash ?? origin, stream, seq, digest).equals(hash)
    if (!follows) broken.push([stream, seq])
    const short = Buffer.from(digest).toString('hex').slice(0, digestLength)
    const last = heads.at(-1)
    if (last?.[0] === stream) {
      last[1] = seq
      last[2] = Buffer.from(hash).toString('hex')
      last[3] += short
    } else heads.push([stream, seq, Buffer.from(hash).toString('hex'), short])
    all.set(stream, { stream, seq, hash })
  }
  return {
    heads,
    broken,
    root: rootOf([...all.values()]).toString('hex'),
    streams: all.size,
    changed: heads.map(([stream]) => all.get(stream)!),
  }
}

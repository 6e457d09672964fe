/** How lines hang together: the same sums as `audit.link` in PostgreSQL, and the tree over the heads. Pure. */
import { createHash, hash } from 'node:crypto'

/** What a chain begins with. */
export const origin: Buffer = Buffer.alloc(32)

/** SHA-256 of the exact text of a line. */
export function digestOf(body: string): Buffer {
  return hash('sha256', body, 'buffer')
}

/** The hash of a line: SHA-256 of the hash before it, the stream, a zero byte, seq in 8 bytes, and the digest of the body. */
export function link(previous: Uint8Array, stream: string, seq: number, digest: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([previous, Buffer.from(`${stream}\0`), inEight(seq), digest]), 'buffer')
}

export type Head = { stream: string; seq: number; hash: Uint8Array }

/**
 * Root of the Merkle tree over the heads, in the order of their streams. Leaves and nodes are told apart by a first byte, as in
 * RFC 6962, section 2.1; of no heads it is the SHA-256 of nothing.
 */
export function rootOf(heads: readonly Head[]): Buffer {
  const sorted = [...heads].sort((a, b) => (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : 0))
  let level = sorted.map(({ stream, seq, hash: head }) =>
    sha256(Buffer.from([0]), Buffer.from(`${stream}\0`), inEight(seq), head),
  )
  if (level.length === 0) return sha256()
  while (level.length > 1) {
    const above: Buffer[] = []
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at]!, level[at + 1]]
      above.push(right ? sha256(Buffer.from([1]), left, right) : left)
    }
    level = above
  }
  return level[0]!
}

function inEight(seq: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(seq))
  return bytes
}

function sha256(...parts: Uint8Array[]): Buffer {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part)
  return sum.digest()
}

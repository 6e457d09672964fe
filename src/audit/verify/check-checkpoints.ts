/** Exported checkpoints, one after the other: signed, unbroken, and what they say of each stream. Pure. */
import { rootOf } from '../chain.ts'
import type { Checkpoint, CheckpointBody } from '../checkpoints/checkpoint.ts'
import { digestLength, hashOfCheckpoint } from '../checkpoints/checkpoint.ts'
import type { Witness } from '../checkpoints/signer.ts'
import type { Sealed } from './check-stream.ts'
import { unknown } from './check-stream.ts'
import type { CheckpointFault, Finding } from './finding.ts'

export type Promised = {
  /** Number, moment (ms) and hash of the last one; null when there is none. */
  last: { number: number; at: number; hash: string } | null
  lines: number
  streams: Map<string, Sealed>
  /** Hashes by number, to compare with what the database holds. */
  hashes: Map<number, string>
  /** Before this moment (ms) every line is under the last one. */
  completeUntil: number
  findings: Finding[]
}

/**
 * @param checkpoints as they stand in the files; null for a line that is none
 * @param witnesses the keys that are trusted
 */
export function checkCheckpoints(
  checkpoints: Iterable<Checkpoint | null>,
  witnesses: readonly Witness[],
): Promised {
  const byKey = new Map(witnesses.map((witness) => [witness.keyId, witness]))
  const promised: Promised = {
    last: null,
    lines: 0,
    streams: new Map(),
    hashes: new Map(),
    completeUntil: 0,
    findings: [],
  }
  const horizons: { at: number; xmax: bigint }[] = []
  let root = ''
  for (const checkpoint of checkpoints) {
    const before = promised.last
    const number = (before?.number ?? 0) + 1
    const say = (fault: CheckpointFault, of = number, detail?: string) =>
      promised.findings.push({ of: 'checkpoint', fault, number: of, ...(detail ? { detail } : {}) })
    const body = checkpoint && bodyOf(checkpoint)
    if (!checkpoint || !body) {
      say('unreadable')
      continue
    }
    const witness = byKey.get(body.key)
    if (!witness) say('key-unknown', body.number, body.key)
    else if (!witness.signed(checkpoint.body, checkpoint.signature)) say('signature', body.number)
    // What nobody signed promises nothing.
    if (!witness?.signed(checkpoint.body, checkpoint.signature)) continue
    if (body.number < number) {
      say('replayed', body.number)
      continue
    }
    for (let gone = number; gone < Math.min(body.number, number + 100); gone++) say('missing', gone)
    const hash = hashOfCheckpoint(checkpoint)
    if (body.number === number && body.previous !== (before?.hash ?? '0'.repeat(64)))
      say('chain', body.number)
    for (const [stream, seq] of body.broken)
      promised.findings.push({
        of: 'line',
        fault: 'not-continued',
        stream,
        seq,
        detail: `checkpoint-${body.number}`,
      })
    addHeads(promised.streams, body)
    promised.last = { number: body.number, at: body.at, hash }
    promised.lines = body.lines
    promised.hashes.set(body.number, hash)
    horizons.push({ at: body.at, xmax: BigInt(body.xmax) })
    if (!body.partial) promised.completeUntil = completeAt(horizons, BigInt(body.xmin))
    root = body.root
  }
  if (
    promised.last &&
    !promised.findings.some(({ of }) => of === 'checkpoint') &&
    root !== rootNow(promised.streams)
  )
    promised.findings.push({ of: 'checkpoint', fault: 'root', number: promised.last.number })
  return promised
}

/** Lines that say to be older than the youngest checkpoint whose transactions are all over now must be there. */
function completeAt(horizons: { at: number; xmax: bigint }[], xmin: bigint): number {
  let complete = 0
  while (horizons[0] && horizons[0].xmax <= xmin) complete = horizons.shift()!.at
  horizons.unshift({ at: complete, xmax: 0n })
  return complete
}

function bodyOf({ body }: Checkpoint): CheckpointBody | null {
  try {
    const said = JSON.parse(body) as CheckpointBody
    return said.format === 'schakel-checkpoint/1' && Array.isArray(said.heads) && Array.isArray(said.broken)
      ? said
      : null
  } catch {
    return null
  }
}

function addHeads(streams: Promised['streams'], { heads }: CheckpointBody): void {
  for (const [stream, seq, hash, digests] of heads) {
    const sealed = streams.get(stream) ?? { digests: '', heads: new Map() }
    // After a break, which is told, numbers may not follow.
    const gap = seq - (sealed.digests.length + digests.length) / digestLength
    sealed.digests += unknown.repeat(Math.max(0, gap)) + digests
    sealed.heads.set(seq, hash)
    streams.set(stream, sealed)
  }
}

function rootNow(streams: Promised['streams']): string {
  return rootOf(
    [...streams].map(([stream, { heads }]) => {
      const [seq, hash] = [...heads].at(-1)!
      return { stream, seq, hash: Buffer.from(hash, 'hex') }
    }),
  ).toString('hex')
}

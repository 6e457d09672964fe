/** One stream against what checkpoints say of it. Pure. */
import { digestOf, link, origin } from '../chain.ts'
import { digestLength } from '../checkpoints/checkpoint.ts'
import type { Finding } from './finding.ts'

/** Stands for a line that no checkpoint saw, between those that one did. */
export const unknown = '-'.repeat(digestLength)

/** What checkpoints say of a stream. */
export type Sealed = {
  /** Beginnings of the digests of its lines, one after the other. */
  digests: string
  /** Heads at checkpoints: seq and hash in hexadecimal. */
  heads: Map<number, string>
}

export type StoredLine = { stream: string; seq: number; body: string; hash: Uint8Array; columns?: Columns }

/** What the columns say that PostgreSQL reads from the body; text, or null. */
export type Columns = Readonly<Record<string, string | null>>

/** A stream is given line by line, in the order of its numbers, and then ended. */
export type StreamCheck = { line(line: StoredLine): void; end(): Finding[] }

/**
 * @param sealed null when no checkpoint knows the stream
 * @param completeUntil before this moment (ms) all lines are under the last checkpoint
 */
export function checkStream(stream: string, sealed: Sealed | null, completeUntil: number): StreamCheck {
  const expected = sealed?.digests ?? ''
  const count = expected.length / digestLength
  const found: Found[] = []
  const findings: Finding[] = []
  let previous: Uint8Array = origin
  let lastAt = 0
  let asSealed = true
  const say = (fault: LineFaultOf, seq: number, detail?: string) =>
    findings.push({ of: 'line', fault, stream, seq, ...(detail ? { detail } : {}) })

  return {
    line({ seq, body, hash, columns }) {
      const digest = digestOf(body)
      const short = digest.toString('hex').slice(0, digestLength)
      const place = found.length
      const at = momentOf(body)
      if (!link(previous, stream, seq, digest).equals(hash)) say('hash', seq)
      if (sealed?.heads.has(seq) && sealed.heads.get(seq) !== Buffer.from(hash).toString('hex'))
        say('hash', seq)
      const wrong = columns ? wrongColumn(body, columns) : null
      if (wrong) say('column', seq, wrong)
      if (place < count && !(seq === place + 1 && expected.startsWith(short, place * digestLength)))
        asSealed = false
      found.push({ seq, digest: short, at, late: at < completeUntil || at < lastAt })
      previous = hash
      lastAt = Math.max(lastAt, at)
    },
    end() {
      const clean = asSealed && found.length >= count
      const { known, placed } = clean
        ? { known: [] as Finding[], placed: new Set(found.slice(0, count).map(({ seq }) => seq)) }
        : differences(stream, expected, found)
      const tail: Finding[] = []
      let next = count + 1
      for (const { seq, late } of found) {
        if (seq > next) tail.push(missing(stream, next, seq - 1))
        next = Math.max(next, seq + 1)
        if (late && !placed.has(seq)) tail.push({ of: 'line', fault: 'backdated', stream, seq })
      }
      return told([...known, ...tail, ...findings])
    },
  }
}

type LineFaultOf = Extract<Finding, { of: 'line' }>['fault']
type Found = { seq: number; digest: string; at: number; late: boolean }

/** A wrong hash is told only where nothing before it in the stream is wrong: else it follows from that. */
function told(findings: readonly Finding[]): Finding[] {
  const others = findings.flatMap((one) =>
    one.of === 'line' && !/^(hash|column)$/.test(one.fault) ? [one.seq] : [],
  )
  const first = Math.min(...others, Number.POSITIVE_INFINITY)
  const seen = new Set<string>()
  return findings.filter((one) => {
    if (one.of === 'line' && one.fault === 'hash' && one.seq >= first) return false
    const key = JSON.stringify(one)
    return !seen.has(key) && seen.add(key)
  })
}

function missing(stream: string, seq: number, until: number): Extract<Finding, { of: 'line' }> {
  return { of: 'line', fault: 'missing', stream, seq, ...(until > seq ? { until } : {}) }
}

/**
 * Which sealed lines are gone, changed or elsewhere, and which lines are strangers. Lines differ in their identifier, so in their digest.
 * @returns also the numbers of the lines that need no other explanation
 */
function differences(
  stream: string,
  expected: string,
  found: readonly Found[],
): { known: Finding[]; placed: Set<number> } {
  const count = expected.length / digestLength
  const digests = Array.from({ length: count }, (_, at) =>
    expected.slice(at * digestLength, (at + 1) * digestLength),
  )
  const placeOf = new Map(digests.map((digest, at) => [digest, at]))
  const known = found.flatMap(({ seq, digest }) => {
    const at = placeOf.get(digest)
    return at === undefined ? [] : [{ seq, at }]
  })
  const there = new Set(known.map(({ at }) => at))
  const still = new Set(longestRising(known.map(({ at }) => at)))
  const last = Math.max(0, ...known.map(({ seq }) => seq))
  const placed = new Set(known.map(({ seq }) => seq))
  const findings: Extract<Finding, { of: 'line' }>[] = known
    .filter((_, index) => !still.has(index))
    .map(({ seq, at }) => ({ of: 'line', fault: 'moved', stream, seq: at + 1, detail: `to-${seq}` }))
  for (const { seq, digest } of found) {
    if (placeOf.has(digest)) continue
    const meant = digests[seq - 1]
    if (meant !== undefined && meant !== unknown && !there.has(seq - 1)) {
      there.add(seq - 1)
      findings.push({ of: 'line', fault: 'changed', stream, seq })
    } else if (seq < last) findings.push({ of: 'line', fault: 'inserted', stream, seq })
    else continue
    placed.add(seq)
  }
  for (let at = 0; at < count; at++) {
    if (there.has(at) || digests[at] === unknown) continue
    const from = at
    while (at + 1 < count && !there.has(at + 1) && digests[at + 1] !== unknown) at++
    findings.push(missing(stream, from + 1, at + 1))
  }
  return { known: findings.sort((a, b) => a.seq - b.seq), placed }
}

/** Indexes of a longest rising part. */
function longestRising(values: readonly number[]): number[] {
  const before: number[] = []
  const ends: number[] = []
  values.forEach((value, index) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (values[ends[middle]!]! < value) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? ends[low - 1]! : -1
    ends[low] = index
  })
  const picked: number[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) picked.push(at)
  return picked.reverse()
}

function momentOf(body: string): number {
  const at = /"at": ?(\d+)/.exec(body)?.[1]
  return at ? Number(at) : 0
}

/** How each column follows from the body, as migration 0064 makes them. */
export const columnsOf: Readonly<Record<string, (body: Body) => unknown>> = {
  id: (body) => body.id,
  at: (body) => body.at,
  event: (body) => body.event,
  action: (body) => body.action,
  outcome: (body) => body.outcome,
  municipality: (body) => body.municipality,
  actor: (body) => body.actor?.id,
  actor_kind: (body) => body.actor?.kind,
  actor_municipality: (body) => body.actor?.municipality,
  trajectory_id: (body) => body.trajectory,
  purpose: (body) => body.purpose,
  emergency: (body) => body.emergency === true,
  reason: (body) => body.reason,
}
type Body = Readonly<Record<string, unknown>> & { actor?: Readonly<Record<string, unknown>> }

function wrongColumn(body: string, columns: Columns): string | null {
  let said: Body
  try {
    said = JSON.parse(body)
  } catch {
    return 'body'
  }
  for (const [name, value] of Object.entries(columns)) {
    const meant = columnsOf[name]?.(said)
    if ((meant === undefined || meant === null ? null : String(meant)) !== value) return name
  }
  return null
}

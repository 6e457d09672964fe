import type { Checkpoint } from '../checkpoints/checkpoint.ts'
import { hashOfCheckpoint } from '../checkpoints/checkpoint.ts'
import { exportedFiles, readExported } from '../checkpoints/exported.ts'
import type { Witness } from '../checkpoints/signer.ts'
import type { Promised } from './check-checkpoints.ts'
import { checkCheckpoints } from './check-checkpoints.ts'
import type { StoredLine, StreamCheck } from './check-stream.ts'
import { checkStream } from './check-stream.ts'
import type { Finding } from './finding.ts'

/** What there is to verify, however it is read. */
export type TrailSource = {
  /** All lines, by stream (bytes of its name) and number. */
  lines(): AsyncIterable<readonly StoredLine[]>
  checkpoints(): AsyncIterable<readonly Checkpoint[]>
  /** Names of what keeps the tables append-only and is off. */
  guardsOff(): Promise<readonly string[]>
}

export type Verification = {
  /** Lines read, and how many of the promised ones are under the last exported checkpoint. */
  lines: number
  sealed: number
  streams: number
  checkpoints: number
  last: Promised['last']
  findings: Finding[]
}

/**
 * Reads the whole trail and compares it with the exported checkpoints: every changed, missing, moved or forged line that is older than
 * the last of them is found, whatever was done inside the database.
 * @param folder with the exported checkpoints
 * @param witnesses the keys that are trusted
 */
export async function verifyTrail(
  source: TrailSource,
  folder: string,
  witnesses: readonly Witness[],
  progress: (lines: number) => void = () => {},
): Promise<Verification> {
  const promised = checkCheckpoints(exported(folder), witnesses)
  const findings = [...promised.findings]
  const unseen = new Set(promised.streams.keys())
  let stream = ''
  let check: StreamCheck | null = null
  let lines = 0
  let streams = 0
  for await (const page of source.lines()) {
    for (const line of page) {
      if (check === null || stream !== line.stream) {
        if (check) findings.push(...check.end())
        stream = line.stream
        unseen.delete(stream)
        streams++
        check = checkStream(stream, promised.streams.get(stream) ?? null, promised.completeUntil)
      }
      check.line(line)
      lines++
    }
    progress(lines)
  }
  if (check) findings.push(...check.end())
  for (const gone of unseen) {
    const until = Math.max(...promised.streams.get(gone)!.heads.keys())
    findings.push({ of: 'stream', fault: 'missing', stream: gone, seq: 1, until })
  }
  findings.push(...(await compareCheckpoints(source, promised, witnesses)))
  for (const detail of await source.guardsOff()) findings.push({ of: 'guard', fault: 'off', detail })
  return {
    lines,
    sealed: promised.lines,
    streams,
    checkpoints: promised.hashes.size,
    last: promised.last,
    findings,
  }
}

function* exported(folder: string): Iterable<Checkpoint | null> {
  for (const file of exportedFiles(folder)) yield* readExported(file)
}

/** The database may be ahead by what the keeper is just exporting. */
const ahead = 2

async function compareCheckpoints(
  source: TrailSource,
  { hashes, last }: Promised,
  witnesses: readonly Witness[],
): Promise<Finding[]> {
  const findings: Finding[] = []
  const unseen = new Set(hashes.keys())
  for await (const page of source.checkpoints())
    for (const checkpoint of page) {
      const { number, body, signature } = checkpoint
      const meant = hashes.get(number)
      unseen.delete(number)
      const signed = meant !== undefined || witnesses.some((witness) => witness.signed(body, signature))
      if (meant !== undefined && meant !== hashOfCheckpoint(checkpoint))
        findings.push({ of: 'checkpoint', fault: 'database-differs', number })
      else if (
        meant === undefined &&
        (!signed || !isNumbered(body, number) || number > (last?.number ?? 0) + ahead)
      )
        findings.push({ of: 'checkpoint', fault: 'database-only', number })
    }
  for (const number of unseen) findings.push({ of: 'checkpoint', fault: 'database-missing', number })
  return findings
}

function isNumbered(body: string, number: number): boolean {
  return body.startsWith(`{"format":"schakel-checkpoint/1","number":${number},`)
}

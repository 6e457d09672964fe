/** Checkpoints outside the database: a file a day, `2026-03-02.jsonl`, a checkpoint a line, only ever added to. */
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { sql } from 'kysely'
import type { CaseCtx } from '../../case-ctx.ts'
import type { Checkpoint } from './checkpoint.ts'
import { hashOfCheckpoint } from './checkpoint.ts'
import type { Signer } from './signer.ts'
import { checkpointLock } from './write-checkpoint.ts'

/** The database does not hold what was exported: it was put back to an earlier state, or changed. */
export class ExportedAhead extends Error {
  override name = 'ExportedAhead'
  readonly number: number
  constructor(number: number) {
    super(`Checkpoint ${number} was exported and is not in the database as it was.`)
    this.number = number
  }
}

const dayFile = /^\d{4}-\d{2}-\d{2}\.jsonl$/

/**
 * Adds to the folder, made when it is not there, what it does not have yet, and the public key.
 * @returns the number of the last one in the folder; 0 when there is none
 * @throws {ExportedAhead}
 */
export async function exportCheckpoints(ctx: CaseCtx, folder: string, signer: Signer): Promise<number> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const key = join(folder, `${signer.keyId}.pem`)
  if (!existsSync(key)) writeFileSync(key, signer.publicKey, { mode: 0o600 })
  await sql`select pg_advisory_xact_lock(${checkpointLock})`.execute(ctx.tx)
  const last = lastExported(folder)
  if (last) await expectKept(ctx, last)
  let number = last?.number ?? 0
  for (;;) {
    const next = await ctx.tx
      .selectFrom('audit.checkpoint')
      .select(['number', 'body', 'signature'])
      .where('number', '>', number)
      .orderBy('number')
      .limit(20)
      .execute()
    for (const checkpoint of next) addLine(folder, checkpoint)
    const end = next.at(-1)
    if (!end) return number
    number = end.number
  }
}

async function expectKept(ctx: CaseCtx, last: Checkpoint): Promise<void> {
  const kept = await ctx.tx
    .selectFrom('audit.checkpoint')
    .select(['body', 'signature'])
    .where('number', '=', last.number)
    .executeTakeFirst()
  if (!kept || hashOfCheckpoint(kept) !== hashOfCheckpoint(last)) throw new ExportedAhead(last.number)
}

/** Whole, and on the disk before this returns. What an interrupted one left of a line is taken away first. */
function addLine(folder: string, { body, signature }: Checkpoint): void {
  const day = new Date((JSON.parse(body) as { at: number }).at).toISOString().slice(0, 10)
  const file = join(folder, `${day}.jsonl`)
  const handle = openSync(file, 'a+', 0o600)
  try {
    const { size } = fstatSync(handle)
    const end = Buffer.alloc(1)
    if (size > 0 && readSync(handle, end, 0, 1, size - 1) === 1 && end[0] !== 10)
      ftruncateSync(handle, readFileSync(file).lastIndexOf(10) + 1)
    writeSync(handle, `${JSON.stringify({ body, signature: Buffer.from(signature).toString('base64') })}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Moves the checkpoints of a database that is no more to a folder in the folder, so that another begins. */
export function putAside(folder: string, at: Date): void {
  const aside = join(folder, `before-${at.toISOString().replace(/\W/g, '-')}`)
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  for (const file of exportedFiles(folder)) renameSync(file, join(aside, basename(file)))
}

/** Names of the files with checkpoints, oldest first. */
export function exportedFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => dayFile.test(name))
    .sort()
    .map((name) => join(folder, name))
}

/** The checkpoints of one file in their order; null for a line that is none. A last line without its end is being written. */
export function readExported(file: string): (Checkpoint | null)[] {
  const text = readFileSync(file, 'utf8')
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map(parse)
}

function parse(line: string): Checkpoint | null {
  try {
    const { body, signature } = JSON.parse(line)
    const { number } = JSON.parse(body)
    if (!Number.isSafeInteger(number) || typeof signature !== 'string') return null
    return { number, body, signature: Buffer.from(signature, 'base64') }
  } catch {
    return null
  }
}

function lastExported(folder: string): Checkpoint | null {
  for (const file of exportedFiles(folder).reverse()) {
    const last = readExported(file).at(-1)
    if (last === null) throw new Error(`the last line of ${file} is no checkpoint`)
    if (last) return last
  }
  return null
}

import { createHmac } from 'node:crypto'
import type { CaseCtx } from '../../case-ctx.ts'
import { append } from '../trail.ts'
import type { ExportSettings, LineBody } from './records.ts'
import { accessRecord, decisionRecord, processingRecord } from './records.ts'

export const logs = ['access', 'processing', 'decision'] as const
export type Log = (typeof logs)[number]

/** Pseudonyms by a key: the same one for the same subject, in all exports with that key. */
export function pseudonyms(key: Uint8Array): ExportSettings['pseudonym'] {
  return (kind, id) => createHmac('sha256', key).update(`${kind}\0${id}`).digest('hex')
}

/**
 * One of the three logs over a time, as the actor may read it, oldest first; each record a line of JSON. The export itself gives a line.
 * @param until not with
 */
export async function exportLog(
  ctx: CaseCtx,
  { log, from, until }: { log: Log; from: Date; until: Date },
  settings: ExportSettings,
): Promise<string> {
  const rows = await ctx.tx
    .selectFrom('audit.line')
    .select(['body'])
    .where('at', '>=', from)
    .where('at', '<', until)
    .orderBy('at')
    .orderBy('stream')
    .orderBy('seq')
    .execute()
  const records = rows.map(({ body }) => recordOf(log, JSON.parse(body) as LineBody, settings))
  await append(ctx, { event: 'trail.exported', action: 'E', purpose: 'review', parts: { log } })
  return records
    .filter((record) => record !== null)
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('')
}

function recordOf(log: Log, body: LineBody, settings: ExportSettings) {
  if (log === 'access') return accessRecord(body, settings)
  return log === 'processing' ? processingRecord(body, settings) : decisionRecord(body)
}

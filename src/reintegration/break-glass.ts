import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { Invalid, NotFound } from '../errors.ts'

/** Fewest characters of a reason: one word explains nothing. */
export const shortestReason = 20

/**
 * Opens a case without a care relationship, for three hours. The reason is sealed with a key of its own, because whose case it is is not
 * known yet; erasing the case destroys that key too. The privacy officer gets it at once and the team sees it.
 * @throws {Invalid} `reason` too short; @throws {NotFound} no case of this number here, or no care role
 */
export async function breakGlass(ctx: CaseCtx, input: { number: string; reason: string }): Promise<void> {
  const reason = input.reason.trim()
  if (reason.length < shortestReason) {
    throw new Invalid('form-invalid', [
      { field: 'reason', code: 'reason-short', detail: { least: shortestReason } },
    ])
  }
  const mark = randomUUID()
  const key = await ctx.vault.create(mark)
  const sealed = key.seal(
    { table: 'reintegration.emergency', row: mark, column: 'reason', version: 1 },
    reason,
  )
  const { rows } = await sql<{ id: number | null }>`
    select reintegration.break_glass(${input.number.trim().toUpperCase()}, ${Buffer.concat([Buffer.from(mark), sealed])}) as id
  `.execute(ctx.tx)
  const id = rows[0]?.id
  if (!id) throw new NotFound()
  await append(ctx, {
    event: 'emergency.entered',
    action: 'E',
    purpose: 'emergency',
    trajectory: id,
  })
}

/** The reason as it was written: the mark before it names its key. Empty when the case was erased. */
export async function reasonOf(ctx: CaseCtx, stored: Buffer): Promise<string> {
  const mark = stored.subarray(0, 36).toString()
  const key = mark === '' ? null : await ctx.vault.keyOf(mark)
  if (!key) return ''
  return key.openText(
    { table: 'reintegration.emergency', row: mark, column: 'reason', version: 1 },
    stored.subarray(36),
  )
}

/** The data key of the municipality itself. */
export async function officeKey(ctx: CaseCtx) {
  const { key_id } = await ctx.tx
    .selectFrom('gate.office')
    .select('key_id')
    .where('municipality', '=', ctx.actor.municipality)
    .executeTakeFirstOrThrow()
  return (await ctx.vault.keyOf(key_id)) ?? ctx.vault.create(key_id)
}

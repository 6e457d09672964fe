import type { Selectable, Updateable } from 'kysely'
import { record } from '../../audit/index.ts'
import type { Ctx } from '../../ctx.ts'
import { NotFound, Refused } from '../../errors.ts'
import { byWhom } from '../by-whom.ts'
import { checkMotionsAssigned } from '../life/assigned.ts'
import { roleOf } from '../life/moving.ts'
import { toJson } from '../save-reading.ts'
import type { LetterContent } from './letter.ts'
import type { LetterState, LetterStep } from './letter-life.ts'
import { motionsOfLetter } from './load-facts.ts'
import type { LetterOutTable } from './tables.ts'

export type LetterRow = Selectable<LetterOutTable>
export type LetterStepDone = { letter: number; version: number }

/** Holds a letter at the version that the caller saw. @throws NotFound; Denied `not-assigned`; Refused `changed-by-other` */
export async function lockLetter(ctx: Ctx, input: { letter: number; version: number }): Promise<LetterRow> {
  const row = await ctx.tx
    .selectFrom('council.letter_out')
    .selectAll()
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', input.letter)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  await checkMotionsAssigned(ctx, await motionsOfLetter(ctx, row.id), 'one')
  if (row.version !== input.version) throw new Refused('changed-by-other')
  return row
}

/** Writes a step of a locked letter: its new state or content, the history row with what was before, and the audit line. */
export async function stepLetter(
  ctx: Ctx,
  row: LetterRow,
  facts: {
    step: LetterStep
    state?: LetterState
    content?: LetterContent
    reason?: string | null
    undoes?: number
    sections?: readonly string[]
    event: string
  },
  change: Updateable<LetterOutTable> = {},
): Promise<LetterStepDone> {
  const { municipality } = ctx.actor
  const state = facts.state ?? row.state
  const version = row.version + 1
  await ctx.tx
    .updateTable('council.letter_out')
    .set({
      ...change,
      state,
      version,
      changed_at: ctx.now,
      ...(facts.content ? { content: toJson(facts.content) } : {}),
    })
    .where('municipality', '=', municipality)
    .where('id', '=', row.id)
    .execute()
  await addLetterHistory(ctx, row, { ...facts, state, version })
  return { letter: row.id, version }
}

export async function addLetterHistory(
  ctx: Ctx,
  row: LetterRow,
  facts: {
    step: LetterStep
    state: LetterState
    version: number
    reason?: string | null
    undoes?: number
    sections?: readonly string[]
    event: string
  },
): Promise<void> {
  const who = byWhom(ctx)
  await ctx.tx
    .insertInto('council.letter_out_history')
    .values({
      municipality: ctx.actor.municipality,
      letter_id: row.id,
      step: facts.step,
      from_state: row.state,
      to_state: facts.state,
      version: facts.version,
      moved_at: ctx.now,
      by_role: roleOf(ctx),
      actor_id: who.id,
      actor_name: who.name,
      reason: facts.reason ?? null,
      sections: [...(facts.sections ?? [])],
      before: toJson({ state: row.state, content: row.content }),
      undoes: facts.undoes ?? null,
    })
    .execute()
  await record(ctx, facts.event, { letter: String(row.id) })
}

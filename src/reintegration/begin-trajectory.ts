import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import type { IsoDate } from '../days.ts'
import { dayOf } from '../days.ts'
import { type FieldError, Invalid } from '../errors.ts'
import { changeFacts } from './change-facts.ts'
import { groundsOn } from './grounds.ts'
import { setIdentity } from './identity.ts'
import { openTrajectory } from './open-trajectory.ts'
import type { Phase } from './tables.ts'

export type Intake = {
  /** How she wants to be called. */
  called: string
  /** Identifier of `rules/casework/grounds.json`. */
  ground: string
  phase?: Phase
  /** What whoever works with her must know first. */
  caution?: string | null
  /** What she wants, in her own words. */
  title?: string | null
  safetyReviewOn?: IsoDate | null
}

/**
 * Begins a case: its number, who coordinates it, on what ground. Little is needed; the rest can come later. A key that was made for a
 * case whose transaction fell stays behind and opens nothing.
 * @returns the number
 * @throws {Invalid} `called` needed; `ground` unknown on this day
 */
export async function beginTrajectory(ctx: CaseCtx, input: Intake): Promise<string> {
  const errors: FieldError[] = []
  const ground = groundsOn(dayOf(ctx.now), 'care').find(({ id }) => id === input.ground)
  if (input.called.trim() === '') errors.push({ field: 'called', code: 'needed' })
  if (!ground) errors.push({ field: 'ground', code: input.ground === '' ? 'needed' : 'unknown' })
  if (!ground || errors.length > 0) throw new Invalid('form-invalid', errors)
  const personId = randomUUID()
  await ctx.vault.create(personId)
  const { rows } = await sql<{ number: string }>`
    with begun as (select reintegration.open_case(${personId}, ${ground.kind}, ${ground.id}, null) as id)
    select 'T-' || (1000 + id) as number from begun`.execute(ctx.tx)
  const number = rows[0]?.number ?? ''
  const trajectory = await openTrajectory(ctx, number, 'care', 'write')
  await append(ctx, {
    event: 'case.begun',
    action: 'C',
    purpose: 'care',
    trajectory: trajectory.id,
    basis: ground.kind,
    fields: ['called', 'ground'],
  })
  await setIdentity(ctx, trajectory, { called: input.called.trim() })
  const { phase, caution, title, safetyReviewOn } = input
  await changeFacts(ctx, trajectory, {
    version: trajectory.version,
    state: 'intake',
    ...(phase ? { phase } : {}),
    ...(caution ? { caution } : {}),
    ...(title ? { title } : {}),
    ...(safetyReviewOn ? { safetyReviewOn } : {}),
  })
  return number
}

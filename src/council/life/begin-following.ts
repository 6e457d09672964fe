import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { termOf } from '../public-documents.ts'
import type { IsoDate } from '../read/reading.ts'
import { lifeSettings } from '../set-up-municipality.ts'
import { checkDateOf } from './check-date.ts'
import { newMatter } from './matter.ts'
import { commitmentOfRow, stepCommitment } from './step-commitment.ts'
import { addMatterHistory, type MatterRow } from './step-matter.ts'
import { matterTerm } from './term.ts'

/**
 * Begins to follow what these motions ask: a matter, with its term, for each request without parts and each part, where the motion was
 * adopted or taken over. Safe to repeat: what is followed already stays as it is. An amendment changes the proposal itself, so
 * nothing of it is followed. @returns the number of matters that are new
 */
export async function beginFollowing(ctx: Ctx, motions: readonly number[]): Promise<number> {
  if (motions.length === 0) return 0
  const { municipality } = ctx.actor
  const asked = await ctx.tx
    .selectFrom('council.request as request')
    .innerJoin('council.motion as motion', (join) =>
      join
        .onRef('motion.municipality', '=', 'request.municipality')
        .onRef('motion.id', '=', 'request.motion_id'),
    )
    .leftJoin('council.request_part as part', (join) =>
      join
        .onRef('part.municipality', '=', 'request.municipality')
        .onRef('part.request_id', '=', 'request.id'),
    )
    .select([
      'request.motion_id',
      'request.id as request_id',
      'part.id as part_id',
      'motion.dated',
      'request.due_text',
      'request.due_not_before',
      'request.due_not_after',
      'request.due_rule',
    ])
    .where('request.municipality', '=', municipality)
    .where('request.motion_id', 'in', [...new Set(motions)])
    .where('motion.kind', '=', 'motion')
    .where('motion.outcome', 'in', ['adopted', 'taken-over'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('council.matter as matter')
            .select('matter.id')
            .whereRef('matter.municipality', '=', 'request.municipality')
            .whereRef('matter.request_id', '=', 'request.id')
            .where((or) =>
              or.or([
                or('matter.part_id', '=', or.ref('part.id')),
                or.and([or('matter.part_id', 'is', null), or('part.id', 'is', null)]),
              ]),
            ),
        ),
      ),
    )
    .orderBy('request.motion_id')
    .orderBy('request.position')
    .orderBy('part.position')
    .execute()
  const today = dayOf(ctx.now)
  const settings = new Map<IsoDate, Awaited<ReturnType<typeof lifeSettings>>>()
  for (const row of asked) {
    const on = row.dated ?? today
    if (!settings.has(on)) settings.set(on, await lifeSettings(ctx, on))
    const term = matterTerm({
      deadline: termOf(row),
      decidedOn: row.dated,
      settings: settings.get(on)!,
    })
    const added = await ctx.tx
      .insertInto('council.matter')
      .values({
        municipality,
        motion_id: row.motion_id,
        request_id: row.request_id,
        part_id: row.part_id,
        term_source: term.source,
        term_text: term.text,
        term_not_before: term.notBefore,
        term_not_after: term.notAfter,
        term_basis: term.basis,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await addMatterHistory(ctx, added as MatterRow, newMatter, {
      step: 'register',
      on,
      event: 'matter.registered',
    })
  }
  return asked.length
}

/** The clerk's choice at registration: a day, `none-agreed`, or null to let the municipality's term say. */
export type CheckChoice = IsoDate | 'none-agreed' | null

/**
 * Gives a new commitment the day on which we look whether it was kept, and begins its history. Where nothing follows from the letter
 * and the municipality's term, and nothing was chosen, it has none: `attention` asks the clerk.
 */
export async function beginCommitment(ctx: Ctx, id: number, choice: CheckChoice = null): Promise<void> {
  const { municipality } = ctx.actor
  const row = await ctx.tx
    .selectFrom('council.commitment')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const check = checkDateOf(
    { notBefore: row.due_not_before, notAfter: row.due_not_after },
    await lifeSettings(ctx, row.made_on),
  )
  await stepCommitment(
    ctx,
    row,
    commitmentOfRow(row),
    { step: 'register', on: row.made_on, event: 'commitment.registered' },
    choice === 'none-agreed'
      ? { check_source: 'none-agreed' }
      : choice !== null
        ? { check_on: choice, check_source: 'clerk' }
        : check.kind === 'ours'
          ? { check_on: check.on, check_source: 'ours' }
          : {},
  )
}

import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { addDays } from '../../days.ts'
import type { IsoDate } from '../read/reading.ts'
import { motionsOf } from './events.ts'
import { queueMail } from './queue-mail.ts'
import { followCovers } from './send-digests.ts'
import type { MailLanguage } from './tables.ts'

/**
 * Tells the followers of these matters that they are open again because a commitment was missed; in the transaction in which they were
 * reopened. @returns how many mails were made
 */
export async function tellReopened(
  ctx: Ctx,
  input: { commitment: number; reopened: readonly number[] },
): Promise<number> {
  if (input.reopened.length === 0) return 0
  const { municipality } = ctx.actor
  const commitment = await ctx.tx
    .selectFrom('council.commitment')
    .select([
      'text',
      'missed_on',
      sql<IsoDate | null>`coalesce(extended_to, due_not_after, check_on)`.as('due'),
    ])
    .where('municipality', '=', municipality)
    .where('id', '=', input.commitment)
    .executeTakeFirstOrThrow()
  const { rows: matters } = await sql<{ motion: number; text: string }>`
    select matter.motion_id as motion, coalesce(part.text, request.text) as text
    from council.matter matter
    join council.request request on request.municipality = matter.municipality and request.id = matter.request_id
    left join council.request_part part on part.municipality = matter.municipality and part.id = matter.part_id
    where matter.municipality = ${municipality} and matter.id = any(${input.reopened})
    order by matter.id`.execute(ctx.tx)
  const motions = await motionsOf(ctx, [...new Set(matters.map((row) => row.motion))])
  const { rows: followers } = await sql<{ id: string; language: MailLanguage; motions: number[] }>`
    select follower.id, follower.language, array_agg(distinct motion.id order by motion.id) as motions
    from council.follow follow
    join council.follower follower
      on follower.municipality = follow.municipality and follower.id = follow.follower_id
    join council.motion motion
      on motion.municipality = follow.municipality and motion.id = any(${[...motions.keys()]}) and ${followCovers}
    where follow.municipality = ${municipality} and follow.confirmed_at is not null
    group by follower.id, follower.language
    order by follower.id`.execute(ctx.tx)
  const due = commitment.due
  return queueMail(
    ctx,
    followers.map((follower) => ({
      key: `reopened ${follower.id} ${input.commitment} ${due}`,
      to: { follower: follower.id },
      language: follower.language,
      facts: {
        kind: 'reopened' as const,
        on: due ? addDays(due, 1) : commitment.missed_on!,
        commitment: { text: commitment.text, due },
        motions: follower.motions.map((id) => ({
          motion: motions.get(id)!,
          matters: matters.filter((row) => row.motion === id).map((row) => row.text),
        })),
      },
    })),
  )
}

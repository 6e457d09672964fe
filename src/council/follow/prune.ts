import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import type { WatchSettings } from './settings.ts'

type Rules = Pick<WatchSettings, 'confirmWithinDays' | 'mailKeptDays' | 'draftsKeptDays'>
export type Pruned = { drafts: number; follows: number; followers: number; mails: number }

/**
 * Forgets what need not be kept: older drafts of documents that were registered long ago (never the last one, never of a document
 * that still waits), questions that nobody confirmed, and mail of long ago, sent or not. At most `limit` drafts in one go.
 */
export async function prune(ctx: Ctx, input: { settings: Rules; limit?: number }): Promise<Pruned> {
  const { municipality } = ctx.actor
  const { settings, limit = 1000 } = input
  const before = (days: number) => new Date(ctx.now.getTime() - days * 86_400_000)
  const drafts = await sql`
    delete from council.document_draft draft using (
      select draft.document_id, draft.version from council.document_draft draft
      join council.document document
        on document.municipality = draft.municipality and document.id = draft.document_id
      where draft.municipality = ${municipality} and document.state = 'registered'
        and document.registered_at < ${before(settings.draftsKeptDays)} and draft.version < document.review_version
      limit ${limit}) old
    where draft.municipality = ${municipality}
      and draft.document_id = old.document_id and draft.version = old.version`.execute(ctx.tx)
  const follows = await sql`
    delete from council.follow where municipality = ${municipality}
      and confirmed_at is null and asked_at < ${before(settings.confirmWithinDays)}`.execute(ctx.tx)
  const followers = await sql`
    delete from council.follower follower where municipality = ${municipality}
      and asked_at < ${before(settings.confirmWithinDays)}
      and not exists (
        select from council.follow where municipality = follower.municipality and follower_id = follower.id)`.execute(
    ctx.tx,
  )
  const mails = await sql`
    delete from council.mail where municipality = ${municipality}
      and state <> 'sending' and made_at < ${before(settings.mailKeptDays)}`.execute(ctx.tx)
  return {
    drafts: Number(drafts.numAffectedRows),
    follows: Number(follows.numAffectedRows),
    followers: Number(followers.numAffectedRows),
    mails: Number(mails.numAffectedRows),
  }
}

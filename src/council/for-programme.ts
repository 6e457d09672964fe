import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import type { PublishedWords } from '../programme/index.ts'
import { documentsNamed, type EvidenceDocument, wordsAt } from './desk-evidence.ts'
import type { IsoDate } from './read/reading.ts'

/** What published documents say, for the programme room: the words of a passage, the title of a whole document, null when not published. */
export const publishedWords: PublishedWords = async (ctx, places) => {
  const passages = places.flatMap(({ document, at }) => (at === null ? [] : [{ document, at }]))
  const words = await wordsAt(ctx, passages)
  const whole = places.filter(({ at }) => at === null).map(({ document }) => document)
  const titles = new Map((await documentsNamed(ctx, [...new Set(whole)])).map(({ id, title }) => [id, title]))
  let next = 0
  return places.map(({ document, at }) =>
    at === null ? (titles.get(document) ?? null) : (words[next++]?.words ?? null),
  )
}

/** Documents that were published from this day on, as the Netherlands counts days; the newest first, at most 12. */
export async function recentDocuments(ctx: Ctx, { since }: { since: IsoDate }): Promise<EvidenceDocument[]> {
  const rows = await ctx.tx
    .selectFrom('council.published_document')
    .select('document_id as id')
    .where('municipality', '=', ctx.actor.municipality)
    .where(sql<boolean>`published_at >= ${since}::timestamp at time zone 'Europe/Amsterdam'`)
    .orderBy('published_at', 'desc')
    .orderBy('document_id', 'desc')
    .limit(12)
    .execute()
  return documentsNamed(
    ctx,
    rows.map(({ id }) => id),
  )
}

/** Motions of these matters, each once. */
export async function motionsOfMatters(ctx: Ctx, matters: readonly number[]): Promise<number[]> {
  if (matters.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('council.matter')
    .select(sql<number>`distinct motion_id`.as('motion'))
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', 'in', [...matters])
    .execute()
  return rows.map(({ motion }) => motion)
}

/** Persons of the register that an account is: one, or none. */
export async function personsOfAccount(ctx: Ctx, account: string): Promise<number[]> {
  const rows = await ctx.tx
    .selectFrom('council.person_account')
    .select('person_id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('account_id', '=', account)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

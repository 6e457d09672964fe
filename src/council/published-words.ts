import type { PublishedWords } from '../programme/index.ts'
import { documentsNamed, wordsAt } from './desk-evidence.ts'

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

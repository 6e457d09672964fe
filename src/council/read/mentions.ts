import { matchesOf } from './matches.ts'
import { findRegistryNumbers, motionNumberAt } from './numbers.ts'
import type { Range } from './paper.ts'
import { rangeOf, type Sentence } from './sentences.ts'
import { quotedAt } from './titles.ts'

/** Where running text names a motion: number, title, registry number. */
export type Mention = {
  sentence: Sentence
  number: Range | null
  numberText: string | null
  title: Range | null
  titleText: string | null
  registryNumber: Range | null
  /** Offsets in the sentence: of the word *motie*, and behind what was read. */
  start: number
  end: number
}

const word = /(?<!\p{L})(?:moties?|amendement(?:en)?)(?!\p{L})/giu
const mostPerSentence = 40
const none: readonly Mention[] = []

/** Every motion that a sentence names by number or title. Headings name theirs without quotes. */
export function findMentions(sentence: Sentence): readonly Mention[] {
  const { text } = sentence
  const words = text.length < 5 ? [] : matchesOf(text, word)
  if (words.length === 0) return none
  const mentions: Mention[] = []
  for (const match of words) {
    if (mentions.length >= mostPerSentence) break
    const end = match.index + match[0].length
    if (mentions.some((one) => one.end > match.index)) continue
    let from = end
    for (;;) {
      const mention = mentionAt(sentence, match.index, from)
      if (!mention) break
      mentions.push(mention)
      const link = text.slice(mention.end).match(/^(?:,| en|, en) (?=\(?(?:[A-Z]{1,4}[.-]?)?\d|['‘"“„])/u)
      if (!link || mention.end <= from) break
      from = mention.end + link[0].length - 1
    }
  }
  return mentions
}

function mentionAt(sentence: Sentence, start: number, from: number): Mention | null {
  const { text } = sentence
  let at = skip(text, from)
  if (at === from && from < text.length) return null
  const number = motionNumberAt(text, at)
  if (number) at = skip(text, number.end)
  let quoted = quotedAt(text, at)
  if (!quoted && !number) {
    const loose = text.slice(at, at + 60).match(/^(?:(?:met de titel|getiteld|genaamd|over)\s)(?=['‘"“„])/iu)
    if (loose) quoted = quotedAt(text, at + loose[0].length)
  }
  let title = quoted ? { start: quoted.start, end: quoted.end } : null
  let end = quoted?.outer ?? number?.end ?? at
  if (!title && number && sentence.heading && start < 4) {
    const to = headingTitleEnd(text)
    if (to > at + 2) {
      title = { start: at, end: to }
      end = to
    }
  }
  if (!number && !title) return null
  const behind = findRegistryNumbers(text.slice(end, end + 24))[0]
  const isOwn = behind && /^\s?(?:aan |aangenomen )?[([]?$/.test(text.slice(end, end + behind.start))
  const registry = isOwn ? { start: end + behind.start, end: end + behind.end } : null
  if (registry) end = registry.end + (text[registry.end] === ')' ? 1 : 0)
  return {
    sentence,
    number: number ? rangeOf(sentence, number.start, number.end) : null,
    numberText: number?.text ?? null,
    title: title ? rangeOf(sentence, title.start, title.end) : null,
    titleText: title ? text.slice(title.start, title.end) : null,
    registryNumber: registry ? rangeOf(sentence, registry.start, registry.end) : null,
    start,
    end,
  }
}

function headingTitleEnd(text: string): number {
  const registry = findRegistryNumbers(text)[0]
  let end = registry ? registry.start : text.length
  while (end > 0 && ' ([:,.–-'.includes(text[end - 1] as string)) end--
  return end
}

function skip(text: string, from: number): number {
  let at = from
  while (at < text.length && ' :–—-,'.includes(text[at] as string)) at++
  return at
}

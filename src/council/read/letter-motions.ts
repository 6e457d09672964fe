import type { ReadLetter } from './letter.ts'
import { describe, type Group, generalSentences } from './mentioned-motion.ts'
import { findMentions, type Mention } from './mentions.ts'
import { readMotionText } from './motion-text.ts'
import { findOutcome } from './outcome.ts'
import type { Paper } from './paper.ts'
import { findQuotes, findSetApart, ownVoice, type Quote } from './quotes.ts'
import type { Motion } from './reading.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

/** The motions that a letter names or quotes. */
export type LetterMotions = {
  motions: Motion[]
  /** Per motion how running text may name it. */
  names: Group[]
  /** The letter's own voice: without the motions that it quotes. */
  own: Sentence[]
  /** Which motions a sentence names. */
  namedBy: Map<Sentence, number[]>
  twoNumbers: boolean
  /** Per motion whether the letter holds its text. */
  quoted: boolean[]
}

/** More than any letter settles: what a forged paper may cost. */
const mostMotions = 150

export function readLetterMotions(paper: Paper, read: ReadLetter): LetterMotions {
  const quotes = findQuotes(paper, read.body).slice(0, mostMotions)
  const others = [...quotes, ...findSetApart(paper, read.body)]
  const own = ownVoice(read.body, others).flatMap((range) => sentencesOf(paper, range))
  const subject = read.subject ? sentencesOf(paper, read.subject).map((one) => one.asHeading()) : []
  const groups = groupMentions(subject.flatMap(findMentions), own.flatMap(findMentions))
  const twoNumbers = mergeTwoNumbers(groups, read.body.start)
  if (groups.length === 0 && quotes.length === 0) addUntitled(own, groups)
  const quoteOf = assignQuotes(groups, quotes)
  const general = generalSentences(own)
  const motions = groups.map((group, i): Motion => {
    const pointer = `/motions/${i}`
    const motion = describe(paper, group, general, pointer)
    const quote = quoteOf.get(i)
    if (!quote) return motion
    const text = readMotionText(paper, quote.marks, quote.limit, motion.date, pointer)
    return {
      ...motion,
      clauses: text.clauses,
      requests: text.requests,
      closingFormula: text.closing !== null,
    }
  })
  return {
    motions,
    names: groups,
    own,
    namedBy: bySentence(groups),
    twoNumbers,
    quoted: groups.map((_, i) => quoteOf.has(i)),
  }
}

function bySentence(groups: readonly Group[]): Map<Sentence, number[]> {
  const namedBy = new Map<Sentence, number[]>()
  groups.forEach((group, i) => {
    for (const { sentence } of group.mentions) {
      const known = namedBy.get(sentence)
      if (!known) namedBy.set(sentence, [i])
      else if (!known.includes(i)) known.push(i)
    }
  })
  return namedBy
}

/** One group per motion: same number, or same title. The subject's titles give way to those of the text. */
function groupMentions(subject: readonly Mention[], body: readonly Mention[]): Group[] {
  const groups: Group[] = []
  const byNumber = new Map<string, Group>()
  const byTitle = new Map<string, Group>()
  const add = (mention: Mention, weak: boolean) => {
    const { numberText } = mention
    const title = mention.titleText?.toLowerCase() ?? null
    const titled = title === null ? undefined : byTitle.get(title)
    const fits = titled && (titled.number === null || numberText === null)
    let group = (numberText === null ? undefined : byNumber.get(numberText)) ?? (fits ? titled : undefined)
    if (!group) {
      if (groups.length >= mostMotions) return
      group = { number: null, title: null, mentions: [] }
      groups.push(group)
    }
    group.mentions.push(mention)
    group.number ??= numberText
    if (!weak) group.title ??= mention.titleText
    if (group.number !== null && !byNumber.has(group.number)) byNumber.set(group.number, group)
    if (title !== null && !byTitle.has(title)) byTitle.set(title, group)
  }
  for (const mention of subject) add(mention, true)
  for (const mention of body) add(mention, false)
  for (const group of groups) group.title ??= group.mentions.find((one) => one.titleText)?.titleText ?? null
  return groups
}

/** A subject and a text that name one motion each, by different numbers, mean the same one. */
function mergeTwoNumbers(groups: Group[], bodyStart: number): boolean {
  const [first, second] = groups
  if (groups.length !== 2 || !first || !second || first.number === null || second.number === null)
    return false
  const inSubject = first.mentions.every((one) => one.sentence.range.start < bodyStart)
  const inText = second.mentions.every((one) => one.sentence.range.start >= bodyStart)
  if (!inSubject || !inText) return false
  first.mentions.push(...second.mentions)
  first.title = second.title ?? first.title
  groups.pop()
  return true
}

/** A motion without number and title that the letter still says the council adopted. */
function addUntitled(own: readonly Sentence[], groups: Group[]): void {
  const sentence = own.find(
    (one) =>
      /(?<!\p{L})(?:de|deze|een|uw) motie (?:van|over)(?!\p{L})/iu.test(one.text) && findOutcome(one.text),
  )
  if (!sentence) return
  const start = sentence.text.search(/motie/i)
  const nothing = { number: null, numberText: null, title: null, titleText: null, registryNumber: null }
  groups.push({ number: null, title: null, mentions: [{ sentence, ...nothing, start, end: start + 5 }] })
}

/** Which motion each quoted text belongs to: the one named last before it; a quote that nothing names is one of its own. */
function assignQuotes(groups: Group[], quotes: readonly Quote[]): Map<number, Quote> {
  const quoteOf = new Map<number, Quote>()
  const named = groups.flatMap((group, i) =>
    group.mentions.map((one) => ({ i, start: one.sentence.range.start })),
  )
  for (const quote of quotes) {
    let before: (typeof named)[number] | null = null
    for (const one of named) {
      if (one.start < quote.start && one.start > (before?.start ?? -1) && !quoteOf.has(one.i)) before = one
    }
    if (before) quoteOf.set(before.i, quote)
    else if (groups.length < mostMotions) {
      groups.push({ number: null, title: null, mentions: [] })
      quoteOf.set(groups.length - 1, quote)
    }
  }
  return quoteOf
}

import { findDates, isoDateIn } from './dates.ts'
import type { ReadLetter } from './letter.ts'
import type { Mark } from './marks.ts'
import { findMentions, type Mention } from './mentions.ts'
import { type MotionText, marksIn, readMotionText, splitMarks } from './motion-text.ts'
import { registryNumberOf } from './numbers.ts'
import { findOutcome } from './outcome.ts'
import { note, type Paper, type Range, rangeIn, textOf } from './paper.ts'
import { readProposal } from './proposal.ts'
import type { Motion } from './reading.ts'
import { rangeOf, type Sentence, sentencesOf } from './sentences.ts'
import { readList, type SubmitterRanges } from './submitters.ts'
import { findTotals } from './votes.ts'

/** The motions that a letter names or quotes. */
export type LetterMotions = {
  motions: Motion[]
  /** Per motion how running text may name it. */
  names: { number: string | null; title: string | null; mentions: Mention[] }[]
  /** The letter's own voice: without the motions that it quotes. */
  own: Sentence[]
  twoNumbers: boolean
  quoted: boolean[]
}

type Group = { number: string | null; title: string | null; mentions: Mention[] }

export function readLetterMotions(paper: Paper, read: ReadLetter): LetterMotions {
  const quotes = splitMarks(quotedMarks(paper, read.body), [])
  const texts = quotes.map((marks) => ({ marks, start: marks[0]?.start ?? 0 }))
  const ends = texts.map(({ marks, start }, i) => {
    const limit = texts[i + 1]?.start ?? read.body.end
    return { start, end: readMotionText({ ...paper, passages: {} }, marks, limit, null, '').end }
  })
  const own = ownVoice(read.body, ends).flatMap((range) => sentencesOf(paper, range))
  const subject = read.subject
    ? sentencesOf(paper, read.subject).map((one) => ({ ...one, heading: true }))
    : []
  const groups = groupMentions(subject.flatMap(findMentions), own.flatMap(findMentions))
  const twoNumbers = mergeTwoNumbers(groups, read.body.start)
  if (groups.length === 0 && quotes.length > 0)
    for (const _ of quotes) groups.push({ number: null, title: null, mentions: [] })
  if (groups.length === 0) addUntitled(own, groups)
  const owners = ownersOf(groups, ends)
  const motions: Motion[] = []
  groups.forEach((group, i) => {
    const pointer = `/motions/${i}`
    const motion = describe(paper, group, own, pointer)
    const at = owners.indexOf(i)
    if (at >= 0)
      addText(paper, motion, texts[at]?.marks ?? [], texts[at + 1]?.start ?? read.body.end, pointer)
    motions.push(motion)
  })
  return { motions, names: groups, own, twoNumbers, quoted: groups.map((_, i) => owners.includes(i)) }
}

function addText(paper: Paper, motion: Motion, marks: readonly Mark[], limit: number, pointer: string): void {
  const text: MotionText = readMotionText(paper, marks, limit, motion.date, pointer)
  motion.clauses = text.clauses
  motion.requests = text.requests
  motion.closingFormula = text.closing !== null
}

/** Formulae that quote a motion: they begin a line, or stand behind one that does. The letter's own *wij constateren* is none. */
function quotedMarks(paper: Paper, body: Range): Mark[] {
  const { text } = paper.source
  const kept: Mark[] = []
  let open = false
  for (const mark of marksIn(paper, body)) {
    if (mark.type === 'close') {
      if (open) kept.push(mark)
      open = false
      continue
    }
    const head = text.slice(mark.start, mark.start + 4).toLowerCase()
    const plain = head.startsWith('wij ') || head.startsWith('we ')
    const listed =
      /[:]\s*$|dat\s*$/.test(text.slice(mark.start, mark.end)) &&
      /^\s*\n/.test(text.slice(mark.end, mark.end + 20))
    if (plain && !listed) continue
    if (!open && !(mark.opener.anywhere && startsLine(text, mark.start))) continue
    open = true
    kept.push(mark)
  }
  return kept
}

function startsLine(text: string, at: number): boolean {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  return !/[\p{L}\p{N}]/u.test(text.slice(Math.max(lineStart, at - 80), at))
}

function ownVoice(body: Range, quotes: readonly Range[]): Range[] {
  const ranges: Range[] = []
  let from = body.start
  for (const quote of quotes) {
    ranges.push({ start: from, end: quote.start })
    from = Math.max(from, quote.end)
  }
  ranges.push({ start: from, end: body.end })
  return ranges.filter((range) => range.end > range.start)
}

const sameTitle = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.toLowerCase() === b.toLowerCase()

/** One group per motion: same number, or same title. The subject's titles give way to those of the text. */
function groupMentions(subject: readonly Mention[], body: readonly Mention[]): Group[] {
  const groups: Group[] = []
  const add = (mention: Mention, weak: boolean) => {
    const known = groups.find(
      (group) =>
        (group.number !== null && group.number === mention.numberText) ||
        (group.mentions.some((one) => sameTitle(one.titleText, mention.titleText)) &&
          (group.number === null || mention.numberText === null)),
    )
    if (!known) {
      groups.push({ number: mention.numberText, title: weak ? null : mention.titleText, mentions: [mention] })
      return
    }
    known.mentions.push(mention)
    known.number ??= mention.numberText
    if (!weak) known.title ??= mention.titleText
  }
  for (const mention of subject) if (mention.number || mention.title) add(mention, true)
  for (const mention of body) add(mention, false)
  for (const group of groups) group.title ??= group.mentions.find((one) => one.titleText)?.titleText ?? null
  return groups.filter((group) => group.number !== null || group.title !== null)
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
  first.title ??= second.title
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
  const mention: Mention = {
    sentence,
    number: null,
    numberText: null,
    title: null,
    titleText: null,
    registryNumber: null,
    start,
    end: start + 5,
  }
  groups.push({ number: null, title: null, mentions: [mention] })
}

/** Which motion each quoted text belongs to: the one named last before it. */
function ownersOf(groups: readonly Group[], quotes: readonly Range[]): number[] {
  const taken = new Set<number>()
  return quotes.map((quote) => {
    let best = -1
    let bestAt = -1
    groups.forEach((group, i) => {
      if (taken.has(i)) return
      for (const { sentence } of group.mentions) {
        const at = sentence.range.start
        if (at < quote.start && at > bestAt) {
          best = i
          bestAt = at
        }
      }
      if (best < 0 && group.mentions.length === 0) best = i
    })
    if (best >= 0) taken.add(best)
    return best
  })
}

const decided =
  /(?<!\p{L})(?:aangenomen|verworpen|aanvaard|ingetrokken|aangehouden|nam|namen|vergadering|ingediend|overgenomen)(?!\p{L})/iu

/** What the sentences that name a motion say about it. */
function describe(paper: Paper, group: Group, own: readonly Sentence[], pointer: string): Motion {
  const value = (key: string, range: Range | null | undefined): string | null => {
    if (!range) return null
    note(paper, `${pointer}/${key}`, range)
    return textOf(paper, range)
  }
  const first = <T>(pick: (mention: Mention) => T | null): T | null => {
    for (const mention of group.mentions) {
      const found = pick(mention)
      if (found !== null) return found
    }
    return null
  }
  const titled = group.mentions.find((one) => one.title && one.titleText === group.title)
  const registry = value(
    'registryNumber',
    first((one) => one.registryNumber),
  )
  const about = sentencesAbout(group, own)
  const date = firstDate(about)
  const printedDate = value('date', date)
  const outcome = firstOutcome(about)
  if (outcome) note(paper, `${pointer}/outcome`, outcome.range)
  const proposal = firstProposal(group)
  const number = value('proposal/registryNumber', proposal?.registryNumber)
  return {
    number: value(
      'number',
      first((one) => one.number),
    ),
    title: value('title', titled?.title),
    registryNumber: registry === null ? null : registryNumberOf(registry),
    date: printedDate === null ? null : isoDateIn(printedDate),
    outcome: outcome?.outcome ?? 'unknown',
    proposal: proposal
      ? {
          title: value('proposal/title', proposal.title),
          registryNumber: number === null ? null : registryNumberOf(number),
        }
      : null,
    submitters: submittersIn(paper, group).map((one, i) => ({
      name: value(`submitters/${i}/name`, one.name) ?? '',
      party: value(`submitters/${i}/party`, one.party),
    })),
    votes: votesIn(paper, group, pointer),
    clauses: [],
    requests: [],
    closingFormula: false,
  }
}

/** Sentences that tell what happened to this motion, or to the motions of the letter together. */
function sentencesAbout(group: Group, own: readonly Sentence[]): Sentence[] {
  const named = group.mentions
    .map((one) => one.sentence)
    .filter((one) => decided.test(one.text) && !/^(?:afdoening|beantwoording|uitvoering)/iu.test(one.text))
  const general = own.filter(
    (one) =>
      /(?<!\p{L})(?:motie|moties)(?!\p{L})/iu.test(one.text) && decided.test(one.text) && isGeneral(one.text),
  )
  return [...named, ...general]
}

/** *Op 24 februari nam uw raad drie moties aan*, *zijn de volgende moties aangenomen*: no motion is named. */
const isGeneral = (text: string): boolean =>
  /(?<!\p{L})(?:(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|de volgende|onderstaande|deze|meerdere|diverse|\d{1,2}) moties|de motie|een motie|moties)(?!\p{L})/iu.test(
    text,
  )

function firstDate(sentences: readonly Sentence[]): Range | null {
  for (const sentence of sentences) {
    const date = findDates(sentence.text).find((one) => one.iso !== null)
    if (date) return rangeOf(sentence, date.start, date.end)
  }
  return null
}

const council = /(?<!\p{L})(?:raad|u|raadsvergadering|vergadering|motie|moties)(?!\p{L})/iu

function firstOutcome(sentences: readonly Sentence[]): { outcome: Motion['outcome']; range: Range } | null {
  for (const sentence of sentences) {
    const found = council.test(sentence.text) ? findOutcome(sentence.text) : null
    if (found) return { outcome: found.outcome, range: rangeOf(sentence, found.start, found.end) }
  }
  return null
}

function firstProposal(group: Group): ReturnType<typeof readProposal> {
  for (const { sentence } of group.mentions) {
    const { flat, start } = sentence
    const found = readProposal({
      text: flat.text.slice(start, start + sentence.text.length),
      map: flat.map.slice(start, start + sentence.text.length),
    })
    if (found) return found
  }
  return null
}

const movedBefore =
  /(?<!\p{L})door (?:het |de )?(?:raadslid|raadsleden|lid|leden|heer|mevrouw|dhr\.?|mw\.?|fractie)[^.;]{0,160}?(?:ingediende|ingebrachte)(?!\p{L})/iu
const movedBy =
  /(?<!\p{L})(?:ingediend door|van) (?=(?:de |het )?(?:raadslid|raadsleden|lid|leden|heer|heren|mevrouw|mevr\.?|dhr\.?|mw\.?)(?!\p{L}))/giu

function submittersIn(paper: Paper, group: Group): SubmitterRanges[] {
  for (const mention of group.mentions) {
    const { text } = mention.sentence
    const before = movedBefore.exec(text)
    if (before) {
      const found = listIn(paper, mention.sentence, before.index + 5, before.index + before[0].length)
      if (found.length > 0) return found
    }
    const next = mention.sentence.text.slice(mention.end).search(/(?<!\p{L})motie(?!\p{L})/iu)
    const until = next < 0 ? text.length : mention.end + next
    for (const match of text.slice(mention.start, until).matchAll(movedBy)) {
      const from = mention.start + match.index + match[0].length
      const rest = text.slice(from, until)
      const stop = rest.search(
        / (?:met|in meerderheid|unaniem|aangenomen|verworpen|aan\b|inzake|over|waarin|is|heeft|op \d)(?!\p{L})|\.(?: |$)|;/u,
      )
      const found = listIn(paper, mention.sentence, from, stop < 0 ? until : from + stop)
      if (found.length > 0 && found.some((one) => one.party)) return found
      if (found.length > 0 && mention === group.mentions.at(-1)) return found
    }
  }
  return []
}

const listIn = (paper: Paper, sentence: Sentence, start: number, end: number): SubmitterRanges[] =>
  end > start ? readList(paper, rangeOf(sentence, start, end)) : []

function votesIn(paper: Paper, group: Group, pointer: string): Motion['votes'] {
  for (const { sentence } of group.mentions) {
    const totals = findTotals(sentence.text)
    if (!totals.for || !totals.against) continue
    note(
      paper,
      `${pointer}/votes/for`,
      rangeIn(sentence.flat, sentence.start + totals.for.start, sentence.start + totals.for.end),
    )
    note(
      paper,
      `${pointer}/votes/against`,
      rangeIn(sentence.flat, sentence.start + totals.against.start, sentence.start + totals.against.end),
    )
    return { parties: [], for: totals.for.count, against: totals.against.count }
  }
  return null
}

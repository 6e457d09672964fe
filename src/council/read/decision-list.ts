import { isoDateIn } from './dates.ts'
import { dateIn } from './heading.ts'
import { cellsOf } from './labels.ts'
import { matchesOf } from './matches.ts'
import { findMentions, type Mention } from './mentions.ts'
import { collectVotes, type ReadMotions } from './motion-paper.ts'
import { registryNumberOf } from './numbers.ts'
import { findOutcome, findResolution } from './outcome.ts'
import { flatOf, note, type Paper, type Range, rangeIn, textOf } from './paper.ts'
import type { IsoDate, Motion } from './reading.ts'
import { rangeOf, type Sentence, sentencesOf } from './sentences.ts'
import { linesIn } from './source.ts'
import { readList, type SubmitterRanges } from './submitters.ts'
import { type FoundParty, findPairs, findSides, findTotals } from './votes.ts'

/** Motions and amendments in a decision list, each with the sentences that follow until the next or the next agenda item. */

export type DecisionList = ReadMotions & { date: IsoDate | null; sentences: Sentence[] }

type Entry = { mention: Mention | null; heading: Sentence | null; sentences: Sentence[]; agenda: boolean }

export function readDecisionList(paper: Paper): DecisionList {
  const whole = { start: 0, end: paper.source.text.length }
  const sentences = sentencesOf(paper, whole)
  const date = listDate(paper)
  const list: DecisionList = {
    motions: [],
    twoNumbers: false,
    seats: [],
    sentences,
    date: date ? isoDateIn(textOf(paper, date)) : null,
  }
  for (const entry of entriesOf(paper, sentences)) {
    const pointer = `/motions/${list.motions.length}`
    const motion = toMotion(paper, entry, pointer)
    motion.date = list.date
    note(paper, `${pointer}/date`, date)
    const votes = votesOf(paper, entry, pointer)
    motion.votes = votes.votes
    list.motions.push(motion)
    list.seats.push(votes.seats)
  }
  return list
}

/** The first date at the head of the list, also when a line's end cuts it. */
function listDate(paper: Paper): Range | null {
  const lines = paper.source.lines.filter((line) => !line.blank).slice(0, 12)
  const [first] = lines
  return first
    ? dateIn(paper, { start: first.start, end: Math.min(lines.at(-1)?.end ?? 0, first.start + 2000) })
    : null
}

const agendaNumber = /^(?:agendapunt )?(\d{1,3})[a-z]?\.(?=\s)/iu
const agendaMotion = /^(?:motie|amendement)(?: vreemd aan de orde van de dag)?(?:\s|:)/iu
const bracketNumber = /(?<!\p{L})(motie|amendement) \(([A-Z]{1,3}\d{1,3}(?:\.\d{1,2})?)\)/iu

function entriesOf(paper: Paper, sentences: readonly Sentence[]): Entry[] {
  const entries = new Map<string, Entry>()
  const agenda = new Agenda(paper)
  let current: Entry | null = null
  for (const sentence of sentences) {
    const mention = findMentions(sentence)[0] ?? bracketed(sentence)
    if (agenda.opensItem(sentence)) {
      current = null
      if (agendaMotion.test(sentence.text) && !mention) {
        current = { mention: null, heading: sentence, sentences: [sentence], agenda: true }
        entries.set(`agenda ${sentence.range.start}`, current)
        continue
      }
    }
    if (mention) {
      const key = mention.numberText ?? mention.titleText ?? ''
      current = entries.get(key) ?? { mention, heading: null, sentences: [], agenda: false }
      entries.set(key, current)
    }
    current?.sentences.push(sentence)
  }
  return [...entries.values()]
}

/** Agenda items count upwards; a numbered list within one begins again. */
class Agenda {
  private readonly paper: Paper
  private last = 0
  private paragraph = -1

  constructor(paper: Paper) {
    this.paper = paper
  }

  opensItem(sentence: Sentence): boolean {
    if (sentence.paragraph === this.paragraph) return false
    this.paragraph = sentence.paragraph
    const head = this.paper.source.text.slice(sentence.paragraph, sentence.paragraph + 24)
    const number = Number(head.match(agendaNumber)?.[1] ?? 0)
    const named = /^agendapunt/iu.test(head)
    if (number === 0 || (!named && number !== this.last + 1)) return named
    this.last = number
    return true
  }
}

/** *een amendement (A8.1)*. */
function bracketed(sentence: Sentence): Mention | null {
  const match = bracketNumber.exec(sentence.text)
  if (!match) return null
  const number = match[2] as string
  const start = match.index + match[0].length - number.length - 1
  return {
    sentence,
    number: rangeOf(sentence, start, start + number.length),
    numberText: number,
    title: null,
    titleText: null,
    registryNumber: null,
    start: match.index,
    end: match.index + match[0].length,
  }
}

function toMotion(paper: Paper, entry: Entry, pointer: string): Motion {
  const value = (key: string, range: Range | null | undefined): string | null => {
    if (!range) return null
    note(paper, `${pointer}/${key}`, range)
    return textOf(paper, range)
  }
  const registry = value('registryNumber', entry.mention?.registryNumber)
  return {
    number: value('number', entry.mention?.number),
    title: value('title', entry.mention ? entry.mention.title : headingTitle(entry)),
    registryNumber: registry === null ? null : registryNumberOf(registry),
    date: null,
    outcome: outcomeIn(paper, entry, pointer),
    proposal: null,
    submitters: submittersIn(paper, entry).map((one, i) => ({
      name: value(`submitters/${i}/name`, one.name) ?? '',
      party: value(`submitters/${i}/party`, one.party),
    })),
    votes: null,
    clauses: [],
    requests: [],
    closingFormula: false,
  }
}

/** *Motie met betrekking tot de herverdeling van taken*: what follows is its title. */
function headingTitle(entry: Entry): Range | null {
  const { heading } = entry
  if (!heading) return null
  const lead = heading.text.match(
    /^(?:motie|amendement)(?: vreemd aan de orde van de dag)?:?\s(?:(?:met betrekking tot|inzake|over|betreffende|tot) )?/iu,
  )
  const start = lead?.[0].length ?? 0
  return start < heading.text.length ? rangeOf(heading, start, heading.text.length) : null
}

const status =
  /^(?:aangenomen|aanvaard|verworpen|ingetrokken|aangehouden|overgenomen|vervallen|niet in stemming)/iu
/** Moving, changing or announcing a motion decides nothing. */
const moves = /(?<!\p{L})(?:verzoekt|stelt voor|kondigt|aan te passen|dien(?:t|en) .{0,200} in)(?!\p{L})/iu
const about = /(?<!\p{L})(?:moties?|amendement(?:en)?)(?!\p{L})/iu

/** What a sentence says became of a motion; the words of the motion's own title do not count. */
function outcomeBeside(sentence: Sentence, mention: Mention | null): ReturnType<typeof findOutcome> {
  if (sentence !== mention?.sentence) return findOutcome(sentence.text)
  const behind = findOutcome(sentence.text.slice(mention.end))
  if (!behind) return findOutcome(sentence.text.slice(0, mention.start))
  return { outcome: behind.outcome, start: mention.end + behind.start, end: mention.end + behind.end }
}

/** The first thing that the list says happened to it. */
function outcomeIn(paper: Paper, entry: Entry, pointer: string): Motion['outcome'] {
  for (const sentence of entry.sentences) {
    if (sentence === entry.heading || !(status.test(sentence.text) || about.test(sentence.text))) continue
    const found = outcomeBeside(sentence, entry.mention)
    if (!found || moves.test(sentence.text)) continue
    note(paper, `${pointer}/outcome`, rangeOf(sentence, found.start, found.end))
    return found.outcome
  }
  if (!entry.agenda) return 'unknown'
  for (const sentence of entry.sentences) {
    const found = findResolution(sentence.text)
    if (!found) continue
    note(paper, `${pointer}/outcome`, rangeOf(sentence, found.start, found.end))
    return found.outcome
  }
  return 'unknown'
}

const mover =
  /(?:ingediend door|van|^|(?:\. ))\s?(?=(?:de heer|mevrouw|dhr\.?|mw\.?|de heren|raadslid|De heer|Mevrouw)\s)/gu

function submittersIn(paper: Paper, entry: Entry): SubmitterRanges[] {
  const sentence = entry.mention?.sentence
  if (!sentence) return []
  for (const match of matchesOf(sentence.text, mover)) {
    const from = match.index + match[0].length
    const rest = sentence.text.slice(from)
    const stop = rest.search(/ (?:dienen|dient|wordt|is|heeft|hebben|inzake|over)(?!\p{L})/u)
    if (match.index === 0 && stop < 0) continue
    const found = readList(paper, rangeOf(sentence, from, stop < 0 ? sentence.text.length : from + stop))
    if (found.length > 0) return found
  }
  return []
}

type Counted = Range & { count: number }

function votesOf(paper: Paper, entry: Entry, pointer: string): ReturnType<typeof collectVotes> {
  const parties: (FoundParty & { range: Range })[] = []
  let totals: { for: Counted; against: Counted } | null = null
  let side: 'for' | 'against' | null = null
  let calledUpTo = 0
  for (const sentence of entry.sentences) {
    const counts = findTotals(sentence.text)
    if (
      counts.for &&
      counts.against &&
      !totals &&
      (about.test(sentence.text) ||
        status.test(sentence.text) ||
        entry.agenda ||
        /^de raad besluit/iu.test(sentence.text) ||
        /^stemming/iu.test(sentence.text))
    ) {
      totals = {
        for: { ...rangeOf(sentence, counts.for.start, counts.for.end), count: counts.for.count },
        against: {
          ...rangeOf(sentence, counts.against.start, counts.against.end),
          count: counts.against.count,
        },
      }
    }
    const called = rollCall(paper, sentence, side, calledUpTo)
    if (called) {
      side = called.side
      calledUpTo = sentence.range.end
      parties.push(...called.parties)
      continue
    }
    if (/(?<!\p{L})(?:motie|amendement|stemming|voor:|tegen:)/iu.test(sentence.text)) {
      for (const one of [...findSides(sentence.text), ...findPairs(sentence.text)])
        parties.push({ ...one, range: rangeOf(sentence, one.start, one.end) })
    }
  }
  return collectVotes(paper, parties, totals, pointer)
}

const callHeader = /^(voor|tegen) (?:de motie|het amendement|het voorstel) stemden:/iu

/**
 * A roll call: below a header that names the side, each line a party, a colon, and its members. A header may share its sentence with
 * the parties. Null where no call is going on: no header yet, and none in this sentence.
 */
function rollCall(
  paper: Paper,
  sentence: Sentence,
  before: 'for' | 'against' | null,
  from: number,
): { side: 'for' | 'against'; parties: (FoundParty & { range: Range })[] } | null {
  let side = before
  const parties: (FoundParty & { range: Range })[] = []
  const start = Math.max(sentence.paragraph, from)
  for (const line of linesIn(paper.source, { start, end: sentence.range.end })) {
    if (line.blank || line.furniture) continue
    const ink = paper.source.text.slice(line.from, line.to)
    const header = ink.match(callHeader)
    if (header) side = /^v/i.test(header[1] as string) ? 'for' : 'against'
    if (header || !side) continue
    const cell = cellsOf(paper.source.text, line)[0]
    const match = ink.match(/^(\p{Lu}[^:;]{1,50}):\s(?=de |mevrouw|mw|dhr|de heer|het )/u)
    if (!cell || !match) continue
    const flat = flatOf(paper, { start: line.from, end: line.to })
    const party = (match[1] as string).replace(/^Fractie (?=\p{Lu}\p{Ll}+ \p{Lu})/u, '')
    const at = (match[1] as string).length - party.length
    const end = at + party.length
    parties.push({ party, start: at, end, vote: side, seats: null, range: rangeIn(flat, at, end) })
  }
  return side && { side, parties }
}

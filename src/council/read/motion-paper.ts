import { isoDateIn } from './dates.ts'
import { type Heading, readHeading } from './heading.ts'
import type { Mark } from './marks.ts'
import { type MotionText, marksIn, readMotionText, splitMarks } from './motion-text.ts'
import { registryNumberOf } from './numbers.ts'
import { findOutcome, hasBoxes } from './outcome.ts'
import { flatOf, note, type Paper, type Range, rangeIn, textOf } from './paper.ts'
import type { Motion, Votes } from './reading.ts'
import { paragraphsOf } from './sentences.ts'
import { type Line, linesIn } from './source.ts'
import { readSubmitters } from './submitters.ts'
import { type FoundParty, findPairs, findSides, findTotals, mergeParties } from './votes.ts'

/** Motions and amendments that are papers of their own: one, or a bundle. */

export type ReadMotions = { motions: Motion[]; twoNumbers: boolean; seats: SeatCount[] }
/** Printed seats per side, to be held against the printed totals. */
export type SeatCount = { for: number | null; against: number | null }

/** More than any bundle holds: what a forged paper may cost. */
const mostMotions = 1000

export function readMotionPapers(paper: Paper): ReadMotions {
  const whole = { start: 0, end: paper.source.text.length }
  const starts = bundleStarts(paper)
  const marks = withoutExplanations(paper, marksIn(paper, whole), starts)
  const groups = splitMarks(marks, starts)
  if (groups.length === 0) groups.push([...marks])
  const result: ReadMotions = { motions: [], twoNumbers: false, seats: [] }
  groups.slice(0, mostMotions).forEach((group, i) => {
    const start = i === 0 ? 0 : startOf(groups, starts, i)
    const end = i + 1 < groups.length ? startOf(groups, starts, i + 1) : whole.end
    readOne(paper, group, { start, end }, result)
  })
  return result
}

function startOf(groups: readonly Mark[][], starts: readonly number[], i: number): number {
  const first = groups[i]?.[0]?.start ?? 0
  const previous = groups[i - 1]?.at(-1)?.end ?? 0
  return starts.find((start) => start > previous && start <= first) ?? previous
}

/** An explanation below a motion may repeat its formulae: they count no more, until the next paper of a bundle. */
function withoutExplanations(paper: Paper, marks: readonly Mark[], starts: readonly number[]): Mark[] {
  const { text, lines } = paper.source
  const explains = lines.filter(
    (line) =>
      'tT'.includes(text.charAt(line.from)) &&
      /^toelichting\s*:?(?:\s|$)/iu.test(text.slice(line.from, Math.min(line.to, line.from + 13))),
  )
  const kept: Mark[] = []
  let from = 0
  let begun = 0
  for (const mark of marks) {
    while (from < explains.length && (explains[from]?.start ?? 0) <= mark.start) from++
    while (begun < starts.length && (starts[begun] as number) <= mark.start) begun++
    const explanation = explains[from - 1]?.start ?? -1
    const paperStart = starts[begun - 1] ?? 0
    if (explanation <= paperStart) kept.push(mark)
  }
  return kept
}

/** Where a paper of its own begins: a line that opens with *Motie* or *Amendement* after a page break or a closing formula. */
function bundleStarts(paper: Paper): number[] {
  const { text, lines } = paper.source
  return lines.filter((line) => isHead(text, line)).map((line) => line.start)
}

const isHead = (text: string, line: Line): boolean =>
  !line.blank &&
  !line.furniture &&
  line.to - line.from < 120 &&
  'mMaA'.includes(text.charAt(line.from)) &&
  /^(?:motie|amendement)(?!\p{L})/iu.test(text.slice(line.from, line.from + 12))

function readOne(paper: Paper, marks: readonly Mark[], range: Range, result: ReadMotions): void {
  const pointer = `/motions/${result.motions.length}`
  const firstMark = marks[0]?.start ?? Math.min(range.end, range.start + 4000)
  const heading = readHeading(paper, { start: range.start, end: firstMark })
  let date = heading.date ? isoDateIn(textOf(paper, heading.date)) : null
  const body = readMotionText(paper, marks, range.end, date, pointer)
  const tail = { start: Math.min(body.end, range.end), end: range.end }
  const outcome = readOutcome(paper, heading, tail)
  if (!date && outcome?.date) date = isoDateIn(textOf(paper, outcome.date))
  const motion = toMotion(paper, heading, body, tail, pointer)
  motion.date = date
  note(paper, `${pointer}/date`, heading.date ?? (date ? (outcome?.date ?? null) : null))
  const votes = readVotes(paper, tail, pointer)
  motion.votes = votes.votes
  if (outcome) {
    motion.outcome = outcome.outcome
    note(paper, `${pointer}/outcome`, outcome.range)
  }
  result.seats.push(votes.seats)
  result.twoNumbers ||= heading.numbers.length > 1
  result.motions.push(motion)
}

function toMotion(paper: Paper, heading: Heading, body: MotionText, tail: Range, pointer: string): Motion {
  const value = (key: string, range: Range | null): string | null => {
    note(paper, `${pointer}/${key}`, range)
    return range ? textOf(paper, range) : null
  }
  const registry = value('registryNumber', heading.registryNumber)
  const proposalNumber = value('proposal/registryNumber', heading.proposal?.registryNumber ?? null)
  return {
    number: value('number', heading.numbers[0] ?? null),
    title: value('title', heading.title),
    registryNumber: registry === null ? null : registryNumberOf(registry),
    date: null,
    outcome: 'unknown',
    proposal: heading.proposal
      ? {
          title: value('proposal/title', heading.proposal.title),
          registryNumber: proposalNumber === null ? null : registryNumberOf(proposalNumber),
        }
      : null,
    submitters: readSubmitters(paper, heading.labels, tail).map((one, i) => ({
      name: value(`submitters/${i}/name`, one.name) ?? '',
      party: value(`submitters/${i}/party`, one.party),
    })),
    votes: null,
    clauses: body.clauses,
    requests: body.requests,
    closingFormula: body.closing !== null,
  }
}

type StatusLine = { outcome: Motion['outcome']; range: Range; date: Range | null }

const statusLead =
  /^(?:(?:de|deze|het|dit) (?:motie|amendement)|status|uitslag|stemming|besluit|aldus|unaniem|met |bij acclamatie|hoofdelijk|in meerderheid|\[|☐|☑|☒|□|■|(?:niet in stemming|aangenomen|aanvaard|verworpen|ingetrokken|aangehouden|overgenomen|vervallen))/iu

/** A status or outcome line, at the head or below the signatures; never a word of the motion's own reasons. */
function readOutcome(paper: Paper, heading: Heading, tail: Range): StatusLine | null {
  for (const { key, value } of heading.labels) {
    if (key !== 'status') continue
    const flat = flatOf(paper, value)
    const found = findOutcome(flat.text)
    if (found)
      return {
        outcome: found.outcome,
        range: rangeIn(flat, found.start, found.end),
        date: null,
      }
  }
  const paragraphs = paragraphsOf(paper, tail).map((range) => flatOf(paper, range))
  const boxed = paragraphs.some((flat) => hasBoxes(flat.text))
  for (const flat of paragraphs) {
    if (boxed && !hasBoxes(flat.text)) continue
    if (flat.text.length > 400 || !statusLead.test(flat.text.replace(/^[\s*_.,!]+/, ''))) continue
    const found = findOutcome(flat.text)
    if (!found) continue
    const dated = flat.text.match(/(?:in de (?:raads)?vergadering van|op|d\.d\.) .{4,40}/u)
    const from = dated?.index ?? 0
    const date = dated && isoDateIn(dated[0]) ? rangeIn(flat, from, from + dated[0].length) : null
    return { outcome: found.outcome, range: rangeIn(flat, found.start, found.end), date }
  }
  return null
}

type Counted = Range & { count: number }
const mostParagraphs = 80

/** Votes below a motion, with the seats printed per party. */
export function readVotes(
  paper: Paper,
  range: Range,
  pointer: string,
): { votes: Votes | null; seats: SeatCount } {
  const parties: (FoundParty & { range: Range })[] = []
  let totals: { for: Counted; against: Counted } | null = null
  for (const paragraph of paragraphsOf(paper, range).slice(0, mostParagraphs)) {
    const flat = flatOf(paper, paragraph)
    if (flat.text.length > 1000) continue
    const counts = findTotals(flat.text)
    if (counts.for && counts.against && !totals) {
      totals = {
        for: { ...rangeIn(flat, counts.for.start, counts.for.end), count: counts.for.count },
        against: { ...rangeIn(flat, counts.against.start, counts.against.end), count: counts.against.count },
      }
    }
    for (const one of findSides(flat.text)) parties.push({ ...one, range: rangeIn(flat, one.start, one.end) })
    for (const line of linesIn(paper.source, paragraph)) {
      for (const one of findPairs(paper.source.text.slice(line.from, Math.min(line.to, line.from + 400)))) {
        parties.push({ ...one, range: { start: line.from + one.start, end: line.from + one.end } })
      }
    }
  }
  return collectVotes(paper, parties, totals, pointer)
}

export function collectVotes(
  paper: Paper,
  found: readonly (FoundParty & { range: Range })[],
  totals: { for: Range & { count: number }; against: Range & { count: number } } | null,
  pointer: string,
): { votes: Votes | null; seats: SeatCount } {
  const parties = mergeParties(found) as (FoundParty & { range: Range })[]
  const seats: SeatCount = { for: null, against: null }
  if (found.length > 0 && found.every((one) => one.seats !== null && one.vote !== 'divided')) {
    for (const one of found)
      seats[one.vote as 'for' | 'against'] = (seats[one.vote as 'for' | 'against'] ?? 0) + (one.seats ?? 0)
  }
  if (parties.length === 0 && !totals) return { votes: null, seats }
  parties.forEach((one, i) => {
    note(paper, `${pointer}/votes/parties/${i}/party`, one.range)
  })
  if (totals) {
    note(paper, `${pointer}/votes/for`, totals.for)
    note(paper, `${pointer}/votes/against`, totals.against)
  }
  return {
    votes: {
      parties: parties.map(({ party, vote }) => ({ party, vote })),
      for: totals?.for.count ?? null,
      against: totals?.against.count ?? null,
    },
    seats,
  }
}

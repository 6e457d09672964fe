import { figureOf, formatDate, formatNumber } from '../format.ts'
import type { wishWords as dutch } from '../nl/wishes.ts'

const n = (count: number) => formatNumber(count, 'en')
const parts = (count: number) => figureOf(count, 'matter', 'matters', 'en')
const promises = (count: number) => figureOf(count, 'commitment', 'commitments', 'en')
const days = (count: number) => figureOf(count, 'day', 'days', 'en')

/** How the council's wishes fare: the page with counts. */
export const wishWords: typeof dutch = {
  title: 'How the council’s wishes fare',
  short: 'Wishes of the council',
  nav: 'Wishes',
  lead: 'What the council asked in motions that were adopted or taken over, and what became of it. These are counts, not a verdict.',
  part: 'Each request, and each part of a request, counts as one matter.',
  nothing: 'There are no adopted motions yet whose requests are followed.',
  nothingChosen: 'With these choices there is nothing to count.',
  answer: (all, settled, open) =>
    `Of ${all === 1 ? 'the one matter' : `the ${parts(all)}`}, ${n(settled)} ${settled === 1 ? 'is' : 'are'} settled and ${n(open)} ${open === 1 ? 'is' : 'are'} still open.`,
  start: (all, settled, late) =>
    `Of ${all === 1 ? 'the one matter' : `the ${parts(all)}`} that the council asked for, ${n(settled)} ${settled === 1 ? 'is' : 'are'} settled. The day of ${promises(late)} has passed.`,
  startLink: 'How the council’s wishes fare',

  filter: {
    label: 'Choose what to see',
    year: 'Year of the motion',
    party: 'Party of the submitters',
    domain: 'Subject',
    anyYear: 'all years',
    anyParty: 'all parties',
    anyDomain: 'all subjects',
    button: 'Apply choices',
    clear: 'Clear all choices',
    chosen: (what) => `Only: ${what}.`,
  },

  group: {
    settled: 'settled with evidence',
    announced: 'settled on an announcement',
    'unknown-evidence': 'settled, evidence unknown',
    proposed: 'waits for a decision',
    reopened: 'open again',
    open: 'still open',
  },
  stand: {
    'carried-out': 'settled: carried out',
    partly: 'settled: partly carried out',
    not: 'settled: not carried out',
    absorbed: 'settled: absorbed into other policy',
    transferred: 'settled: transferred to someone else',
    overtaken: 'settled: overtaken by events',
    announced: 'settled: only announced',
    'unknown-evidence': 'settled, evidence unknown',
    proposed: 'waits for a decision',
    reopened: 'open again: settled before',
    open: 'still open',
  },
  openGroup: { proposed: 'waits for a decision', reopened: 'open again', open: 'still open' },
  age: {
    '13-weeks': 'up to 13 weeks',
    '26-weeks': '14 to 26 weeks',
    '1-year': 'half a year to a year',
    '2-years': 'one to two years',
    '4-years': 'two to four years',
    longer: 'more than four years',
    undated: 'day of the motion unknown',
  },
  delay: {
    undated: 'without a day',
    coming: 'day not passed yet',
    '4-weeks': 'passed up to 4 weeks ago',
    '13-weeks': 'passed 5 to 13 weeks ago',
    '26-weeks': 'passed 14 to 26 weeks ago',
    '1-year': 'passed half a year to a year ago',
    longer: 'passed more than a year ago',
  },
  source: {
    letter: 'day from the letter',
    extension: 'day after an extension',
    check: 'check date, ours',
    none: 'no day',
  },
  noParty: 'party not known',
  noDomain: 'no subject known',

  column: {
    state: 'State',
    matters: 'Matters',
    age: 'Open since the motion',
    party: 'Party',
    domain: 'Subject',
    total: 'Together',
    time: 'Time after the motion',
    days: 'Days after the motion',
    atRisk: 'Still followed and not settled',
    settledBy: 'Settled up to that day',
    settledOn: 'Settled on that day',
    share: 'Share not settled yet',
    delay: 'Day of the commitment',
  },
  unit: { matters: 'matters', commitments: 'commitments' },
  table: 'The figures in a table',
  download: 'This table as a file (csv)',

  stands: {
    title: 'What became of them',
    reading: (settled, announced, unknown, open) =>
      `Settled with evidence: ${n(settled)}; on an announcement only: ${n(announced)}; settled without anyone knowing on what: ${n(unknown)}; not settled: ${n(open)}.`,
  },
  ages: {
    title: 'How long open wishes have been open',
    none: 'Nothing is open.',
    reading: (open, overAYear) =>
      `Of ${parts(open)} that ${open === 1 ? 'is' : 'are'} open, ${n(overAYear)} ${overAYear === 1 ? 'was' : 'were'} asked more than a year ago.`,
  },
  parties: {
    title: 'By the party of the submitters',
    reading: (withOpen, all) => `With ${n(withOpen)} of the ${n(all)} parties something is still open.`,
    note: 'This is not a ranking. A motion is carried by all who voted for it, not only by those who submitted it. A motion of more than one party counts with each of them.',
  },
  domains: {
    title: 'By subject',
    reading: (domain, all, open) =>
      `The council asked most about ${domain}: ${parts(all)}, of which ${n(open)} ${open === 1 ? 'is' : 'are'} open.`,
  },
  survival: {
    title: 'How long it takes until something is settled',
    half: (count) => `half: ${days(count)}`,
    reading: (median) => `After ${days(median)} half was settled.`,
    noMedian: (share) => `Half has not been reached: ${share} is not settled yet at the end of the line.`,
    none: 'Nothing is settled yet, so there is no time to count.',
    axis: 'Share not settled yet, by time after the motion.',
    atRisk: 'Matters still followed:',
    leftOut: (count) =>
      `${parts(count)} ${count === 1 ? 'does' : 'do'} not count here, since a day is not known or cannot be right.`,
    at: (count) =>
      count === 0
        ? '0'
        : count < 365
          ? figureOf(Math.round(count / 7), 'week', 'weeks', 'en')
          : figureOf(Math.round(count / 365.25), 'year', 'years', 'en'),
    share: (share) => `${n(Math.round(share * 1000) / 10)}%`,
  },
  commitments: {
    title: 'Commitments that still run',
    none: 'No commitment runs.',
    reading: (running, late, longest) =>
      late === 0
        ? `Of ${promises(running)} that ${running === 1 ? 'runs' : 'run'}, the day of none has passed.`
        : `Of ${promises(running)} that ${running === 1 ? 'runs' : 'run'}, the day of ${n(late)} has passed; the longest by ${days(longest)}.`,
    link: 'See all commitments',
  },

  method: {
    title: 'How this was counted',
    paragraphs: [
      'Counted are the requests of motions that were adopted, or taken over by the college. Where a request names parts, each part counts by itself, since one may be done and another not.',
      'Something is settled only once the body that is to decide has decided so. A letter that says that a motion is settled is not a decision. Each settlement comes with evidence: a passage in a document. Of settlements from old registers the evidence is often unknown; they stand apart.',
      'Open again means reopened: it was settled and is open now, for instance since a commitment did not come in time. It counts as open again also when someone works on it already. Once there is a new proposal, it counts as “waits for a decision”.',
      'The time to settlement runs from the day of the motion to the day of the decision that holds now. Where a decision was corrected, the day of the correction counts. Where something was reopened, the old decision no longer holds and it counts as still open.',
      'The line follows Kaplan and Meier (1958). What is not settled yet counts for as long as it was followed, until today; after that it leaves the count. So it does not seem to take less time only because new motions cannot be done yet. Below the line stands how many matters are still followed then; where those are few, the line says less. There is no margin, since these are all matters and not a sample.',
      'A commitment runs as long as it is not kept, partly kept or lapsed. Its day is that of the last extension, or else that in the letter, or else our check date. With a choice, only commitments count that belong to a motion that fits the choice.',
      'Years are those in the address of the motion. Subjects are those of the matter itself.',
    ],
  },
  asOf: (day) => `As of ${formatDate(day, 'en')}.`,
}

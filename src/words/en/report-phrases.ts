import { isMonth } from '../../days.ts'
import type { Promised, ReportPhrases, ReportScope } from '../../programme/index.ts'
import { countOf, figureOf, formatDate, formatNumber, listOf } from '../format.ts'
import { programmeWords } from './programme.ts'
import { programmeFiguresWords } from './programme-figures.ts'
import { choiceWords } from './programme-limits.ts'

const date = (iso: string) => formatDate(iso, 'en')
const called = ({ number, title }: { number: string; title: string }) => `action ${number} (${title})`
const milestones = (count: number) => figureOf(count, 'milestone', 'milestones', 'en')
const sentence = (text: string) => (/[.?!…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)
const because = (reason: string | null) =>
  reason === null ? 'Why is not on record.' : `The reason: ${sentence(reason)}`

/** "2025", "the first half of 2025", "December 2025", else its first and last day. */
function over({ from, to }: Pick<ReportScope, 'from' | 'to'>): string {
  const [year, other] = [from.slice(0, 4), to.slice(0, 4)]
  const span = year === other ? `${from.slice(5)} ${to.slice(5)}` : ''
  if (span === '01-01 12-31') return year
  if (span === '01-01 06-30') return `the first half of ${year}`
  if (span === '07-01 12-31') return `the second half of ${year}`
  if (isMonth(from, to)) return date(from).replace(/^1 /, '')
  return `${date(from)} to ${date(to)}`
}

const subject = ({ of, title, action }: Promised): string =>
  of === 'action'
    ? `Action ${action.number} (${action.title}) done`
    : `Milestone of ${called(action)}: ${title}`
function outcome({ outcome: one }: Promised): string {
  switch (one.kind) {
    case 'reached':
      return `reached on ${date(one.on)}`
    case 'reached-later':
      return `reached after this period, on ${date(one.on)}`
    case 'late':
      return 'not reached'
    case 'open':
      return 'not yet; its day is still to come'
    case 'moved':
      return one.to === null ? 'moved, no new day yet' : `moved to ${date(one.to)}`
    case 'dropped':
      return one.on === null ? 'dropped' : `dropped on ${date(one.on)}`
    case 'stopped':
      return one.on === null ? 'action stopped' : `action stopped on ${date(one.on)}`
  }
}
function why({ outcome: one }: Promised): string {
  switch (one.kind) {
    case 'reached':
    case 'open':
      return ''
    case 'reached-later':
      return `Not reached in this period, but after it: on ${date(one.on)}.`
    case 'late':
      return 'Not reached, and no new day was agreed. Why is not on record.'
    case 'moved': {
      const to = one.to === null ? 'Moved; there is no new day yet.' : `Moved to ${date(one.to)}.`
      const reasons = [...new Set(one.moves.flatMap(({ reason }) => (reason === null ? [] : [reason])))]
      return `${to} ${reasons.length === 0 ? because(null) : `${reasons.length === 1 ? 'The reason' : 'The reasons'}: ${reasons.map(sentence).join(' ')}`}`
    }
    case 'dropped':
      return `Dropped${one.on === null ? '' : ` on ${date(one.on)}`}. ${because(one.reason)}`
    case 'stopped':
      return `The action was stopped${one.on === null ? '' : ` on ${date(one.on)}`}. ${because(one.reason)}`
  }
}
const promisedFor = (day: string | null) =>
  day === null ? 'It was not promised for this period.' : `Promised for ${date(day)}.`
const counted = (n: number, of: string) => `what was ${of} for ${countOf(n, 'action', 'actions', 'en')}`
const { euro } = programmeWords

/** The sentences of reports to the council, in English. */
export const reportPhrases: ReportPhrases = {
  language: 'en',
  labels: {
    to: 'To',
    date: 'Date',
    reference: 'Our reference',
    period: 'Period',
    programme: 'Action programme',
    page: 'Page',
    of: 'of',
    source: 'Source:',
  },
  date,
  period: ({ from, to }) => `${date(from)} to ${date(to)}`,
  letterhead: (municipality) => `Municipality of ${municipality}`,
  addressee: 'the municipal council',
  title: (programme, scope) =>
    `${scope.kind === 'yearly' ? 'Yearly report' : 'Interim report'} on ${over(scope)}, ${programme}`,
  about: {
    what: ({ title, adoptedOn, editions }, { from, to }) => {
      const first = editions[0]
      const last = editions.at(-1)
      const by = first ? ` by ${programmeWords.body[first.body]}` : ''
      const now =
        last && last.number > 1 ? ` Version ${last.number} holds since ${date(last.decidedOn)}.` : ''
      const adopted = adoptedOn === null ? '' : ` It was adopted on ${date(adoptedOn)}${by}.${now}`
      return `This report tells the council what was done in the programme ${title} from ${date(from)} to ${date(to)}: what was promised, what was done, what was not done and why, and what comes next.${adopted}`
    },
    running: 'This period is not over yet: what stands here may still change.',
    counts: ({ promised, kept, reached, late, open }) =>
      promised === 0
        ? `No milestone was promised for this period. ${milestones(reached)} ${reached === 1 ? 'was' : 'were'} reached.`
        : `For this period ${milestones(promised)} ${promised === 1 ? 'was' : 'were'} promised; ${kept} of them ${kept === 1 ? 'was' : 'were'} reached${late > 0 ? `, and of ${late} the day passed without a new one` : ''}${open > 0 ? `; of ${open} the day is still to come` : ''}. In all, ${milestones(reached)} ${reached === 1 ? 'was' : 'were'} reached in this period.`,
    rests:
      'Below each statement stands what shows it. Where something is not known, that is said. Nothing here is about persons.',
  },
  headings: {
    promised: 'Promised',
    done: 'Done',
    notDone: 'Not done, and why',
    next: 'What comes next',
    money: 'Money',
    indicators: 'Figures',
    council: 'For requests and commitments',
  },
  pillar: {
    aim: (text) => `What this pillar aims for: ${sentence(text)}`,
    actions: (count) => `This pillar has ${figureOf(count, 'action', 'actions', 'en')}.`,
    counts: ({ promised, kept, reached }) =>
      promised === 0
        ? `No milestone was promised; ${reached} ${reached === 1 ? 'was' : 'were'} reached.`
        : `Promised ${promised === 1 ? 'was' : 'were'} ${milestones(promised)}, ${kept} of them reached.`,
    none: 'This pillar has no actions.',
  },
  promised: {
    head: ['Action', 'Promised', 'Day', 'What came of it'],
    done: 'the action done',
    outcome: (one) => `${outcome(one)}${one.earlier ? ' (was late already)' : ''}`,
    none: 'Nothing was promised for this period in this pillar.',
  },
  done: {
    one: (done) => {
      if (done.kind === 'report')
        return `Progress of ${called(done.action)} on ${date(done.on)}: ${sentence(done.text)}`
      if (done.kind === 'finished')
        return `Action ${done.action.number} (${done.action.title}) is done since ${date(done.on)}. ${promisedFor(done.promised)}${done.reason ? ` With it was said: ${sentence(done.reason)}` : ''}`
      return `Milestone of ${called(done.action)}: ${sentence(done.title)} Reached on ${date(done.on)}. ${promisedFor(done.promised)}`
    },
    none: 'Nothing is on record as reached in this pillar in this period.',
  },
  notDone: {
    one: (one) =>
      `${sentence(subject(one))} Promised for ${date(one.day)}${one.earlier ? ', so before this period' : ''}. ${why(one)}`,
    lastReport: (on, text) => `The newest report of this action, of ${date(on)}: ${sentence(text)}`,
    none: 'Everything that was promised for this period was reached.',
    noneYet: 'Everything of which the day has passed was reached.',
  },
  next: {
    head: ['Day', 'Action', 'What there is then'],
    begins: 'the action begins',
    late: (count) =>
      `Besides, what was not reached above: for ${countOf(count, 'promise', 'promises', 'en')} a new day must be agreed.`,
    undated: (count) => `For ${milestones(count)} no day was agreed yet.`,
    none: 'The programme names no day in the period after this one.',
  },
  money: {
    asOf: 'These are the amounts as they stand in the programme. An amount that nobody gave is unknown, and is not counted.',
    year: (year) => `By pillar, for ${year}:`,
    head: ['Pillar', 'Budgeted', 'Committed', 'Spent'],
    total: 'All actions together',
    frame: 'Frame of the programme',
    euro,
    unknown: (budget, committed, spent) =>
      `Not known is ${listOf(
        [
          ...(budget > 0 ? [counted(budget, 'budgeted')] : []),
          ...(committed > 0 ? [counted(committed, 'committed')] : []),
          ...(spent > 0 ? [counted(spent, 'spent')] : []),
        ],
        'en',
      )}. The sum is too low there.`,
    overrun: ({ action, year, budget, came, reason }) =>
      `Higher than budgeted is ${called(action)} in ${year}: ${euro(budget)} was budgeted, it became ${euro(came)}, which is ${euro(came - budget)} more. ${because(reason)}`,
    lack: (one) => {
      if (one.kind === 'no-frame')
        return `For ${one.year} no frame was set. Together the actions have ${euro(one.planned)} budgeted.`
      if (one.kind === 'over-frame')
        return `In ${one.year} the actions have ${euro(one.planned)} budgeted together. The frame is ${euro(one.frame)}, which is ${euro(one.by)} too little.`
      return `There is money in ${one.year}, a year in which the programme does not run${one.named ? `: with ${called(one.named)}` : ''}.`
    },
    addsUp:
      'As far as the amounts are known, nowhere was more committed than budgeted, and together the actions stay within the frame.',
    none: 'No amounts were given for these years. So what the programme costs is not known.',
  },
  indicators: {
    head: ['Figure', 'Beginning', 'Newest', 'Target', 'How it goes', 'How sure'],
    value: (value, { unit }) => `${formatNumber(value, 'en')} ${unit}`,
    way: ({ reached, way }) => programmeFiguresWords.way[reached ? 'reached' : way],
    sure: choiceWords.certainty,
    noValue: 'unknown',
    noTarget: 'no target',
    target: (value, on) => (on ? `${value} on ${date(on)}` : value),
    since: (value, on) => `${value} (${date(on)})`,
    when: (value, scope) => `${value} (${over(scope)})`,
    one: (indicator, { last, from }) => {
      const say = (value: number) => `${formatNumber(value, 'en')} ${indicator.unit}`
      const course = !last
        ? 'there is no figure yet.'
        : from
          ? `from ${say(from.value)} to ${say(last.value)} (${over(last)}).`
          : `${say(last.value)} (${over(last)}); there is nothing to compare it with yet.`
      return `Figure about ${indicator.name}: ${course} What it counts: ${sentence(indicator.definition)}${last?.note ? ` Note: ${sentence(last.note)}` : ''}`
    },
    none: 'This programme has no figures yet.',
  },
  council: {
    one: ({ kind, named, actions, reached }) => {
      const motion = named.motion
        ? ` (motion ${[named.motion.number, named.motion.title].filter(Boolean).join(' ')})`
        : ''
      const stand =
        named.settled === null
          ? ''
          : kind === 'matter'
            ? named.settled
              ? ' It is settled.'
              : ' It is not settled yet.'
            : named.settled
              ? ' The commitment was kept.'
              : ' The commitment was not kept yet.'
      const work =
        actions.length === 0
          ? ' No action works on this.'
          : ` ${listOf(
              actions.map((one) => `action ${one.number} (${one.title})`),
              'en',
            ).replace(/^a/, 'A')} ${actions.length === 1 ? 'works' : 'work'} on this.`
      const came =
        actions.length === 0
          ? ''
          : reached.length === 0
            ? ' No milestone of that was reached in this period.'
            : ` Reached in this period: ${listOf(
                reached.map(({ title, on }) => `${title} (${date(on)})`),
                'en',
              )}.`
      return `${kind === 'matter' ? 'Request' : 'Commitment'}${motion}: ${sentence(named.title)}${work}${came}${stand}`
    },
    hidden: (count) =>
      `The programme names ${countOf(count, 'more request or commitment', 'more requests or commitments', 'en')} that the public register does not show.`,
    none: 'The programme names no requests or commitments that it works for.',
  },
  source: (source) => {
    switch (source.kind) {
      case 'passage':
        return `Source: ${source.document.title}${source.document.dated ? `, ${date(source.document.dated)}` : ''}${source.page ? `, page ${source.page}` : ''}, ${source.document.address}`
      case 'document':
        return `Source: ${source.document.title}${source.document.dated ? `, ${date(source.document.dated)}` : ''}, ${source.document.address}`
      case 'decision':
        return `Source: decision of the steering group of ${date(source.on)}`
      case 'gone':
        return 'Source: not public (any more). What shows this can not be looked up now.'
      case 'step':
        return `Source: kept in the action programme on ${date(source.on)}, ${source.address}`
      case 'plan':
        return `Source: the action programme${source.edition ? `, version ${source.edition.number} of ${date(source.edition.on)}` : ''}, ${source.address}`
      case 'page':
        return `Source: ${source.address}`
      case 'count':
        return `Source: ${source.by}${source.file ? `, file ${source.file}` : ''}${source.on ? `, ${date(source.on)}` : ''}`
    }
  },
  quotation: (words) => `“${words.replace(/[“„«]/g, '‘').replace(/[”»]/g, '’')}”`,
  closing:
    'Everything in this report can be looked up on the public page of the programme, also what changes after it.',
}

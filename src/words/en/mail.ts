import type { EventKind, Fallen, MailMotion, NamedTopic, SettlementOutcome } from '../../council/index.ts'
import { figureOf, formatDate } from '../format.ts'
import type { EventWords, mailWords as nl } from '../nl/mail.ts'
import { lifeWords } from './life.ts'
import { termWords } from './terms.ts'

const date = (iso: string) => formatDate(iso, 'en')
const outcome = (value: string | null) => lifeWords.outcome[value as SettlementOutcome] ?? 'unknown'
const motion = ({ kind, number, title }: Pick<MailMotion, 'kind' | 'number' | 'title'>) =>
  `${kind === 'motion' ? 'Motion' : 'Amendment'}${number ? ` ${number}` : ''}: ${title}`
const topic = (one: NamedTopic): string => {
  if (one.kind === 'motion') return motion(one.motion)
  return one.kind === 'party'
    ? `all motions of ${one.name}`
    : `all motions about ${termWords.domain[one.domain]}`
}

export const mailWords: typeof nl = {
  date,
  motion,
  topic,
  from: (municipality) => `Schakel, municipality of ${municipality}`,
  greeting: (name) => (name ? `Dear ${name},` : 'Hello,'),
  readMotion: 'Read the motion',
  confirm: {
    subject: (municipality) => `Do you want to follow this? Municipality of ${municipality}`,
    lead: (what) => `Somebody entered this e-mail address to follow this: ${what}.`,
    ask: 'Was that you? Then confirm it with the button on this page:',
    button: 'Yes, I want to follow this',
    otherwise: (days) =>
      `Was it not you? Then you need do nothing. After ${figureOf(days, 'day', 'days', 'en')} your address is removed and you hear no more.`,
  },
  known: {
    subject: (municipality) => `You follow this already. Municipality of ${municipality}`,
    lead: (what) => `Somebody entered this e-mail address to follow this: ${what}. You follow it already.`,
    otherwise: 'Was it not you? Then you need do nothing: nothing has changed.',
  },
  digest: {
    subject: (n, municipality) =>
      n === 1
        ? `What happened with a motion you follow. Municipality of ${municipality}`
        : `What happened with ${n} motions you follow. Municipality of ${municipality}`,
    subjectOwn: (n, municipality) =>
      n === 1
        ? `What happened with a motion of yours. Municipality of ${municipality}`
        : `What happened with ${n} motions of yours. Municipality of ${municipality}`,
    lead: (from, until) =>
      from === until
        ? `This happened on ${date(from)}.`
        : `This happened from ${date(from)} up to and including ${date(until)}.`,
    more: (n) => `And ${figureOf(n, 'more step', 'more steps', 'en')}: see the page of the motion.`,
    moreMotions: (n) => `And ${figureOf(n, 'more motion', 'more motions', 'en')}: see the website.`,
  },
  reopened: {
    subject: (municipality) =>
      `Open again: a commitment was not kept in time. Municipality of ${municipality}`,
    lead: (due) =>
      due
        ? `This was settled because the college promised something. The day by which it would be there, ${date(due)}, has passed, and no document shows that it is. So it is open again.`
        : 'This was settled because the college promised something. The day by which it would be there has passed, and no document shows that it is. So it is open again.',
    promised: (text) => `What the college promised: “${text}”.`,
    again: 'Open again:',
  },
  fallen: {
    subject: (municipality) => `Evidence of a decision was taken back. Municipality of ${municipality}`,
    lead: (body) =>
      `${body === 'college' ? 'The college' : 'The council'} decided that this is settled. What that rests on was taken back since.`,
    why: {
      letter: (iso: string) => `The letter that shows it was withdrawn on ${date(iso)}.`,
      'taken-back': (iso: string) => `The programme took back the milestone or the report on ${date(iso)}.`,
      'own-evidence': (iso: string) =>
        `What the milestone or report rests on was taken back on ${date(iso)}.`,
    } as Record<Fallen['cause'], (iso: string) => string>,
    reason: (text) => `Reason: ${text}`,
    open: 'See the item',
    stays:
      'Nothing changes by itself: it stays settled, with a notice on the public page, until it is looked at again.',
    keptSubject: (municipality) => `Evidence of a commitment was taken back. Municipality of ${municipality}`,
    keptLead: 'It was noted that this commitment was kept. What showed it was taken back since.',
    keptStays:
      'Nothing changes by itself: the commitment stays kept, with a notice on the public page. Point to other evidence, or undo the step.',
    becauseKept:
      'You get this mail because you noted this in Schakel, or because that person gets no mail any more and you are a clerk.',
    becauseOf: 'You get this mail because you entered this decision in Schakel, or answer for it.',
  },
  reminder: {
    subject: (n, passed, municipality) => {
      if (n === 1)
        return `${passed ? 'A term has passed' : 'A term is near'}. Municipality of ${municipality}`
      return `${n} terms ${passed ? 'of which one or more have passed' : 'are near'}. Municipality of ${municipality}`
    },
    lead: 'In Schakel you answer for what is listed below.',
    before: (due) => `Term: ${date(due)}.`,
    passed: (due) => `The term was ${date(due)} and has passed. There is no settlement yet.`,
    commitmentBefore: (due) => `Commitment of the college. Its day: ${date(due)}.`,
    commitmentPassed: (due) =>
      `Commitment of the college. Its day was ${date(due)}; nothing says yet that it was kept.`,
    milestoneBefore: (due) => `Milestone of the action programme. Its day: ${date(due)}.`,
    milestonePassed: (due) =>
      `Milestone of the action programme. Its day was ${date(due)}; nothing says yet that it was reached.`,
    actionBefore: (due) => `Action of the action programme. Its last day: ${date(due)}.`,
    actionPassed: (due) =>
      `Action of the action programme. Its last day was ${date(due)}; nothing says yet that it is done.`,
    inProgramme: (action, programme) =>
      action ? `Action ${action.number} ${action.title}, ${programme}.` : `${programme}.`,
    open: 'Open this part',
    openCommitment: 'Open the commitment',
    openMilestone: 'Open the milestone',
    openAction: 'Open the action',
    more: (n) => `And ${figureOf(n, 'more term', 'more terms', 'en')}: see your desk.`,
    why: 'You get this because it is part of your work. Are you not the right person? Tell the clerk.',
  },
  event: {
    registered: () => 'newly registered',
    milestone: (text) => `milestone of the action programme reached: “${text}”`,
    answered: (text) => `letter from the college${text ? `: “${text}”` : ''}`,
    'matter.register': () => 'is followed',
    'matter.start': (text) => `work has begun: “${text}”`,
    'matter.assign': () => 'somebody answers for it',
    'matter.agree-term': (text) => `a term was agreed for “${text}”`,
    'matter.note-progress': (text) => `there is an interim report on “${text}”`,
    'matter.propose': (text, value) => `there is a proposal to settle this as “${outcome(value)}”: “${text}”`,
    'matter.withdraw-proposal': (text) => `the proposal to settle this was withdrawn: “${text}”`,
    'matter.object': (text) => `a submitter does not agree with the proposal for “${text}”`,
    'matter.hold': (text) => `the proposal was put off for “${text}”`,
    'matter.accept': (text, value) => `decided: settled as “${outcome(value)}”: “${text}”`,
    'matter.reject': (text) => `decided: the proposal was not accepted for “${text}”`,
    'matter.reopen': (text) => `open again: “${text}”`,
    'matter.correct': (text, value) => `a decision was changed, it is now “${outcome(value)}”: “${text}”`,
    'matter.undo': (text) => `an earlier step was taken back for “${text}”`,
    'commitment.register': (text) => `the college promises: “${text}”`,
    'commitment.set-check-date': () => 'there is a check date',
    'commitment.keep': (text) => `kept: “${text}”`,
    'commitment.keep-partly': (text) => `partly kept: “${text}”`,
    'commitment.miss': (text) => `the day has passed of the commitment “${text}”`,
    'commitment.lapse': (text) => `lapsed: the commitment “${text}”`,
    'commitment.extend': (text, _, until) =>
      `put off${until ? ` to ${date(until)}` : ''}: the commitment “${text}”`,
    'commitment.relate': () => 'belongs with another commitment',
    'commitment.undo': (text) => `an earlier step was taken back for the commitment “${text}”`,
  } satisfies Record<EventKind, EventWords>,
  why: {
    follower: 'You get this because you follow it.',
    councillor: 'You get this each week in which something happened with motions that you submitted.',
    mine: 'See what you follow, or delete everything:',
    stop: 'No more e-mail:',
    demo: 'This comes from a demonstration. All names and facts are invented.',
  },
}

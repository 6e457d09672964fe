import type { SettlementOutcome } from '../../council/index.ts'
import type { Role } from '../../ctx.ts'
import { countOf, figureOf, formatDate, listOf } from '../format.ts'
import type { Words } from '../index.ts'
import { errorWords } from './errors.ts'
import { lifeWords } from './life.ts'

const date = (iso: string) => formatDate(iso, 'en')
const settledAs = (as: SettlementOutcome) =>
  as === 'announced' ? 'on an announcement' : `as ${lifeWords.outcome[as]}`
const who: Record<Role, string> = lifeWords.role

export const matterDeskWords: Words['matterDesk'] = {
  motion: {
    title: (number) => (number ? `Motion ${number} at the desk` : 'Motion at the desk'),
    matters: 'Matters',
    none: 'Nothing of this motion is followed. Only a motion that was adopted or taken over, with a request, has matters.',
    lead: (n, waiting) => {
      const all = countOf(n, 'matter', 'matters', 'en')
      if (waiting === 0) return `${all}. Nothing waits now.`
      if (waiting === n)
        return n === 1 ? `${all}. It wants attention now.` : `${all}. All of them want attention now.`
      return `${all}, of which ${countOf(waiting, 'wants attention now', 'want attention now', 'en')}.`
    },
    commitments: 'Commitments about this motion',
    documents: 'Documents',
    noDocuments: 'This motion has no public documents yet.',
    publicPage: 'Public page of this motion',
    merge: 'Merge with another motion',
    look: 'Look',
    latest: 'Latest step',
    stepOf: (when, by, what) => `${when}, ${by}: ${what}`,
  },
  page: {
    kicker: (number) => (number ? `Motion ${number}` : 'Motion'),
    partOf: (n) => `one of ${countOf(n, 'matter', 'matters', 'en')}`,
    stands: 'How it stands',
    steps: 'What you can do now',
    nothing: 'There is no step for you here at the moment.',
    notYet: 'What cannot be done now, and why',
    course: 'How it went',
    others: 'Other matters of this motion',
    read: (role) =>
      role === 'councillor'
        ? 'You are reading along. You object to a proposal about a motion that you submitted yourself.'
        : 'This matter is not assigned to you. You can read it.',
    toMotion: 'To the motion',
    undoLast: 'Undo',
  },
  facts: {
    owner: lifeWords.owner,
    official: lifeWords.official,
    term: 'term',
    proposal: 'proposal',
    decision: lifeWords.decision,
    works: 'what works on it',
    held: 'held',
    nobody: lifeWords.noOwner,
    proposedOn: (outcome, on) => `${outcome}, proposed on ${date(on)}`,
    objectUntil: (on) => `Submitters may object until ${date(on)}.`,
    objectUntilPassed: (on) => `Submitters could object until ${date(on)}.`,
    objectNobody: 'There is no term for objections to this proposal.',
    objections: 'objections',
    objectionOf: (name, on) => `${name}, ${date(on)}`,
    decidedOn: (verdict, body, on) => `${verdict}, by ${body} on ${date(on)}`,
    nothingWorks: 'no commitment, no letter',
    letter: (on) => `Letter of ${date(on)}`,
    interim: (on) => `Interim report of ${date(on)}`,
    corrected: 'This decision took the place of an earlier one.',
  },
  fresh: {
    title: 'Something came in after the decision',
    kept: (text) => `A commitment was kept: ${text}`,
    letter: (on) => `A letter of ${date(on)} speaks of it.`,
    what: 'Schakel changes nothing by itself. If the decision no longer fits because of this, reopen the matter.',
    link: 'Reopen with this evidence',
  },
  done: {
    start: 'Taken up.',
    owner: 'Noted who does it.',
    term: 'The term is noted.',
    progress: 'The interim report is noted.',
    propose: 'The proposal is made.',
    withdraw: 'The proposal is withdrawn.',
    object: 'The objection is noted.',
    hold: 'The proposal is held.',
    decide: 'The decision is noted.',
    reopen: 'The matter is reopened.',
    correct: 'The decision is changed. The earlier one stays visible.',
    undo: 'The last step is undone.',
  },
  problem: {
    prefix: 'Not saved yet',
    title: 'Not saved yet',
    kept: 'What you filled in is still there.',
  },
  changed: {
    title: 'Changed meanwhile',
    lead: 'Someone else worked on this matter while you were writing. What you filled in is still there.',
    again: 'Does it still fit? Then send it again.',
    notAgain: 'Your step is no longer possible. Copy what you still need.',
    unknown: 'Something changed that is not in the course.',
    row: (when, by) => `${when}, ${by}: `,
    of: (text) => `On “${text}”:`,
  },
  why: {
    ...errorWords,
    'move-not-possible': 'This is not possible in this state.',
    'settled-first-reopen': 'This matter is settled. Reopen it first.',
    'proposal-waits': 'A proposal is waiting. Withdraw it first if another one should come.',
    'no-proposal': 'No proposal is waiting.',
    'held-already': 'The proposal is held already.',
    'not-settled': 'This is possible once the matter is settled.',
    'not-submitter': 'Only a submitter of the motion objects. You are not among the submitters.',
    'not-assigned': 'This matter is not assigned to you.',
    'undo-of-other': 'The last step is someone else’s. The clerk can undo it.',
  },
  whoDecides: {
    by: (rule, role) => `${rule}. The decision is noted by ${who[role]}.`,
    source: (source) => `Source: ${source}.`,
    earlier: (on, rule, role) =>
      `On ${date(on)}, the day of the proposal, another rule held: ${rule}. A decision of that time is noted by ${who[role]}.`,
    never: 'Whoever made the proposal does not note the decision.',
    until: (on) => `Submitters may object until ${date(on)}. After that it can be decided.`,
    noWindow: 'Submitters have no term for objections.',
  },
  form: {
    on: 'Day',
    onHint: 'Blank is today. An earlier day is fine.',
    onMeeting: 'Day of the decision',
    onMeetingHint: 'Blank is today. For a decision of the council: the day of the meeting.',
    reason: 'Reason',
    public: 'This becomes public. Schakel takes out e-mail addresses and mobile numbers.',
    optional: '(optional)',
    start: { note: 'Note', lead: 'Say that someone works on it.' },
    owner: {
      lead: 'Who in the college answers for it, and which official does the work?',
      portfolioHolder: 'Portfolio holder',
      portfolioHint: 'The name is public.',
      nobody: 'nobody yet',
      official: 'Official',
      officialHint: 'The name of an official never becomes public.',
      officialName: 'Or type a name',
      officialNameHint: 'For someone who does not sign in to Schakel.',
    },
    term: {
      lead: (now) => `What holds now: ${now}.`,
      kind: 'What was agreed?',
      day: 'A day',
      none: 'No term',
      notAfter: 'No later than',
      notAfterHint: 'Write for example 2 July 2026.',
      reason: 'What shows that?',
    },
    progress: {
      lead: 'Report how it stands. An interim report settles nothing.',
      text: 'How does it stand?',
      place: 'Where does it say so? (optional)',
    },
    propose: {
      lead: 'Propose what the outcome is, with the evidence. Only the decision settles the matter.',
      outcome: 'Outcome',
      suggested: (outcome) => `Schakel suggests: ${outcome}.`,
      suggestedNone: 'Schakel suggests no outcome.',
      explanation: 'Explanation to the council',
      commitments: 'Commitment that lives on',
      commitmentsHint:
        'Only with “only announced”. If you choose none, Schakel takes the commitment of the document, or makes one of the chosen sentence.',
      also: 'Also for these matters',
      alsoHint: 'Choose them only when the same outcome, explanation and passages hold.',
    },
    withdraw: { lead: 'The matter goes back to “in progress”.' },
    object: {
      lead: (until) => `A submitter may object until ${date(until)}.`,
      submitter: 'Submitter',
      choose: 'choose a submitter',
      as: (name) => `You object as ${name}.`,
      reason: 'What is the objection?',
    },
    hold: { lead: 'The proposal stays. It can be decided later.' },
    decide: {
      verdict: 'Decision',
      accept: (as) => `Proposal followed: settled ${settledAs(as)}`,
      reject: 'Proposal not followed: the matter stays in progress',
      reasonNeeded: 'Public reason',
      reasonAnnounced: 'Needed, because the proposal rests on an announcement alone.',
      reasonObjection: 'Needed, because a submitter objected.',
      reasonReject: 'Needed when the proposal is not followed.',
      final: 'A decision cannot be undone. It can be reopened and corrected.',
    },
    reopen: {
      lead: 'The matter opens again. The decision stays in its course.',
      cause: 'Why?',
      place: 'Where does it say so? (optional)',
    },
    correct: {
      lead: (as) => `It now says: settled ${settledAs(as)}. The earlier decision stays visible.`,
      outcome: 'New outcome',
    },
    undo: {
      lead: (step, on, by) => `This takes back: ${step} (${date(on)}, ${by})`,
      stays: 'The step and its undoing both stay in the course.',
    },
    button: {
      start: 'Take it up',
      owner: 'Note it',
      term: 'Note the term',
      progress: 'Note the interim report',
      propose: 'Make the proposal',
      withdraw: 'Withdraw the proposal',
      object: 'Note the objection',
      hold: 'Hold the proposal',
      decide: 'Note the decision',
      reopen: 'Reopen',
      correct: 'Change the decision',
      undo: 'Undo',
    },
    title: {
      start: lifeWords.move.start,
      owner: lifeWords.move.assign,
      term: lifeWords.move['agree-term'],
      progress: lifeWords.move['note-progress'],
      propose: lifeWords.move.propose,
      withdraw: lifeWords.move['withdraw-proposal'],
      object: 'Object',
      hold: lifeWords.move.hold,
      decide: lifeWords.move.decide,
      reopen: lifeWords.move.reopen,
      correct: lifeWords.move.correct,
      undo: lifeWords.move.undo,
    },
  },
  councillor: {
    lead: (name, n) =>
      n === 0
        ? `The register has no motion of ${name} yet.`
        : `${figureOf(n, 'motion', 'motions', 'en')} of ${name}.`,
    leadParty: (parties, n) =>
      `The register has no motion of yours yet. So you see ${figureOf(n, 'motion', 'motions', 'en')} of ${listOf(parties, 'en')}.`,
    notLinked:
      'Schakel does not know yet which councillor you are. Ask the clerk to link your account. All motions are in the register.',
    waits: 'What waits for you',
    waitsNone: 'Nothing waits for you now.',
    mayObject: (outcome, until) => `Proposal: ${outcome}. You may object until ${date(until)}.`,
    object: 'Look at the proposal',
    motions: 'Motions',
    due: 'Commitments about these motions',
    dueNone: 'No commitments are running about these motions.',
    notFollowed: 'Not adopted',
    register: 'To the register',
    more: (n) => `${figureOf(n, 'motion', 'motions', 'en')} more.`,
    publicPage: 'Public page',
    counted: (n, state) => `${n} ${state}`,
    noRequests: 'what the motion asks is not established yet',
  },
  portfolio: {
    lead: (n) =>
      n === 0
        ? 'No open matters stand in your name.'
        : `${figureOf(n, 'open matter', 'open matters', 'en')} in your name.`,
    notLinked:
      'Schakel does not know yet which member of the college you are. Ask the clerk to link your account.',
    group: { late: 'Past the term', near: 'Within four weeks', later: 'Later', none: 'Without a term' },
    proposals: 'Proposals for the college to decide',
    proposalsNone: 'No proposal waits for a decision of the college now.',
    notCollege: (rule) =>
      `In this municipality the college does not decide on a settlement: ${rule}. The clerk notes the decision.`,
    decideFrom: (until) => `It can be decided after ${date(until)}.`,
    commitments: 'Commitments',
    commitmentsNone: 'No commitments are running about your matters.',
  },
}

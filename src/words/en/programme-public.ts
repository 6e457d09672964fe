import { countOf, figureOf, formatDate, formatSpan, listOf } from '../format.ts'
import type { programmePublicWords as nl } from '../nl/programme-public.ts'

const date = (day: string) => formatDate(day, 'en')

export const programmePublicWords: typeof nl = {
  kind: 'Action programme',
  none: 'No action programme has been adopted yet. As soon as there is one, it is here.',
  noneNow: 'No action programme runs at this moment. What ran before is below.',
  lead: 'What the municipality does with what the council asked: in pillars, actions and milestones.',
  start: (title, actions, parts, reached, milestones) =>
    `“${title}” has ${figureOf(actions, 'action', 'actions', 'en')}: ${listOf(parts, 'en')}. Of ${figureOf(milestones, 'milestone', 'milestones', 'en')}, ${reached === 1 ? '1 has' : `${reached} have`} been reached.`,
  startNoMilestones: (title, actions) => `“${title}” has ${figureOf(actions, 'action', 'actions', 'en')}.`,
  notBegun: (n) => (n === 1 ? '1 has not begun' : `${n} have not begun`),
  startLink: 'See the programme',
  years: (from, to) =>
    from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)} to ${to.slice(0, 4)}`,
  adopted: (day, body) => `adopted on ${date(day)} by ${body}`,
  state: { succeeded: 'succeeded', ended: 'ended' },
  over: {
    succeeded: 'This programme is over. It was succeeded by',
    ended: 'This programme has ended. Below it stands as it ended.',
    asLeft: 'Below the old programme stands as it ended.',
  },
  succeeds: 'It comes after',

  inShort: 'In short',
  actions: (actions, pillars, parts) =>
    `${countOf(actions, 'action', 'actions', 'en')} in ${countOf(pillars, 'pillar', 'pillars', 'en')}: ${listOf(parts, 'en')}.`,
  noActions: 'There are no actions in this programme.',
  looksOf: {
    done: (n) => (n === 1 ? '1 is done' : `${n} are done`),
    running: (n) => (n === 1 ? '1 is under way' : `${n} are under way`),
    late: (n) => (n === 1 ? '1 is behind' : `${n} are behind`),
    planned: (n) => (n === 1 ? '1 begins later' : `${n} begin later`),
    stopped: (n) => (n === 1 ? '1 was stopped' : `${n} were stopped`),
    unfinished: (n) => (n === 1 ? '1 was not finished' : `${n} were not finished`),
  },
  milestones: (reached, of, late) => {
    if (of === 0) return 'There are no milestones yet.'
    if (of === 1)
      return reached === 1
        ? 'The only milestone has been reached.'
        : `The only milestone ${late === 1 ? 'is late' : 'has not been reached'}.`
    const said =
      reached === 0
        ? `None of the ${of} milestones has`
        : `${reached} of ${of} milestones ${reached === 1 ? 'has' : 'have'}`
    return `${said} been reached${late > 0 ? `, ${late === 1 ? '1 is' : `${late} are`} late` : ''}.`
  },
  pillarMilestones: (reached, of) =>
    of === 0 ? 'no milestones yet' : `${reached} of ${figureOf(of, 'milestone', 'milestones', 'en')} reached`,
  next: (day, title, number) => `First to come, on ${date(day)}: ${title} (action ${number}).`,

  look: {
    done: 'done',
    running: 'under way',
    late: 'behind',
    planned: 'planned',
    stopped: 'stopped',
    unfinished: 'not finished',
    dropped: 'dropped',
  },
  milestoneLook: {
    done: 'reached',
    running: 'open',
    late: 'late',
    planned: 'to come',
    stopped: 'stopped',
    unfinished: 'not reached',
    dropped: 'dropped',
  },
  perPillar: 'How the actions stand, by pillar',
  chainOf: (pillar) => `Actions of ${pillar}`,
  action: (number, title) => `Action ${number}: ${title}`,
  noneInPillar: 'There are no actions in this pillar.',

  span: (from, to) => `${date(from)} to ${date(to)}`,
  until: (day) => `until ${date(day)}`,
  from: (day) => `from ${date(day)}`,
  ended: { done: (day) => `done on ${date(day)}`, stopped: (day) => `stopped on ${date(day)}` },
  noDays: 'no days agreed',
  concern: {
    'not-started': (day) => `It should have begun on ${date(day)}.`,
    'past-end': (day) => `It should have been done on ${date(day)}.`,
    'milestone-late': (day, title) => `It should have been there on ${date(day)}: ${title}.`,
    'over-budget': (year, by) => `In ${year}, ${by} more is committed than budgeted.`,
    'risk-happened': (text) => `This went wrong: ${text}`,
  },
  lastReport: (day) => `Last report, ${date(day)}:`,

  astray: {
    title: 'What does not go as planned',
    none: 'Everything goes as it was planned.',
    more: (n) => figureOf(n, 'more action', 'more actions', 'en'),
  },
  actionsOf: (n) => (n === 1 ? 'The action, explained' : `The ${n} actions, explained`),
  about: 'What it is about',
  aboutSays: 'In the words of the programme itself',
  openAll: 'Open everything, to search or to print',
  closeAll: 'Close everything again',
  asked: {
    title: 'What the council asked, and what works on it',
    lead: 'The programme is there to do this.',
    says: (n, idle) =>
      `${figureOf(n, 'request, commitment or ambition', 'requests, commitments and ambitions', 'en')}${idle === 0 ? '' : `; no action works on ${idle} of them`}`,
    noLead: 'This programme does not say yet what the council asked.',
    motion: (number, title) => (number ? `Motion ${number}: ${title}` : `Motion: ${title}`),
    commitment: 'Commitment of the college',
    ambition: 'Ambitions of framework documents',
    other: 'Other commitments',
    oneAmbition: 'Ambition of a framework document',
    whole: 'the programme as a whole serves this',
    nothing: 'no action works on this',
  },
  money: {
    title: 'Money',
    none: 'No amounts are known yet.',
    says: (budget, spent) => (spent === null ? `${budget} budgeted` : `${budget} budgeted, ${spent} spent`),
    frame: 'Available for the whole programme:',
    frameYear: (year, euro) => `${year}: ${euro}`,
    unknown: (n) =>
      `The budget of ${figureOf(n, 'action', 'actions', 'en')} is not known; ${n === 1 ? 'it is' : 'they are'} not counted.`,
    csv: 'Actions, milestones and money as CSV',
  },
  figures: {
    title: 'Figures',
    lead: 'Each chart shows the same years.',
    none: 'There are no indicators yet.',
    all: (n) => (n === 1 ? 'The chart and the table' : `All ${n} charts and tables`),
    openTables: 'Open all tables',
    closeTables: 'Close the tables',
    earlier: (values) => `Earlier, under this name: ${listOf(values, 'en')}. See`,
    value: (value, period) => `${value} (${period})`,
    csv: 'Figures as CSV',
  },
  decisions: {
    title: 'Decisions of the steering group',
    became: (title, day) => `Became a milestone: ${title}${day ? `, ${date(day)}` : ''}`,
    more: (n) => `All ${n} decisions`,
    says: (n, last) => (n === 1 ? `1 decision, on ${last}` : `${n} decisions, the last on ${last}`),
  },
  editions: {
    title: 'Versions',
    one: (number, day, body, kind) =>
      `Version ${number}, ${kind === 'adopted' ? 'adopted' : 'adopted as amended'} on ${date(day)} by ${body}`,
    document: 'Document:',
    says: (number, day, kind) =>
      `Version ${number} holds, ${kind === 'adopted' ? 'adopted' : 'adopted with changes'} on ${date(day)}`,
  },
  papers: {
    title: 'Reports to the council',
    says: (n, last) =>
      n === 1 ? `1 report, sent on ${date(last)}` : `${n} reports, the last sent on ${date(last)}`,
    one: (kind, from, to, sent) =>
      `${kind === 'yearly' ? 'Yearly report' : 'Interim report'} on ${date(from)} to ${date(to)}, sent on ${date(sent)}`,
  },
  feed: {
    follow: 'Hear it when something changes in this programme.',
    title: (programme, place) => `${programme}, ${place}`,
    subtitle:
      'What changed in the action programme: milestones, actions that stop or are done, versions and reports.',
    milestone: {
      reach: (title) => `Milestone reached: ${title}`,
      drop: (title) => `Milestone dropped: ${title}`,
    },
    moved: (title, from, to) =>
      from && to
        ? `Milestone moved from ${date(from)} to ${date(to)}: ${title}`
        : to
          ? `Milestone planned for ${date(to)}: ${title}`
          : `Milestone without a day: ${title}`,
    action: {
      stop: (number, title) => `Action ${number} was stopped: ${title}`,
      resume: (number, title) => `Action ${number} was taken up again: ${title}`,
      finish: (number, title) => `Action ${number} is done: ${title}`,
    },
    programme: {
      adopt: 'The programme was adopted',
      amend: 'The programme was adopted with changes',
      end: 'The programme has ended',
      succeed: 'The programme was succeeded',
    },
    report: (title) => `Report to the council: ${title}`,
  },
  others: { title: 'Other programmes', now: 'runs now' },
  files: { title: 'As a file', lead: 'Everything on this page, for your own sums.' },
  facts: {
    title: 'Facts',
    span: 'Runs',
    adopted: 'Adopted',
    pillar: 'Pillar',
    holder: 'Answers for it',
    partners: 'Together with',
    programme: 'Programme',
    waits: 'Waits for',
    waitedFor: 'Waiting for this',
    unknown: 'not known',
  },

  one: {
    what: 'What it is',
    state: {
      done: (day) => (day ? `This action has been done since ${date(day)}.` : 'This action is done.'),
      running: (ends) =>
        ends ? `This action is under way, until ${date(ends)}.` : 'This action is under way.',
      late: (ends) =>
        ends ? `This action is behind. Its last day is ${date(ends)}.` : 'This action is behind.',
      planned: (starts) =>
        starts ? `This action begins on ${date(starts)}.` : 'This action has yet to begin.',
      stopped: (day) => (day ? `This action was stopped on ${date(day)}.` : 'This action was stopped.'),
      unfinished: () => 'This action was not finished when the programme ended.',
    },
    later: 'Under the same name it goes on in',
    earlier: 'Under the same name it was also in',
    because: 'Reason:',
    chain: 'The milestones of this action',
    why: 'What it is for',
    whyNone: 'This action does not say what it is for.',
    milestones: 'Milestones',
    milestonesNone: 'This action has no milestones.',
    reachedOn: (day) => `reached on ${date(day)}`,
    dueOn: (day) => `on ${date(day)}`,
    was: (day) => `was to be on ${date(day)}`,
    lateBy: (due, today) => `was to be on ${date(due)}, now ${formatSpan(due, today, 'en')} late`,
    noDay: 'no day yet',
    shown: 'This is shown by:',
    shownNotPublic: 'What shows it is not public.',
    dayMoved: (from, to) =>
      to ? `Day moved from ${date(from)} to ${date(to)}.` : `The day ${date(from)} was dropped.`,
    droppedBecause: 'Dropped.',
    startMoved: (from, to) =>
      to
        ? `The beginning moved from ${date(from)} to ${date(to)}.`
        : `The first day ${date(from)} was dropped.`,
    endMoved: (from, to) =>
      to ? `The end moved from ${date(from)} to ${date(to)}.` : `The last day ${date(from)} was dropped.`,
    moved: 'Days that moved',
    reports: 'Reports',
    reportsNone: 'Nothing has been reported yet.',
    reportsMore: (n) => `All ${n} reports`,
    money: 'Money',
    risks: 'Risks',
    riskState: { open: 'may still happen', happened: 'has happened', past: 'no longer matters' },
    measure: 'What the municipality does about it:',
    decisions: 'Decisions of the steering group',
    figures: 'Figures of this action',
    history: 'How it went',
    historyNone: 'Nothing changed since the programme was adopted.',
  },
  history: {
    action: {
      add: 'This action came into the programme.',
      start: 'The action began.',
      finish: 'The action is done.',
      stop: 'The action was stopped.',
      resume: 'The action was taken up again.',
      move: 'The action came into another pillar.',
    },
    adopted: (body) => `The programme was adopted by ${body}.`,
    report: 'Report:',
    milestone: {
      add: (title, day) => `A milestone was added: ${title}${day ? `, on ${date(day)}` : ''}.`,
      reach: (title) => `Milestone reached: ${title}.`,
      drop: (title) => `Milestone dropped: ${title}.`,
      evidence: (title) => `Evidence was added to the milestone ${title}.`,
      moved: (title, from, to) => `The milestone ${title} moved from ${date(from)} to ${date(to)}.`,
      planned: (title, day) => `The milestone ${title} got a day: ${date(day)}.`,
    },
    decision: 'The steering group decided:',
    riskAdd: (text) => `New risk: ${text}`,
    riskHappened: (text) => `This went wrong: ${text}`,
    budget: (year, from, to) => `The budget of ${year} went from ${from} to ${to}.`,
    budgetSet: (year, to) => `The budget of ${year} is ${to}.`,
    reason: 'Reason:',
    undone: 'This was taken back later.',
  },
  edition: {
    title: (number) => `Version ${number}`,
    lead: (day, body, kind) =>
      `${kind === 'adopted' ? 'Adopted' : 'Adopted as amended'} on ${date(day)} by ${body}. This is the plan as it was on that day.`,
    reason: 'Said with it:',
    changed: (number) => `What changed since version ${number}`,
    unchanged: 'Nothing in the plan changed.',
    first: 'This is the first version.',
    later: (number) => `There is a newer version: version ${number}.`,
    now: 'How the programme stands now',
    plan: 'The plan',
  },
  change: {
    added: 'This was added.',
    removed: 'This was dropped.',
    changed: 'changed',
    went: (what, from, to) => `${what}: from ${from} to ${to}.`,
    set: (what, to) => `${what}: now ${to}; nothing stood here before.`,
    cleared: (what, from) => `${what}: dropped; it was ${from}.`,
    cameWith: (what, name) => `${what}, added: ${name}.`,
    wentFrom: (what, name) => `${what}, gone: ${name}.`,
    gone: 'Gone:',
    came: 'Added:',
    budget: (year) => `Budget of ${year}`,
    frame: (year) => `Available for the whole programme in ${year}`,
    risk: (text) => `Risk “${text}”`,
    measure: (text) => `What the municipality does about “${text}”`,
    milestoneDay: (title) => `Day of the milestone “${title}”`,
    of: {
      title: 'Name',
      number: 'Number',
      summary: 'What the programme is about',
      description: 'Explanation',
      aim: 'Aim of the pillar',
      kind: 'Kind',
      position: 'Place in the row',
      startsOn: 'First day',
      endsOn: 'Last day',
      pillar: 'Pillar',
      holder: 'Responsible',
      partners: 'Partners',
      needs: 'Waits for',
      risks: 'Risks',
      risk: 'Risk',
      milestones: 'Milestones',
      milestoneTitle: 'Name of a milestone',
      serves: 'What the action is for',
    },
  },
  csv: {
    row: 'kind',
    rows: { action: 'action', milestone: 'milestone', money: 'money' },
    pillar: 'pillar',
    number: 'action number',
    action: 'action',
    milestone: 'milestone',
    state: 'state',
    starts: 'first day',
    ends: 'last day',
    ended: 'done or stopped on',
    holder: 'answers for it',
    partners: 'partners',
    due: 'day',
    firstDue: 'first planned for',
    reached: 'reached on',
    year: 'year',
    budget: 'budgeted (euro)',
    committed: 'committed (euro)',
    spent: 'spent (euro)',
  },
}

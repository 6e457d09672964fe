import type { DueSource, SettlementOutcome } from '../../council/index.ts'
import { capitalise, countOf, formatDate, formatSpan, listOf } from '../format.ts'
import type { motionLifeWords as dutch } from '../nl/motion-life.ts'
import { lifeWords as life } from './life.ts'

const date = (iso: string) => formatDate(iso, 'en')
const items = (n: number) => countOf(n, 'item', 'items', 'en')
const count = (n: number) => countOf(n, '', '', 'en').trim()
const settledAs = (outcome: SettlementOutcome) =>
  outcome === 'announced' ? 'on an announcement' : `as ${life.outcome[outcome]}`
const decidedAs = (outcome: SettlementOutcome) =>
  outcome === 'announced' ? 'settled on an announcement' : life.outcome[outcome]
const dayWas: Record<DueSource, (iso: string) => string> = {
  check: (iso) => `on our check date, ${date(iso)}`,
  text: (iso) => `on the last day that the letter named, ${date(iso)}`,
  extension: (iso) => `on the last day after an extension, ${date(iso)}`,
}

/** How the life of what a motion asks is told on its page. */
export const motionLifeWords: typeof dutch = {
  rings: {
    asked: 'Asked',
    decided: 'Decided',
    promised: 'Promised',
    evidence: 'Evidence',
    settled: 'Settled',
  },
  ring: {
    noDate: 'date unknown',
    textUnknown: 'text not known',
    promised: (iso, n) =>
      n === 1 ? date(iso) : `${date(iso)}, ${countOf(n, 'commitment', 'commitments', 'en')}`,
    late: {
      check: (iso) => `check date ${date(iso)}: nothing known yet`,
      text: (iso) => `by ${date(iso)}: nothing known yet`,
      extension: (iso) => `extended to ${date(iso)}: nothing known yet`,
    },
    lateUndated: 'late',
    termPassed: (iso) => `term ${date(iso)}: no answer yet`,
    some: (some, of) => `for ${some} of ${of} items`,
    unknown: 'unknown, from an old register',
    fallen: (some, of, iso) =>
      `taken back${iso ? ` on ${date(iso)}` : ''}${some < of ? `, of ${some} of ${of} items` : ''}`,
    kept: (iso) => `commitment kept, ${date(iso)}`,
    announced: (iso) => (iso ? `only announced; check ${date(iso)}` : 'only announced'),
    settled: (as, iso) =>
      [as ? life.outcome[as] : 'with different outcomes', iso && date(iso)].filter(Boolean).join(', '),
    settledSome: (some, of) => `${some} of ${of} items`,
    reopened: (some, of, iso) =>
      `${some === of ? '' : `${some} of ${of} items `}open again${iso ? ` since ${date(iso)}` : ''}`,
    proposed: (iso, held) => `${held ? 'proposal held' : 'proposed'}${iso ? `, ${date(iso)}` : ''}`,
    claimed: (iso) => `reported${iso ? ` on ${date(iso)}` : ''}, not decided yet`,
    nothing: 'nothing yet',
    notYet: 'not yet',
  },

  short: {
    onAnnouncement: ', on the ground of an announcement.',
    decided: (body, iso, n, all, it, as) =>
      `${capitalise(life.body[body])} settled ${all ? it : items(n)} on ${date(iso)} ${settledAs(as)}.`,
    rejected: (body, iso, n, all, it) =>
      `${capitalise(life.body[body])} did not follow the proposal of ${date(iso)} to settle ${all ? it : items(n)}.`,
    changed: (body, iso, n, all, it, as) =>
      `${capitalise(life.body[body])} changed its decision on ${all ? it : items(n)} on ${date(iso)}: now settled ${settledAs(as)}.`,
    missed: (source, iso, n, all, it) => {
      const nothing = `This register held nothing of what was promised ${dayWas[source](iso)}`
      return n === 0 ? `${nothing}.` : `${nothing}, so ${all ? it : items(n)} opened again.`
    },
    reopened: (iso, n, all, it, cause) =>
      `On ${date(iso)} ${all ? it : items(n)} opened again${cause && cause !== 'by-hand' ? `, ${life.reopened[cause]}` : ''}.`,
    termPassed: (iso) => `The term to answer was ${date(iso)}.`,
    now: (standing, lateSince) => {
      const total = standing.reduce((sum, { matters }) => sum + matters, 0)
      const one = standing.length === 1
      const said = standing.map(({ state, outcome, matters }, index) => {
        const how = standingIn[state](outcome)
        if (total === 1) return how
        if (one) return `${matters === 2 ? 'both items' : `all ${items(matters)}`} ${how}`
        return `${index === 0 ? items(matters) : count(matters)} ${how}`
      })
      const late = lateSince ? `; a commitment is late, since ${date(lateSince)}` : ''
      return `How it stands now: ${listOf(said, 'en')}${late}.`
    },
    keptOn: (iso) => `It was kept on ${date(iso)}.`,
    partlyKeptOn: (iso) => `It was partly kept on ${date(iso)}.`,
    lapsed: 'It lapsed.',
    saidKept: (iso) => `According to a letter of ${date(iso)} it has been kept.`,
    dueText: (iso) => `It is due by ${date(iso)}.`,
    dueExtension: (iso) => `It is due by ${date(iso)}, after an extension.`,
    dueCheck: (iso, from) =>
      `${from ? `It is to come after ${date(from)}. ` : ''}On ${date(iso)} we look whether it is there; that check date is ours.`,
    from: (iso) => `It is to come after ${date(iso)}.`,
    undated: 'No date is given.',
    runs: (iso) =>
      iso
        ? `The commitment still runs; on ${date(iso)} we look whether it was kept.`
        : 'The commitment still runs, without a date.',
  },

  card: {
    who: 'Who',
    nobody: 'not known yet',
    term: 'Term',
    termPassed: (from, today) => `${formatSpan(from, today, 'en')} past`,
    evidence: 'Evidence',
    noEvidence: 'nothing yet',
    onlyAnnounced: 'Only announced:',
    proposal: 'Proposal',
    proposedAs: (as) => `proposal: ${life.outcome[as]}`,
    proposed: (as, iso) => `${capitalise(life.outcome[as])}, proposed on ${date(iso)}.`,
    mayObject: (iso) => `Submitters may object up to and including ${date(iso)}.`,
    waits: 'No decision was taken yet.',
    held: 'The proposal is held.',
    heldBecause: (reason) => `The proposal is held: ${reason}`,
    objection: 'Objection',
    objected: (who, iso) => `${who}, ${date(iso)}:`,
    decision: 'Decision',
    decided: (body, iso, as) => `${capitalise(life.body[body])}, ${date(iso)}: ${decidedAs(as)}.`,
    rejected: (body, iso) => `${capitalise(life.body[body])}, ${date(iso)}: proposal not followed.`,
    reason: 'Reason:',
    changed: (iso, as) => `This decision came in place of an earlier one, of ${date(iso)}: ${decidedAs(as)}.`,
    reopened: 'Open again',
    reopenedOn: (iso, cause) =>
      cause === 'by-hand' ? `On ${date(iso)}.` : `On ${date(iso)}, ${life.reopened[cause]}.`,
    whichCommitment: 'read which one',
    before: (body, iso, as) => `Before that ${life.body[body]} decided, ${date(iso)}: ${decidedAs(as)}.`,
    check: 'Check',
    checkOn: {
      check: (iso) =>
        `On ${date(iso)} we look whether this is there. That check date is ours, not the letter’s:`,
      text: (iso) => `By ${date(iso)}, says the letter, this has to be there:`,
      extension: (iso) => `By ${date(iso)}, after an extension, this has to be there:`,
    },
    checkUndated: 'No day was agreed on which to look whether this is there:',
    checkOver: {
      late: 'On that day this register held nothing about it yet.',
      kept: 'It was kept.',
      'partly-kept': 'It was partly kept.',
      lapsed: 'This commitment lapsed.',
    },
    history: (n) => `All steps (${n})`,
    unheld: 'This step was taken back later.',
  },

  promise: {
    check: 'Check date',
    checkOurs: (iso) => `${date(iso)}; it is ours, not the letter’s`,
    checkNone: 'deliberately none',
    checkUnset: 'not picked yet',
    lateSince: 'Late since',
    lateFor: (since, today) => `${date(since)}, ${formatSpan(since, today, 'en')}`,
    missed: 'Day passed',
    missedOn: (iso) => `on ${date(iso)} this register held nothing about it yet`,
    kept: 'Kept',
    partlyKept: 'Partly kept',
    extended: 'Extended',
    extendedTo: (from, to) => (from ? `from ${date(from)} to ${date(to)}:` : `to ${date(to)}:`),
    lapsed: 'Lapsed',
    relation: 'Relation',
    theOther: 'to that commitment',
    history: (n) => `All steps (${n})`,
  },

  happened: {
    about: (names) => `(${listOf(names, 'en')})`,
    proposal: (as) => `Settlement proposed: ${life.outcome[as]}`,
    withdrawn: 'Proposal withdrawn',
    held: 'Proposal held',
    progress: 'Interim report',
    objection: (who) => `${who} objected`,
    accepted: (body, as) => `${capitalise(life.body[body])} decided: ${decidedAs(as)}`,
    rejected: (body) => `${capitalise(life.body[body])} did not follow the proposal`,
    corrected: (body, as, instead) =>
      `${capitalise(life.body[body])} changed the decision: ${decidedAs(as)}, in place of ${decidedAs(instead)}`,
    changedOn: (iso) => `This decision was changed later, on ${date(iso)}.`,
    reopened: 'Open again',
    reopenedAll: 'So everything opened again.',
    reopenedSome: (names) => `So this opened again: ${listOf(names, 'en')}.`,
    missed: {
      check: (iso) => `Check date ${date(iso)} passed`,
      text: (iso) => `Last day ${date(iso)} passed`,
      extension: (iso) => `Extended day ${date(iso)} passed`,
    },
    missedThing: 'This register held nothing yet about this:',
    ours: 'The check date is ours, not the letter’s.',
    check: 'Check date',
    checkLead: 'then we look whether this is there:',
    checkLate: 'This register holds nothing about it yet.',
    kept: 'Commitment kept',
    partlyKept: 'Commitment partly kept',
    extended: (from, to) =>
      from ? `Commitment extended from ${date(from)} to ${date(to)}` : `Commitment extended to ${date(to)}`,
    lapsed: 'Commitment lapsed',
  },
}

const standingIn = {
  settled: (as: SettlementOutcome | null) =>
    as === 'announced' ? 'settled on an announcement' : as ? life.outcome[as] : 'settled',
  proposed: (as: SettlementOutcome | null) => (as ? `proposed as ${life.outcome[as]}` : 'proposed'),
  reopened: () => 'open again',
  'in-progress': () => 'in progress',
  open: () => 'still open',
}

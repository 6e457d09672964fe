import type {
  CheckSource,
  CommitmentRelation,
  CommitmentState,
  CommitmentStep,
  CoverageKind,
  DecidingBody,
  DossierDecision,
  EvidenceKind,
  LifeFieldCode,
  MatterState,
  MatterStep,
  ProposalState,
  ReopenCause,
  SettlementOutcome,
  SuggestionReason,
  TermSource,
} from '../../council/index.ts'
import type { Role } from '../../ctx.ts'
import { countOf, figureOf, formatDate, formatSpan, listOf } from '../format.ts'
import type { lifeWords as dutch } from '../nl/life.ts'
import { attentionWords } from './life-attention.ts'

const date = (iso: string) => formatDate(iso, 'en')
/** Each key is there, and each value is any string: of the other language too. */
type Of<K extends string> = Record<K, string>

const outcome: Of<SettlementOutcome> = {
  'carried-out': 'carried out',
  partly: 'partly carried out',
  not: 'not carried out',
  absorbed: 'absorbed in other policy',
  transferred: 'transferred to someone else',
  overtaken: 'overtaken',
  announced: 'only announced',
}
const settledAs = (as: SettlementOutcome) => (as === 'announced' ? 'on an announcement' : `as ${outcome[as]}`)
const role: Of<Role | 'program'> = {
  clerk: 'the council clerk',
  councillor: 'a councillor',
  'portfolio-holder': 'the portfolio holder',
  'policy-officer': 'an official',
  program: 'Schakel, by itself',
}
const reopened: Of<ReopenCause> = {
  'commitment-missed': 'because the day of a commitment passed',
  'new-evidence': 'because there is new evidence',
  'changed-decision': 'because a decision was changed',
  'by-hand': 'for a stated reason',
}
const body: Of<DossierDecision['body']> = { college: 'the college', council: 'the council' }

/**
 * The life of a request: states, outcomes, steps, evidence, reasons. Words begin small, a sentence capitalises them; what ends with a
 * full stop is a sentence. Days are ISO; `name` is null where nobody's name is shown.
 */
export const lifeWords: typeof dutch = {
  matter: 'item',
  matters: (n: number) => countOf(n, 'item', 'items', 'en'),
  proposal: 'settlement proposal',
  decision: 'decision',
  objection: 'objection',
  evidence: 'evidence',
  commitment: 'commitment',
  owner: 'portfolio holder',
  official: 'official',
  noOwner: 'nobody yet',

  state: {
    open: 'open',
    'in-progress': 'in progress',
    proposed: 'settlement proposed',
    settled: 'settled',
    reopened: 'open again',
  } as Of<MatterState>,
  proposalState: {
    proposed: 'waits for a decision',
    objected: 'a submitter objected',
    held: 'held',
    decided: 'decided',
    withdrawn: 'withdrawn',
  } as Of<ProposalState>,
  outcome,
  /** What a settlement outcome means, for whoever chooses or reads it. */
  outcomeMeans: {
    'carried-out': 'What the council asked has been done.',
    partly: 'Part of what the council asked has been done.',
    not: 'What the council asked will not be done.',
    absorbed: 'It is now part of policy that exists.',
    transferred: 'Someone other than the college carries it out.',
    overtaken: 'It is no longer needed because of what has happened since.',
    announced: 'It was only said that it will come. So a commitment runs, with a day on which to look.',
  } as Of<SettlementOutcome>,
  commitmentState: {
    open: 'running',
    late: 'late',
    'partly-kept': 'partly kept',
    kept: 'kept',
    lapsed: 'lapsed',
  } as Of<CommitmentState>,

  body,
  decidingBody: {
    college: 'the college decides',
    'council-on-proposal': 'the council decides, on a proposal of the college',
    'council-by-list': 'the council decides, with a list for each meeting',
  } as Of<DecidingBody>,
  noDecidingBody: 'not yet set who decides',

  /** Why a settled matter is open again: goes on after "heropend". */
  reopened,
  reopenCause: {
    'commitment-missed': 'the day of a commitment passed',
    'new-evidence': 'there is new evidence',
    'changed-decision': 'a decision was changed',
    'by-hand': 'another reason',
  } as Of<ReopenCause>,

  evidenceKind: {
    passage: 'a passage in a document',
    milestone: 'a milestone that was reached',
    'action-report': 'a progress report of an action',
    unknown: 'unknown: taken from an old register',
  } as Of<EvidenceKind>,
  evidenceUnknown: 'What this rests on is unknown. It was taken from an old register.',

  term: {
    label: 'Term',
    source: {
      text: 'from the text of the motion',
      standard: 'the standard term of the municipality',
      agreed: 'agreed later',
      'none-agreed': 'no term agreed',
    } as Of<TermSource>,
    until: (iso: string) => `by ${date(iso)}`,
    from: (iso: string) => `from ${date(iso)}`,
    undated: (text: string) => `“${text}”, without a date`,
    /** A standard term of a motion whose decision has no date. */
    noDate: 'no date: the day of the vote is not known',
    passed: (from: string, today: string) => `${formatSpan(from, today, 'en')} past`,
  },

  due: {
    extension: (iso: string) => `by ${date(iso)}, after an extension`,
    text: (iso: string) => `by ${date(iso)}, says the letter`,
    check: (iso: string) => `check date ${date(iso)}, ours, not the letter’s`,
    none: 'no date',
  },
  checkDate: 'check date',
  checkSource: {
    ours: 'counted with the term of the municipality',
    clerk: 'picked by the council clerk',
    'none-agreed': 'deliberately without a check date',
  } as Of<CheckSource>,
  checkUnset: 'no check date picked yet',
  kept: { kept: 'kept', 'partly-kept': 'partly kept' },
  /** Of the later commitment: what it does to the earlier one. */
  relation: {
    repeats: 'repeats an earlier commitment',
    amends: 'amends an earlier commitment',
    replaces: 'replaces an earlier commitment',
    'replaces-motion': 'came in place of a motion',
  } as Of<CommitmentRelation>,
  /** Of the earlier commitment. */
  relationLater: {
    repeats: 'repeated by a later commitment',
    amends: 'amended by a later commitment',
    replaces: 'replaced by a later commitment',
    'replaces-motion': 'came in place of a motion',
  } as Of<CommitmentRelation>,

  /** Who took a step, without the name of an official. */
  by: (of: string, name: string | null) =>
    name ?? Object.entries(role).find(([key]) => key === of)?.[1] ?? of,
  role,

  /** One step of a history as a sentence without its day. `by` is what `by` gives; null when the page names nobody. */
  matterStep: {
    register: () => 'Entered in the register.',
    start: () => 'Taken up.',
    assign: () => 'Set who does it.',
    'agree-term': () => 'The term changed.',
    'note-progress': () => 'Interim report.',
    propose: (as) => `Proposed to settle this${as ? ` ${settledAs(as)}` : ''}.`,
    'withdraw-proposal': () => 'The proposal withdrawn.',
    object: () => 'A submitter objected to the proposal.',
    hold: () => 'The proposal held.',
    accept: (as) => `Decided: settled${as ? ` ${settledAs(as)}` : ''}.`,
    reject: () => 'Decided: the proposal not followed.',
    reopen: (_, cause) => `Reopened${cause && cause !== 'by-hand' ? ` ${reopened[cause]}` : ''}.`,
    correct: (as) => `The decision changed${as ? `: settled ${settledAs(as)}` : ''}.`,
    undo: () => 'The step before taken back.',
  } as Record<MatterStep, (as: SettlementOutcome | null, cause: ReopenCause | null) => string>,
  commitmentStep: {
    register: 'Entered in the register.',
    'set-check-date': 'A check date picked.',
    keep: 'Entered as kept.',
    'keep-partly': 'Entered as partly kept.',
    miss: 'Its day passed.',
    lapse: 'Lapsed.',
    extend: 'Extended.',
    relate: 'Related to another commitment or motion.',
    undo: 'The step before taken back.',
  } as Of<CommitmentStep>,
  undone: 'taken back later',
  /** Names of steps, for buttons and headings. */
  move: {
    start: 'Take up',
    assign: 'Set who does it',
    'agree-term': 'Agree a term',
    'note-progress': 'Give an interim report',
    propose: 'Propose a settlement',
    'withdraw-proposal': 'Withdraw the proposal',
    object: 'Enter an objection',
    hold: 'Hold the proposal',
    accept: 'Follow the proposal',
    reject: 'Do not follow the proposal',
    decide: 'Enter the decision',
    correct: 'Change the decision',
    reopen: 'Reopen',
    undo: 'Take back the last step',
    'set-check-date': 'Pick a check date',
    extend: 'Extend',
    keep: 'Kept',
    'keep-partly': 'Partly kept',
    lapse: 'Let it lapse',
    relate: 'Relate',
  },

  ...attentionWords,
  /** Why Schakel suggests an outcome, or none. */
  suggestion: {
    'rests-on-announcement': 'The letter rests on an announcement: what it names did not exist yet.',
    'claimed-carried-out': 'The letter says that it was carried out.',
    'claimed-partly': 'The letter says that it was partly carried out.',
    'claimed-not': 'The letter says that it will not be carried out.',
    'claimed-absorbed': 'The letter says that it belongs to existing policy.',
    'claimed-transferred': 'The letter says that someone else does it.',
    'claimed-overtaken': 'The letter says that it is overtaken.',
    'basis-unstated': 'The letter does not say what the settlement rests on.',
    'still-in-progress': 'The letter says that work is going on.',
    'no-claim': 'No letter says anything about this.',
  } as Of<SuggestionReason>,
  settledBy: {
    answer: 'This asks for an answer. Figures about the effect are not one.',
    deed: 'This asks for a deed.',
  },
  coverage: {
    own: 'a passage of its own',
    shared: 'only a passage about several items',
    none: 'nothing',
  } as Of<CoverageKind>,

  fieldError: {
    needed: 'Fill this in.',
    'not-a-choice': 'Choose one of the options.',
    'date-invalid': 'This is not a date. Write for example 2 July 2019 or 2-7-2019.',
    'date-in-future': 'This day is still to come. Choose today or earlier.',
    'date-too-early': 'This day is too early. Choose a later one.',
    'passage-missing': 'This passage is not in the document. Point it out again.',
    'milestone-not-reached': 'This milestone is not reached (any more). Choose other evidence.',
    'report-taken-back': 'This report was taken back. Choose other evidence.',
    'programme-not-adopted': 'This programme is not adopted yet, so that it cannot be evidence yet.',
    'evidence-fallen': 'What this rests on itself was taken back. Choose other evidence.',
    'motion-not-withdrawn': 'This motion was not withdrawn. Only a withdrawn motion can have been replaced.',
    'linked-already': 'This person belongs to another account already. Take that apart first.',
    'goes-in-a-circle': 'This way commitments would replace each other in a circle. Choose another.',
  } as Of<LifeFieldCode>,

  late: (since: string, today: string) => `${formatSpan(since, today, 'en')} late`,
  days: (n: number) => figureOf(n, 'day', 'days', 'en'),
  list: (items: readonly string[]) => listOf(items, 'en'),
}

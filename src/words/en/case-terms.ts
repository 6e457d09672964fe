import type { caseTerms as nl } from '../nl/case-terms.ts'

export const caseTerms: typeof nl = {
  title: 'Terms',
  intro: 'Terms of the law. The last day follows from the rule and the day on which it began.',
  none: 'No term is running.',
  start: 'Start a term',
  rule: 'Which term?',
  choose: 'Choose a term',
  from: (what) => `after ${what}`,
  startedOn: 'When did it begin?',
  startSubmit: 'Start',
  lengths: {
    days: (n) => (n === 1 ? '1 day' : `${n} days`),
    'working-days': (n) => (n === 1 ? '1 working day' : `${n} working days`),
    weeks: (n) => (n === 1 ? '1 week' : `${n} weeks`),
    months: (n) =>
      n % 12 === 0 ? (n === 12 ? '1 year' : `${n / 12} years`) : n === 1 ? '1 month' : `${n} months`,
  },
  reason: (length, starts, article, day) => `Term ${length} after ${starts} · ${article} · began on ${day}`,
  unsure: 'Not yet checked in the law.',
  due: (day) => `by ${day}`,
  states: { running: 'running', met: 'met', suspended: 'standing still', ended: 'lapsed' },
  late: 'late',
  met: (day) => `met on ${day}`,
  still: (day) => `standing still since ${day}`,
  on: 'On which day?',
  onHint: 'Empty is today.',
  suspend: 'Let it stand still',
  resume: 'Let it run again',
  end: 'Lapsed',
  sort: 'What happened?',
  possible: {
    title: 'What is possible now?',
    why: 'Why?',
    intro: (residence) =>
      `This follows from her residence: ${residence}. Help never depends on a police report.`,
    services: { welfare: 'Welfare', 'debt-help': 'Debt help', work: 'Working' },
    verdicts: {
      welfare: { open: 'open', closed: 'not possible now', unknown: 'unknown' },
      'debt-help': { open: 'open', closed: 'not possible now', unknown: 'unknown' },
      work: { open: 'free', closed: 'not allowed now', unknown: 'unknown' },
    },
    first: {
      'address-secret': 'first a secret address',
      'rvb-allowance': 'but an allowance through the shelter (Rvb)',
    },
    reason: 'Reason',
    noRule: 'Nothing was checked about this yet.',
    debtSafety:
      'The register of debt settlements is public, and letters of creditors betray a place. First have her address kept secret.',
  },
}

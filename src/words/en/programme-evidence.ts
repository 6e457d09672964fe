import type { Fallen } from '../../council/index.ts'
import type { ActionState, DoneFacts } from '../../programme/index.ts'
import { figureOf, formatDate } from '../format.ts'
import type { programmeEvidenceWords as dutch } from '../nl/programme-evidence.ts'

const date = (iso: string) => formatDate(iso, 'en')

export const programmeEvidenceWords: typeof dutch = {
  done: {
    milestone: (iso: string) => `Milestone reached on ${date(iso)}:`,
    'action-report': (iso: string) => `Progress report of ${date(iso)}:`,
  } as Record<DoneFacts['kind'], (iso: string) => string>,
  action: (number, title) => `Action ${number}: ${title}`,
  line: (kind, quotation, iso, number, programme) =>
    `${kind === 'milestone' ? 'Milestone reached' : 'Progress report'}, ${date(iso)}: “${quotation}” (action ${number}, ${programme})`,
  decision: (iso) => `Decision of the steering group of ${date(iso)}:`,
  shownBy: 'Shown by:',

  fallen: {
    letter: (iso: string) => `The letter in which this stands was withdrawn on ${date(iso)}.`,
    'taken-back': (iso: string) => `This was taken back on ${date(iso)}.`,
    'own-evidence': (iso: string) => `What this rests on was taken back on ${date(iso)}.`,
  } as Record<Fallen['cause'], (iso: string) => string>,
  fallenReason: 'Reason:',
  flag: 'The evidence of this settlement no longer stands. Nothing changes until it is decided on again.',
  flagProposal: 'The evidence of this proposal no longer stands.',
  flagKept: 'The evidence by which this commitment was kept no longer stands.',
  decider: (body, name) =>
    `decision of ${body === 'college' ? 'the college' : 'the council'}${name ? `, entered by ${name}` : ''}`,

  works: 'Action programme',
  whole: (title) => `${title} as a whole`,
  draft: 'draft, not public yet',
  programmeState: { succeeded: 'succeeded', ended: 'ended' } as Record<string, string>,
  state: {
    planned: 'planned',
    running: 'running',
    done: 'done',
    stopped: 'stopped',
  } as Record<ActionState, string>,
  until: (iso) => `until ${date(iso)}`,
  since: (iso) => `since ${date(iso)}`,
  milestones: (reached, of) =>
    of === 0 ? 'no milestones yet' : `${reached} of ${figureOf(of, 'milestone', 'milestones', 'en')} reached`,
  report: (iso) => `Last report, ${date(iso)}:`,
  nothing: 'Nothing works on this: no action names it.',
  nothingPublic: 'No action of the action programme names this.',

  reached: 'Milestone reached',

  offered: 'What the action programme did',
  offeredTitle: 'What the programme did already',
  use: 'Use as evidence',
  gone: 'This was taken back since. Choose other evidence.',

  keep: {
    legend: 'Does this keep a commitment?',
    hint: 'The commitment is then kept at once, with this milestone as evidence. That can be undone at the commitment.',
    hintAdopt:
      'The commitment is then kept at once, with a sentence of the document of the programme as evidence. That can be undone at the commitment.',
    words: 'Which words of the document show it?',
    wordsHint:
      'Only needed when you choose a commitment above. Once you send the form, a sentence is suggested.',
    tick: (text) => `This keeps the commitment “${text}”`,
    due: (iso) => `by ${date(iso)}`,
    late: 'late',
    of: (motion) => `of motion ${motion}`,
    see: 'see the commitment',
  },
}

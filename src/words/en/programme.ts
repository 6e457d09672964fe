import { formatDate, listOf } from '../format.ts'
import type { programmeWords as nl } from '../nl/programme.ts'

export const programmeWords: typeof nl = {
  nav: 'Programme',
  errorPrefix: 'Error',
  tabsLabel: 'Parts of the programme',
  tabs: {
    plan: 'Plan',
    board: 'Board',
    calendar: 'Calendar',
    figures: 'Figures',
    steering: 'Steering group',
    reports: 'Reports',
  },
  state: {
    draft: 'Draft',
    adopted: 'Adopted',
    succeeded: 'Succeeded',
    ended: 'Ended',
    dropped: 'Dropped',
  },
  actionState: { planned: 'Planned', running: 'Running', done: 'Done', stopped: 'Stopped' },
  milestoneState: { open: 'Open', reached: 'Reached', dropped: 'Dropped' },
  pillarKind: {
    prevention: 'Prevention',
    combating: 'Combating',
    protection: 'Protection of victims',
    chain: 'Cooperation in the chain',
    other: 'Other',
  },
  body: { college: 'the college', council: 'the council' },
  years: (from, to) =>
    from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}–${to.slice(0, 4)}`,
  date: (day) => formatDate(day, 'en'),
  list: (items) => listOf(items, 'en'),
  euro: (cents) =>
    cents === null
      ? 'unknown'
      : new Intl.NumberFormat('en-GB', {
          style: 'currency',
          currency: 'EUR',
          minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
        }).format(cents / 100),
}

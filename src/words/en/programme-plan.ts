import type { programmePlanWords as nl } from '../nl/programme-plan.ts'

export const programmePlanWords: typeof nl = {
  list: {
    title: 'Action programmes',
    lead: 'What the municipality does with what the council asked: in pillars, actions and milestones.',
    none: 'There is no programme yet.',
  },
}

import type { caseDone as nl } from '../nl/case-done.ts'

export const caseDone: typeof nl = {
  begonnen: 'The trajectory has begun. You coordinate it.',
  bewaard: 'Saved.',
  team: 'The team has been changed.',
  heropend: 'The trajectory is open again.',
}

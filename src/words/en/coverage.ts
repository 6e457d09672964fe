import { capitalise, countOf, listOf } from '../format.ts'
import type { coverageWords as nl } from '../nl/coverage.ts'

export const coverageWords: typeof nl = {
  title: 'What the letter answers',
  lead: (own, shared, none) => {
    const count = (n: number) => countOf(n, 'matter', 'matters', 'en')
    const parts = [
      own > 0
        ? `${count(own)} ${own === 1 ? 'has' : 'have'} a passage of ${own === 1 ? 'its' : 'their'} own`
        : '',
      shared > 0 ? `${count(shared)} only a passage about several matters` : '',
      none > 0 ? `about ${count(none)} the letter says nothing` : '',
    ].filter((part) => part !== '')
    return parts.length > 0
      ? `${capitalise(listOf(parts, 'en'))}.`
      : 'Nothing is followed of the motions in this letter.'
  },
  howTo:
    'One sentence about three requests does not answer any of them yet. See for each matter what stands there.',
  none: 'This letter answers no motion of the register.',
  nothingFollowed: 'Nothing of this motion is followed: it was not adopted, or its text is not known.',
  own: 'passage of its own',
  shared: 'shared passage',
  nothing: 'no passage',
  noneSaid: 'This letter says nothing about it.',
  says: 'The letter says',
  suggests: (outcome) => `Schakel would propose: ${outcome}.`,
  suggestsNothing: 'Schakel proposes nothing.',
  propose: 'Make a proposal',
  see: 'View',
  link: 'See what the letter answers',
  toLetter: 'To the letter',
}

import type { DossierMatter } from '../../../council/index.ts'
import type { Words } from '../../../words/index.ts'
import type { Tone } from '../../components/chip.tsx'

type Standing = Pick<DossierMatter, 'state' | 'outcome' | 'held'>

/** Green is for what is proven done; a settlement on words alone still waits. */
export function matterTone({ state, outcome }: Standing): Tone {
  switch (state) {
    case 'settled':
      return outcome === 'announced' ? 'wait' : outcome === 'carried-out' ? 'done' : 'open'
    case 'reopened':
      return 'late'
    case 'proposed':
    case 'open':
      return 'wait'
    default:
      return 'open'
  }
}

/** "afgedaan: deels uitgevoerd", "afdoening voorgesteld, aangehouden". */
export function matterStanding({ state, outcome, held }: Standing, { life, matterDesk }: Words): string {
  if (state === 'settled' && outcome) return `${life.state.settled}: ${life.outcome[outcome]}`
  return held ? `${life.state[state]}, ${matterDesk.facts.held}` : life.state[state]
}

import type { StatusFact } from '../../council/index.ts'
import type { Words } from '../../words/index.ts'
import { Chip, type Tone } from './chip.tsx'

/** Claims are what the college says, so they are never green: that is for what is proven. */
export function toneOf({ status, basis }: Pick<StatusFact, 'status' | 'basis'>): Tone {
  if (status === 'open') return 'wait'
  if (status === 'claimed-settled' || status === 'claimed-partly') {
    return basis === 'announced' || basis === 'unstated' ? 'wait' : 'open'
  }
  return status === 'in-progress' ? 'open' : 'none'
}

/** Where a motion or request stands, in words. */
export function StateChip({ state, words }: { state: Pick<StatusFact, 'status' | 'basis'>; words: Words }) {
  const announced = state.basis === 'announced' && state.status === 'claimed-settled'
  return (
    <Chip tone={toneOf(state)}>
      {announced ? words.public.onlyAnnounced : words.public.status[state.status]}
    </Chip>
  )
}

import type { SettlementOutcome, StatusFact } from '../../council/index.ts'
import { isSettled } from '../../council/index.ts'
import type { Words } from '../../words/index.ts'
import { Chip, type Tone } from './chip.tsx'

/** Green is for what is proven: a claim is what the college says, and an announcement or unknown evidence proves nothing. */
const toneOfOutcome: Record<SettlementOutcome, Tone> = {
  'carried-out': 'done',
  partly: 'open',
  not: 'none',
  absorbed: 'none',
  transferred: 'none',
  overtaken: 'none',
  announced: 'wait',
}
type State = Pick<StatusFact, 'status' | 'basis'> & { evidenceUnknown?: boolean }

export function toneOf({ status, basis, evidenceUnknown }: State): Tone {
  if (isSettled(status)) {
    const tone = toneOfOutcome[status.replace('settled-', '') as SettlementOutcome] ?? 'open'
    return evidenceUnknown && tone === 'done' ? 'none' : tone
  }
  switch (status) {
    case 'reopened':
      return 'late'
    case 'open':
    case 'proposed':
      return 'wait'
    case 'claimed-settled':
    case 'claimed-partly':
      return basis === 'announced' || basis === 'unstated' ? 'wait' : 'open'
    case 'in-progress':
    case 'partly-settled':
      return 'open'
    default:
      return 'none'
  }
}

/** Where a motion or request stands, in words. */
export function StateChip({ state, words }: { state: State; words: Words }) {
  const announced = state.basis === 'announced' && state.status === 'claimed-settled'
  return (
    <Chip tone={toneOf(state)}>
      {announced ? words.public.onlyAnnounced : words.public.status[state.status]}
    </Chip>
  )
}

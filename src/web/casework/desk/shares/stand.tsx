import type { ShareStand } from '../../../../reintegration/index.ts'
import { Chip, type Tone } from '../../../components/chip.tsx'
import type { CasePage } from '../../page.ts'

const tones: Readonly<Record<ShareStand, Tone>> = {
  question: 'wait',
  completed: 'wait',
  'stopped-by-her': 'late',
  withdrawn: 'late',
  declined: 'late',
  shared: 'open',
  started: 'done',
  expired: 'none',
  stopped: 'none',
}

export function StandChip({ request, stand }: { request: CasePage; stand: ShareStand }) {
  return <Chip tone={tones[stand]}>{request.words.caseShare.stands[stand]}</Chip>
}

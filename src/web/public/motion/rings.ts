/** The chain in words. Pure. */
import type { ChainRing } from '../../../council/index.ts'
import type { Words } from '../../../words/index.ts'
import type { Ring } from '../../components/chain.tsx'

export function ringsOf(chain: readonly ChainRing[], words: Words): Ring[] {
  const { rings } = words.public.dossier.life
  return chain.map((ring) => ({ label: rings[ring.ring], detail: detailOf(ring, words), state: ring.state }))
}

function detailOf(ring: ChainRing, words: Words): string {
  const { ring: w } = words.public.dossier.life
  const { date } = words.public
  const { on } = ring
  /** What is there, and what is not. */
  const besides = (some: number, of: number, missing: string) =>
    some > 0 ? `${w.some(some, of)}; ${missing}` : missing
  switch (ring.why) {
    case 'asked':
      return on ? date(on) : w.noDate
    case 'text-unknown':
      return w.textUnknown
    case 'outcome': {
      const label = words.terms.outcome[ring.outcome]
      return on ? `${label}, ${date(on)}` : label
    }
    case 'promised':
      return w.promised(on!, ring.commitments)
    case 'late':
      return besides(
        ring.ring === 'evidence' ? ring.some : 0,
        ring.of,
        on ? w.late[ring.source](on) : w.lateUndated,
      )
    case 'term-passed':
      return besides(ring.some, ring.of, w.termPassed(on!))
    case 'found':
      if (ring.some < ring.of) return w.some(ring.some, ring.of)
      return on ? date(on) : w.noDate
    case 'unknown':
      return w.unknown
    case 'kept':
      return w.kept(on!)
    case 'fallen':
      return w.fallen(ring.some, ring.of, on)
    case 'announced':
      return w.announced(on)
    case 'settled':
      return ring.some < ring.of ? w.settledSome(ring.some, ring.of) : w.settled(ring.outcome, on)
    case 'reopened':
      return w.reopened(ring.some, ring.of, on)
    case 'proposed':
      return w.proposed(on, ring.held)
    case 'claimed':
      return w.claimed(on)
    case 'none':
      return ring.ring === 'evidence' ? w.nothing : w.notYet
  }
}

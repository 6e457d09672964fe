import { addWeeks } from '../../days.ts'
import type { IsoDate, Term } from '../read/reading.ts'
import type { LifeSettings } from './settings.ts'

export const termSources = ['text', 'standard', 'agreed', 'none-agreed'] as const
/**
 * `text`: the motion says so, dated or not; `standard`: the municipality's own term after the decision; `agreed`: agreed afterwards.
 * `none-agreed` is a value: no day was agreed and none is invented.
 */
export type TermSource = (typeof termSources)[number]
export type MatterTerm = {
  source: TermSource
  /** Words of the motion, or of the agreement. */
  text: string | null
  notBefore: IsoDate | null
  /** Null with source `text` when its words cannot be dated, with `standard` when the day of the decision is unknown. */
  notAfter: IsoDate | null
  /** The rule behind a standard term. */
  basis: string | null
}

/** The term of a matter: that of the text wins, also when nobody can date it. */
export function matterTerm(input: {
  deadline: Term | null
  decidedOn: IsoDate | null
  settings: Pick<LifeSettings, 'standardTermWeeks' | 'sources'>
}): MatterTerm {
  const { deadline, decidedOn, settings } = input
  if (deadline) {
    const { text, notBefore, notAfter } = deadline
    return { source: 'text', text, notBefore, notAfter, basis: null }
  }
  const none = { text: null, notBefore: null, notAfter: null }
  if (settings.standardTermWeeks === null) return { source: 'none-agreed', ...none, basis: null }
  return {
    source: 'standard',
    ...none,
    notAfter: decidedOn ? addWeeks(decidedOn, settings.standardTermWeeks) : null,
    basis: settings.sources.standardTermWeeks ?? null,
  }
}

/**
 * Who may open a case: a ladder of refusals, each with its name. PostgreSQL holds the same rules as row-level security
 * (`reintegration.reach()`); a property test compares the two, row by row.
 * Sources: AVG art. 5(1)(f), 6, 9 and 32; NEN 7513 (care relationship, emergency access).
 */
import type { CaseRole } from '../case-ctx.ts'
import type { Ground, Part, TrajectoryState } from './tables.ts'

/** How somebody of the staff stands to a case, as `reintegration.standing()` tells it. */
export type Standing = {
  /** There is such a case. */
  found: boolean
  /** It is of the municipality of who asks; null when nobody asks or nothing was found. */
  here: boolean | null
  erased: boolean | null
  state: TrajectoryState | null
  /** Which part they have in her care now. */
  part: Part | null
  /** The legal basis on which her data are used now. */
  basis: Ground | null
  /** Until when they may enter in an emergency. */
  emergencyUntil: Date | null
  /** Roles that they hold now. */
  roles: readonly CaseRole[]
}

export type Refusal =
  | 'no-such-case'
  | 'elsewhere'
  | 'erased'
  | 'no-care-role'
  | 'no-relation'
  | 'no-basis'
  | 'closed'

export type Access =
  | { may: true; by: 'relation'; part: Part; basis: Ground }
  | { may: true; by: 'emergency'; until: Date }
  | { may: false; reason: Refusal }

const careRoles: readonly CaseRole[] = ['care-coordinator', 'care-worker']

/** Role and care relationship and basis, or an emergency that runs; a closed case is read and not written. */
export function mayOpen(standing: Standing, aim: 'read' | 'write' = 'read'): Access {
  if (!standing.found) return { may: false, reason: 'no-such-case' }
  if (!standing.here) return { may: false, reason: 'elsewhere' }
  if (standing.erased) return { may: false, reason: 'erased' }
  if (!standing.roles.some((role) => careRoles.includes(role))) return { may: false, reason: 'no-care-role' }
  const entered = enters(standing)
  if (entered.may && aim === 'write' && standing.state === 'closed') return { may: false, reason: 'closed' }
  return entered
}

function enters({ part, basis, emergencyUntil }: Standing): Access {
  if (part && basis) return { may: true, by: 'relation', part, basis }
  if (emergencyUntil) return { may: true, by: 'emergency', until: emergencyUntil }
  return { may: false, reason: part ? 'no-basis' : 'no-relation' }
}

/** What stands on the page of a trajectory, each part from its own file: one line for each. */
import type { ReactNode } from 'react'
import type { CaseCtx } from '../../../../case-ctx.ts'
import type { Trajectory } from '../../../../reintegration/index.ts'
import type { StaffRequest } from '../../page.ts'
import { requestsSection } from '../../privacy/in-case.tsx'
import { lookedSection } from '../../privacy/looked-section.tsx'
import { cardSection } from '../../sign-in/her-card.tsx'
import { appointmentsSection } from '../appointments/appointments-section.tsx'
import { networkSection } from '../network/network-section.tsx'
import { notesSection } from '../notes/notes-section.tsx'
import { planSection } from '../plan/plan-section.tsx'
import { waysSection } from '../plan/ways-section.tsx'
import { messagesSection, sharesSection } from '../shares/section.tsx'
import { possibleSection, termsSection } from '../terms/possible.tsx'
import { teamSection } from './team-section.tsx'

export type Section = {
  place: 'main' | 'aside'
  /** Smaller comes first. */
  order: number
  load(ctx: CaseCtx, trajectory: Trajectory, request: StaffRequest): Promise<ReactNode | null>
}

export const sections: readonly Section[] = [
  planSection,
  networkSection,
  notesSection,
  waysSection,
  possibleSection,
  termsSection,
  appointmentsSection,
  sharesSection,
  messagesSection,
  teamSection,
  cardSection,
  requestsSection,
  lookedSection,
]

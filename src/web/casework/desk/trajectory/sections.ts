/** What stands on the page of a trajectory, each part from its own file: one line for each. */
import type { ReactNode } from 'react'
import type { CaseCtx } from '../../../../case-ctx.ts'
import type { Trajectory } from '../../../../reintegration/index.ts'
import type { StaffRequest } from '../../page.ts'
import { cardSection } from '../../sign-in/her-card.tsx'
import { messagesSection, sharesSection } from '../shares/section.tsx'
import { teamSection } from './team-section.tsx'

export type Section = {
  place: 'main' | 'aside'
  /** Smaller comes first. */
  order: number
  load(ctx: CaseCtx, trajectory: Trajectory, request: StaffRequest): Promise<ReactNode | null>
}

export const sections: readonly Section[] = [sharesSection, messagesSection, teamSection, cardSection]

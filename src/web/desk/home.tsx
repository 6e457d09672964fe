import type { Role } from '../../ctx.ts'
import type { Answer, DeskRequest } from '../page.ts'
import { motionsPage } from './councillor/motions-page.tsx'
import { termsPage } from './portfolio/terms-page.tsx'
import { officialPage } from './today/official-page.tsx'
import { todayPage } from './today/today-page.tsx'

const homes: Record<Role, (request: DeskRequest) => Promise<Answer>> = {
  clerk: todayPage,
  councillor: motionsPage,
  'portfolio-holder': termsPage,
  'policy-officer': officialPage,
}

/** The first page of whoever is signed in. */
export const homePage = (request: DeskRequest): Promise<Answer> => homes[request.actor.role](request)

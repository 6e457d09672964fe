import {
  type MotionProgramme,
  type ProgrammeWork,
  type ServedKey,
  servedKey,
} from '../../../council/index.ts'
import { programmeRoles } from '../../../programme/index.ts'
import type { DeskRequest } from '../../page.ts'
import { programmeActionHref, programmeHref } from '../../public/addresses.ts'
import { actionPath, programmePath } from './paths.ts'

type WorksHere = {
  works: ProgrammeWork[]
  href(programme: string, action: number | null): string
}

/** What works on something, for whoever is at the desk: who does not work on programmes meets adopted ones, on their public pages. */
export function worksHere(
  request: DeskRequest,
  programme: MotionProgramme | undefined,
  served: ServedKey,
): WorksHere {
  const all = programme?.works[servedKey(served)] ?? []
  const worksOnPlans = programmeRoles.includes(request.actor.role)
  const [plan, action] = worksOnPlans ? [programmePath, actionPath] : [programmeHref, programmeActionHref]
  return {
    works: worksOnPlans ? all : all.filter((one) => one.programme.state !== 'draft'),
    href: (slug, id) => (id === null ? plan(request, slug) : action(request, slug, id)),
  }
}

import type { CaseAnswer, OpenRequest, SignedInActor } from '../page.ts'
import { goTo } from '../page.ts'

/** Everyone to where their work or their plan is. */
export async function homePage(request: OpenRequest): Promise<CaseAnswer> {
  return goTo(request, homeOf(request.actor))
}

export function homeOf(actor: SignedInActor | null): string {
  if (!actor) return '/aanmelden'
  if (actor.kind === 'partner') return '/gedeeld'
  if (actor.kind === 'survivor') return '/mijn'
  if (actor.roles.includes('care-coordinator') || actor.roles.includes('care-worker')) return '/vandaag'
  if (actor.roles.includes('privacy-officer')) return '/toezicht'
  return actor.roles.includes('administrator') ? '/beheer' : '/sessies'
}

import { errorPage } from '../error-page.tsx'
import type { CasePage, CaseScreen, SignedInActor } from './page.ts'

/** The page for an error. What may not be seen and what does not exist give the same one. */
export function caseErrorScreen(request: CasePage, error: unknown, actor: SignedInActor | null): CaseScreen {
  const hers = actor?.kind === 'survivor' || ['/mijn', '/kaart'].some((path) => request.path.startsWith(path))
  return { ...errorPage(request, error, hers ? '/mijn' : '/'), ...(hers ? { frame: 'hers' } : {}) }
}

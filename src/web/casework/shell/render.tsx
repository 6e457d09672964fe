import { renderToStaticMarkup } from 'react-dom/server'
import type { CasePage, CaseScreen, SignedInActor } from '../page.ts'
import { CaseFrame } from './frame.tsx'

/** A screen of the confidential side as a whole HTML document. */
export function renderCaseScreen(request: CasePage, screen: CaseScreen, actor: SignedInActor | null): string {
  return `<!doctype html>\n${renderToStaticMarkup(<CaseFrame request={request} screen={screen} actor={actor} />)}`
}

import { renderToStaticMarkup } from 'react-dom/server'
import type { PageRequest, PersonActor, Screen } from '../page.ts'
import { Frame } from './frame.tsx'

/** A screen as a whole HTML document. */
export function renderScreen(request: PageRequest, screen: Screen, actor: PersonActor | null): string {
  return `<!doctype html>\n${renderToStaticMarkup(<Frame request={request} screen={screen} actor={actor} />)}`
}

import { errorPage } from './error-page.tsx'
import type { PageRequest, Screen } from './page.ts'

/** The page for an error, with a way back to the municipality that the address names. */
export function errorScreen(request: PageRequest, error: unknown): Screen {
  return errorPage(request, error, request.municipality ? `/${request.municipality.slug}` : '/')
}

import { mergedInto } from '../../council/index.ts'
import { NotFound } from '../../errors.ts'
import type { Answer, PublicMunicipalityRequest } from '../page.ts'
import { href } from '../page.ts'
import { readYear } from './register-query.ts'

/** The page of a motion, or of what hangs on it; where it was merged into another, the way to the same page of that one. */
export const orMoved =
  (page: (request: PublicMunicipalityRequest) => Promise<Answer>) =>
  async (request: PublicMunicipalityRequest): Promise<Answer> => {
    try {
      return await page(request)
    } catch (error) {
      const moved = error instanceof NotFound ? await movedTo(request) : null
      if (moved === null) throw error
      return new Response(null, { status: 301, headers: { location: moved } })
    }
  }

async function movedTo(request: PublicMunicipalityRequest): Promise<string | null> {
  const year = readYear(request.params.year ?? null)
  const { slug } = request.params
  if (year === null || slug === undefined) return null
  const municipality = request.municipality.slug
  const now = await mergedInto(request.publicDb, { municipality, year, slug })
  if (!now) return null
  const rest = request.path.split('/').slice(5)
  const query = request.query.size > 0 ? `?${request.query}` : ''
  return href(request, ['', municipality, 'moties', now.year, now.slug, ...rest].join('/')) + query
}

import { Link } from '@utrecht/component-library-react'
import type { PageRequest } from '../page.ts'
import { href } from '../page.ts'

type Props = {
  request: PageRequest
  /** Current page, from 1. */
  page: number
  pages: number
  /** Name of the query parameter. */
  name?: string
}

/** Links to the pages of a list; the first, the last and those around the current one. Nothing for a single page. */
export function Pagination({ request, page, pages, name = 'bladzijde' }: Props) {
  if (pages < 2) return null
  const { pagination } = request.words.shell
  const link = (to: number) => {
    const query = new URLSearchParams(request.query)
    if (to === 1) query.delete(name)
    else query.set(name, String(to))
    return href(request, request.path) + (query.size > 0 ? `?${query}` : '')
  }
  return (
    <nav className="schakel-pagination" aria-label={pagination.label}>
      <ul>
        {page > 1 && (
          <li>
            <Link href={link(page - 1)} rel="prev">
              {pagination.previous}
            </Link>
          </li>
        )}
        {pagesToShow(page, pages).map((n, index) =>
          n === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: at most two gaps, before and after the current page
            <li key={`gap-${index}`} aria-hidden="true">
              …
            </li>
          ) : (
            <li key={n}>
              <Link
                href={link(n)}
                aria-label={pagination.page(n)}
                aria-current={n === page ? 'page' : undefined}
              >
                {n}
              </Link>
            </li>
          ),
        )}
        {page < pages && (
          <li>
            <Link href={link(page + 1)} rel="next">
              {pagination.next}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  )
}

/** 1 … 4 5 6 … 12; null is a gap. */
export function pagesToShow(page: number, pages: number): (number | null)[] {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages)
  shown.sort((a, b) => a - b)
  return shown.flatMap((n, index) => {
    const before = shown[index - 1]
    return before !== undefined && n - before > 1 ? [null, n] : [n]
  })
}

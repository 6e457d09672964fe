/** What the address of the page of wishes asks for. Anything else than a known value is no choice. */
import { type Domain, domains } from '../../../council/index.ts'
import { oneOf, readYear } from '../register-query.ts'

export type WishQuery = { year: number | null; party: string | null; domain: Domain | null }

export function readWishQuery(query: URLSearchParams): WishQuery {
  const party = query.get('fractie') ?? ''
  return {
    year: readYear(query.get('jaar')),
    party: /^[\w-]{1,80}$/.test(party) ? party : null,
    domain: oneOf(domains, query.get('onderwerp')),
  }
}

/** `?jaar=2024&fractie=…`, or nothing. */
export function wishSearch({ year, party, domain }: WishQuery): string {
  const query = new URLSearchParams()
  if (year !== null) query.set('jaar', String(year))
  if (party !== null) query.set('fractie', party)
  if (domain !== null) query.set('onderwerp', domain)
  return query.size > 0 ? `?${query}` : ''
}

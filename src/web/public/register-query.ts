/** What the address of the register asks for. Anything else than a known value is no choice. */
import { type Domain, domains, requestStatuses, type StatusChoice } from '../../council/index.ts'

export type RegisterQuery = {
  search: string | null
  status: StatusChoice | null
  party: string | null
  domain: Domain | null
  year: number | null
  page: number
}

export function readRegisterQuery(query: URLSearchParams): RegisterQuery {
  return {
    search: query.get('zoek')?.trim().slice(0, 200) || null,
    status: oneOf([...requestStatuses, 'settled'], query.get('status')),
    party: /^[\w-]{1,80}$/.test(query.get('fractie') ?? '') ? query.get('fractie') : null,
    domain: oneOf(domains, query.get('onderwerp')),
    year: readYear(query.get('jaar')),
    page: readPage(query.get('bladzijde')),
  }
}

export function oneOf<T extends string>(values: readonly T[], value: string | null): T | null {
  return values.find((known) => known === value) ?? null
}

export function readYear(value: string | null): number | null {
  return value && /^(19|20|21)\d\d$/.test(value) ? Number(value) : null
}

export function readPage(value: string | null): number {
  return value && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : 1
}

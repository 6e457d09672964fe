/** What every page of both sides knows of the request that it answers, and how it names other pages. */
import type { ReactNode } from 'react'
import type { Mode } from '../config.ts'
import type { Language } from '../words/format.ts'
import type { Words } from '../words/index.ts'

export type Asked = {
  /** Reference of this request, in the log and on error pages. */
  id: string
  mode: Mode
  language: Language
  words: Words
  /** Path without the prefix of the language: "/waterstad/moties". */
  path: string
  /** Scheme and host as the visitor typed them, without slash at the end. */
  origin: string
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  now: Date
  /** Address of an asset by its name in `styles/` or `islands/`: `asset('schakel.css')`. */
  asset(name: string): string
}

export type Crumb = { label: ReactNode; path: string }

/** A path in the language of the page: `href(request, '/waterstad/moties')` → "/en/waterstad/moties" on an English page. */
export function href(request: { language: Language }, path: string): string {
  if (request.language === 'nl') return path
  return path === '/' ? '/en' : `/en${path}`
}

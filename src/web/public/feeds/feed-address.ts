/** Where the feed and the calendar of a scope are. Pure. */
import type { FeedScope } from '../../../council/index.ts'

/** Below the municipality: "/moties/2019/b-6", "/fracties/…", "/domeinen/…", or nothing for everything. */
export function scopePath(scope: FeedScope): string {
  switch (scope.kind) {
    case 'all':
      return ''
    case 'motion':
      return `/moties/${scope.year}/${scope.slug}`
    case 'party':
      return `/fracties/${scope.slug}`
    case 'domain':
      return `/domeinen/${scope.domain}`
    case 'commitment':
      return `/toezeggingen/${scope.id}`
  }
}

/** The page that shows the same to people. */
export function scopePage(scope: FeedScope): string {
  switch (scope.kind) {
    case 'all':
      return ''
    case 'motion':
    case 'commitment':
      return scopePath(scope)
    case 'party':
      return `/moties?fractie=${encodeURIComponent(scope.slug)}`
    case 'domain':
      return `/moties?onderwerp=${scope.domain}`
  }
}

/**
 * A name for a fact that never changes (RFC 4151): the host that people know this site by, the year in which Schakel began to name
 * things, and what it is. Feeds of two languages tell the same fact in other words, so the language is part of it.
 */
export function tagOf(origin: string, ...parts: readonly string[]): string {
  return `tag:${new URL(origin).hostname},2026:${parts.join('/')}`
}

/** How often something may happen for one key within a span of time; kept in memory, forgotten when the span is over. */
export type Limit = { allow(key: string, now: Date): boolean }

/** Counts per fixed span: at most `most` for each key in each. Remembers some thousands of keys at most; beyond that it refuses. */
export function limitTo(most: number, spanMs: number, mostKeys = 20_000): Limit {
  let span = -1
  let counts = new Map<string, number>()
  return {
    allow(key, now) {
      const current = Math.floor(now.getTime() / spanMs)
      if (current !== span) {
        span = current
        counts = new Map()
      }
      const count = counts.get(key) ?? 0
      if (count >= most || (count === 0 && counts.size >= mostKeys)) return false
      counts.set(key, count + 1)
      return true
    },
  }
}

/** `action` can only be done after `needs`. */
export type Dependency = { action: number; needs: number }

/**
 * The circle that a new dependency would close: actions in order, each needing the next, the first one again at the end. Null when it
 * closes none. Pure.
 */
export function circleWith(known: readonly Dependency[], added: Dependency): number[] | null {
  if (added.action === added.needs) return [added.action, added.action]
  const needs = Map.groupBy(known, ({ action }) => action)
  const cameFrom = new Map<number, number>()
  const seen = new Set([added.needs])
  const queue = [added.needs]
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const { needs: next } of needs.get(at) ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      cameFrom.set(next, at)
      if (next === added.action) return [added.action, ...wayTo(next, cameFrom)]
      queue.push(next)
    }
  }
  return null
}

function wayTo(end: number, cameFrom: ReadonlyMap<number, number>): number[] {
  const way = [end]
  for (let at = cameFrom.get(end); at !== undefined; at = cameFrom.get(at)) way.unshift(at)
  return way
}
